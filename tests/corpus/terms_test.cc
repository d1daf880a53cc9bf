// What the index holds of every sample article, and what it must not hold.

#include <xapian.h>

#include <catch2/catch.hpp>
#include <set>

#include "dateline/record.h"
#include "dateline/schema.h"
#include "dateline/terms.h"
#include "indexer/archive/document.h"
#include "tests/corpus/gold.h"

using namespace dateline;

namespace {

std::set<std::string> terms_of(const Xapian::Document& document, const std::string& prefix) {
  std::set<std::string> terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    if ((*term).starts_with(prefix)) terms.insert((*term).substr(prefix.size()));
  }
  return terms;
}

std::set<std::string> words_of(const std::string& text) {
  std::set<std::string> all;
  for_each_word(text, [&](const Word& word) { all.insert(word.term); });
  return all;
}

// Persons and places come from the gold, so that this test is about the index alone.
Xapian::Document document_of(const GoldArticle& sample) {
  Article article = sample.read;
  article.id = "x-" + sample.file;
  article.persons = sample.gold.persons;
  article.places = sample.gold.places;
  article.organisations = sample.gold.organisations;
  WordForms forms;
  return build_document(article, forms).document;
}

std::set<std::string> keys(ValueKind kind, const std::vector<std::string>& names) {
  std::set<std::string> all;
  for (const std::string& name : names) all.insert(value_key(kind, name));
  return all;
}

}  // namespace

TEST_CASE("captions are found as captions and nothing else is") {
  for (const GoldArticle& sample : gold_articles()) {
    CAPTURE(sample.file);
    std::set<std::string> words;
    for (const Caption& caption : sample.read.captions) words.merge(words_of(caption.text));
    const Xapian::Document document = document_of(sample);
    CHECK(terms_of(document, "XCAPTION:") == words);
    CHECK(terms_of(document, "XHAS:caption").size() == (sample.read.captions.empty() ? 0 : 1));
  }
}

TEST_CASE("each person and place is a filter term, and so is what holds the place") {
  for (const GoldArticle& sample : gold_articles()) {
    CAPTURE(sample.file);
    const Xapian::Document document = document_of(sample);
    std::vector<std::string> persons, places;
    for (const Person& person : *sample.gold.persons) persons.push_back(person.name);
    for (const Place& place : *sample.gold.places) {
      places.push_back(place.value);
      places.insert(places.end(), place.path.begin(), place.path.end());
    }
    CHECK(terms_of(document, "XPERSON:") == keys(ValueKind::person, persons));
    CHECK(terms_of(document, "XPLACE:") == keys(ValueKind::place, places));
    CHECK(document.get_value(find_field("person")->slot).size() ==
          8 * keys(ValueKind::person, persons).size());
    CHECK(document.get_value(find_field("place")->slot).size() == 8 * keys(ValueKind::place, places).size());
  }
}

TEST_CASE("an article has date terms exactly as far as its date is known") {
  for (const GoldArticle& sample : gold_articles()) {
    CAPTURE(sample.file);
    const Xapian::Document document = document_of(sample);
    const std::string day = sample.read.published ? sortable(*sample.read.published) : "";
    const auto expect = [&](std::size_t size) {
      return day.size() >= size ? std::set<std::string>{day.substr(0, size)} : std::set<std::string>{};
    };
    CHECK(terms_of(document, kYearPrefix) == expect(4));
    CHECK(terms_of(document, kMonthPrefix) == expect(6));
    CHECK(terms_of(document, kDayPrefix) == expect(8));
    CHECK(document.get_value(kPublishedSlot) == day);
  }
}

TEST_CASE("the stored record holds the article, its dateline apart from the body") {
  for (const GoldArticle& sample : gold_articles()) {
    CAPTURE(sample.file);
    const auto record = decode_record(document_of(sample).get_data());
    REQUIRE(record);
    CHECK(record->headline == sample.read.headline);
    CHECK(record->captions.size() == sample.read.captions.size());
    if (sample.read.dateline) CHECK_FALSE(record->body.starts_with(sample.read.dateline->text));
  }
}
