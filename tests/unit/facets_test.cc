#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "searcher/query/parser.h"
#include "searcher/search/search.h"
#include "tests/unit/search_fixture.h"

using namespace dateline;
using dateline::testing::ArchiveFixture;

namespace {

const std::vector<std::string> kPersons{"Ann Bell", "Bob Carr", "Cy Dorn", "Dee Éluard", "Ed Bell"};
const std::vector<std::pair<std::string, std::string>> kCities{
    {"Oslo", "Norway"}, {"Bergen", "Norway"}, {"Lima", "Peru"}, {"Cusco", "Peru"}};
const std::vector<std::string> kDates{"",           "1899", "1901-03",    "1901-03-31",
                                      "1901-04-01", "1980", "1989-12-31", "2025-02-26"};

// Articles over all the values above in changing combinations, the same ones every time.
std::vector<Article> some_articles(std::size_t count) {
  std::mt19937 random(4711);
  const auto draw = [&](std::size_t below) { return std::size_t{random()} % below; };
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    Article a;
    a.id = "test:" + std::to_string(i);
    a.headline = draw(2) == 0 ? "Herring catches fall" : "Salt prices rise";
    a.section = draw(3) == 0 ? "" : draw(2) == 0 ? "Trade" : "Sea";
    a.language = "en";
    a.published = parse_iso(kDates[draw(kDates.size())]);
    a.persons.emplace();
    for (const std::string& name : kPersons) {
      if (draw(3) == 0) a.persons->emplace_back().name = name;
    }
    a.places.emplace();
    for (const auto& [city, country] : kCities) {
      if (draw(4) == 0) a.places->push_back(testing::place(city, country));
    }
    articles.push_back(std::move(a));
  }
  return articles;
}

std::set<std::string> values_of(const Article& a, const std::string& facet) {
  std::set<std::string> values;
  if (facet == "person") {
    for (const Person& person : *a.persons) values.insert(person.name);
  } else if (facet == "place") {
    for (const Place& place : *a.places) values.insert(place.path.begin(), place.path.end());
  } else if (!a.section.empty()) {
    values.insert(a.section);
  }
  return values;
}

using Filters = std::map<std::string, std::vector<std::string>>;

bool passes(const Article& a, const Filters& filters, const std::string& except) {
  for (const auto& [facet, wanted] : filters) {
    if (facet == except) continue;
    const std::set<std::string> values = values_of(a, facet);
    if (std::ranges::none_of(wanted, [&](const std::string& value) { return values.contains(value); }))
      return false;
  }
  return true;
}

Request request_for(const std::string& query, const Filters& filters) {
  Request request;
  request.query = parse_query(query, local_today());
  request.filters = filters;
  for (const char* facet : {"person", "place", "section"})
    request.facets.push_back({facet, std::nullopt, {}});
  return request;
}

const FacetCounts& facet_of(const Answer& answer, const std::string& name) {
  return *std::ranges::find(answer.facets, name, &FacetCounts::name);
}

}  // namespace

TEST_CASE("facet counts are those of counting every article by hand") {
  const std::size_t databases = GENERATE(1U, 3U);
  const Filters filters =
      GENERATE(Filters{}, Filters{{"person", {"Ann Bell"}}}, Filters{{"person", {"Ann Bell", "Cy Dorn"}}},
               Filters{{"place", {"Norway"}}}, Filters{{"person", {"Dee Éluard"}}, {"place", {"Lima"}}},
               Filters{{"person", {"Bob Carr"}}, {"place", {"Oslo", "Peru"}}, {"section", {"Sea"}}});
  const std::vector<Article> articles = some_articles(200);
  ArchiveFixture fixture(databases);
  for (const Article& a : articles) fixture.add(a);
  fixture.commit();
  Archive archive({fixture.path()});
  const Search search(archive, request_for("herring", filters));

  std::uint64_t total = 0;
  for (const Article& a : articles) total += a.headline.starts_with("Herring") && passes(a, filters, "");
  CHECK(search.answer().total == total);
  for (const char* name : {"person", "place", "section"}) {
    CAPTURE(name);
    std::map<std::string, std::uint64_t> expected;
    std::uint64_t missing = 0;
    for (const Article& a : articles) {
      if (!a.headline.starts_with("Herring") || !passes(a, filters, name)) continue;
      const std::set<std::string> values = values_of(a, name);
      for (const std::string& value : values) ++expected[value];
      missing += values.empty();
    }
    const FacetCounts& facet = facet_of(search.answer(), name);
    std::map<std::string, std::uint64_t> counted;
    for (const FacetValue& value : facet.values) counted[value.form.value] = value.count;
    CHECK(counted == expected);
    CHECK(facet.missing == missing);
    CHECK(facet.distinct == expected.size());
    CHECK(std::ranges::is_sorted(facet.values, [](const FacetValue& a, const FacetValue& b) {
      return a.count != b.count ? a.count > b.count : a.form.value < b.form.value;
    }));
    const auto own = filters.find(name);
    for (const FacetValue& value : facet.values)
      CHECK(value.selected ==
            (own != filters.end() && std::ranges::count(own->second, value.form.value) > 0));
  }
}

