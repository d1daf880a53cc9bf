A load that is killed is finished by the next run, and nothing shows of it.

  $ articles 6000 > many.jsonl; mkdir in; split -l 60 -a 3 --additional-suffix=.jsonl many.jsonl in/
  $ index --db whole --entities none in
  ! dateline-index: 6000 added, 0 updated, 0 unchanged, 0 deleted; 0 of 100 files failed; 6000 articles in all, N s
  $ finished() { dateline-index --db A --wait 20 -q --entities none in && dateline-index --db A -q --check && test "$(digest A)" = "$(digest whole)" || echo wrong; }
  $ for delay in 0.1 0.3 0.6; do rm -rf A; killed_after $delay --db A --entities none in; finished; done

An update that is killed too.

  $ sed -i 's/"body":"text/"body":"edited/' in/aa[a-m].jsonl; index --db whole --entities none in
  ! dateline-index: 0 added, 780 updated, 5220 unchanged, 0 deleted; 0 of 100 files failed; 6000 articles in all, N s
  $ for delay in 0.1 0.2; do touch in/aa[a-m].jsonl; killed_after $delay --db A --wait 20 --entities none in; finished; done

A run that waits for its input can be interrupted, and says so in exit code and report.

  $ mkfifo feed; sleep 20 > feed & until_read() { timeout --preserve-status -s "$1" 0.5 dateline-index --db B -q -f dateline-json --report report.json - < feed; }; until_read INT
  [130]
  $ jq -c '[.exit, .error, .total_articles]' report.json
  [130,null,0]
  $ until_read TERM; kill %1
  $ jq -c '[.exit, .error]' report.json
  [143,null]

What was committed stays, and the next run goes on.

  $ sed 's/urn:n/urn:m/' many.jsonl > more.jsonl; cat more.jsonl >> more.jsonl.2; cat more.jsonl.2 >> more.jsonl
  $ timeout --preserve-status -s INT 0.4 dateline-index --db C -q -j 1 many.jsonl more.jsonl
  [130]
  $ dateline-index --db C --check -q
  $ dateline-index --db C -q --wait 20 many.jsonl more.jsonl; dateline-index --db C --stats | head -1
  articles       12000
