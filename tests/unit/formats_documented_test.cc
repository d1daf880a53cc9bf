#include <catch2/catch.hpp>

#include "indexer/readers/field_map.h"
#include "tests/unit/reader_fixture.h"

TEST_CASE("docs/FORMATS.md has a section for every format") {
  const std::string page = dateline::source_file("docs/FORMATS.md");
  for (const dateline::Format& format : dateline::formats()) {
    CAPTURE(format.name);
    CHECK(page.find("\n## `" + std::string(format.name) + "`\n") != std::string::npos);
  }
}

namespace {

// The first block of code behind a heading.
std::string block_behind(const std::string& page, const std::string& heading) {
  const std::size_t start = page.find("\n```\n", page.find("\n" + heading + "\n")) + 5;
  return page.substr(start, page.find("\n```\n", start) - start);
}

std::string shown(const dateline::FieldMap& map) {
  std::string all;
  for (std::size_t i = 0; i < map.paths.size(); ++i) {
    all += dateline::kMapFieldNames[i];
    for (const dateline::FieldPath& path : map.paths[i]) all += " | " + path.text;
    all += '\n';
  }
  for (const auto& [name, paths] : map.extra) all += "extra." + name + '\n';
  return all;
}

}  // namespace

TEST_CASE("docs/FORMATS.md holds the tables of ninjs and json as they are, and a mapping file that works") {
  const std::string page = dateline::source_file("docs/FORMATS.md");
  const auto read = [&](const char* heading) {
    return dateline::parse_field_map(block_behind(page, heading), heading, {});
  };
  CHECK(shown(read("## `ninjs`")) == shown(dateline::ninjs_field_map()));
  CHECK(shown(read("## `json`")) == shown(dateline::default_field_map()));
  CHECK(read("### Mapping files").extra.contains("desk"));
}
