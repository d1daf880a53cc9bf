// The fields that the reader finds in every sample article against its gold.

#include <catch2/catch.hpp>

#include "dateline/json.h"
#include "tests/corpus/gold.h"

using namespace dateline;

namespace {

std::string show(const std::optional<Date>& date) {
  if (!date) return "none";
  return iso_date(*date) + " " + iso_time(*date).value_or("-") + " " + date->zone.value_or("-");
}

std::string show(const std::optional<Dateline>& d) {
  return d ? d->text + " | " + d->place + " | " + d->agency : "none";
}

std::vector<std::string> show(const std::vector<Byline>& bylines) {
  std::vector<std::string> all;
  for (const Byline& b : bylines) all.push_back(b.name + " | " + b.role);
  return all;
}

std::vector<std::string> show(const std::vector<Caption>& captions) {
  std::vector<std::string> all;
  for (const Caption& c : captions) all.push_back(c.text + " | " + c.credit);
  return all;
}

}  // namespace

TEST_CASE("there are sample articles to test against") { REQUIRE(gold_articles().size() >= 40); }

TEST_CASE("the reader finds the fields of every sample article") {
  for (const GoldArticle& a : gold_articles()) {
    CAPTURE(a.file);
    CHECK(a.read.headline == a.gold.headline);
    CHECK(show(a.read.bylines) == show(a.gold.bylines));
    CHECK(show(a.read.dateline) == show(a.gold.dateline));
    CHECK(show(a.read.captions) == show(a.gold.captions));
    CHECK(a.read.body == a.gold.body);
    CHECK(show(a.read.published) == show(a.gold.published));
    CHECK(show(a.read.updated) == show(a.gold.updated));
    CHECK(a.read.url == a.gold.url);
  }
}
