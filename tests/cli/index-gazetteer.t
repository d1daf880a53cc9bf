A table of GeoNames' adds places, which the searcher finds under what holds them.

  $ printf '1\tQuibbleton\tQuibbleton\t\t40.5\t-95.5\tP\tPPL\tUS\t\tNE\t\t\t\t812\t\t9\tEtc/UTC\t2020-02-02\n' > towns.tsv
  $ echo '{"id":"urn:t:1","headline":"Fair","body":"The fair of Quibbleton, Nebraska, opened."}' > fair.json
  $ index --db A --gazetteer towns.tsv fair.json
  ! dateline-index: 1 added, 0 updated, 0 unchanged, 0 deleted; 0 of 1 files failed; 1 articles in all, N s
  $ ls A | grep -c '^gazetteer-.*[.]dat$'
  1
  $ dateline-search --db A --limit 0 --facet place -o csv | tr -d '\r'
  facet,value,count
  place,Nebraska,1
  place,Quibbleton,1
  place,United States,1
  $ dateline-search --db A --place Quibbleton --count
  1
  $ dateline-index --dry-run fair.json | jq -r '.places[].value'
  Nebraska
  $ dateline-index --dry-run --gazetteer towns.tsv fair.json | jq -r '.places[].value'
  Quibbleton
  Nebraska
  $ echo 'Quibbleton, Nebraska' >> towns.tsv
  $ dateline-index --db A --full --gazetteer towns.tsv fair.json
  ! dateline-index: towns.tsv:2: not GeoNames' 19 columns
  [2]
