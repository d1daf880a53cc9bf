#include "indexer/readers/rcv1.h"

#include <catch2/catch.hpp>

#include "tests/unit/reader_fixture.h"

using namespace dateline;

namespace {

Article only(ReadResult result) {
  CAPTURE(shown(result.faults));
  REQUIRE(result.articles.size() == 1);
  return result.articles.front();
}

}  // namespace

TEST_CASE("an RCV1 item has every field") {
  const Article a = only(read_with(kRcv1, source_file("corpus/formats/1996-rcv1-ship-timetable.xml")));
  CHECK(a.id == "900117");
  CHECK(a.headline == "Coastal ship keeps time by the cows.");
  CHECK(shown(a.bylines) == "Ingrid Solheim");
  CHECK(shown(a.dateline) == "TROMSO, Norway 1996-10-04 | Tromso, Norway | 1996-10-04 | ");
  CHECK(shown(a.published) == "1996-10-04 rcv1:dc.date.published");
  CHECK(names_in(a.places) == "Norway");
  CHECK(names_in(a.persons) == "-");
  CHECK(shown(a.subjects) == "[|GODD|bip:topics:1.0]");
  CHECK(a.language == "en");
  CHECK(a.publication == "Fjord Wire");
  CHECK(a.body.starts_with("The mail ship that calls"));
  CHECK(a.body.find("Limited 1996") == std::string::npos);
}

TEST_CASE("country codes that nobody knows stay subjects, and the title's prefix is a place") {
  const auto [title, code, places] = GENERATE(table<std::string, std::string, std::string>({
      {"FRANCE: H", "FRA", "France"},
      {"H", "FRA", "France"},
      {"H", "QQQ", "-"},
      {"SOUTH KOREA: H", "QQQ", "South Korea"},
      {"Note: something else", "QQQ", "-"},
  }));
  CAPTURE(title, code);
  const Article a =
      only(read_with(kRcv1, "<newsitem itemid='1' date='1996-08-20'><title>" + title +
                                "</title><headline>H</headline><text><p>Copy.</p></text><metadata><codes "
                                "class='bip:countries:1.0'><code code='" +
                                code + "'/></codes></metadata></newsitem>"));
  CHECK(names_in(a.places) == places);
  CHECK(shown(a.subjects) == (code == "QQQ" ? "[|QQQ|bip:countries:1.0]" : ""));
  CHECK(shown(a.published) == "1996-08-20 rcv1:date");
}

TEST_CASE("RCV1 is known by its root") {
  CHECK(sniff_rcv1("<?xml version=\"1.0\"?>\n<newsitem itemid='1'>") == Confidence::certain);
  CHECK(sniff_rcv1("<newsItem guid='1'>") == Confidence::no);
}
