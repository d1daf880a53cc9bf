Articles that spell a person and a city in several ways.

  $ named() { article "urn:t:$1" "Number $1" "$2" '"persons":['"$3"'],"places":['"$4"']'; }
  $ kiev='{"value":"Kiev","name":"Kiev","country":"UA","path":["Kiev","Ukraine"]}' kyiv='{"value":"Kyiv","name":"Kyiv","country":"UA","path":["Kyiv","Ukraine"]}'
  $ { named 1 'Sergio Malkov met Ann Lee.' '"Sergio Malkov","Ann Lee"' "$kiev"; named 2 'Sergio Malkoff met Ann Lee.' '"Sergio Malkoff","Ann Lee","Foreign Ministry"'; named 3 'S. Malkov stayed.' '"S. Malkov"' "$kyiv"; named 4 'Sergio Malkov left.' '"Sergio Malkov"'; } >talks.jsonl
  $ index --db A talks.jsonl
  ! dateline-index: 4 added, 0 updated, 0 unchanged, 0 deleted; 0 of 1 files failed; 4 articles in all, N s
  $ before=$(digest A)
  $ names() { dateline-search -d A --facet person:all,place:all --limit 0 -o csv "$@" | tr -d '\r'; }

Spellings of one name are one value, called as most articles call it.

  $ names
  facet,value,count
  person,Sergio Malkov,3
  person,Ann Lee,2
  person,Foreign Ministry,1
  person,S. Malkov,1
  place,Ukraine,2
  place,Kiev,1
  place,Kyiv,1
  $ search -d A person:"Sergio Malkoff" -o ids
  urn:t:1
  urn:t:2
  urn:t:4
  ! dateline-search: note: person:Sergio Malkoff is taken for Sergio Malkov
  $ search -d A --person "sergio MALKOFF" -n 0 -o json | jq -c .query.notes
  ["person:sergio MALKOFF is taken for Sergio Malkov"]

The rest is for people to say; what may be one person is suggested.

  $ dateline-index --db A --suggest-aliases
  person Sergio Malkov  # 3 articles
    # 1 article; initial and surname agree: 3 of 3 articles with a full name that fits; 1 name in common: Ukraine
    alias S. Malkov
  $ printf '%s\n' '# our names' 'person Sergio Malkov' '  alias S. Malkov' 'place Kyiv' '  alias Kiev' 'hide person Foreign Ministry' >names.txt
  $ dateline-index --db A --relink --authority names.txt 2>&1 | mask_seconds
  dateline-index: 3 of 4 articles changed, N s
  $ names
  facet,value,count
  person,Sergio Malkov,4
  person,Ann Lee,2
  place,Kyiv,2
  place,Ukraine,2
  $ dateline-index --db A --export | jq -c '[.id, [.persons[].name], [.places[].value]]'
  ["urn:t:1",["Sergio Malkov","Ann Lee"],["Kyiv"]]
  ["urn:t:2",["Sergio Malkov","Ann Lee"],[]]
  ["urn:t:3",["Sergio Malkov"],["Kyiv"]]
  ["urn:t:4",["Sergio Malkov"],[]]
  $ search -d A place:Kiev -n 0 -o json | jq -c '.total, .query.notes'
  2
  ["place:Kiev is taken for Kyiv"]
  $ search -d A 'person:"S. Malkov"' -o ids
  urn:t:1
  urn:t:2
  urn:t:3
  urn:t:4
  ! dateline-search: note: person:S. Malkov is taken for Sergio Malkov

Nothing is left to do, whether the file is given again or not.

  $ dateline-index --db A --relink --authority names.txt 2>&1 | mask_seconds
  dateline-index: 0 of 4 articles changed, N s
  $ dateline-index --db A --relink 2>&1 | mask_seconds
  dateline-index: 0 of 4 articles changed, N s

What comes later is linked by the file that is kept.

  $ named 5 'S. Malkov came back.' '"S. Malkov"' "$kiev" >later.jsonl
  $ index --db A later.jsonl
  ! dateline-index: 1 added, 0 updated, 0 unchanged, 0 deleted; 0 of 1 files failed; 5 articles in all, N s
  $ dateline-index --db A --export | jq -c 'select(.id == "urn:t:5") | [[.persons[].name], [.places[].value]]'
  [["Sergio Malkov"],["Kyiv"]]

A file given with a run is for what comes; the rest waits for --relink.

  $ echo 'hide place Ukraine' >>names.txt
  $ index --db A --full --authority names.txt later.jsonl
  ! dateline-index: the articles that are in already are not linked by the present authority file and rules for names; --relink does it
  ! dateline-index: 0 added, 1 updated, 0 unchanged, 0 deleted; 0 of 1 files failed; 5 articles in all, N s
  $ names | grep Ukraine
  place,Ukraine,2
  $ dateline-index --db A --relink 2>&1 | mask_seconds
  dateline-index: 2 of 5 articles changed, N s
  $ names | grep Ukraine
  [1]
  $ index --db A later.jsonl
  ! dateline-index: 0 added, 0 updated, 1 unchanged, 0 deleted; 0 of 1 files failed; 5 articles in all, N s

