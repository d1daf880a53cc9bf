#include "indexer/readers/anpa.h"

#include <catch2/catch.hpp>

#include "tests/unit/reader_fixture.h"

using namespace dateline;

namespace {

Article only(ReadResult result) {
  CAPTURE(shown(result.faults));
  REQUIRE(result.articles.size() == 1);
  return result.articles.front();
}

// A message with this copy, and this time behind it.
Article message_with(const std::string& copy, const std::string& time = {}) {
  return only(read_with(kAnpa, "\x16\x16\x01V1\nr a BC-X 05-09 0100\n\x02" + copy + "\x03" + time + "\x04"));
}

}  // namespace

TEST_CASE("a message of ANPA 1312 has every field") {
  const ReadResult result = read_with(kAnpa, source_file("corpus/formats/2014-anpa-ferry-bells.tst"));
  CHECK(shown(result.faults).empty());
  REQUIRE(result.articles.size() == 2);
  const Article& a = result.articles[0];
  CHECK(a.id.empty());
  CHECK(a.headline == "Ferry that lost its bell gets another from Norway");
  CHECK(shown(a.bylines) == "Prudence Halvorsen (Associated Press)");
  CHECK(shown(a.dateline) == "MACKINAW CITY, Mich. (AP) — | Mackinaw City, Mich. |  | AP");
  CHECK(shown(a.published) == "2014-05-09 21:12 GMT anpa:trailer");
  CHECK(a.version == 2);
  CHECK(a.status == Status::usable);
  CHECK(shown(a.subjects) == "[|n|anpa-category]");
  CHECK(a.extra.at("slugline") == "BC-MI--Ferry Bells, 1st Ld-Writethru");
  CHECK(a.extra.at("priority") == "r");
  CHECK(a.extra.at("ednote") == "Eds: Updates with quote. With AP Photos.");
  CHECK(a.extra.at("pictures") == "AP Photo MIXA101, MIXA102");
  CHECK(a.body.starts_with("The ferry that crosses to Mackinac Island rang its new bell for the first time"));
  CHECK(a.body.find("90 pounds — \"a third more than we asked for,\" Capt.") != std::string::npos);
  CHECK(a.body.ends_with("said.\n\nDivers never found the first bell."));
}

TEST_CASE("tables keep their rows, and a correction says so") {
  const Article a = read_with(kAnpa, source_file("corpus/formats/2014-anpa-ferry-bells.tst")).articles.at(1);
  CHECK(a.headline == "Straits Curling League");
  CHECK(a.status == Status::corrected);
  CHECK(
      a.body ==
      "All Times EDT\n\n;W;L\n\nCheboygan;6;1\n\nSt. Ignace;5;2\n\nFriday's Game\n\nCheboygan 7, St. Ignace "
      "4");
}

TEST_CASE("a message of IPTC 7901 has every field") {
  const Article a = only(read_with(kAnpa, source_file("corpus/formats/1995-anpa-elbtunnel.tst")));
  CHECK(a.headline == "Alter Elbtunnel bekommt seine Fahrstühle zurück");
  CHECK(shown(a.dateline) == "Hamburg (dpa) - | Hamburg |  | dpa");
  CHECK(shown(a.published) == "1995-02-14 11:25 anpa:trailer");
  CHECK(shown(a.subjects) == "[|vm|iptc7901-category]");
  CHECK(a.extra.at("slugline") == "Verkehr/Hamburg/");
  CHECK(a.extra.at("priority") == "4");
  CHECK(a.body.starts_with("Der Alte Elbtunnel in Hamburg erhält im Herbst seine vier großen Fahrstühle"));
  CHECK(a.body.find("zurück. Das teilte die Hafenbehörde am Dienstag mit.\n\n»Wer im") != std::string::npos);
}

