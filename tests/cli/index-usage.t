What cannot be run says why, and what is near.

  $ dateline-index --db A nowhere
  ! dateline-index: nowhere: No such file or directory
  [2]
  $ dateline-index --db A --exclud x in
  ! dateline-index: unknown option '--exclud'; did you mean '--exclude'?
  ! Try 'dateline-index --help'.
  [2]
  $ dateline-index --db A --exc x in
  ! dateline-index: unknown option '--exc'
  ! Try 'dateline-index --help'.
  [2]
  $ dateline-index --db A --jobs=-1 in
  ! dateline-index: --jobs takes a number from 0 to 256, not '-1'
  ! Try 'dateline-index --help'.
  [2]
  $ dateline-index --db A --format nifty in
  ! dateline-index: no format 'nifty' (see --list-formats)
  ! Try 'dateline-index --help'.
  [2]
  $ dateline-index --db A --entities all in
  ! dateline-index: --entities takes one of both, text, metadata, none, not 'all'
  ! Try 'dateline-index --help'.
  [2]
  $ dateline-index in
  ! dateline-index: which archive? Give --db DIR
  ! Try 'dateline-index --help'.
  [2]
  $ dateline-index --db A
  ! dateline-index: nothing to read: give a PATH
  ! Try 'dateline-index --help'.
  [2]
  $ dateline-index --db A --check in
  ! dateline-index: this command takes no PATH: 'in'
  ! Try 'dateline-index --help'.
  [2]
  $ dateline-index --db none --export
  ! dateline-index: none: there is no archive here
  [2]
  $ dateline-index --db none --check
  ! dateline-index: none: there is no archive here
  [2]
  $ test -e none
  [1]

A missing PATH leaves a report, and what was there before.

  $ article urn:t:1 Harbour 'Ships return.' > a.json
  $ index --db A a.json
  ! dateline-index: 1 added, 0 updated, 0 unchanged, 0 deleted; 0 of 1 files failed; 1 articles in all, N s
  $ index --db A a.json nowhere --report report.json
  ! dateline-index: nowhere: No such file or directory
  [2]
  $ jq -c '.exit, .error' report.json
  2
  "nowhere: No such file or directory"
  $ listing A
  urn:t:1  Harbour  SCRATCH/a.json

A report that cannot be written is told, and the articles are in.

  $ article urn:t:2 Market 'Up.' > b.json
  $ index --db A b.json --report no/where.json
  ! dateline-index: no/where.json.new: No such file or directory
  [2]
  $ listing A
  urn:t:1  Harbour  SCRATCH/a.json
  urn:t:2  Market  SCRATCH/b.json

An archive is not made of a directory that holds something else.

  $ mkdir letters; echo dear > letters/a.txt
  $ index --db letters a.json
  ! dateline-index: letters: the directory holds something else than an archive (a.txt)
  [2]
  $ index --db a.json b.json
  ! dateline-index: a.json: not a directory
  [2]
  $ ls letters
  a.txt

Formats and version.

  $ dateline-index --list-formats | grep -E '^(dateline-json|text) '
  dateline-json  Dateline's own articles, one JSON object a line
  text           plain text: captions, headline, byline, dateline, paragraphs
  $ dateline-index --version | sed -E 's/[0-9]+/N/g'
  dateline-index N.N.N
  $ dateline-index --help | head -4
  Usage: dateline-index [options] --db ARCHIVE PATH...
         dateline-index --dry-run [options] PATH...
         dateline-index --db ARCHIVE --check | --compact | --export | --stats |
                        --relink | --recognise | --suggest-aliases

Output that cannot be written is told; a closed pipe is not.

  $ dateline-index --help > /dev/full
  ! dateline-index: standard output: No space left on device
  [2]
  $ dateline-index --db A --export > /dev/full
  ! dateline-index: standard output: No space left on device
  [2]
  $ dateline-index --db A --export | true
