#include "indexer/readers/reuters_sgml.h"

#include <catch2/catch.hpp>

#include "dateline/text.h"
#include "tests/unit/reader_fixture.h"

using namespace dateline;

namespace {

Article only(ReadResult result) {
  CAPTURE(shown(result.faults));
  REQUIRE(result.articles.size() == 1);
  return result.articles.front();
}

// An item that holds these elements.
Article item_with(const std::string& inner) {
  return only(read_with(kReutersSgml, "<REUTERS NEWID=\"5\">" + inner + "</REUTERS>"));
}

}  // namespace

TEST_CASE("a Reuters item has every field") {
  const ReadResult result =
      read_with(kReutersSgml, source_file("corpus/formats/1987-reuters-sgml-ports.sgm"));
  REQUIRE(result.articles.size() == 4);
  CHECK(shown(result.faults).empty());
  const Article& a = result.articles[0];
  CHECK(a.id == "90001");
  CHECK(a.headline == "HAMBURG OPENS COTTON BERTHS TO SOVIET SHIPS");
  CHECK(shown(a.bylines) == "Renate Oelkers (Reuters)");
  CHECK(shown(a.dateline) == "HAMBURG, May 12 - | Hamburg | May 12 | ");
  CHECK(shown(a.published) == "1987-05-12 09:14:27 reuters-sgml:date");
  CHECK(names_in(a.places) == "Soviet Union, West Germany, United States");
  CHECK(names_in(a.persons) == "George Shultz");
  CHECK(names_in(a.organisations) == "EC");
  CHECK(shown(a.subjects) ==
        "[|ship|topics][|cotton|topics][|ussr|places][|west-germany|places][|usa|places]"
        "[|george-shultz|people][|ec|orgs]");
  CHECK(a.extra.at("slugline") == "BC-HAMBURG-COTTON-BERTHS");
  CHECK(a.body.starts_with("The port of Hamburg said it would open two berths"));
  CHECK(a.body.ends_with("\n\n\"We shall smoke them all the same,\" he said."));
  CHECK(a.diagnostics.empty());
}

TEST_CASE("briefs are their headline, and what was not taken apart begins with it") {
  const ReadResult result =
      read_with(kReutersSgml, source_file("corpus/formats/1987-reuters-sgml-ports.sgm"));
  REQUIRE(result.articles.size() == 4);
  CHECK(result.articles[1].headline == "TIDEWATER CANNING <TWC> SELLS SHRIMP PLANT");
  CHECK(shown(result.articles[1].published) == "1987-06-02 16:40:02 reuters-sgml:date");
  CHECK(result.articles[2].headline == "FIRST SOVIET COTTON SHIP DOCKS AT HAMBURG");
  CHECK(result.articles[2].body.empty());
  CHECK(result.articles[2].diagnostics.empty());
  CHECK(result.articles[3].headline == "BREMEN COTTON SPOT PRICES - JUNE 3");
  CHECK(result.articles[3].body == "MIDDLING 1-3/32 INCH 76.40\n\nSTRICT MIDDLING 78.15");
}

TEST_CASE("tags become names, and stay as subjects") {
  const auto [list, tag, name] = GENERATE(table<std::string, std::string, std::string>({
      {"PLACES", "usa", "United States"},
      {"PLACES", "uk", "United Kingdom"},
      {"PLACES", "uae", "United Arab Emirates"},
      {"PLACES", "ussr", "Soviet Union"},
      {"PLACES", "congo", "Republic of the Congo"},
      {"PLACES", "zaire", "Zaire"},
      {"PLACES", "papua-new-guinea", "Papua New Guinea"},
      {"PEOPLE", "volcker", "Volcker"},
      {"PEOPLE", "perez-de-cuellar", "Perez de Cuellar"},
      {"ORGS", "gatt", "GATT"},
      {"ORGS", "adb-asia", "ADB Asia"},
      {"EXCHANGES", "nyse", "NYSE"},
      {"COMPANIES", "tidewater-canning", "Tidewater Canning"},
      {"TOPICS", "cocoa", "-"},
  }));
  CAPTURE(list, tag);
  const Article a = item_with("<" + list + "><D>" + tag + "</D></" + list + "><TITLE>T</TITLE>");
  const std::string named = list == "PLACES"   ? names_in(a.places)
                            : list == "PEOPLE" ? names_in(a.persons)
                                               : names_in(a.organisations);
  CHECK(named == name);
  CHECK(shown(a.subjects) == "[|" + tag + "|" + lower(list) + "]");
}

