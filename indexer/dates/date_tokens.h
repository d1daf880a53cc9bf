// The words, numbers and marks of a printed date.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

struct DateToken {
  enum class Kind : std::uint8_t { number, word, mark };
  Kind kind = Kind::mark;
  std::string_view raw;  // as printed
  std::string folded;    // a word, folded, without the dots of "p.m."; else empty
  char mark =
      0;  // '-' every dash, '\'' every apostrophe, '*' an ordinal sign, ',' what only divides; 0: no mark
  bool spaced = false;  // white space stands before it
};

// The first `most` tokens; they point into `text`, which must be valid UTF-8.
[[nodiscard]] std::vector<DateToken> date_tokens(std::string_view text, std::size_t most = SIZE_MAX);

}  // namespace dateline
