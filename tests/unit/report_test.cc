#include "indexer/archive/report.h"

#include <catch2/catch.hpp>
#include <system_error>

#include "scratch.h"

using namespace dateline;

TEST_CASE("a fault is told as path, line, column, severity, message and code") {
  const auto [located, line] = GENERATE(table<LocatedFault, std::string>({
      {{"a.json", {"", error("json.syntax", "oops", 12, 3)}, true}, "a.json:12:3: error: oops [json.syntax]"},
      {{"a.zip", {"b.xml", error("xml.bad", "oops", 1, 1)}, true}, "a.zip!b.xml:1:1: error: oops [xml.bad]"},
      {{"a.txt", {"", warning("date.odd", "hm")}, true}, "a.txt: warning: hm [date.odd]"},
      {{"a.txt", {"", warning("date.odd", "hm", 4, 0)}, true}, "a.txt:4:1: warning: hm [date.odd]"},
      // Nothing from the outside reaches the terminal as a command, nor makes a line of its own.
      {{"a\x1B[2J\nb", {"", error("x", "m\r\x07", 0, 0)}, true}, "a?[2J?b: error: m?? [x]"},
  }));
  CHECK(to_line(located) == line);
}

TEST_CASE("an empty report has every key of the contract") {
  CHECK(dump(to_json(RunReport{})) ==
        R"({"schema":1,"archive":null,"started":"","seconds":0.0,"exit":0,"error":null,)"
        R"("files":{"seen":0,"read":0,"unchanged":0,"ignored":0,"failed":0,"removed":0},)"
        R"("articles":{"added":0,"updated":0,"unchanged":0,"deleted":0,"skipped":0,"undated":0,)"
        R"("without_model":0},)"
        R"("bytes_read":0,"total_articles":0,"failures":[],"warnings":[]})");
}

TEST_CASE("a full report says what happened") {
  RunReport report;
  report.error = "disk full";
  report.files = {1, 2, 3, 4, 5};
  report.failures.push_back({"x.zip", {"b.xml", error("xml.bad", "oops", 12, 3)}, false});
  for (int i = 0; i < 25; ++i) report.warn("a.txt", {"", warning("date.odd", std::to_string(i), 3, 1)});
  report.warn("b.txt", {"", warning("a.first", "m")});
  const Json json = to_json(report);
  CHECK(json["error"] == "disk full");
  CHECK(json["files"]["seen"] == 1 + 2 + 4);
  CHECK(
      dump(json["failures"]) ==
      R"([{"path":"x.zip","member":"b.xml","line":12,"column":3,"code":"xml.bad","message":"oops","new":false}])");
  REQUIRE(json["warnings"].size() == 2);
  CHECK(json["warnings"][0]["code"] == "a.first");
  CHECK(json["warnings"][1]["count"] == 25);
  REQUIRE(json["warnings"][1]["examples"].size() == 20);
  CHECK(dump(json["warnings"][1]["examples"][19]) ==
        R"({"path":"a.txt","member":null,"line":3,"column":1,"message":"19"})");
}

TEST_CASE("a report is written in one rename and leaves nothing beside it") {
  const ScratchDirectory scratch;
  scratch.write("report.json", "of yesterday, and longer than what comes now");
  write_report(RunReport{}, scratch / "report.json");
  CHECK(read_bytes(scratch / "report.json") == dump(to_json(RunReport{})) + "\n");
  CHECK(std::distance(std::filesystem::directory_iterator(scratch.path()), {}) == 1);
}

TEST_CASE("a report that cannot be written says which file and why") {
  const ScratchDirectory scratch;
  CHECK_THROWS_WITH(write_report(RunReport{}, scratch / "none/report.json"),
                    Catch::Contains("none/report.json") && Catch::Contains("No such file"));
}
