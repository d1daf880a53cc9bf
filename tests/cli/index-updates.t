What a later delivery of an item does to an earlier one: the same for every format that carries it, in whatever order
the deliveries come. Each is a file of its own; `both` indexes two or more of them forth and back.

  $ held() { dateline-index --db "$1" --export | jq -r '"\(.id) v\(.version) \(.status): \(.headline)"' | sort; }
  $ load() { a=$1; shift; for f in "$@"; do dateline-index -q --db $a --entities none $f; done; }
  $ back() { for f in "$@"; do echo $f; done | tac; }
  $ both() { rm -rf A B C; load A "$@"; load B $(back "$@"); dateline-index -q --db C --entities none "$@"; held A; test "$(held A)" = "$(held B)" && test "$(held A)" = "$(held C)"; }

NITF: versions of `du-key`, corrections, kills of the item itself and of another.

  $ nitf() { printf '<nitf><head><docdata %s><doc-id id-string="%s"/><du-key version="%s"/>%s</docdata></head><body><body.head><hedline><hl1>%s</hl1></hedline></body.head></body></nitf>' "$5" "$1" "$2" "$4" "$3"; }
  $ nitf urn:t:n 1 First > n1.xml; nitf urn:t:n 2 Second > n2.xml; nitf urn:t:n 3 Third '<correction info="x"/>' > n3.xml
  $ both n1.xml n2.xml
  urn:t:n v2 usable: Second
  $ both n2.xml n3.xml n1.xml
  urn:t:n v3 corrected: Third
  $ nitf urn:t:n 2 '' '' 'management-status="canceled"' > kill2.xml
  $ both n1.xml n2.xml kill2.xml
  $ both n1.xml kill2.xml n3.xml
  urn:t:n v3 corrected: Third
  $ nitf urn:t:notice 1 'Advisory' '' 'management-doc-idref="urn:t:n" management-idref-status="withheld"' > notice.xml
  $ both n1.xml notice.xml n3.xml
  urn:t:notice v1 usable: Advisory
  $ nitf urn:t:new 1 Mended '<correction id-string="urn:t:n"/>' > mended.xml
  $ both n2.xml mended.xml
  urn:t:new v1 corrected: Mended

NewsML 1: revisions, whose number is no part of the id, and status words. A revision without text changes nothing.

  $ newsml() { printf '<NewsML><NewsItem><Identification><NewsIdentifier><RevisionId PreviousRevision="0" Update="%s">%s</RevisionId><PublicIdentifier>urn:newsml:t:1:x:%s%s</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><Status FormalName="%s"/>%s</NewsManagement><NewsComponent><NewsLines><HeadLine>%s</HeadLine></NewsLines>%s</NewsComponent></NewsItem></NewsML>' "$2" "$1" "$1" "$2" "$3" "$5" "$4" "$6"; }
  $ text='<ContentItem><DataContent>Text.</DataContent></ContentItem>'
  $ newsml 1 N Usable One '' "$text" > m1.xml; newsml 5 U Usable Five '' "$text" > m5.xml; newsml 6 A Usable '' > m6.xml
  $ both m1.xml m5.xml
  urn:newsml:t:1:x v5 usable: Five
  $ both m5.xml m6.xml
  urn:newsml:t:1:x v5 usable: Five
  $ for word in Canceled Withheld; do newsml 6 A $word '' > gone.xml; both m1.xml m5.xml gone.xml; done
  $ newsml 7 N Usable Again '' "$text" > m7.xml
  $ both m5.xml gone.xml m7.xml
  urn:newsml:t:1:x v7 usable: Again
  $ newsml 1 N Canceled Notice '<AssociatedWith FormalName="Kill" NewsItem="urn:t:n"/><AssociatedWith NewsItem="urn:t:new"/>' | sed 's/t:1:x/t:1:y/' > other.xml
  $ both n1.xml other.xml mended.xml
  urn:t:new v1 corrected: Mended

