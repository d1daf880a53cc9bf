#include "indexer/entities/entities.h"

#include <catch2/catch.hpp>
#include <random>
#include <stdexcept>
#include <string>

using namespace dateline;

namespace {

const EntityFinder& finder() {
  static const EntityFinder one(DATELINE_DATA_DIR);
  return one;
}

Article small_article() {
  Article article;
  article.headline = "Okafor visits Nairobi";
  article.dateline = Dateline{"NAIROBI, May 3 (Northwire) —", "Nairobi", "May 3", "Northwire"};
  article.captions = {{"A crowd.", ""}, {"Chinedu Okafor in Nairobi, Kenya.", "Ada Brook / Northwire"}};
  article.body = "Chinedu Okafor spoke to the United Nations. Mr Okafor then flew home.";
  return article;
}

}  // namespace

TEST_CASE("every text field is read and each mention says where it is") {
  Article article = small_article();
  finder().find(article, EntityChoice::both, "");
  REQUIRE(article.persons);
  REQUIRE(article.persons->size() == 1);
  const Person& okafor = article.persons->front();
  CHECK(okafor.name == "Chinedu Okafor");
  CHECK(okafor.count == 4);
  CHECK(okafor.in == std::vector{TextField::headline, TextField::caption, TextField::body});
  CHECK(okafor.origin == Origin::text);
  CHECK(okafor.mentions[1].index == 1);

  REQUIRE(article.places);
  REQUIRE(article.places->size() == 2);
  const Place& nairobi = article.places->front();
  CHECK(nairobi.value == "Nairobi");
  CHECK(nairobi.in == std::vector{TextField::headline, TextField::caption, TextField::dateline});
  CHECK(nairobi.mentions.back().text == "NAIROBI");

  REQUIRE(article.organisations);
  REQUIRE(article.organisations->size() == 1);
  CHECK(article.organisations->front().name == "United Nations");
}

TEST_CASE("offsets are bytes of the field they name") {
  Article article;
  article.body = "“Élodie Fontaine” met São Paulo’s José Ávila in Łódź.";
  finder().find(article, EntityChoice::both, "");
  std::size_t checked = 0;
  const auto check = [&](const Entity& entity) {
    for (const Mention& mention : entity.mentions) {
      CHECK(article.body.substr(mention.start, mention.end - mention.start) == mention.text);
      ++checked;
    }
  };
  for (const Person& person : *article.persons) check(person);
  for (const Place& place : *article.places) check(place);
  CHECK(checked >= 4);
}

TEST_CASE("a list that the source gave stays as it is") {
  Article article = small_article();
  Person tagged;
  tagged.name = "Somebody Else";
  tagged.origin = Origin::metadata;
  article.persons = std::vector{tagged};
  article.places.emplace();
  finder().find(article, EntityChoice::both, "");
  REQUIRE(article.persons->size() == 1);
  CHECK(article.persons->front().name == "Somebody Else");
  CHECK(article.places->empty());
  CHECK(article.organisations->size() == 1);
}

TEST_CASE("nothing is looked for where only tags or nothing was asked for") {
  const auto choice = GENERATE(EntityChoice::metadata, EntityChoice::none);
  Article article = small_article();
  finder().find(article, choice, "");
  CHECK_FALSE(article.persons);
  CHECK_FALSE(article.places);
  CHECK_FALSE(article.organisations);
}

TEST_CASE("keywords make no entities") {
  Article article;
  article.body = "Nothing here.";
  article.keywords = {"Kenya", "Paris"};
  finder().find(article, EntityChoice::both, "");
  CHECK(article.places->empty());
  CHECK(article.persons->empty());
}

TEST_CASE("looked for and none is an empty list") {
  Article article;
  finder().find(article, EntityChoice::text, "XX");
  CHECK(article.persons->empty());
  CHECK(article.places->empty());
}

TEST_CASE("hostile bytes are read to the end") {
  std::mt19937 random(7);
  const std::string pieces[]{"Mr ",  ".",    "'s",           "\xE2\x80", "\xFF", "-",   "St. ",
                             "U.S",  "\n\n", "de ",          "X",        ", ",   "ß",   "al-",
                             "\xC3", "New ", "Ministry of ", "\0x",      "“",    "May "};
  for (int round = 0; round < 300; ++round) {
    Article article;
    for (int i = 0; i < 60; ++i) article.body += pieces[random() % std::size(pieces)];
    article.headline = article.body.substr(0, random() % 40);
    article.dateline = Dateline{article.headline, article.body.substr(0, 3), "", ""};
    finder().find(article, EntityChoice::both, "");
    for (const Person& person : *article.persons) {
      for (const Mention& mention : person.mentions) CHECK(mention.start < mention.end);
    }
  }
}

TEST_CASE("a folder without a gazetteer is an error that names the file") {
  CHECK_THROWS_WITH(EntityFinder("/nowhere"), Catch::Contains("/nowhere/gazetteer.dat"));
}
