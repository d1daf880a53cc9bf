#include "indexer/entities/tag_names.h"

#include <catch2/catch.hpp>
#include <string>

#include "gazetteer_data.h"
#include "indexer/entities/tags.h"

using namespace dateline;

namespace {

std::string value_of(const std::string& tag) {
  const auto place = place_tagged(test_gazetteer(), tag);
  return place ? test_gazetteer().facts(*place).value : "";
}

Person person(const std::string& name) {
  Person one;
  one.name = name;
  one.count = 1;
  one.in = {TextField::body};
  return one;
}

Article tagged_person(const std::vector<std::string>& recognised, const std::string& tag) {
  Article article;
  article.persons.emplace();
  for (const std::string& name : recognised) article.persons->push_back(person(name));
  Tags tags;
  tags.persons = {{person(tag)}};
  add_tags(article, tags, test_gazetteer());
  return article;
}

}  // namespace

TEST_CASE("codes of places become the places they stand for") {
  const auto [tag, value] = GENERATE(table<std::string, std::string>({
      {"usa", "United States"},
      {"uk", "United Kingdom"},
      {"USA", "United States"},
      {"GBR", "United Kingdom"},
      {"FR", "France"},
      {"cc:FR", "France"},
      {"ussr", "Soviet Union"},
      {"SUHH", "Soviet Union"},
      {"west-germany", "West Germany"},
      {"east-germany", "East Germany"},
      {"WEST GERMANY", "West Germany"},
      {"yemen-arab-republic", "North Yemen"},
      {"yemen-demo-republic", "South Yemen"},
      {"zaire", "Democratic Republic of the Congo"},
      {"congo", "Republic of the Congo"},
      {"south-korea", "South Korea"},
      {"trinidad-tobago", "Trinidad and Tobago"},
      {"hong-kong", "Hong Kong"},
      {"nyc", "New York"},
      {"Fla.", "Florida"},
      {"Kiev", "Kyiv"},
      {"Paris, Texas", "Paris, Texas"},
      {"Springfield, Ill.", "Springfield, Illinois"},
      {"Springfield, Illinois, USA", "Springfield, Illinois"},
      {"nowhere-at-all", ""},
      {"zz", ""},
      {"", ""},
      {":", ""},
      {",", ""},
  }));
  CAPTURE(tag);
  CHECK(value_of(tag) == value);
}

TEST_CASE("codes of persons become names, and names stay as they are") {
  const auto [tag, name] = GENERATE(table<std::string, std::string>({
      {"james-baker", "James Baker"},
      {"von-weizsaecker", "von Weizsaecker"},
      {"perez-de-cuellar", "Perez de Cuellar"},
      {"BAKER, JAMES", "James Baker"},
      {"Baker, James A.", "James A. Baker"},
      {"King, Jr.", "King, Jr."},
      {"Jean-Pierre Rive", "Jean-Pierre Rive"},
      {"Smith, Jones, Brown", "Smith, Jones, Brown"},
      {"BONO", "BONO"},
      {"", ""},
  }));
  CAPTURE(tag);
  CHECK(person_of_tag(test_gazetteer(), tag) == name);
}

TEST_CASE("codes of organisations become abbreviations or words") {
  const auto [tag, name] = GENERATE(table<std::string, std::string>({
      {"imf", "IMF"},
      {"bank-of-england", "Bank of England"},
      {"worldbank", "Worldbank"},
      {"Reuters", "Reuters"},
  }));
  CAPTURE(tag);
  CHECK(body_of_tag(test_gazetteer(), tag) == name);
}

TEST_CASE("a person's tag meets the one recognised person that it can mean") {
  SECTION("by surname") {
    const Article article = tagged_person({"James A. Baker", "Paul Volcker"}, "baker");
    REQUIRE(article.persons->size() == 2);
    CHECK(article.persons->front().origin == Origin::both);
    CHECK(article.persons->front().name == "James A. Baker");
    CHECK(article.persons->back().origin == Origin::text);
    CHECK(article.extra.at("tags.persons") == "baker");
  }
  SECTION("by first name and surname") {
    CHECK(tagged_person({"James A. Baker", "Howard Baker"}, "james-baker").persons->size() == 2);
  }
  SECTION("not where two bear it") {
    CHECK(tagged_person({"James Baker", "Howard Baker"}, "baker").persons->size() == 3);
  }
  SECTION("not by a first name") { CHECK(tagged_person({"James Baker"}, "james").persons->size() == 2); }
}

TEST_CASE("a tagged place that no gazetteer knows stays under its name") {
  Article article;
  Place tag;
  tag.name = "podunk-upon-sea";
  Tags tags;
  tags.places = {{tag}};
  add_tags(article, tags, test_gazetteer());
  REQUIRE(article.places->size() == 1);
  CHECK(article.places->front().value == "Podunk upon Sea");
  CHECK(article.places->front().kind == PlaceKind::area);
  CHECK(article.extra.at("tags.places") == "podunk-upon-sea");
}