TEST_CASE("a date loses what editors put behind it, and an impossible time") {
  const auto [date, published, codes] = GENERATE(table<std::string, std::string, std::string>({
      {" 9-APR-1987 10:11:12.13", "1987-04-09 10:11:12 reuters-sgml:date", ""},
      {"9-APR-1987  10:11:12.1", "1987-04-09 10:11:12 reuters-sgml:date", ""},
      {"19-APR-1987 10:11:12.13&#9;&#9;&#9;C G", "1987-04-19 10:11:12 reuters-sgml:date", ""},
      {"1-APR-1987 10:11:12.13    # a guess", "1987-04-01 10:11:12 reuters-sgml:date", ""},
      {"31-MAR-1987 705:11:12.13", "1987-03-31 reuters-sgml:date", "date.unreadable:1:1 "},
      {"soon", "", "date.unreadable:1:1 "},
      {"", "", ""},
  }));
  CAPTURE(date);
  Article a = item_with("<DATE>" + date + "</DATE><TITLE>T</TITLE>");
  CHECK(shown(a.published) == published);
  for (Diagnostic& d : a.diagnostics) d.column = 1;
  CHECK(shown(a.diagnostics) == codes);
}

TEST_CASE("sign-offs end the copy and are no part of it") {
  const auto [end, body] = GENERATE(table<std::string, std::string>({
      {" Reuter\n&#3;", "Copy."},
      {" REUTER...\n", "Copy."},
      {"MORE", "Copy."},
      {" REUTER^M\n&#3;", "Copy."},
      {"The Reuter copy.", "Copy.\n\nThe Reuter copy."},
      {"", "Copy."},
  }));
  CAPTURE(end);
  CHECK(item_with("<TITLE>T</TITLE><TEXT><BODY>Copy.\n" + end + "</BODY></TEXT>").body == body);
}

TEST_CASE("a dateline may hold the first words of the copy") {
  const Article a = item_with(
      "<TITLE>T</TITLE><TEXT><DATELINE>   LIMA, June 1 - Peru's tin-\n</DATELINE><BODY>and zinc-bearing ores "
      "went to Callao.</BODY></TEXT>");
  CHECK(shown(a.dateline) == "LIMA, June 1 - | Lima | June 1 | ");
  CHECK(a.body == "Peru's tin- and zinc-bearing ores went to Callao.");
}

TEST_CASE("items without text, without end, and in another encoding are kept") {
  const Article bare = item_with("<TEXT TYPE=\"UNPROC\">&#2;\n&#3;</TEXT>");
  CHECK(bare.id == "5");
  CHECK(shown(bare.diagnostics) == "article.no-headline:1:1 ");
  const Article open = only(read_with(kReutersSgml, "\n<REUTERS NEWID=\"6\"><TITLE>T</TITLE>"));
  CHECK(open.headline == "T");
  CHECK(shown(open.diagnostics) == "sgml.unclosed:2:1 ");
  const Article western = item_with("<TITLE>Z\xFCrich</TITLE>");
  CHECK(western.headline == "Zürich");
  CHECK(shown(western.diagnostics) == "text.encoding:1:1 ");
}

TEST_CASE("the format is known by its first element") {
  CHECK(sniff_reuters_sgml("<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"YES\">") ==
        Confidence::certain);
  CHECK(sniff_reuters_sgml("<REUTERSNEWS>") == Confidence::no);
  CHECK(sniff_reuters_sgml("REUTERS") == Confidence::no);
  CHECK(shown(read_with(kReutersSgml, "nothing").faults) == "reuters-sgml.no-item:1:1 ");
}

TEST_CASE("an item without its end is kept beside the next one") {
  const ReadResult result = read_with(kReutersSgml, source_file("corpus/broken/unclosed-reuters.sgm"));
  REQUIRE(result.articles.size() == 2);
  CHECK(result.articles[0].body.ends_with("after a week of rain, their owners said."));
  CHECK(shown(result.articles[0].diagnostics) == "sgml.unclosed:2:1 ");
  CHECK(result.articles[1].headline == "SALT PRICES STEADY");
  CHECK(shown(result.articles[1].diagnostics) == "date.unreadable:8:0 ");
}
