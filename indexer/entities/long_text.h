// Articles so long that their names are found part by part, lest a file that is no article (a table, an
// unclosed quotation mark, the text of a whole volume) takes a hundred times its size of memory.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "dateline/article.h"

namespace dateline {

// Twenty times the longest article of a newspaper; a book fits.
inline constexpr std::size_t kPartBytes = 1U << 20U;

// The text in parts of at most that size, cut between paragraphs, else between words, else between
// characters.
[[nodiscard]] std::vector<std::string_view> text_parts(std::string_view text, std::size_t most = kPartBytes);

// Adds what was found in a part of the body that begins `offset` bytes into it: names that are the same
// become one. An absent list of either is left as it is.
void add_names(Names& names, Names part, std::size_t offset);

}  // namespace dateline
