// The counts of every facet over the sample archive, against counts made by hand over its export.

#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>

#include "dateline/json.h"
#include "dateline/schema.h"
#include "dateline/terms.h"
#include "indexer/index_run.h"
#include "indexer/run_files.h"
#include "searcher/query/parser.h"
#include "searcher/search/search.h"
#include "tests/corpus/gold.h"

using namespace dateline;

namespace {

namespace fs = std::filesystem;

// The sample archive, indexed once as the program does it.
const fs::path& sample_archive() {
  static const struct Made {
    fs::path path = fs::temp_directory_path() / ("dateline-facets-" + std::to_string(::getpid()));
    Made() {
      IndexOptions options;
      options.db = path.string();
      options.paths = {corpus_directory().string()};
      options.walk.exclude = {"broken/"};
      options.quiet = true;
      REQUIRE(run_index(options) == 0);
    }
    ~Made() { fs::remove_all(path); }
  } made;
  return made.path;
}

std::set<std::string> names_of(ValueKind kind, const std::optional<std::vector<Person>>& entities,
                               bool pictured) {
  std::set<std::string> names;
  for (const Entity& entity : entities.value_or(std::vector<Entity>{})) {
    const bool in_caption = std::ranges::count(entity.in, TextField::caption) > 0;
    if (!pictured || in_caption) names.insert(value_key(kind, entity.name));
  }
  return names;
}

std::set<std::string> places_of(const Article& article, PlaceKind kind, bool all) {
  std::set<std::string> names;
  for (const Place& place : article.places.value_or(std::vector<Place>{})) {
    if (all || place.kind == kind) names.insert(fold_name(place.value));
    if (all)
      for (const std::string& outer : place.path) names.insert(fold_name(outer));
    if (kind == PlaceKind::country && !all && place.path.size() > 1)
      names.insert(fold_name(place.path.back()));
  }
  return names;
}

// The keys of the values that one article counts for in a facet.
std::set<std::string> values_of(const Article& article, const std::string& facet) {
  if (facet == "person" || facet == "pictured")
    return names_of(ValueKind::person, article.persons, facet == "pictured");
  if (facet == "organisation") return names_of(ValueKind::organisation, article.organisations, false);
  if (facet == "place") return places_of(article, PlaceKind::city, true);
  if (facet == "city") return places_of(article, PlaceKind::city, false);
  if (facet == "country") return places_of(article, PlaceKind::country, false);
  if (facet == "byline") {
    std::set<std::string> names;
    for (const Byline& byline : article.bylines) names.insert(fold_name(byline.name));
    return names;
  }
  if (facet == "language")
    return article.language.empty() ? std::set<std::string>{} : std::set{fold_name(article.language)};
  if (facet == "date" && article.published) return {sortable(*article.published).substr(0, 4)};
  return {};
}

std::map<std::string, std::uint64_t> without_zeros(const FacetCounts& counts) {
  const ValueKind kind = find_field(counts.name)->kind;
  std::map<std::string, std::uint64_t> all;
  for (const FacetValue& value : counts.values) {
    if (value.count > 0) all[value_key(kind, value.form.value)] += value.count;
  }
  return all;
}

}  // namespace

TEST_CASE("every facet count over the sample archive is the count over its articles") {
  const auto query =
      GENERATE(as<std::string>{}, "*", "minister", "\"last week\"", "said OR told", "-said", "place:Turkey",
               "headline:the", "caption:at", "date:1890..1989", "has:caption river", "undated:yes");
  CAPTURE(query);
  Request request;
  request.text = query;
  request.query = parse_query(query, {});
  request.limit = std::nullopt;
  const std::vector<std::string> facets{"person", "pictured", "place",        "city", "country",
                                        "byline", "language", "organisation", "date"};
  for (const std::string& facet : facets)
    request.facets.push_back(
        {facet, std::nullopt, facet == "date" ? std::optional(DateUnit::year) : std::nullopt});

  Archive archive({sample_archive().string()});
  Search search(archive, request);
  std::map<std::string, std::map<std::string, std::uint64_t>> by_hand;
  std::map<std::string, std::uint64_t> missing;
  std::uint64_t hits = 0;
  search.each_hit([&](const Hit& hit) {
    ++hits;
    for (const std::string& facet : facets) {
      const auto values = values_of(hit.article, facet);
      for (const std::string& value : values) ++by_hand[facet][value];
      missing[facet] += values.empty();
    }
  });
  CHECK(hits > 0);
  CHECK(search.answer().total == hits);
  for (const FacetCounts& counts : search.answer().facets) {
    CAPTURE(counts.name);
    CHECK(without_zeros(counts) == by_hand[counts.name]);
    CHECK(counts.missing == missing[counts.name]);
  }
}

TEST_CASE("the count beside a value is what choosing it gives") {
  Request request;
  request.query = parse_query("*", {});
  request.facets = {{"person", std::nullopt, {}}, {"place", std::nullopt, {}}};
  Archive archive({sample_archive().string()});
  const Answer all = Search(archive, request).answer();
  for (const FacetCounts& counts : all.facets) {
    for (const FacetValue& value : counts.values) {
      CAPTURE(counts.name, value.form.value);
      Request chosen;
      chosen.query = parse_query("*", {});
      chosen.filters[counts.name] = {value.form.value};
      CHECK(Search(archive, chosen).answer().total == value.count);
    }
  }
}