TEST_CASE("the count beside a value is the total of choosing it alone") {
  ArchiveFixture fixture;
  for (const Article& a : some_articles(150)) fixture.add(a);
  fixture.commit();
  Archive archive({fixture.path()});
  const Filters filters{{"person", {"Ann Bell"}}, {"place", {"Norway"}}};
  const Answer answer = Search(archive, request_for("salt", filters)).answer();
  for (const char* name : {"person", "place", "section"}) {
    for (const FacetValue& value : facet_of(answer, name).values) {
      CAPTURE(name, value.form.value);
      Filters alone = filters;
      alone[name] = {value.form.value};
      CHECK(Search(archive, request_for("salt", alone)).answer().total == value.count);
    }
  }
}

TEST_CASE("a date value's count is the total of that range, in every unit") {
  ArchiveFixture fixture(2);
  for (const Article& a : some_articles(100)) fixture.add(a);
  fixture.commit();
  Archive archive({fixture.path()});
  const DateUnit unit =
      GENERATE(DateUnit::century, DateUnit::decade, DateUnit::year, DateUnit::month, DateUnit::week);
  Request request;
  request.facets = {{"date", 10, unit}};
  const Answer answer = Search(archive, request).answer();
  const FacetCounts& facet = answer.facets.front();
  CAPTURE(facet.unit);
  std::uint64_t sum = facet.missing + facet.coarser;
  for (const FacetValue& value : facet.values) {
    sum += value.count;
    if (value.count == 0) continue;
    const ParsedRange range = parse_date_range(value.form.value, local_today());
    CAPTURE(value.form.value);
    REQUIRE(range.range);
    Request alone;
    alone.dates = {*range.range};
    CHECK(Search(archive, alone).answer().total == value.count);
  }
  CHECK(sum == answer.total);
  CHECK(facet.distinct == static_cast<std::uint64_t>(std::ranges::count_if(
                              facet.values, [](const FacetValue& v) { return v.count > 0; })));
}

TEST_CASE("a short list keeps the most frequent values, and the selected one wherever it stands") {
  ArchiveFixture fixture;
  for (int i = 0; i < 10; ++i) {
    Article a;
    a.id = "x" + std::to_string(i);
    a.headline = "Salt";
    a.persons.emplace();
    for (int p = i; p < 10; ++p)
      a.persons->emplace_back().name = "Person " + std::string(1, static_cast<char>('A' + p));
    fixture.add(a);
  }
  fixture.commit();
  Archive archive({fixture.path()});
  Request request;
  request.facets = {{"person", 2, {}}};
  const auto names = [&] {
    std::string text;
    const Search search(archive, request);
    for (const FacetValue& v : search.answer().facets.front().values)
      text += v.form.value + (v.selected ? "!" : "") + " " + std::to_string(v.count) + ";";
    return text;
  };
  CHECK(names() == "Person J 10;Person I 9;");
  request.filters["person"] = {"person a"};
  CHECK(names() == "Person J 10;Person A! 1;");
  request.filters["person"] = {"Nobody Known"};
  CHECK(names() == "Person J 10;Nobody Known! 0;");
  request.filters.clear();
  request.facet_prefix = "c";
  CHECK(names() == "Person C 3;");
}
