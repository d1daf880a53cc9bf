// Where an article's text tells who wrote it, as "(Reporting by Jane Roe in Lagos; editing by John Doe)" or
// "Jane Roe in Lagos contributed to this report." do. Names there are credits, no mentions.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

// Byte ranges [first, second), in the order of the text; paragraphs are parted by "\n\n". Empty: none.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> sign_offs(std::string_view text);

}  // namespace dateline
