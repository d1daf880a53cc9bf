// The fields that the reader finds in every sample article against its gold.

#include <catch2/catch.hpp>
#include <map>

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

// The share of sample articles whose field is exactly the gold's, and the files where it is not.
struct Tally {
  std::size_t right = 0;
  std::string wrong;

  void add(bool is_right, const std::string& file) {
    right += is_right;
    if (!is_right) wrong += "\n  " + file;
  }
};

}  // namespace

TEST_CASE("the reader finds the fields of nearly every sample article exactly") {
  std::map<std::string, Tally> tallies;
  for (const GoldArticle& a : gold_articles()) {
    tallies["headline"].add(a.read.headline == a.gold.headline, a.file);
    tallies["bylines"].add(show(a.read.bylines) == show(a.gold.bylines), a.file);
    tallies["dateline"].add(show(a.read.dateline) == show(a.gold.dateline), a.file);
    tallies["captions"].add(show(a.read.captions) == show(a.gold.captions), a.file);
    tallies["body"].add(a.read.body == a.gold.body, a.file);
    tallies["published"].add(show(a.read.published) == show(a.gold.published), a.file);
    tallies["updated"].add(show(a.read.updated) == show(a.gold.updated), a.file);
    tallies["url"].add(a.read.url == a.gold.url, a.file);
  }
  // A little below what the reader reaches: a change that loses more than an article or two shows.
  const auto [field, floor] = GENERATE(table<std::string, double>({
      {"headline", 0.985},
      {"bylines", 0.97},
      {"dateline", 0.96},
      {"captions", 0.985},
      {"body", 0.96},
      {"published", 0.98},
      {"updated", 0.995},
      {"url", 1.0},
  }));
  CAPTURE(field, tallies[field].wrong);
  CHECK(static_cast<double>(tallies[field].right) >= floor * static_cast<double>(gold_articles().size()));
}

TEST_CASE("there are sample articles to test against") { REQUIRE(gold_articles().size() >= 40); }
