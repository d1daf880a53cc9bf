#include "indexer/readers/field_map.h"

#include <catch2/catch.hpp>

#include "tests/unit/scratch.h"

using namespace dateline;

namespace {

FieldMap parse(const std::string& text) { return parse_field_map(text, "a.map", {}); }

std::string fault_of(const std::string& text) {
  try {
    (void)parse(text);
  } catch (const MapError& fault) {
    return fault.what();
  }
  return {};
}

// "key key[filter=a,b]" for each path, `|` between.
std::string shown(const FieldPaths& paths) {
  std::string all;
  for (const FieldPath& path : paths) {
    if (!all.empty()) all += " | ";
    for (const PathStep& step : path.steps) {
      if (&step != &path.steps.front()) all += ' ';
      all += step.key;
      if (step.filter.empty()) continue;
      all += "[" + step.filter + "=";
      for (const std::string& value : step.values) all += (&value == &step.values.front() ? "" : ",") + value;
      all += "]";
    }
  }
  return all;
}

}  // namespace

TEST_CASE("a line of a mapping file is a field and its paths") {
  const auto [text, paths] = GENERATE(table<std::string, std::string>({
      {"headline = title", "title"},
      {"headline=data.Head_Line", "data headline"},
      {"  headline  =  a . b ", "a b"},
      {"headline = authors[].name | by", "authors name | by"},
      {"headline = c[type=photo, Image].text", "c[type=photo,image] text"},
      {"headline = \"a.b|c\" | d", "a.b|c | d"},
      {"headline = *.title", "* title"},
      {"# headline = x\nheadline = y # z", "y#z"},
      {"\xEF\xBB\xBFheadline = a\r\n", "a"},
      {"headline =", ""},
  }));
  CAPTURE(text);
  CHECK(shown(parse(text)[MapField::headline]) == paths);
}

TEST_CASE("what is wrong with a mapping file is told with its line") {
  const auto [text, fault] = GENERATE(table<std::string, std::string>({
      {"\nheadlin = a", "a.map:2: unknown field 'headlin'; did you mean 'headline'?"},
      {"colour = a", "a.map:1: unknown field 'colour'"},
      {"headline = a\nheadline = b", "a.map:2: 'headline' stands here twice"},
      {"headline title", "a.map:1: expected 'field = path', not 'headline title'"},
      {"headline = a..b", "a.map:1: 'a..b' is no path"},
      {"headline = a[b", "a.map:1: 'a[b' is no path"},
      {"headline = a[b]", "a.map:1: 'a[b]' is no path"},
      {"headline = \"a", "a.map:1: '\"a' is no path"},
      {"headline = a | | b", "a.map:1: '' is no path"},
      {"dates = us", "a.map:1: 'dates' is day-first or month-first, not 'us'"},
      {"headline = 1\nbody = text\n", "a.map:2: columns are named both by number and by name"},
      {"extra. = a", "a.map:1: unknown field 'extra.'"},
  }));
  CAPTURE(text);
  CHECK(fault_of(text).starts_with(fault));
}

TEST_CASE("a mapping file goes on top of the built-in table") {
  const FieldMap map =
      parse_field_map("headline = kop\nextra.desk = buro\ndates = month-first\nitems = rijen[]", "a.map",
                      default_field_map());
  CHECK(shown(map[MapField::headline]) == "kop");
  CHECK(shown(map[MapField::body]) == shown(default_field_map()[MapField::body]));
  CHECK(shown(map.extra.at("desk")) == "buro");
  CHECK(map.day_first == false);
  CHECK(map.items_stated);
  CHECK_FALSE(map.numbered);
  CHECK(map.keys.contains("kop"));
  CHECK_FALSE(map.keys.contains("headline"));
}

TEST_CASE("a map of numbers says that there is no header row") {
  CHECK(parse_field_map("headline = 2\nbody = 10", "a.map", default_field_map()).numbered);
}

TEST_CASE("a mapping file that cannot be read is an error that names it") {
  const ScratchDirectory scratch;
  CHECK_THROWS_WITH(load_field_map((scratch / "none.map").string()),
                    Catch::EndsWith("none.map: cannot be read"));
}

TEST_CASE("keys are compared without case and dividers") {
  const auto [key, folded] = GENERATE(table<std::string, std::string>({
      {"datePublished", "datepublished"},
      {"date_published", "datepublished"},
      {"Date Published", "datepublished"},
      {"@type", "@type"},
      {"", ""},
  }));
  CHECK(fold_key(key) == folded);
}
