# shellcheck shell=bash
# What transcripts share: articles to index, and masks for what differs from run to run.

# One article as a line of JSON, its names given, so that no recognition plays a part: ID HEADLINE BODY [MEMBERS]
article() {
  printf '{"id":"%s","headline":"%s","body":"%s","language":"en","persons":[],"places":[],"organisations":[]%s}\n' \
    "$1" "$2" "$3" "${4:+,$4}"
}

# COUNT such lines with ids urn:n:1 and up, of about 1 kB each, whose bodies begin with WORD: COUNT [WORD]
articles() {
  awk -v count="$1" -v word="${2:-text}" 'BEGIN {
    for (i = 1; i <= count; i++) {
      printf "{\"id\":\"urn:n:%d\",\"headline\":\"Number %d\",\"body\":\"%s", i, i, word
      for (j = 0; j < 120; j++) printf " w%dx", (i * 7919 + j * 104729) % 2003
      printf "\",\"language\":\"en\",\"persons\":[],\"places\":[],\"organisations\":[]}\n"
    }
  }'
}

# dateline-index with the seconds of its tally masked.
index() {
  command dateline-index "$@" 2>"$KEPT/stderr"
  local code=$?
  mask_seconds <"$KEPT/stderr" >&2
  return $code
}

mask_seconds() { sed -E 's/[0-9]+\.[0-9] s$/N s/'; }

# A report without what differs: when, how long, where.
mask_report() { jq '.started |= sub("[0-9]"; "N"; "g") | .seconds |= (. >= 0)' "$@" | mask_place; }

# The scratch directory's own path.
mask_place() { sed "s|$PWD|SCRATCH|g"; }

# An archive's articles, one a line and sorted: id, headline, the path it was read at.
listing() { dateline-index --db "$1" --export | jq -r '"\(.id)  \(.headline)  \(.source.path)"' | sort | mask_place; }

# The same with ids that are made of the scratch directory's path numbered in the order of the headlines.
numbered() {
  dateline-index --db "$1" --export | jq -s -r 'sort_by(.headline)[] | "\(.id)  \(.headline)  \(.source.path)"' |
    mask_place | awk '{ if (!($1 in seen)) seen[$1] = ++count; $1 = "x-" seen[$1]; print }'
}

# Everything an archive holds but when it was indexed, as one hash.
digest() { dateline-index --db "$1" --export | sed 's/"indexed":"[^"]*"//' | sort | sha256sum | cut -c1-16; }

# dateline-index, killed after so many seconds if it still runs then: SECONDS ARGUMENTS
killed_after() { timeout -s KILL "$1" dateline-index -q "${@:2}"; } 2>/dev/null

# Turns every bit of COUNT bytes of FILE from OFFSET on: FILE OFFSET COUNT
damage() {
  local bytes
  bytes=$(od -An -v -tu1 -j "$2" -N "$3" "$1" | awk '{ for (i = 1; i <= NF; i++) printf "\\x%02x", 255 - $i }')
  printf '%b' "$bytes" | dd of="$1" bs=1 seek="$2" conv=notrunc status=none
}

# A small archive to search: DIR
three_articles() {
  cat >three.jsonl <<'JSON'
{"id":"urn:s:harbour","headline":"Ships return to the harbour","captions":[{"text":"Jane Roe on the quay at Istanbul.","credit":"Ann Doe"}],"body":"The ships came back on Monday, said Jane Roe.","published":{"date":"2025-02-26","time":"13:17"},"language":"en","persons":[{"name":"Jane Roe","count":2,"in":["caption","body"],"origin":"text"}],"places":[{"name":"Istanbul","value":"Istanbul","kind":"city","country":"TR","path":["Istanbul","Turkey"],"count":1,"in":["caption"],"origin":"text"}],"organisations":[]}
{"id":"urn:s:market","headline":"Prices at the market","body":"Corn was dear, said Jane Roe and John Poe.","published":{"date":"1890"},"language":"en","persons":[{"name":"Jane Roe","count":1,"in":["body"],"origin":"text"},{"name":"John Poe","count":1,"in":["body"],"origin":"text"}],"places":[],"organisations":[]}
{"id":"urn:s:bank","headline":"A bank in Zürich","body":"The bank opened its doors.","language":"en","persons":[],"places":[{"name":"Zürich","value":"Zürich","kind":"city","country":"CH","path":["Zürich","Switzerland"],"count":1,"in":["headline"],"origin":"text"}],"organisations":[]}
JSON
  dateline-index -q --db "$1" three.jsonl
}

# dateline-search with the milliseconds of its head masked.
search() { command dateline-search "$@" | sed -E 's/ · [0-9.]+ ms$/ · N ms/; s/"took_ms":[0-9.e-]+/"took_ms":0/'; return "${PIPESTATUS[0]}"; }