NewsML-G2: guid, version, publication status, signals and notes to editors.

  $ g2() { printf '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:t:g" version="%s"><itemMeta><pubStatus qcode="stat:%s"/>%s</itemMeta><contentMeta><headline>%s</headline></contentMeta></newsItem>' "$1" "$2" "$4" "$3"; }
  $ g2 1 usable One > g1.xml; g2 2 usable Two '<signal qcode="sig:correction"/>' > g2.xml; g2 3 usable Three '<edNote>CORRECTS spelling</edNote>' > g3.xml
  $ both g1.xml g2.xml
  urn:t:g v2 corrected: Two
  $ both g1.xml g3.xml g2.xml
  urn:t:g v3 corrected: Three
  $ for word in canceled withheld; do g2 3 $word > gone.xml; both g1.xml g2.xml gone.xml; done

Atom: the later update of one id, and what a feed takes back. Equal entries are one.

  $ atom() { printf '<feed xmlns="http://www.w3.org/2005/Atom">%s</feed>' "$1"; }
  $ entry() { atom "<entry><id>tag:t:1</id><title>$1</title><published>2025-01-01</published>$2</entry>"; }
  $ entry Old > a1.xml; entry New '<updated>2025-01-02</updated>' > a2.xml; entry Newer '<updated>2025-01-03T10:00:00Z</updated>' > a3.xml
  $ both a1.xml a2.xml a3.xml
  tag:t:1 v1 usable: Newer
  $ cp a2.xml a4.xml; both a2.xml a4.xml
  tag:t:1 v1 usable: New
  $ atom '<d:deleted-entry xmlns:d="http://purl.org/atompub/tombstones/1.0" ref="tag:t:1" when="2025-01-04"/>' > gone.xml
  $ both a1.xml a3.xml gone.xml

RSS tells no update: two texts under one guid both stay, each with the id that its path gives it.

  $ rss() { printf '<rss><channel><item><guid>http://t.example/1</guid><title>%s</title></item></channel></rss>' "$1"; }
  $ rss One > r1.xml; rss Two > r2.xml
  $ both r1.xml r2.xml | sed 's/~[0-9a-f]*/~HASH/'
  http://t.example/1 v1 usable: One
  http://t.example/1~HASH v1 usable: Two

An embargoed item is kept, but shown only when its time has come, or with --include-embargoed. One that is held without a
time is held for good.

  $ nitf urn:t:e1 1 'Past story' '<date.issue norm="20200101"/><date.release norm="20200102T000000Z"/>' > e1.xml
  $ nitf urn:t:e2 1 'Future story' '<date.release norm="29990101T000000Z"/>' 'management-status="embargoed"' > e2.xml
  $ nitf urn:t:e3 1 'Held story' '' 'management-status="embargoed"' > e3.xml
  $ g2 1 usable 'Future story' '<embargoed>2999-01-01T00:00:00Z</embargoed>' > e4.xml
  $ newsml 1 N Embargoed 'Future story' '<StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>29990101T000000Z</DateAndTime></StatusWillChange>' "$text" > e5.xml
  $ newsml 1 N Embargoed 'Held story' '' "$text" | sed 's/t:1:x/t:1:z/' > e6.xml
  $ rm -rf A; load A e*.xml; held A
  urn:newsml:t:1:x v1 usable: Future story
  urn:newsml:t:1:z v1 usable: Held story
  urn:t:e1 v1 usable: Past story
  urn:t:e2 v1 usable: Future story
  urn:t:e3 v1 usable: Held story
  urn:t:g v1 usable: Future story
  $ dateline-search -d A -o ids story
  urn:t:e1
  $ dateline-search -d A -o ids --include-embargoed story | sort
  urn:newsml:t:1:x
  urn:newsml:t:1:z
  urn:t:e1
  urn:t:e2
  urn:t:e3
  urn:t:g
