Tables and JSON with unknown names are read through a mapping file.

  $ printf 'kop;tekst;dag\nHaven weer open;Het veer vaart.;4/3/1999\n"Pier; gesloten";"De pier\nis dicht.";5/3/1999\n' > haven.csv
  $ dateline-index --dry-run --format csv haven.csv
  ! haven.csv:1:1: error: no column of the first row is known as headline or text; a --map can name them [csv.no-header]
  [1]
  $ printf '# De haven.\nheadline = kop\nbody = tekst\npublished = dag\n' > haven.map
  $ dateline-index --dry-run --map haven.map haven.csv | jq -c '[.source.format, .headline, .body, .published.date]'
  ["csv","Haven weer open","Het veer vaart.","1999-03-04"]
  ["csv","Pier; gesloten","De pier\n\nis dicht.","1999-03-05"]

Columns have numbers where there is no header row.

  $ printf '17\tHaven weer open\tHet veer vaart.\n18\tPier gesloten\n' > bare.tsv
  $ printf 'id = 1\nheadline = 2\nbody = 3\n' > bare.map
  $ dateline-index --dry-run --map bare.map --set publication=Kade bare.tsv | jq -c '[.id, .headline, .body]'
  ["Kade:17","Haven weer open","Het veer vaart."]
  ! bare.tsv:2:1: error: a row of 2 cells where the first has 3 [csv.cells]
  [1]

JSON lines, one of them broken; articles inside other objects.

  $ printf '{"kop":{"hoofd":"Haven"},"tekst":"Open."}\n{"kop":\n{"kop":{"hoofd":"Pier"},"tekst":"Dicht.","buro":"Stad"}\n' > haven.jsonl
  $ printf 'headline = kop.hoofd\nbody = tekst\nextra.desk = buro\n' > lines.map
  $ dateline-index --dry-run --map lines.map haven.jsonl | jq -c '[.headline, .body, .extra]'
  ["Haven","Open.",{}]
  ["Pier","Dicht.",{"desk":"Stad"}]
  ! haven.jsonl:2:1: error: the object does not end [json.syntax]
  [1]
  $ printf '{"antwoord":{"rijen":[{"kop":"Haven"},{"kop":"Pier"}]}}' > answer.json
  $ printf 'items = antwoord.rijen[]\nheadline = kop\n' > answer.map
  $ dateline-index --dry-run --map answer.map answer.json | jq -c .headline
  "Haven"
  "Pier"
  $ dateline-index -q --db A --map answer.map answer.json; dateline-index --db A --export | jq -c .headline | sort
  "Haven"
  "Pier"

What is wrong with a mapping file is told before anything is read.

  $ printf 'headline = kop\nboddy = tekst\n' > wrong.map
  $ dateline-index --dry-run --map wrong.map haven.csv
  ! dateline-index: wrong.map:2: unknown field 'boddy'; did you mean 'body'?
  [2]
  $ printf 'headline = a..b\n' > wrong.map
  $ dateline-index --db none --map wrong.map haven.csv; ls none
  ! dateline-index: wrong.map:1: 'a..b' is no path
  ! ls: cannot access 'none': No such file or directory
  [2]
  $ dateline-index --dry-run --map nowhere.map haven.csv
  ! dateline-index: nowhere.map: cannot be read
  [2]
