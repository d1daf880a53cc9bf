#include "indexer/readers/byline.h"

#include <catch2/catch.hpp>

using dateline::byline_kind;
using dateline::BylineKind;
using dateline::parse_byline;

namespace {

// "Jane Roe (Editor) + John Doe + [AP]"
std::string shown(const std::string& text) {
  const auto parsed = parse_byline(text);
  std::string all;
  for (const auto& person : parsed.persons) {
    all += (all.empty() ? "" : " + ") + person.name;
    if (!person.role.empty()) all += " (" + person.role + ")";
  }
  for (const auto& agency : parsed.agencies) all += (all.empty() ? "[" : " + [") + agency + "]";
  return all;
}

}  // namespace

TEST_CASE("a byline gives each person with the role") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"By Jane Roe", "Jane Roe"},
      {"By: Jane Roe", "Jane Roe"},
      {"by Jane Roe", "Jane Roe"},
      {"Jane Roe", "Jane Roe"},
      {"By  Jane Roe  and  John Doe ", "Jane Roe + John Doe"},
      {"By Jane Roe, John Doe and Ann Poe", "Jane Roe + John Doe + Ann Poe"},
      {"By Jane Roe, John Doe, and Ann Poe", "Jane Roe + John Doe + Ann Poe"},
      {"By Jane Roe & John Doe", "Jane Roe + John Doe"},
      {"By Jane Roe with John Doe", "Jane Roe + John Doe"},
      {"By JANE O'NEIL-MCROE", "Jane O'Neil-McRoe"},
      {"By JANE ROE and JOHN VAN DER DOE", "Jane Roe + John van der Doe"},
      {"Jane ROE", "Jane Roe"},
      {"By CJ Roe", "CJ Roe"},
      {"By A. W. Roe", "A. W. Roe"},
      {"By John Roe Jr.", "John Roe Jr."},
      {"By John Roe, Jr.", "John Roe Jr."},
      {"By Jane Roe.", "Jane Roe"},
      {"By Jane Roe, Political correspondent", "Jane Roe (Political correspondent)"},
      {"By Jane Roe, Health and Science Editor", "Jane Roe (Health and Science Editor)"},
      {"By Jane Roe, Editor and John Doe", "Jane Roe (Editor) + John Doe"},
      {"Jane Roe Political Correspondent", "Jane Roe (Political Correspondent)"},
      {"By JANE ROE Associated Press Writer", "Jane Roe (Associated Press Writer)"},
      {"By Jane Roe , Asia auto correspondent - Analysis", "Jane Roe (Asia auto correspondent)"},
      {"By Jane Roe - Analysis", "Jane Roe"},
      {"By Jane Roe -Analysis", "Jane Roe"},
      {"By Jane Roe – Chief Reporter", "Jane Roe (Chief Reporter)"},
      {"By Jane Roe in London", "Jane Roe"},
      {"By Jane Roe in London and John Doe in New York", "Jane Roe + John Doe"},
      {"By Jane Roe for The Daily Post", "Jane Roe"},
      {"By Jane Roe, The Daily Post", "Jane Roe (The Daily Post)"},
      {"By Jane Roe | The Daily Post", "Jane Roe (The Daily Post)"},
      {"By Jane Roe, Special to The Post", "Jane Roe (Special to The Post)"},
      {"By Jane Roe BBC News", "Jane Roe (BBC News)"},
      {"By Jane Roe Associated Press", "Jane Roe (Associated Press)"},
      {"By Mary Ann Post", "Mary Ann Post"},
      {"By Jane Roe, London", "Jane Roe"},
      {"By Jane Roe, in London", "Jane Roe"},
      {"London, by Jane Roe", "Jane Roe"},
      {"By Jane Roe, River City Messenger", "Jane Roe (River City Messenger)"},
      {"By María Ibáñez y José Ortega y Gasset", "María Ibáñez + José Ortega y Gasset"},
      {"Von Hanna Rösch und Jörg Doe", "Hanna Rösch + Jörg Doe"},
      {"Par Émile Fabre", "Émile Fabre"},
      {"Por Inés de la Cruz", "Inés de la Cruz"},
      {"Door Jan ter Borg", "Jan ter Borg"},
      {"By Our Own Correspondent", "Our Own Correspondent"},
      {"(From Our Own Correspondent.)", "Our Own Correspondent"},
      {"From a Staff Reporter", "a Staff Reporter"},
      {"By our Science Reporter, J. A. ROE", "J. A. Roe (Science Reporter)"},
      {"By Badr al-Sayed", "Badr al-Sayed"},
  }));
  CAPTURE(text);
  CHECK(shown(text) == expected);
  CHECK(parse_byline(text).whole);
}

