Paths are remembered absolute, or below a root that the archive keeps.

  $ mkdir -p in/wire in/wire/old
  $ article urn:t:1 Harbour 'Ships return.' > in/a.json
  $ article urn:t:2 Market 'Up.' > in/wire/b.json
  $ article urn:t:3 Tides 'High.' > in/wire/old/c.json
  $ index --db A in && listing A
  urn:t:1  Harbour  SCRATCH/in/a.json
  urn:t:2  Market  SCRATCH/in/wire/b.json
  urn:t:3  Tides  SCRATCH/in/wire/old/c.json
  ! dateline-index: 3 added, 0 updated, 0 unchanged, 0 deleted; 0 of 3 files failed; 3 articles in all, N s
  $ index --db R --root in in && listing R
  urn:t:1  Harbour  a.json
  urn:t:2  Market  wire/b.json
  urn:t:3  Tides  wire/old/c.json
  ! dateline-index: 3 added, 0 updated, 0 unchanged, 0 deleted; 0 of 3 files failed; 3 articles in all, N s
  $ mv in moved
  $ index --db R --root moved moved && listing R
  urn:t:1  Harbour  a.json
  urn:t:2  Market  wire/b.json
  urn:t:3  Tides  wire/old/c.json
  ! dateline-index: 0 added, 0 updated, 3 unchanged, 0 deleted; 0 of 3 files failed; 3 articles in all, N s
  $ article urn:t:4 New 'New.' > moved/d.json
  $ index --db R moved && listing R
  urn:t:1  Harbour  a.json
  urn:t:2  Market  wire/b.json
  urn:t:3  Tides  wire/old/c.json
  urn:t:4  New  d.json
  ! dateline-index: 1 added, 0 updated, 3 unchanged, 0 deleted; 0 of 4 files failed; 4 articles in all, N s
  $ mv moved in

Settings fill what the source leaves open.

  $ article urn:t:5 Set 'Set.' '"section":"Own"' > set.json
  $ index -q --db S --set publication='The Quay' --set section=Other --set edition=2 set.json in/a.json
  $ dateline-index --db S --export | jq -c '[.id, .publication, .section, .edition, .language]'
  ["urn:t:1","The Quay","Other","2","en"]
  ["urn:t:5","The Quay","Own","2","en"]

Lists of paths, by line and by NUL, from a file and from standard input.

  $ printf '%s\n' in/a.json '' in/wire/old > list
  $ index --db L --files-from list && listing L
  urn:t:1  Harbour  SCRATCH/in/a.json
  urn:t:3  Tides  SCRATCH/in/wire/old/c.json
  ! dateline-index: 2 added, 0 updated, 0 unchanged, 0 deleted; 0 of 2 files failed; 2 articles in all, N s
  $ printf '%s\0' in/a.json in/wire | index --db M --files-from - -0 && listing M
  urn:t:1  Harbour  SCRATCH/in/a.json
  urn:t:2  Market  SCRATCH/in/wire/b.json
  urn:t:3  Tides  SCRATCH/in/wire/old/c.json
  ! dateline-index: 3 added, 0 updated, 0 unchanged, 0 deleted; 0 of 3 files failed; 3 articles in all, N s
  $ echo nowhere | index --db M --files-from -
  ! dateline-index: nowhere: No such file or directory
  [2]
  $ index --db M --files-from in
  ! dateline-index: in: cannot be read
  [2]
  $ index --db M --files-from nolist
  ! dateline-index: nolist: cannot be read
  [2]

Standard input needs a format; a text has its id from its bytes.

  $ cat in/a.json in/d.json | index --db I --format dateline-json - && listing I
  urn:t:1  Harbour  -
  urn:t:4  New  -
  ! dateline-index: 2 added, 0 updated, 0 unchanged, 0 deleted; 0 of 1 files failed; 2 articles in all, N s
  $ printf 'First\n\nThe first text has a line.\n' | index -q --db I --entities none -f text -
  $ printf 'Second\n\nThe second text has a line.\n' | index -q --db I --entities none -f text -
  $ printf 'First\n\nThe first text has a line.\n' | index --db I --entities none -f text -
  ! dateline-index: 0 added, 0 updated, 1 unchanged, 0 deleted; 0 of 1 files failed; 4 articles in all, N s
  $ dateline-index --db I --export | jq -r .headline
  Harbour
  New
  First
  Second
  $ cat in/a.json | index --db I -
  ! dateline-index: reading standard input needs --format NAME
  ! Try 'dateline-index --help'.
  [2]

Include and exclude.

  $ index --db X --exclude wire/ in && listing X
  urn:t:1  Harbour  SCRATCH/in/a.json
  urn:t:4  New  SCRATCH/in/d.json
  ! dateline-index: 2 added, 0 updated, 0 unchanged, 0 deleted; 0 of 2 files failed; 2 articles in all, N s
  $ index --db Y --include 'wire/' --exclude '/wire/old' in && listing Y
  urn:t:2  Market  SCRATCH/in/wire/b.json
  ! dateline-index: 1 added, 0 updated, 0 unchanged, 0 deleted; 0 of 1 files failed; 1 articles in all, N s
  $ index --db Z --exclude '*.json' --exclude '!b.json' in && listing Z
  urn:t:2  Market  SCRATCH/in/wire/b.json
  ! dateline-index: 1 added, 0 updated, 0 unchanged, 0 deleted; 0 of 1 files failed; 1 articles in all, N s

Files that are still being written are left.

  $ index --db N --min-age 3600 in
  ! dateline-index: 0 added, 0 updated, 0 unchanged, 0 deleted; 0 of 0 files failed; 0 articles in all, N s
  $ touch -d '2 hours ago' in/a.json
  $ index --db N --min-age 3600 in && listing N
  urn:t:1  Harbour  SCRATCH/in/a.json
  ! dateline-index: 1 added, 0 updated, 0 unchanged, 0 deleted; 0 of 1 files failed; 1 articles in all, N s

The same archive for every number of threads.

  $ articles 300 > in/many.jsonl; for i in $(seq 1 40); do article "urn:f:$i" "File $i" 'x'; done | split -l 1 -a 3 - in/one-
  $ for jobs in 1 2 3 8; do index -q --db "J$jobs" -f dateline-json -j "$jobs" in; dateline-index --db "J$jobs" --export | jq -c 'del(.indexed)' | mask_place | sha256sum; done | uniq | wc -l
  1
