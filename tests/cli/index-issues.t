An issue of a scanned newspaper is its METS file and the pages that it names: one article for each of the issue's.

  $ mkdir -p in/pages
  $ page() { printf '<alto><Layout><Page><PrintSpace><TextBlock ID="b"><TextLine><String CONTENT="%s" WC="0.5"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>' "$1"; }
  $ page 'First.' > in/pages/1.xml
  $ page 'Second.' > in/pages/2.xml
  $ echo '<mets OBJID="urn:t:issue"><fileSec><file ID="P1"><FLocat href="file://./pages/1.xml"/></file>' > in/a_mets.xml
  $ echo '<file ID="P2"><FLocat href="pages/2.xml"/></file></fileSec><structMap TYPE="LOGICAL"><div TYPE="ISSUE">' >> in/a_mets.xml
  $ echo '<div TYPE="ARTICLE" ID="a1" LABEL="One"><fptr><area FILEID="P1" BEGIN="b"/></fptr></div>' >> in/a_mets.xml
  $ echo '<div TYPE="ARTICLE" ID="a2" LABEL="Two"><fptr><area FILEID="P2" BEGIN="b"/></fptr></div></div></structMap></mets>' >> in/a_mets.xml
  $ index --db A --entities none in
  ! dateline-index: 2 added, 0 updated, 0 unchanged, 0 deleted; 0 of 3 files failed; 2 articles in all, N s
  $ bodies() { dateline-index --db A --export | jq -r '"\(.id) \(.headline): \(.body)"' | sort; }
  $ bodies
  urn:t:issue#a1 One: First.
  urn:t:issue#a2 Two: Second.

A second run reads nothing; a page that changes changes its article, though the METS file stays the same.

  $ index --db A --entities none in
  ! dateline-index: 0 added, 0 updated, 2 unchanged, 0 deleted; 0 of 3 files failed; 2 articles in all, N s
  $ page 'First, corrected.' > in/pages/1.xml
  $ index --db A --entities none in
  ! dateline-index: 0 added, 1 updated, 1 unchanged, 0 deleted; 0 of 3 files failed; 2 articles in all, N s
  $ bodies
  urn:t:issue#a1 One: First, corrected.
  urn:t:issue#a2 Two: Second.

A page that is missing is named; the rest of the issue stays, and is whole when the page comes.

  $ rm in/pages/2.xml
  $ index --db B --entities none in
  ! in/a_mets.xml:4:1: error: the page pages/2.xml is not beside the METS file [mets.page-missing]
  ! dateline-index: 2 added, 0 updated, 0 unchanged, 0 deleted; 0 of 2 files failed; 2 articles in all, N s
  [1]
  $ page 'Second.' > in/pages/2.xml
  $ index --db B --entities none in
  ! dateline-index: 0 added, 1 updated, 1 unchanged, 0 deleted; 0 of 3 files failed; 2 articles in all, N s

A page alone is an article.

  $ index --db C --entities none in/pages/1.xml
  ! dateline-index: 1 added, 0 updated, 0 unchanged, 0 deleted; 0 of 1 files failed; 1 articles in all, N s

A METS file from standard input has no pages.

  $ index --db D --entities none --format mets - < in/a_mets.xml
  ! -:3:1: error: pages are only found beside a METS file on disk [mets.no-pages]
  ! dateline-index: 2 added, 0 updated, 0 unchanged, 0 deleted; 0 of 1 files failed; 2 articles in all, N s
  [1]
