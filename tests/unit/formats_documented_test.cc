#include <catch2/catch.hpp>

#include "tests/unit/reader_fixture.h"

TEST_CASE("docs/FORMATS.md has a section for every format") {
  const std::string page = dateline::source_file("docs/FORMATS.md");
  for (const dateline::Format& format : dateline::formats()) {
    CAPTURE(format.name);
    CHECK(page.find("\n## `" + std::string(format.name) + "`\n") != std::string::npos);
  }
}