TEST_CASE("agencies are no persons") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"By Reuters", "[Reuters]"},
      {"By The Associated Press", "[The Associated Press]"},
      {"By Jane Roe and Associated Press", "Jane Roe + [Associated Press]"},
      {"By Jane Roe, Associated Press", "Jane Roe (Associated Press)"},
      {"Agence France-Presse", "[Agence France-Presse]"},
      {"By AFP, MANILA", "[AFP]"},
  }));
  CAPTURE(text);
  CHECK(shown(text) == expected);
  CHECK(bylines_of(parse_byline("By Reuters")).at(0).name == "Reuters");
  CHECK(bylines_of(parse_byline("By Jane Roe and AP")).size() == 1);
}

TEST_CASE("a line that says more than names and roles is not wholly a byline") {
  const auto text =
      GENERATE("", "By", "By the numbers", "By George, they did it", "By 1990 all was lost",
               "By Jane Roe, who was there", "From here to there", "The council met on Tuesday.");
  CAPTURE(text);
  CHECK_FALSE(parse_byline(text).whole);
  CHECK_FALSE(parse_byline(std::string(5000, 'A')).whole);
}

TEST_CASE("a line by itself shows how much of a byline it is") {
  const auto [text, kind] = GENERATE(table<std::string, BylineKind>({
      {"By Jane Roe", BylineKind::labelled},
      {"From Our Own Correspondent", BylineKind::labelled},
      {"Jane Roe, Political correspondent", BylineKind::roled},
      {"Jane Roe | Chief Reporter", BylineKind::roled},
      {"Jane Roe and John Doe", BylineKind::names},
      {"Jane", BylineKind::no},
      {"From Far and Near", BylineKind::no},
      {"The Daily Post", BylineKind::no},
      {"By Reuters", BylineKind::labelled},
      {"Jane Roe.", BylineKind::no},
      {"Council meets on Tuesday", BylineKind::no},
      {"Political correspondent", BylineKind::no},
  }));
  CAPTURE(text);
  CHECK(byline_kind(text) == kind);
  for (BylineKind least : {BylineKind::roled, BylineKind::labelled})
    CHECK((byline_kind(text, least) >= least ? byline_kind(text, least) == kind : kind < least));
}

TEST_CASE("how the copy came is nobody's name") {
  CHECK(dateline::is_transmission("By Telegraph"));
  CHECK(dateline::is_transmission("[BY SPECIAL CABLE.]"));
  CHECK(dateline::is_transmission("By Wireless to The Daily Post"));
  CHECK_FALSE(dateline::is_transmission("By Jane Roe"));
  CHECK_FALSE(dateline::is_transmission("Telegraph"));
}

TEST_CASE("a role can stand on a line of its own") {
  CHECK(dateline::is_role("Political correspondent"));
  CHECK(dateline::is_role("Associated Press Writer"));
  CHECK(dateline::is_role("BBC News"));
  CHECK_FALSE(dateline::is_role("The editor resigned."));
  CHECK_FALSE(dateline::is_role("Jane Roe"));
}
