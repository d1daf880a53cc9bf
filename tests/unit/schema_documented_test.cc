// docs/SCHEMA.md's table of fields is the code's own.

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "dateline/schema.h"

TEST_CASE("docs/SCHEMA.md has a row for every field as the code has it") {
  std::ifstream file(DATELINE_SOURCE_DIR "/docs/SCHEMA.md");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  const auto cell = [](const char* prefix) {
    return prefix && *prefix ? " `" + std::string(prefix) + "` |" : std::string(" |");
  };
  for (const dateline::Field& field : dateline::kFields) {
    const std::string slot = field.slot == dateline::kNoSlot ? " |" : " " + std::to_string(field.slot) + " |";
    const std::string row = "| " + std::string(field.name) + " |" + cell(field.text_prefix) +
                            cell(field.filter_prefix) + slot + " " + field.meaning + " |";
    CAPTURE(row);
    CHECK(page.find(row) != std::string::npos);
  }
}