Without the file everything is as it was.

  $ : >none.txt
  $ dateline-index --db A --relink --authority none.txt 2>&1 | mask_seconds
  dateline-index: 4 of 5 articles changed, N s
  $ dateline-index --db A --export | grep -v '"urn:t:5"' | sed 's/"indexed":"[^"]*"//' | sort | sha256sum | cut -c1-16 | grep -qx "$before"
  $ search -d A place:Kiev -o ids
  urn:t:1
  urn:t:5
  $ dateline-index --db A --check
  ! dateline-index: 5 articles checked, 0 faults

A dry run shows what a file would do.

  $ dateline-index --dry-run --authority names.txt talks.jsonl | jq -c '[.persons[].name]'
  ["Sergio Malkov","Ann Lee"]
  ["Sergio Malkov","Ann Lee"]
  ["Sergio Malkov"]
  ["Sergio Malkov"]

Faults of a file are told by line, and nothing is changed.

  $ printf '%s\n' 'persn Ann Lee' 'person Ann Lee' 'alias Lee' 'person Bo Lee' 'alias Lee' >bad.txt
  $ dateline-index --db A --relink --authority bad.txt
  ! bad.txt:1:1: error: a line begins with person, place, organisation, alias, country or hide, not with 'persn'; did you mean 'person'? [authority.syntax]
  ! bad.txt:5:7: error: 'Lee' is a name of 'Ann Lee' by line 3 [authority.conflict]
  ! dateline-index: bad.txt: 2 faults in the authority file
  [2]
  $ dateline-index --db A --relink --authority missing.txt
  ! dateline-index: missing.txt: the authority file cannot be read
  [2]
  $ dateline-index --db A --relink 2>&1 | mask_seconds
  dateline-index: 0 of 5 articles changed, N s
  $ dateline-index --db A --relink --check
  ! dateline-index: --check and --relink do not go together
  ! Try 'dateline-index --help'.
  [2]
  $ dateline-index --db NOWHERE --relink
  ! dateline-index: NOWHERE: there is no archive here
  [2]

Recognising anew gives what indexing gave, from the stored text alone; lists that a source gave stay.

  $ printf 'Harbour talks\n\nMONDAY - Mayor Sadiq Khan met Angela Merkel in Berlin. Mr Khan left for Paris.\n' >text.txt
  $ index --db B talks.jsonl text.txt
  ! dateline-index: 5 added, 0 updated, 0 unchanged, 0 deleted; 0 of 2 files failed; 5 articles in all, N s
  $ before=$(digest B)
  $ rm talks.jsonl text.txt
  $ dateline-index --db B --recognise 2>&1 | mask_seconds
  dateline-index: 0 of 5 articles changed, N s
  $ test "$before" = "$(digest B)"
  $ dateline-index --db B --recognise --entities metadata 2>&1 | mask_seconds
  dateline-index: 1 of 5 articles changed, N s
  $ dateline-index --db B --export | jq -c '[.persons[].name]'
  ["Sergio Malkov","Ann Lee"]
  ["Sergio Malkoff","Ann Lee","Foreign Ministry"]
  ["S. Malkov"]
  ["Sergio Malkov"]
  []
  $ dateline-index --db B --recognise 2>&1 | mask_seconds
  dateline-index: 1 of 5 articles changed, N s
  $ test "$before" = "$(digest B)"

Each mention says why it is a name, if asked.

  $ printf 'Harbour talks\n\nMONDAY - Mayor Sadiq Khan met Angela Merkel in Berlin. Mr Khan left for Paris, Texas.\n' >text.txt
  $ dateline-index --dry-run --mentions -v text.txt 2>/dev/null | jq -r '(.persons + .places)[].mentions[] | "\(.text): \(.why)"'
  Sadiq Khan: model; after the title Mayor; gazetteer: a given name
  Khan: model; after the title Mr; joined to Sadiq Khan
  Angela Merkel: model, rules; gazetteer: a given name
  Berlin: model, rules; gazetteer: one of 17 places of that name, resolved by the article's other places and its size
  Paris: model, rules; gazetteer: one of 16 places of that name, resolved by Texas after it
  Texas: model, rules; gazetteer: one of 2 places of that name, resolved by the article's other places and its size
  $ dateline-index --dry-run --mentions text.txt | jq -c '.persons[0].mentions[0] | keys'
  ["end","field","index","start","text"]

Articles in languages without a model are counted.

  $ article urn:d:1 Hafen 'Die Schiffe kehrten zurück.' '"language":"de"' >de.jsonl
  $ index --db C --report r.json de.jsonl
  ! dateline-index: 1 added, 0 updated, 0 unchanged, 0 deleted; 0 of 1 files failed; 1 articles in all, N s
  $ jq .articles.without_model r.json
  1