TEST_CASE("a slug tells of the message only where it must") {
  const auto [slug, version, status] = GENERATE(table<std::string, std::uint32_t, Status>({
      {"BC-US--Salt Harvest,120", 1, Status::usable},
      {"BC-US--Salt Harvest, 1st Ld,120", 2, Status::usable},
      {"BC-US--Salt Harvest, 12th Ld-Writethru,120", 13, Status::usable},
      {"BC-US--Salt Harvest, Correction,40", 1, Status::corrected},
      {"BC-US--Correction: Salt Harvest,40", 1, Status::corrected},
      {"BC-US--Salt-Harvest-KILL", 1, Status::withdrawn},
      {"BC-US--Salt Harvest, Withheld,20", 1, Status::withdrawn},
      {"BC-US--Prison Correction Officers,300", 1, Status::usable},
      {"BC-US--1st Lady,300", 1, Status::usable},
  }));
  CAPTURE(slug);
  const Article a = message_with("^" + slug + "<\n^Headline<\n\t  Copy.\n");
  CHECK(a.version == version);
  CHECK(a.status == status);
  CHECK(a.headline == "Headline");
}

TEST_CASE("the time is behind the copy, or there is none") {
  const auto [time, published] = GENERATE(table<std::string, std::string>({
      {"AP-WF-11-03-13 1509GMT<\n", "2013-11-03 15:09 GMT anpa:trailer"},
      {"AP-NY-05-09-88 0012EDT\n", "1988-05-09 00:12 EDT anpa:trailer"},
      {"121530 feb 95\n", "1995-02-12 15:30 anpa:trailer"},
      {"AP-WF-13-45-13 1509GMT\n", ""},
      {"end\n", ""},
      {"", ""},
  }));
  CAPTURE(time);
  CHECK(shown(message_with("^Headline<\n\t  Copy.\n", time).published) == published);
}

TEST_CASE("lines above the copy are told apart") {
  const Article a = message_with(
      "^*9006< ^BC-Salt,0176<\n^Salt is late<\n^The rain came first and stayed<\n^EDITOR'S NOTE _ Part "
      "one.<\n"
      "^(Eds: New lead.)<\n^By The Associated Press=\n^MARSHES=\n\tCITY, July 4 (AP) _ Salt is `late.'\n");
  CHECK(a.headline == "Salt is late");
  CHECK(a.abstract == "The rain came first and stayed");
  CHECK(a.extra.at("note") == "EDITOR'S NOTE — Part one.");
  CHECK(a.extra.at("ednote") == "Eds: New lead.");
  CHECK(shown(a.bylines) == "The Associated Press");
  CHECK(a.subheadlines == std::vector<std::string>{"MARSHES"});
  CHECK(a.body == "Salt is 'late.'");
}

TEST_CASE("a note to editors above the headline is none") {
  const Article a =
      message_with("(Zusammenfassung 1530)\nM\xF6we klaut Brezel =\n   Kiel (dpa) - Eine M\xF6we.\n");
  CHECK(a.headline == "Möwe klaut Brezel");
  CHECK(a.extra.at("ednote") == "(Zusammenfassung 1530)");
}

TEST_CASE("messages that are broken off are kept, and empty ones told") {
  const ReadResult result = read_with(
      kAnpa, "\x01V1\nr a BC-X 05-09 0100\n\x02^One<\n\tCopy.\n\x01V2\nr a BC-Y 05-09 0100\n\x02\x03\x04");
  REQUIRE(result.articles.size() == 1);
  CHECK(result.articles[0].headline == "One");
  CHECK(shown(result.articles[0].diagnostics) == "anpa.unclosed:1:1 ");
  CHECK(shown(result.faults) == "article.empty:5:1 ");
  CHECK(shown(read_with(kAnpa, "nothing").faults) == "anpa.no-message:1:1 ");
}

TEST_CASE("wire messages are known by their control characters") {
  CHECK(sniff_anpa("\x16\x16\x01V1\n\x02^H<") == Confidence::certain);
  CHECK(sniff_anpa("\x01no copy") == Confidence::no);
  CHECK(sniff_anpa("text \x01\x02") == Confidence::no);
  CHECK(sniff_anpa("") == Confidence::no);
}

TEST_CASE("a message that is cut off in its copy is kept") {
  const Article a = only(read_with(kAnpa, source_file("corpus/broken/cut-off-wire.tst")));
  CHECK(a.headline == "Salt pans are open again");
  CHECK(a.body.ends_with("and the firs"));
  CHECK(shown(a.diagnostics) == "anpa.unclosed:1:1 ");
}
