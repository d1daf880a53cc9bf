// The sample articles with their gold (docs/CORPUS.md) as examples.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/entities/train/example.h"

namespace dateline {

// Every article of the corpus that has gold, by name ("metro/1994-ferry-fire"). Throws std::runtime_error
// where a file cannot be read or none is found.
[[nodiscard]] std::vector<Example> read_gold(const std::filesystem::path& corpus);

// Whether the article of that name is kept for tests: a fifth of all, by a hash of the file's name without
// its folder and ending. Nothing is learned from these.
[[nodiscard]] bool is_held_out(const std::string& name);

}  // namespace dateline
