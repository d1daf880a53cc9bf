#include "indexer/entities/link.h"

#include <catch2/catch.hpp>
#include <string>

#include "dateline/record.h"
#include "gazetteer_data.h"

using namespace dateline;

namespace {

Authority authority(const std::string& text) {
  Diagnostics faults;
  Authority read(text, test_gazetteer(), faults);
  REQUIRE(faults.empty());
  return read;
}

Person person(const std::string& name, std::uint32_t start, TextField field = TextField::body) {
  return {name, 1, {field}, Origin::text, {{field, 0, start, start + 4, name, {}}}};
}

Place place(const std::string& value, std::vector<std::string> path, const std::string& country) {
  Place made;
  made.name = made.value = value;
  made.count = 1;
  made.country = country;
  made.path = std::move(path);
  return made;
}

std::string shown(const Article& article) {
  std::string all;
  for (const Person& p : article.persons.value_or(std::vector<Person>{}))
    all += (all.empty() ? "" : ", ") + p.name + ' ' + std::to_string(p.count);
  return all;
}

}  // namespace

TEST_CASE("spellings of one name in an article are one person") {
  Article article;
  article.persons = {person("Sergei Malkov", 50), person("Ann Lee", 20), person("Sergey Malkoff", 0),
                     person("Sergey Malkoff", 9, TextField::caption)};
  link_names(article, {});
  REQUIRE(shown(article) == "Sergei Malkov 3, Ann Lee 1");
  const Person& malkov = article.persons->front();
  CHECK(malkov.in == std::vector{TextField::caption, TextField::body});
  CHECK(malkov.mentions[0].field == TextField::caption);
  CHECK(malkov.mentions[1].start == 0);
  CHECK(malkov.mentions[2].start == 50);
}

TEST_CASE("the authority file renames, joins and hides") {
  Article article;
  article.persons = {person("S. Malkov", 0), person("Sergio Malkov", 20), person("Foreign Ministry", 40)};
  link_names(article, authority("person Sergio Malkov\nalias S. Malkov\nhide person Foreign Ministry"));
  CHECK(shown(article) == "Sergio Malkov 2");
}

TEST_CASE("what was found is kept, and another authority starts from there") {
  Article article;
  article.persons = {person("S. Malkov", 0), person("Sergio Malkov", 20), person("Foreign Ministry", 40)};
  article.places = {place("Kiev", {"Kiev", "Ukraine"}, "UA")};
  const std::string before = record_text(article);
  link_names(article, authority("person Sergio Malkov\nalias S. Malkov\nplace Kyiv\nalias Kiev"));
  const auto stored = decode_record(encode_record(article));
  REQUIRE(stored);
  CHECK(shown(*stored) == "Sergio Malkov 2, Foreign Ministry 1");
  CHECK(stored->extra.empty());
  Article again = *stored;
  link_names(again, {});
  CHECK(record_text(again) == before);
}

TEST_CASE("linking twice by one authority changes nothing more") {
  const Authority names = authority("person Sergio Malkov\nalias S. Malkov\nhide place Ukraine");
  Article article;
  article.persons = {person("S. Malkov", 0), person("Sergio Malkov", 20)};
  article.places = {place("Kiev", {"Kiev", "Ukraine"}, "UA")};
  link_names(article, names);
  const std::string once = record_text(article);
  link_names(article, names);
  CHECK(record_text(article) == once);
}

TEST_CASE("places are renamed within the paths of others too") {
  Article article;
  article.places = {place("Bago", {"Bago", "Burma"}, "MM"), place("Burma", {"Burma"}, "MM")};
  link_names(article, authority("place Myanmar\nalias Burma"));
  CHECK(article.places->at(0).path == std::vector<std::string>{"Bago", "Myanmar"});
  CHECK(article.places->at(1).value == "Myanmar");
  CHECK(article.places->at(1).path == std::vector<std::string>{"Myanmar"});
}

TEST_CASE("the authority file moves a place to its country") {
  Article article;
  article.places = {place("Newtown", {"Newtown", "Ohio", "United States"}, "US")};
  link_names(article, authority("place Newtown\ncountry GB"));
  CHECK(article.places->at(0).country == "GB");
  CHECK(article.places->at(0).path == std::vector<std::string>{"Newtown", "United Kingdom"});
}

TEST_CASE("lists that were not looked for stay so") {
  Article article;
  link_names(article, authority("person Ann Lee"));
  CHECK_FALSE(article.persons);
  CHECK_FALSE(article.places);
  CHECK_FALSE(article.found);
}
