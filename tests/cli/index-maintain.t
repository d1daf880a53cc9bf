A dry run prints every article and writes nothing.

  $ article urn:t:1 Harbour 'Ships return.' '"published":"2025-02-26","bylines":["Jane Roe"]' > a.json
  $ dateline-index --dry-run a.json | mask_place
  {"schema":1,"id":"urn:t:1","version":1,"status":"usable","embargo":null,"indexed":null,"source":{"path":"SCRATCH/a.json","member":null,"ordinal":0,"format":"dateline-json"},"headline":"Harbour","subheadlines":[],"abstract":null,"bylines":[{"name":"Jane Roe","role":null}],"dateline":null,"captions":[],"body":"Ships return.","published":{"date":"2025-02-26","time":null,"zone":null,"precision":"day","rule":null},"updated":null,"language":"en","section":null,"keywords":[],"subjects":[],"publication":null,"url":null,"edition":null,"page":null,"extra":{},"persons":[],"places":[],"organisations":[],"diagnostics":[]}
  $ { article urn:t:2 Market 'Up.'; echo '{'; } | dateline-index --dry-run -f dateline-json - | jq -c '[.id, .headline]'
  ["urn:t:2","Market"]
  ! -:2:1: error: the object does not end [json.syntax]
  [1]
  $ { article urn:t:3 Quay 'No ship.'; echo '{'; } | dateline-index --dry-run --report r.json -f dateline-json - > out.json
  ! -:2:1: error: the object does not end [json.syntax]
  [1]
  $ jq -c '[.archive, .exit, .files.read, .files.failed, .articles.added, .articles.undated, (.failures | map(.code))]' r.json
  [null,1,1,0,1,1,["json.syntax"]]
  $ rm r.json out.json
  $ ls
  a.json
  $ printf '{"headline":"Names","body":"x","persons":[{"name":"Jane Roe","mentions":[{"field":"body","start":0,"end":1,"text":"x"}]}]}' > m.json
  $ dateline-index --dry-run --mentions m.json | jq -c .persons
  [{"name":"Jane Roe","count":0,"in":[],"origin":"metadata","mentions":[{"field":"body","index":0,"start":0,"end":1,"text":"x"}]}]

An export is the archive's articles in full.

  $ index --db A a.json m.json
  ! dateline-index: 2 added, 0 updated, 0 unchanged, 0 deleted; 0 of 2 files failed; 2 articles in all, N s
  $ dateline-index --db A --export | jq -c 'keys_unsorted, .persons'
  ["schema","id","version","status","embargo","indexed","source","headline","subheadlines","abstract","bylines","dateline","captions","body","published","updated","language","section","keywords","subjects","publication","url","edition","page","extra","persons","places","organisations","diagnostics"]
  []
  ["schema","id","version","status","embargo","indexed","source","headline","subheadlines","abstract","bylines","dateline","captions","body","published","updated","language","section","keywords","subjects","publication","url","edition","page","extra","persons","places","organisations","diagnostics"]
  [{"name":"Jane Roe","count":0,"in":[],"origin":"metadata"}]
  $ dateline-index --db A --export --mentions | jq -c '.persons[]?'
  {"name":"Jane Roe","count":0,"in":[],"origin":"metadata","mentions":[{"field":"body","index":0,"start":0,"end":1,"text":"x"}]}
  $ articles 3000 > many.jsonl
  $ index --db A many.jsonl
  ! dateline-index: 3000 added, 0 updated, 0 unchanged, 0 deleted; 0 of 1 files failed; 3002 articles in all, N s
  $ dateline-index --db A --export | head -1 | jq -r .id
  urn:t:1
  $ dateline-index --dry-run many.jsonl | head -1 | jq -r .id
  urn:n:1

Its statistics.

  $ dateline-index --db A --stats
  articles       3002
  first date     20250226
  last date      20250226
  byline         1
  person         1
  pictured       0
  place          0
  city           0
  country        0
  continent      0
  organisation   0
  section        0
  publication    0
  keyword        0
  language       1

A healthy archive.

  $ dateline-index --db A --check
  ! dateline-index: 3002 articles checked, 0 faults
  $ dateline-index --db A --check -q

Compacted it holds the same in no more space.

  $ before=$(digest A); size=$(du -s A | cut -f1)
  $ dateline-index --db A --compact
  $ test "$before" = "$(digest A)" && test "$(du -s A | cut -f1)" -le "$size"
  $ dateline-index --db A --check
  ! dateline-index: 3002 articles checked, 0 faults
  $ ls A
  XAPIANDB
  g000002
  lock
  $ index --db A a.json m.json many.jsonl
  ! dateline-index: 0 added, 0 updated, 3002 unchanged, 0 deleted; 0 of 3 files failed; 3002 articles in all, N s

A table that lost half of itself is found out, whichever it is.

  $ half() { truncate -s "$(($(stat -c %s "$1") / 2))" "$1"; }
  $ for table in postlist termlist docdata position synonym; do rm -rf D; cp -r A D; half D/g*/$table.glass; dateline-index --db D --check -q >/dev/null 2>&1; echo "$table $?"; done
  postlist 1
  termlist 1
  docdata 1
  position 1
  synonym 1
  $ rm -rf D; cp -r A D; rm D/g*/docdata.glass; dateline-index --db D --check -q >/dev/null 2>&1
  [1]
  $ rm -rf D; cp -r A D; damage D/g*/iamglass 10 20; dateline-index --db D --check -q >/dev/null 2>&1
  [1]
  $ rm -rf D; cp -r A D; : > D/XAPIANDB; dateline-index --db D --check
  ! dateline-index: D/XAPIANDB: names no database, or cannot be read
  [2]

Damaged bytes are told where Xapian can tell, and a check never crashes.

  $ try() { rm -rf D; cp -r A D; damage "$(echo D/g*/"$1".glass)" "$2" 64; timeout 20 dateline-index --db D --check >/dev/null 2>&1; code=$?; test $code -le 2 || echo "$1 at $2: $code"; }
  $ for table in postlist termlist docdata position; do for at in 4 4100 9000 24600 40000; do try $table $at; done; done

What is no archive of Dateline's is refused.

  $ rm -rf D; cp -r A D; sed -i 's/^auto /remote /' D/XAPIANDB; index --db D a.json; dateline-index --db D --export
  ! dateline-index: D/XAPIANDB: not a stub of Dateline's
  ! dateline-index: D/XAPIANDB:1: Bad line
  [2]
