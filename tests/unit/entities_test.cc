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

TEST_CASE("a list of an exported article stays as it is") {
  Article article = small_article();
  article.source.format = "dateline-json";
  Person listed;
  listed.name = "Somebody Else";
  article.persons = std::vector{listed};
  article.places.emplace();
  const auto choice = GENERATE(EntityChoice::both, EntityChoice::metadata);
  finder().find(article, choice, "");
  REQUIRE(article.persons->size() == 1);
  CHECK(article.persons->front().name == "Somebody Else");
  CHECK(article.places->empty());
  CHECK(article.organisations.has_value() == (choice == EntityChoice::both));
}

TEST_CASE("a tag and a recognised name meet in one entity") {
  Article article;
  article.source.format = "nitf";
  article.language = "en";
  article.body = "The ferry to Istanbul was late, said Henrietta Vossberg.";
  Person known, unknown;
  known.name = "HENRIETTA VOSSBERG";
  unknown.name = "Somebody Else";
  article.persons = std::vector{known, unknown};
  Place istanbul, ankara, nowhere;
  istanbul.name = "Istanbul";
  ankara.name = "ankara";
  nowhere.name = "Port Alder";
  article.places = std::vector{istanbul, ankara, nowhere};
  finder().find(article, EntityChoice::both, "");
  REQUIRE(article.persons->size() == 2);
  CHECK(article.persons->at(0).name == "Henrietta Vossberg");
  CHECK(article.persons->at(0).origin == Origin::both);
  CHECK(article.persons->at(0).in == std::vector{TextField::body, TextField::metadata});
  CHECK(article.persons->at(1).origin == Origin::metadata);
  CHECK(article.persons->at(1).count == 0);
  REQUIRE(article.places->size() == 3);
  CHECK(article.places->at(0).origin == Origin::both);
  CHECK(article.places->at(1).value == "Ankara");
  CHECK(article.places->at(1).country == "TR");
  CHECK(article.places->at(1).path == std::vector<std::string>{"Ankara", "Turkey"});
  CHECK(article.places->at(2).path == std::vector<std::string>{"Port Alder"});
}

TEST_CASE("tags alone, text alone or nothing, as it was asked for") {
  const auto [choice, names] = GENERATE(table<EntityChoice, std::string>({
      {EntityChoice::both, "Henrietta Vossberg, Somebody Else, "},
      {EntityChoice::text, "Henrietta Vossberg, "},
      {EntityChoice::metadata, "Somebody Else, "},
      {EntityChoice::none, "not looked for"},
  }));
  CAPTURE(names);
  Article article;
  article.language = "en";
  article.body = "The ferry was late, said Henrietta Vossberg.";
  Person tag;
  tag.name = "Somebody Else";
  article.persons = std::vector{tag};
  finder().find(article, choice, "");
  std::string found = article.persons ? "" : "not looked for";
  if (article.persons) {
    for (const Person& person : *article.persons) found += person.name + ", ";
  }
  CHECK(found == names);
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

TEST_CASE("a great city's quarter is meant before a small town of its name") {
  Article article;
  article.body = "Rain fell in New York and in Harlem.";
  finder().find(article, EntityChoice::text, {});
  REQUIRE(article.places->size() == 2);
  CHECK(article.places->back().value == "Harlem, New York");
}

TEST_CASE("a folder without a gazetteer is an error that names the file") {
  CHECK_THROWS_WITH(EntityFinder("/nowhere"), Catch::Contains("/nowhere/gazetteer.dat"));
}
