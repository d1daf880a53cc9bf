#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <sstream>

#include "searcher/render/csv.h"
#include "searcher/render/text.h"
#include "searcher/render/width.h"
#include "tests/unit/search_fixture.h"

using namespace dateline;

namespace {

// What a renderer writes.
class Written {
 public:
  Written()
      : file_((scratch_.path() / "out").string()),
        descriptor_(open(file_.c_str(), O_CREAT | O_RDWR, 0600)),
        out_(descriptor_) {}
  ~Written() { close(descriptor_); }
  Output& out() { return out_; }
  std::string text() {
    out_.flush();
    std::ostringstream all;
    all << std::ifstream(file_).rdbuf();
    return all.str();
  }

 private:
  testing::ScratchDirectory scratch_;
  std::string file_;
  int descriptor_;
  Output out_;
};

Hit some_hit() {
  Hit hit;
  hit.rank = 1;
  hit.score = 1.5;
  hit.article.id = "urn:x:1";
  hit.article.headline = "Salt \x1b[31m\"and\" fish, 塩と魚の市場はとても大きいです";
  hit.article.published = parse_iso("2025-02-26", "13:17");
  hit.article.persons.emplace().emplace_back().name = "Greta Holm";
  hit.article.persons->emplace_back().name = "Nils Quist";
  hit.article.places = {{testing::place("Bergen", "Norway")}};
  hit.article.source = {"/in/a.txt", {}, 0, "text"};
  hit.article.body = "A body.";
  hit.snippets = {
      {"caption",
       0,
       {"Before ", "salt",
        " after, and some more words that go on for a while so that a line has to be broken somewhere"},
       true,
       false}};
  return hit;
}

Answer some_answer() {
  Answer answer;
  answer.query.text = answer.query.parsed = "salt";
  answer.query.match = "all";
  answer.total = 2;
  answer.page_size = 1;
  answer.revision = 7;
  answer.facets = {{"person",
                    {{{"Greta Holm", {}, {}, {}}, 12, true}, {{"魚市場 Łódź", {}, {}, {}}, 3, false}},
                    2,
                    1,
                    "",
                    0},
                   {"place", {{{"Bergen", "Bergen", "city", "NO"}, 1234, false}}, 1, 0, "", 0},
                   {"date",
                    {{{"2025-01", {}, {}, {}}, 1, false}, {{"2025-02", {}, {}, {}}, 80, false}},
                    2,
                    0,
                    "month",
                    5}};
  answer.next = "token";
  return answer;
}

std::string rendered(Format format, RenderOptions options = {}) {
  Written written;
  const auto renderer = make_renderer(format, options, written.out());
  const Answer answer = some_answer();
  renderer->begin(answer);
  renderer->hit(some_hit());
  renderer->end(answer);
  return written.text();
}

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, width_of(line));
  return widest;
}

}  // namespace

TEST_CASE("a text is as wide as the columns it takes") {
  const auto [text, columns] = GENERATE(table<std::string, std::size_t>({{"", 0},
                                                                         {"abc", 3},
                                                                         {"Łódź", 4},
                                                                         {"e\u0301", 1},
                                                                         {"魚市場", 6},
                                                                         {"한국", 4},
                                                                         {"ｆｕｌｌ", 8},
                                                                         {"🐟", 2},
                                                                         {"a\u200Db", 2},
                                                                         {"\xff", 1}}));
  CAPTURE(text);
  CHECK(width_of(text) == columns);
  for (std::size_t room : {1, 2, 3, 5, 8}) {
    CHECK(width_of(fit(text, room)) == room);
    CHECK(width_of(fit_right(text, room)) == std::max<std::size_t>(room, columns));
  }
}

TEST_CASE("nothing in an archive can steer a terminal") {
  CHECK(clean("a\x1b[31mb") == "a [31mb");
  CHECK(clean("a\tb\r\nc\u0085d") == "a b c d");
  CHECK(clean("a\u202Eb\u2066c") == "abc");
  CHECK(clean("  a  ") == "a");
  CHECK(clean("\xff") == "\uFFFD");
}

TEST_CASE("lines are broken at blanks, between wide characters and inside what is too long") {
  const auto [text, columns, lines] = GENERATE(table<std::string, std::size_t, std::string>({
      {"one two three", 7, "one two/three"},
      {"one two three", 8, "one two/three"},
      {"one two three", 3, "one/two/thr/ee"},
      {"魚市場の朝", 4, "魚市/場の/朝"},
      {"ab魚市", 4, "ab魚/市"},
      {"", 5, ""},
      {"   ", 5, ""},
      {"a\n\nb", 5, "a b"},
  }));
  CAPTURE(text, columns);
  std::string joined;
  for (const auto& line : wrap({{text, false}}, columns)) {
    if (!joined.empty()) joined += "/";
    for (const Piece& piece : line) joined += piece.text;
  }
  CHECK(joined == lines);
}

TEST_CASE("marks stay on their pieces through the wrapping") {
  const auto lines = wrap({{"the ", false}, {"salt", true}, {" and pepper", false}}, 8);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].size() == 2);
  CHECK(lines[0][1].text == "salt");
  CHECK(lines[0][1].marked);
  CHECK_FALSE(lines[1][0].marked);
}

