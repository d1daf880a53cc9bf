Containers are opened; members are named inside them, a compressed text is as good as the text itself.

  $ place() { jq -r '"\(.source.path | split("/") | last) \(.source.member) \(.headline)"'; }
  $ mkdir -p in/wire/.cache in/__MACOSX
  $ article urn:c:1 Harbour 'Ships return.' > in/wire/a.json
  $ article urn:c:2 Market 'Up.' > in/wire/b.json
  $ cp in/wire/a.json in/wire/.cache/x.json && cp in/wire/a.json in/__MACOSX/a.json && echo x > in/wire/photo.jpg
  $ gzip -k in/wire/b.json && tar -C in -cf inner.tar wire/a.json && tar -cf outer.tar inner.tar in && gzip outer.tar
  $ dateline-index --dry-run --entities none in/wire/b.json.gz | place
  b.json.gz null Market
  $ dateline-index --dry-run --entities none outer.tar.gz | place | sort
  outer.tar.gz in/wire/a.json Harbour
  outer.tar.gz in/wire/b.json Market
  outer.tar.gz in/wire/b.json.gz Market
  outer.tar.gz inner.tar!wire/a.json Harbour
  $ dateline-index --dry-run --entities none "$CORPUS/formats/1998-zip-desk-notes.zip" "$CORPUS/formats/2020-warc-skerry-post.warc" | place
  1998-zip-desk-notes.zip desk/tide-tables.txt Tide tables sell out in Whitby
  1998-zip-desk-notes.zip desk/bakery-oven.txt Bakers of Bergen share one oven
  2020-warc-skerry-post.warc https://skerrypost.example/islands/gannets Lighthouse keeper counts the last of the gannets
  2020-warc-skerry-post.warc https://skerrypost.example/courts/seagull?from=front Café owner sues a seagull's landlord
  $ dateline-index --dry-run --entities none --format dateline-json - < outer.tar.gz | place | head -1
  - inner.tar!wire/a.json Harbour

An unchanged container is not read again; a member of one article keeps its article's id through edits.

  $ mkdir two
  $ story() { printf '%s\n\nBy Jane Roe\n\nThe %s of the town was mended on Monday, the mayor said, and the bells were rung from noon until six in the evening.\n' "$1" "$2"; }
  $ story 'Clock mended' clock > two/clock.txt && story 'Bridge mended' bridge > two/bridge.txt
  $ tar -cf two.tar two
  $ index --db A --entities none two.tar
  ! dateline-index: 2 added, 0 updated, 0 unchanged, 0 deleted; 0 of 1 files failed; 2 articles in all, N s
  $ index --db A --entities none two.tar
  ! dateline-index: 0 added, 0 updated, 2 unchanged, 0 deleted; 0 of 1 files failed; 2 articles in all, N s
  $ story 'Clock mended at last' clock > two/clock.txt && tar -cf two.tar two
  $ index --db A --entities none two.tar
  ! dateline-index: 0 added, 1 updated, 1 unchanged, 0 deleted; 0 of 1 files failed; 2 articles in all, N s
  $ dateline-index --db A --export | jq -r '.source.member + "  " + .headline' | sort
  two/bridge.txt  Bridge mended
  two/clock.txt  Clock mended at last

What cannot be read is named, and the rest is read.

  $ cp "$CORPUS/broken/encrypted-member.zip" "$CORPUS/broken/cut-off.txt.gz" "$CORPUS/broken/cut-off.warc" .
  $ index --db B --entities none --report report.json encrypted-member.zip cut-off.txt.gz cut-off.warc
  ! cut-off.txt.gz: error: the compressed data are cut off [container.unreadable]
  ! cut-off.warc!https://skerrypost.example/lost: error: the record does not tell its length [crawl.bad-record]
  ! cut-off.warc!https://skerrypost.example/courts/seagull?from=front: error: the file ends inside this record [crawl.truncated]
  ! encrypted-member.zip!bell.txt: error: the member is encrypted [container.encrypted]
  ! dateline-index: 4 added, 0 updated, 0 unchanged, 0 deleted; 0 of 3 files failed; 4 articles in all, N s
  [1]
  $ jq -r '.failures[] | "\(.path) \(.member) \(.code)"' report.json
  cut-off.txt.gz null container.unreadable
  cut-off.warc https://skerrypost.example/lost crawl.bad-record
  cut-off.warc https://skerrypost.example/courts/seagull?from=front crawl.truncated
  encrypted-member.zip bell.txt container.encrypted

An archive bomb costs a message.

  $ { article urn:b:1 Fuse 'Lit.'; head -c 400000000 /dev/zero | tr '\0' ' '; } | gzip -9 > bomb.json.gz
  $ tar -cf bombs.tar bomb.json.gz in/wire/b.json
  $ dateline-index --dry-run --entities none bombs.tar | place
  bombs.tar bomb.json.gz Fuse
  ! bombs.tar!bomb.json.gz: error: unpacks to more than 250 times its size; the rest is not read [container.too-large]
  [1]
