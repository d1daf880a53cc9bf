A broken article is named where it stands; what is around it is read.

  $ mkdir in
  $ { article urn:t:1 Harbour 'Ships return.'; echo '{"id":"urn:t:2","headline": oops}'; article urn:t:3 Market 'Up.'; } > in/a.jsonl
  $ article urn:t:4 Tides 'High.' > in/b.json
  $ : > in/empty.txt
  $ index --db A in
  ! in/a.jsonl:2:29: error: syntax error while parsing value - invalid literal; last read: '"headline": o' [json.syntax]
  ! in/empty.txt: error: the file is empty [file.empty]
  ! dateline-index: 3 added, 0 updated, 0 unchanged, 0 deleted; 1 of 3 files failed; 3 articles in all, N s
  [1]
  $ listing A
  urn:t:1  Harbour  SCRATCH/in/a.jsonl
  urn:t:3  Market  SCRATCH/in/a.jsonl
  urn:t:4  Tides  SCRATCH/in/b.json

It is not tried again while its file is the same, and raises the exit code on demand only.

  $ index --db A in --report report.json
  ! dateline-index: 0 added, 0 updated, 3 unchanged, 0 deleted; 0 of 3 files failed; 3 articles in all, N s
  $ jq -c '.exit, .failures[]' report.json
  0
  {"path":"in/a.jsonl","member":null,"line":2,"column":29,"code":"json.syntax","message":"syntax error while parsing value - invalid literal; last read: '\"headline\": o'","new":false}
  {"path":"in/empty.txt","member":null,"line":0,"column":0,"code":"file.empty","message":"the file is empty","new":false}
  $ index --db A -q --strict in
  [1]
  $ index --db A -q --retry-failed in
  ! in/a.jsonl:2:29: error: syntax error while parsing value - invalid literal; last read: '"headline": o' [json.syntax]
  ! in/empty.txt: error: the file is empty [file.empty]
  [1]

Mended, it is read.

  $ { article urn:t:1 Harbour 'Ships return.'; article urn:t:2 Mended 'Now.'; article urn:t:3 Market 'Up.'; } > in/a.jsonl
  $ rm in/empty.txt
  $ index --db A in
  ! dateline-index: 1 added, 0 updated, 3 unchanged, 0 deleted; 0 of 2 files failed; 4 articles in all, N s

A whole report.

  $ mkdir sub
  $ article urn:s:1 Undated 'No date.' > sub/a.json
  $ article urn:s:2 Dated 'A date.' '"published":"2025-02-26","keywords":[5]' > sub/b.json
  $ printf '\211PNG\r\n\032\n\0\0\0' > sub/c.png
  $ printf '\x89PNG\r\n\x1a\n\0\0\0' > sub/d.dat
  $ index --db B -v --report - sub | mask_report
  {
    "schema": 1,
    "archive": "B",
    "started": "NNNN-NN-NNTNN:NN:NNZ",
    "seconds": true,
    "exit": 1,
    "error": null,
    "files": {
      "seen": 3,
      "read": 2,
      "unchanged": 0,
      "ignored": 1,
      "failed": 1,
      "removed": 0
    },
    "articles": {
      "added": 2,
      "updated": 0,
      "unchanged": 0,
      "deleted": 0,
      "skipped": 0,
      "undated": 1,
      "without_model": 0
    },
    "bytes_read": 280,
    "total_articles": 2,
    "failures": [
      {
        "path": "sub/d.dat",
        "member": null,
        "line": 0,
        "column": 0,
        "code": "format.unknown",
        "message": "no reader knows this content",
        "new": true
      }
    ],
    "warnings": [
      {
        "code": "json.bad-value",
        "count": 1,
        "examples": [
          {
            "path": "sub/b.json",
            "member": null,
            "line": 0,
            "column": 0,
            "message": "the value of \"keywords\" is not usable"
          }
        ]
      }
    ]
  }
  ! sub/b.json: warning: the value of "keywords" is not usable [json.bad-value]
  ! sub/d.dat: error: no reader knows this content [format.unknown]
  ! dateline-index: 2 added, 0 updated, 0 unchanged, 0 deleted; 1 of 3 files failed; 2 articles in all, N s
  [1]

