With `--entities metadata` the facets are a collection's own tags, as names, each with the number of its articles.

  $ index --db A --root "$CORPUS" --entities metadata "$CORPUS/formats/1987-reuters-sgml-ports.sgm"
  ! dateline-index: 4 added, 0 updated, 0 unchanged, 0 deleted; 0 of 1 files failed; 4 articles in all, N s
  $ dateline-search --db A --limit 0 --facet place:all --facet person:all -o csv '*' | tr -d '\r'
  facet,value,count
  place,United States,2
  place,West Germany,2
  place,El Salvador,1
  place,Soviet Union,1
  person,George Shultz,1
  $ dateline-search --db A -c 'place:"Soviet Union"'
  1
  $ dateline-search --db A -o json --show reuters-sgml:90001 | jq -c '.subjects[] | select(.scheme == "places") | .code'
  "ussr"
  "west-germany"
  "usa"
