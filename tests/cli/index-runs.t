The first run reads everything.

  $ mkdir in
  $ article urn:t:1 Harbour 'Ships return.' > in/a.json
  $ article urn:t:2 Market 'Prices rise.' > in/b.json
  $ printf 'Bell returned\n\nThe bell of the old school was found in a barn last week.\n' > in/c.txt
  $ index --db A --entities none in
  ! dateline-index: 3 added, 0 updated, 0 unchanged, 0 deleted; 0 of 3 files failed; 3 articles in all, N s
  $ numbered A
  x-1 Bell returned SCRATCH/in/c.txt
  x-2 Harbour SCRATCH/in/a.json
  x-3 Market SCRATCH/in/b.json

A second run reads nothing and changes nothing.

  $ before=$(cat A/g*/iamglass | sha256sum)
  $ index --db A --entities none --report report.json in
  ! dateline-index: 0 added, 0 updated, 3 unchanged, 0 deleted; 0 of 3 files failed; 3 articles in all, N s
  $ jq -c '[.exit, .files, .articles, .bytes_read, .total_articles]' report.json
  [0,{"seen":3,"read":0,"unchanged":3,"ignored":0,"failed":0,"removed":0},{"added":0,"updated":0,"unchanged":3,"deleted":0,"skipped":0,"undated":0,"without_model":0},0,3]
  $ test "$before" = "$(cat A/g*/iamglass | sha256sum)"

With --full it reads all and still changes nothing.

  $ index --db A --entities none --full in
  ! dateline-index: 0 added, 0 updated, 3 unchanged, 0 deleted; 0 of 3 files failed; 3 articles in all, N s

An edited file replaces its article, under the same id.

  $ first=$(dateline-index --db A --export | jq -r 'select(.headline == "Bell returned").id')
  $ article urn:t:1 'Harbour again' 'Ships return.' > in/a.json
  $ printf 'Bell rings\n\nThe bell of the old school was found in a barn last week.\n' > in/c.txt
  $ index --db A --entities none in
  ! dateline-index: 0 added, 2 updated, 1 unchanged, 0 deleted; 0 of 3 files failed; 3 articles in all, N s
  $ numbered A
  x-1 Bell rings SCRATCH/in/c.txt
  x-2 Harbour again SCRATCH/in/a.json
  x-3 Market SCRATCH/in/b.json
  $ test "$first" = "$(dateline-index --db A --export | jq -r 'select(.headline == "Bell rings").id')"

A renamed file keeps its article's id and all else; only the path is new.

  $ mv in/c.txt in/d.txt
  $ index --db A --entities none in
  ! dateline-index: 0 added, 1 updated, 2 unchanged, 0 deleted; 0 of 3 files failed; 3 articles in all, N s
  $ numbered A
  x-1 Bell rings SCRATCH/in/d.txt
  x-2 Harbour again SCRATCH/in/a.json
  x-3 Market SCRATCH/in/b.json
  $ test "$first" = "$(dateline-index --db A --export | jq -r 'select(.headline == "Bell rings").id')"

Another text at the path that the renamed file had gets an id of its own, and keeps it.

  $ printf 'Wall hearing\n\nThe sea wall was the subject of a public hearing in town.\n' > in/c.txt
  $ index --db A --entities none in
  ! dateline-index: 1 added, 0 updated, 3 unchanged, 0 deleted; 0 of 4 files failed; 4 articles in all, N s
  $ second=$(dateline-index --db A --export | jq -r 'select(.headline == "Wall hearing").id')
  $ test "$first" != "$second"
  $ printf 'Wall decision\n\nThe sea wall was the subject of a public hearing in town.\n' > in/c.txt
  $ index --db A --entities none in
  ! dateline-index: 0 added, 1 updated, 3 unchanged, 0 deleted; 0 of 4 files failed; 4 articles in all, N s
  $ test "$second" = "$(dateline-index --db A --export | jq -r 'select(.headline == "Wall decision").id')"
  $ numbered A
  x-1 Bell rings SCRATCH/in/d.txt
  x-2 Harbour again SCRATCH/in/a.json
  x-3 Market SCRATCH/in/b.json
  x-4 Wall decision SCRATCH/in/c.txt

A copy is an article of its own where its id comes from its path, none where its source gives one.

  $ cp in/d.txt in/e.txt
  $ cp in/b.json in/f.json
  $ index --db A --entities none in
  ! dateline-index: 1 added, 0 updated, 5 unchanged, 0 deleted; 0 of 6 files failed; 5 articles in all, N s
  $ numbered A
  x-1 Bell rings SCRATCH/in/d.txt
  x-2 Bell rings SCRATCH/in/e.txt
  x-3 Harbour again SCRATCH/in/a.json
  x-4 Market SCRATCH/in/b.json
  x-5 Wall decision SCRATCH/in/c.txt

A file that is gone takes nothing with it.

  $ rm in/e.txt
  $ index --db A --entities none in
  ! dateline-index: 0 added, 0 updated, 5 unchanged, 0 deleted; 0 of 5 files failed; 5 articles in all, N s

What one archive exports, another takes in as it stands, its own again included.

  $ dateline-index --db A --export > all.jsonl
  $ index --db B --entities none all.jsonl
  ! dateline-index: 5 added, 0 updated, 0 unchanged, 0 deleted; 0 of 1 files failed; 5 articles in all, N s
  $ dateline-index --db B --export | jq -c 'del(.indexed, .source)' > b.jsonl
  $ jq -c 'del(.indexed, .source)' all.jsonl | cmp - b.jsonl
  $ index --db A --entities none all.jsonl
  ! dateline-index: 0 added, 0 updated, 5 unchanged, 0 deleted; 0 of 1 files failed; 5 articles in all, N s
