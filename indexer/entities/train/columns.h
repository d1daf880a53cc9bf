// Reads text tagged a token a line: `token TAB tag`, tags O, B-KIND and I-KIND with the kinds PER, LOC and
// ORG and others, which are passed over; a blank line ends a sentence, a line that begins with -DOCSTART- an
// article.
#pragma once

#include <filesystem>
#include <vector>

#include "indexer/entities/train/example.h"

namespace dateline {

// One example an article, its tokens put together to running text. Throws std::runtime_error, naming the
// file, where it cannot be read or has no article.
[[nodiscard]] std::vector<Example> read_columns(const std::filesystem::path& file);

}  // namespace dateline