TEST_CASE("numbers are grouped by thousands") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1000) == "1,000");
  CHECK(grouped(1234567) == "1,234,567");
}

TEST_CASE("text output never exceeds the terminal and has no colour of its own accord") {
  const std::size_t width = GENERATE(40U, 60U, 80U, 120U, 200U);
  CAPTURE(width);
  RenderOptions options;
  options.width = width;
  const std::string text = rendered(Format::text, options);
  CHECK(widest_line(text) <= width);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK_THAT(text, Catch::Contains("Greta Holm") && Catch::Contains("2025-02-26 13:17") &&
                       Catch::Contains("urn:x:1"));
  CHECK_THAT(text, Catch::Contains("✓ Greta Holm") && Catch::Contains("█") &&
                       Catch::Contains("5 dated less finely"));
  options.color = true;
  CHECK_THAT(rendered(Format::text, options), Catch::Contains("\x1b[1;33msalt\x1b[0m"));
}

TEST_CASE("facet tables stand side by side where there is room") {
  RenderOptions options;
  options.width = 200;
  const std::string wide = facet_tables(some_answer().facets, options);
  options.width = 30;
  const std::string narrow = facet_tables(some_answer().facets, options);
  CHECK(std::ranges::count(wide, '\n') < std::ranges::count(narrow, '\n'));
  CHECK_THAT(wide, Catch::Contains("person") && Catch::Contains("1,234"));
}

TEST_CASE("json is one object of the contract's shape") {
  const Json json = Json::parse(rendered(Format::json));
  CHECK(json["schema"] == 1);
  CHECK(json["total"] == 2);
  CHECK(json["exact"] == true);
  CHECK(json["revision"] == 7);
  CHECK(json["next"] == "token");
  CHECK(json["query"]["filters"] ==
        Json{{"person", Json::array()}, {"place", Json::array()}, {"date", Json::array()}});
  CHECK(json["query"]["spelling"].is_null());
  const Json& hit = json["hits"][0];
  CHECK(hit["rank"] == 1);
  CHECK(hit["published"]["time"] == "13:17");
  CHECK(hit["snippets"][0]["parts"][1] == "salt");
  CHECK(hit["snippets"][0]["cut"] == Json{true, false});
  CHECK_FALSE(hit.contains("body"));
  CHECK_FALSE(hit["persons"][0].contains("mentions"));
  CHECK(json["facets"]["person"]["values"][0] ==
        Json{{"value", "Greta Holm"}, {"count", 12}, {"selected", true}});
  CHECK(json["facets"]["place"]["values"][0]["country"] == "NO");
  CHECK(json["facets"]["date"]["coarser"] == 5);
}

TEST_CASE("the formats for pipes have one thing a line") {
  CHECK(rendered(Format::ids) == "urn:x:1\n");
  CHECK(Json::parse(rendered(Format::ndjson))["id"] == "urn:x:1");
  CHECK(Json::parse(rendered(Format::articles))["body"] == "A body.");
  RenderOptions options;
  options.fields = {"id",     "published",      "published.time", "headline",     "persons",
                    "places", "places.country", "source.path",    "captions.text"};
  CHECK(rendered(Format::csv, options) ==
        "id,published,published.time,headline,persons,places,places.country,source.path,captions.text\r\n"
        "urn:x:1,2025-02-26,13:17,\"Salt \x1b[31m\"\"and\"\" fish, 塩と魚の市場はとても大きいです\",Greta "
        "Holm|Nils Quist,Bergen,,/in/a.txt,\r\n");
  options.facet_rows = true;
  CHECK_THAT(rendered(Format::csv, options),
             Catch::StartsWith("facet,value,count\r\nperson,Greta Holm,12\r\n"));
}

TEST_CASE("a csv column that no article has is refused with the nearest") {
  CHECK_FALSE(meant_field("headline"));
  CHECK_FALSE(meant_field("source.path"));
  CHECK(meant_field("headlin") == "headline");
  CHECK(meant_field("qqqqqq") == "");
}

TEST_CASE("a damaged article is shown without harm") {
  Article a;
  a.headline = "\xff\xfe";
  a.body = std::string(3, '\0') + "\x1b]0;title\x07 text";
  Written written;
  RenderOptions options;
  show_article(a, Format::text, options, written.out());
  const std::string text = written.text();
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\0') == std::string::npos);
  CHECK_THAT(text, Catch::Contains("undated"));
}

TEST_CASE("writing to a closed pipe is told from other faults") {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  close(ends[0]);
  const auto former = std::signal(SIGPIPE, SIG_IGN);
  Output out(ends[1]);
  out.write("text");
  CHECK_THROWS_AS(out.flush(), ClosedPipe);
  std::signal(SIGPIPE, former);
  close(ends[1]);
  const int full = open("/dev/full", O_WRONLY);
  Output nowhere(full);
  nowhere.write("text");
  CHECK_THROWS_WITH(nowhere.flush(), Catch::Contains("cannot write"));
  close(full);
}
