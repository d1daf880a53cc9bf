One run writes an archive at a time; readers do not wait.

  $ article urn:t:1 Harbour 'Ships return.' > a.json
  $ index --db A a.json
  ! dateline-index: 1 added, 0 updated, 0 unchanged, 0 deleted; 0 of 1 files failed; 1 articles in all, N s
  $ article urn:t:2 Market 'Up.' > b.json
  $ flock A/lock dateline-index --db A --report report.json b.json
  ! dateline-index: A: another run is writing this archive
  [75]
  $ jq -c '.exit, .error' report.json
  75
  "A: another run is writing this archive"
  $ flock A/lock dateline-index --db A --compact
  ! dateline-index: A: another run is writing this archive
  [75]
  $ flock A/lock dateline-index --db A --export | jq -r .id
  urn:t:1

With --wait it waits, so long and no longer.

  $ flock A/lock dateline-index --db A --wait 1 b.json
  ! dateline-index: A: another run is writing this archive
  [75]
  $ flock A/lock sleep 1 & until ! flock -n A/lock true; do :; done; index --db A --wait 20 b.json
  ! dateline-index: 1 added, 0 updated, 0 unchanged, 0 deleted; 0 of 1 files failed; 2 articles in all, N s

A lock that nobody holds is none.

  $ test -e A/lock && index --db A b.json
  ! dateline-index: 0 added, 0 updated, 1 unchanged, 0 deleted; 0 of 1 files failed; 2 articles in all, N s
