#include "indexer/entities/resolve.h"

#include <catch2/catch.hpp>
#include <string>

#include "gazetteer_data.h"

using namespace dateline;

namespace {

// The values of the places, parted by "; ".
std::string places_in(const std::string& text, const std::string& home = "") {
  std::vector<Passage> passages{tokenize(test_gazetteer(), TextField::body, 0, text)};
  const std::vector<Name> names = recognise(test_gazetteer(), passages, true);
  std::string all;
  for (const Place& place : resolve_places(test_gazetteer(), names, passages, home))
    all += (all.empty() ? "" : "; ") + place.value;
  return all;
}

}  // namespace

TEST_CASE("a name means its most prominent holder when nothing else is said") {
  const auto [text, values] = GENERATE(table<std::string, std::string>({
      {"Rain fell in Paris.", "Paris"},
      {"Rain fell in Georgia.", "Georgia"},
      {"Rain fell in Washington.", "Washington"},
      {"Rain fell in New York.", "New York"},
      {"Rain fell in Gaza.", "Gaza Strip"},
      {"Rain fell in Birmingham.", "Birmingham"},
      {"Rain fell in Kiev and in Kyiv.", "Kyiv"},
  }));
  CAPTURE(text);
  CHECK(places_in(text) == values);
}

TEST_CASE("the place behind the comma says which one is meant") {
  const auto [text, values] = GENERATE(table<std::string, std::string>({
      {"Rain fell in Paris, Texas.", "Paris, Texas; Texas"},
      {"Rain fell in Paris, Texas. Hail hit Paris at noon.", "Paris, Texas; Texas"},
      {"Rain fell in Atlanta, Georgia.", "Atlanta; Georgia, United States"},
      {"Rain fell in Atlanta, Georgia. Much of Georgia is wet.", "Atlanta; Georgia, United States"},
      {"Rain fell in London, Ontario.", "London, Ontario; Ontario"},
      {"Rain fell in Springfield, Ill.", "Springfield, Illinois; Illinois"},
      {"Rain fell in Washington, DC.", "Washington"},
  }));
  CAPTURE(text);
  CHECK(places_in(text) == values);
}

TEST_CASE("the article's country weighs in where no holder of the name stands out") {
  CHECK(places_in("In Canada prices rose. Hamilton is in Ontario. Rain fell in Hamilton.") ==
        "Canada; Hamilton; Ontario");
  CHECK(places_in("Rain fell in Cordoba. Spain and the Spanish army helped.") == "Cordoba, Spain; Spain");
}

TEST_CASE("the publication's home weighs in as well") {
  CHECK(places_in("Rain fell in Alexandria.", "EG") == "Alexandria");
  CHECK(places_in("Rain fell in Richmond.", "US").find("Richmond") == 0);
}

TEST_CASE("a place carries the facts of the gazetteer and its mentions") {
  std::vector<Passage> passages{
      tokenize(test_gazetteer(), TextField::body, 0, "Hail hit Dayton, Ohio. Dayton slept.")};
  const std::vector<Name> names = recognise(test_gazetteer(), passages, true);
  const auto places = resolve_places(test_gazetteer(), names, passages, "");
  REQUIRE(places.size() == 2);
  CHECK(places[0].name == "Dayton");
  CHECK(places[0].count == 2);
  CHECK(places[0].country == "US");
  CHECK(places[0].continent == "North America");
  CHECK(places[0].path == std::vector<std::string>{"Dayton", "Ohio", "United States"});
  CHECK(places[0].mentions[0].start == 9);
  CHECK(places[0].mentions[0].end == 15);
}