A file of one text keeps its article's id through a night of failure.

  $ mkdir one
  $ printf 'Bell returned\n\nThe bell was found.\n' > one/old.txt
  $ index -q --db C --entities none one
  $ id=$(dateline-index --db C --export | jq -r .id)
  $ mv one/old.txt one/new.txt
  $ index -q --db C --entities none one
  $ printf '\0' > one/new.txt
  $ index -q --db C --entities none one
  ! one/new.txt: error: the file holds no text [text.empty]
  [1]
  $ printf 'Bell returned\n\nThe bell was found in a barn.\n' > one/new.txt
  $ index --db C --entities none one
  ! dateline-index: 0 added, 1 updated, 0 unchanged, 0 deleted; 0 of 1 files failed; 1 articles in all, N s
  $ test "$id" = "$(dateline-index --db C --export | jq -r .id)"

What is no file is named, once, and ends nothing.

  $ mkdir -p odd/sub
  $ article urn:o:1 Odd 'Odd.' > odd/a.json
  $ mkfifo odd/pipe
  $ ln -s nowhere odd/dangling
  $ ln -s ../../odd odd/sub/loop
  $ index --db D --follow odd
  ! odd/dangling: error: No such file or directory [file.unreadable]
  ! odd/pipe: error: a named pipe [file.not-regular]
  ! odd/sub/loop: error: the directory holds itself [walk.loop]
  ! dateline-index: 1 added, 0 updated, 0 unchanged, 0 deleted; 3 of 4 files failed; 1 articles in all, N s
  [1]
  $ index --db D --follow odd
  ! dateline-index: 0 added, 0 updated, 1 unchanged, 0 deleted; 3 of 4 files failed; 1 articles in all, N s
  $ index --db D --follow --strict -q odd
  [1]
  $ index --db D -v odd
  ! odd/sub/loop: warning: a link to a directory is not followed without --follow [walk.link]
  ! dateline-index: 0 added, 0 updated, 1 unchanged, 0 deleted; 2 of 3 files failed; 1 articles in all, N s

As PATH, pictures and archives are failures.

  $ index --db E odd/pipe sub/c.png D
  ! odd/pipe: error: a named pipe [file.not-regular]
  ! sub/c.png: error: a picture, sound, video, font, script or style [file.no-articles]
  ! D: error: an archive, which holds no files to read [file.no-articles]
  ! dateline-index: 0 added, 0 updated, 0 unchanged, 0 deleted; 3 of 3 files failed; 0 articles in all, N s
  [1]

A directory that held files and holds none now is more likely not mounted than emptied.

  $ mkdir mount other
  $ article urn:m:1 Mounted 'Here.' > mount/a.json
  $ article urn:m:2 Other 'There.' > other/a.json
  $ index --db F mount/ other/
  ! dateline-index: 2 added, 0 updated, 0 unchanged, 0 deleted; 0 of 2 files failed; 2 articles in all, N s
  $ mv mount/a.json gone.json
  $ index --db F mount/ other/
  ! mount/: error: the directory held files in an earlier run and holds none now [source.empty]
  ! dateline-index: 0 added, 0 updated, 1 unchanged, 0 deleted; 0 of 1 files failed; 2 articles in all, N s
  [1]
  $ index --db F mount/ other/
  ! mount/: error: the directory held files in an earlier run and holds none now [source.empty]
  ! dateline-index: 0 added, 0 updated, 1 unchanged, 0 deleted; 0 of 1 files failed; 2 articles in all, N s
  [1]
  $ listing F
  urn:m:1  Mounted  SCRATCH/mount/a.json
  urn:m:2  Other  SCRATCH/other/a.json
  $ mv gone.json mount/a.json
  $ index --db F mount/ other/
  ! dateline-index: 0 added, 0 updated, 2 unchanged, 0 deleted; 0 of 2 files failed; 2 articles in all, N s

A file name that is no UTF-8 and a hostile one.

  $ mkdir names
  $ article urn:l:1 Latin 'One.' > "$(printf 'names/caf\351.json')"
  $ article urn:l:1 Latin 'Two.' > "$(printf 'names/caf\350.json')"
  $ echo oops > "$(printf 'names/\033[2Ja\nb.json')"
  $ index --db G --root names -f dateline-json names
  ! names/?[2Ja?b.json:1:1: error: expected an object [json.syntax]
  ! dateline-index: 2 added, 0 updated, 0 unchanged, 0 deleted; 1 of 3 files failed; 2 articles in all, N s
  [1]
  $ article urn:l:1 Latin 'One, edited.' > "$(printf 'names/caf\351.json')"
  $ index --db G --root names -f dateline-json names
  ! dateline-index: 0 added, 1 updated, 1 unchanged, 0 deleted; 0 of 3 files failed; 2 articles in all, N s
  $ listing G
  urn:l:1  Latin  caf\xE8.json
  urn:l:1~f0ef361c  Latin  caf\xE9.json
