An archive of three articles, with persons and places given.

  $ three_articles A
  $ dateline-search -d A -n 0 -c '*'
  3

Words find their forms, whatever their case and accents.

  $ search -d A -o ids ships
  urn:s:harbour
  $ search -d A -o ids SHIP
  urn:s:harbour
  $ search -d A -o ids zurich
  urn:s:bank

A phrase is exact and stays inside one field.

  $ search -d A -o ids '"ships return"'
  urn:s:harbour
  $ search -d A -o ids '"ship return"'
  [1]

Names, places and dates filter; what holds a place finds it.

  $ search -d A -o ids --person Roe
  urn:s:harbour
  urn:s:market
  ! dateline-search: note: person:Roe is taken for Jane Roe
  $ search -d A -o ids place:Turkey
  urn:s:harbour
  $ search -d A -o ids --date 1890s
  urn:s:market
  $ search -d A -o ids --date 1890-02
  [1]
  $ search -d A -o ids undated:yes
  urn:s:bank

Facets are exact, as JSON.

  $ dateline-search -d A -n 0 -o json --facet person,place,date:decade | jq -c '.total, .facets.person.values, .facets.place.values, .facets.date'
  3
  [{"value":"Jane Roe","count":2,"selected":false},{"value":"John Poe","count":1,"selected":false}]
  [{"value":"Istanbul","name":"Istanbul","kind":"city","country":"TR","count":1,"selected":false},{"value":"Switzerland","name":"Switzerland","kind":"country","country":"CH","count":1,"selected":false},{"value":"Turkey","name":"Turkey","kind":"country","country":"TR","count":1,"selected":false},{"value":"Zürich","name":"Zürich","kind":"city","country":"CH","count":1,"selected":false}]
  {"unit":"decade","values":[{"value":"1890s","count":1,"selected":false},{"value":"1900s","count":0,"selected":false},{"value":"1910s","count":0,"selected":false},{"value":"1920s","count":0,"selected":false},{"value":"1930s","count":0,"selected":false},{"value":"1940s","count":0,"selected":false},{"value":"1950s","count":0,"selected":false},{"value":"1960s","count":0,"selected":false},{"value":"1970s","count":0,"selected":false},{"value":"1980s","count":0,"selected":false},{"value":"1990s","count":0,"selected":false},{"value":"2000s","count":0,"selected":false},{"value":"2010s","count":0,"selected":false},{"value":"2020s","count":1,"selected":false}],"distinct":2,"missing":1,"coarser":0}

One article whole, and the exit codes.

  $ search -d A --show urn:s:none
  ! dateline-search: no article has the id urn:s:none
  [1]
  $ search -d A -o json --show urn:s:bank | jq -c '[.id, .headline, .body]'
  ["urn:s:bank","A bank in Zürich","The bank opened its doors."]
  $ search -d A -q ships
  $ search -d A -q zeppelin
  [1]
  $ search -d B ships
  ! dateline-search: B: there is no archive (Couldn't stat 'B')
  [2]
  $ search -d A '(ships'
  ! dateline-search: query, column 1: the parenthesis that opens here is not closed
  [2]
  $ search -d A hedline:ships
  ! dateline-search: query, column 1: there is no field hedline: (did you mean headline:?)
  [2]
  $ search -d A --limt 3
  ! dateline-search: there is no option --limt (did you mean --limit?)
  ! Try 'dateline-search --help'.
  [2]
  $ search -d A --limit=-1
  ! dateline-search: --limit takes a number from 0 to 2147483647; not "-1"
  ! Try 'dateline-search --help'.
  [2]
  $ dateline-search -d A -o ids '*' | head -1 >first; echo "${PIPESTATUS[0]} $(wc -l <first)"
  0 1
