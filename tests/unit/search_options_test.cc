#include <catch2/catch.hpp>

#include "searcher/options.h"
#include "searcher/query/parser.h"

using namespace dateline;

namespace {

using List = std::vector<std::string>;

Options read(List arguments) {
  arguments.insert(arguments.begin(), {"-d", "A"});
  return read_options(arguments);
}

std::string fault(const List& arguments) {
  try {
    (void)read(arguments);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("arguments that are no options are the query") {
  const auto [arguments, query] = GENERATE(table<List, std::string>({
      {{"oil", "gas"}, "oil AND gas"},
      {{"oil", "-gas"}, "oil AND NOT gas"},
      {{"-gas", "oil", "-n", "5"}, "NOT gas AND oil"},
      {{"oil", "--", "--limit"}, "oil AND NOT limit"},
      {{"oil", "--", "-n"}, "oil AND NOT n"},
      {{"-F", "oil OR (gas"}, "oil AND or AND gas"},
      {{"-dfoo"}, "NOT dfoo"},
      {{"oil", "price cap"}, "oil AND \"price cap\""},
      {List{}, "*"},
  }));
  CAPTURE(arguments);
  CHECK(print(read(arguments).request.query) == query);
}

TEST_CASE("options keep their values") {
  const Options options = read({"--db",
                                "B",
                                "--person",
                                "Ann",
                                "--person=Bob",
                                "--date",
                                "2025",
                                "--facet",
                                "person:5,date:month",
                                "--facet",
                                "place:all",
                                "-s",
                                "newest",
                                "-n",
                                "all",
                                "--offset",
                                "7",
                                "-o",
                                "json",
                                "--match",
                                "any",
                                "--exact",
                                "--include-embargoed",
                                "--color",
                                "never",
                                "--no-pager",
                                "-q",
                                "x"});
  CHECK(options.archives == List{"A", "B"});
  const Request& request = options.request;
  CHECK(request.filters.at("person") == List{"Ann", "Bob"});
  REQUIRE(request.dates.size() == 1);
  CHECK(print(request.dates[0]) == "2025-01-01..2025-12-31");
  REQUIRE(request.facets.size() == 3);
  CHECK(request.facets[0].count == 5);
  CHECK(request.facets[1].unit == DateUnit::month);
  CHECK_FALSE(request.facets[2].count);
  CHECK(request.sort == Sort::newest);
  CHECK_FALSE(request.limit);
  CHECK(request.offset == 7);
  CHECK(options.format == Format::json);
  CHECK(request.match == Match::any);
  CHECK((request.exact && request.include_embargoed && options.quiet && !options.pager));
  CHECK(options.color == When::never);
}

TEST_CASE("each output has its own defaults") {
  const auto facets = [](const Options& options) {
    std::string names;
    for (const FacetWish& wish : options.request.facets) names += wish.name + " ";
    return names;
  };
  CHECK(facets(read({"x"})) == "person place date ");
  CHECK(facets(read({"x", "-o", "json"})).empty());
  CHECK(facets(read({"x", "--facet", "section"})) == "section ");
  CHECK(read({"x"}).request.limit == 10);
  CHECK_FALSE(read({"x"}).request.sort);
  CHECK_FALSE(read({"x", "-o", "ids"}).request.limit);
  CHECK(read({"x", "-o", "ids"}).request.sort == Sort::archive);
  CHECK_FALSE(read({"x", "-o", "ids", "-n", "3"}).request.sort);
  CHECK_FALSE(read({"x", "--facet", "date"}).request.facets[0].unit);
  CHECK(read({"x", "--facet", "date", "-o", "json"}).request.facets[0].unit == DateUnit::year);
}

TEST_CASE("what cannot be meant is refused and names what may be") {
  const auto [arguments, message] = GENERATE(table<List, std::string>({
      {{"--limt", "3"}, "--limit"},
      {{"--lim", "3"}, "no option --lim"},
      {{"--limit"}, "limit"},
      {{"--limit=-1"}, "number"},
      {{"-n", "1e3"}, "number"},
      {{"-n", "99999999999999999999"}, "number"},
      {{"-o", "jsn"}, "did you mean json?"},
      {{"-s", "newst"}, "did you mean newest?"},
      {{"--facet", "persn"}, "did you mean person?"},
      {{"--facet", "date:moth"}, "did you mean month?"},
      {{"--facet", "person:-3"}, "number"},
      {{"--date", "2025/02"}, "slashes"},
      {{"--person", " "}, "needs a value"},
      {{"--fields", "headlin"}, "did you mean headline?"},
      {{"--schema", "2"}, "schema 1"},
      {{"--cursor", "x", "--offset", "1"}, "do not go together"},
  }));
  CAPTURE(arguments);
  CHECK_THAT(fault(arguments), Catch::Contains(message));
}

TEST_CASE("the archives may come from the environment") {
  unsetenv("DATELINE_DB");
  CHECK_THROWS_WITH(read_options({"x"}), Catch::Contains("no archive"));
  setenv("DATELINE_DB", "one:two", 1);
  CHECK(read_options({"x"}).archives == List{"one", "two"});
  CHECK(read_options({"x", "-d", "three"}).archives == List{"three"});
  unsetenv("DATELINE_DB");
}

TEST_CASE("help names every option") {
  const std::string help = search_help();
  for (const char* name : {"--db", "--person", "--facet-prefix", "--cursor", "--explain", "--version"})
    CHECK_THAT(help, Catch::Contains(name));
}
