#include "indexer/entities/authority.h"

#include <catch2/catch.hpp>
#include <string>

#include "dateline/terms.h"
#include "gazetteer_data.h"

using namespace dateline;

namespace {

struct Parsed {
  Authority authority;
  Diagnostics faults;
};

Parsed parse(const std::string& text) {
  Parsed parsed;
  parsed.authority = Authority(text, test_gazetteer(), parsed.faults);
  return parsed;
}

// What a name is called: the preferred name, "hidden", or "-" where nothing is said of it.
std::string called(const Authority& authority, ValueKind kind, const std::string& name) {
  const auto* ruling = authority.find(kind, value_key(kind, name));
  if (!ruling) return "-";
  return ruling->hidden ? "hidden" : ruling->name;
}

}  // namespace

TEST_CASE("an authority file names preferred names, aliases and what to hide") {
  const auto [authority, faults] = parse(
      "\xEF\xBB\xBF# names of our desk\r\n"
      "person Sergio Malkov   # the minister\r\n"
      "  alias  S.  Malkov\r\n"
      "\talias Malkov\r\n"
      "\r\n"
      "place Kyiv\n"
      "  country UA\n"
      "  alias Kiev\n"
      "organisation Grain Union\n"
      "hide person Foreign Ministry\n"
      "person Sergio Malkov\n"
      "alias Sergius Malkov");
  CHECK(faults.empty());
  CHECK(called(authority, ValueKind::person, "S. Malkov") == "Sergio Malkov");
  CHECK(called(authority, ValueKind::person, "MALKOFF") == "Sergio Malkov");
  CHECK(called(authority, ValueKind::person, "Sergius Malkov") == "Sergio Malkov");
  CHECK(called(authority, ValueKind::person, "Sergio Malkov") == "Sergio Malkov");
  CHECK(called(authority, ValueKind::person, "Foreign Ministry") == "hidden");
  CHECK(called(authority, ValueKind::place, "Kiev") == "Kyiv");
  CHECK(called(authority, ValueKind::person, "Kiev") == "-");
  const auto* kyiv = authority.find(ValueKind::place, "kyiv");
  REQUIRE(kyiv);
  REQUIRE(kyiv->country);
  CHECK(kyiv->country->value == "Ukraine");
}

TEST_CASE("faults in an authority file are told where they stand") {
  const auto [text, line, column, message] = GENERATE(table<std::string, int, int, std::string>({
      {"persn Ann Lee", 1, 1, "did you mean 'person'?"},
      {"\n  alias Lee", 2, 9, "alias belongs below a person, place or organisation"},
      {"hide person Ann Lee\nalias Lee", 2, 7, "alias belongs below"},
      {"person", 1, 7, "the name is missing"},
      {"hide Ann Lee", 1, 6, "hide takes person, place or organisation"},
      {"person Ann Lee\nalias Lee\nperson Bo Lee\nalias Lee", 4, 7, "'Lee' is a name of 'Ann Lee' by line 2"},
      {"person Ann Lee\nperson Bo Lee\nalias Ann Lee", 3, 7, "'Ann Lee' is a name of 'Ann Lee' by line 1"},
      {"person Ann Lee\nalias Lee\nperson Lee", 3, 8, "'Lee' is a name of 'Ann Lee' by line 2"},
      {"person Sergei Orlov\nperson Sergey Orlov", 2, 8, "is a name of 'Sergei Orlov' by line 1"},
      {"hide person Ann Lee\nperson Ann Lee", 2, 8, "'Ann Lee' is hidden by line 1"},
      {"person Ann Lee\ncountry UA", 2, 9, "only a place has a country"},
      {"place Kyiv\ncountry XQ", 2, 9, "no country has the ISO code 'XQ'"},
      {"place Kyiv\ncountry UA\ncountry PL", 3, 9, "'Kyiv' lies in UA already"},
      {"person \xFF", 1, 8, "the name is not in UTF-8"},
  }));
  CAPTURE(text);
  const auto [authority, faults] = parse(text);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].severity == Severity::error);
  CHECK(faults[0].line == static_cast<std::uint64_t>(line));
  CHECK(faults[0].column == static_cast<std::uint64_t>(column));
  CHECK_THAT(faults[0].message, Catch::Contains(message));
}

TEST_CASE("every fault of an authority file is told, once") {
  const auto [authority, faults] = parse("person\nalias Lee\nperson Ann Lee\nalias\nfoo bar");
  REQUIRE(faults.size() == 3);
  CHECK(faults[1].line == 4);
  CHECK(faults[2].line == 5);
}

TEST_CASE("aliases become entries for queries") {
  const auto [authority, faults] = parse("person Sergey Malkov\nalias Sergei Malkoff\nalias Malkov");
  const auto expansions = authority.expansions();
  REQUIRE(expansions.size() == 1);
  CHECK(expansions[0] == std::pair<std::string, std::string>("alias:person:malkov", "sergei malkov"));
}
