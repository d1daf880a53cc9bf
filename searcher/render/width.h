// Text by the columns it takes on a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// Columns of a character: 2 for wide CJK and emoji, 0 for combining marks and formatting characters, else 1.
[[nodiscard]] std::size_t width_of(char32_t c);

[[nodiscard]] std::size_t width_of(std::string_view text);

// The text on one line without control characters, so that nothing in an archive can steer a terminal. White
// space is folded; characters that turn the direction of writing go too.
[[nodiscard]] std::string clean(std::string_view text);

// Exactly `columns` wide: padded on the right, or cut with an ellipsis.
[[nodiscard]] std::string fit(std::string_view text, std::size_t columns);

// Padded on the left.
[[nodiscard]] std::string fit_right(std::string_view text, std::size_t columns);

// A count with a thin mark at the thousands: "154,650".
[[nodiscard]] std::string grouped(std::uint64_t number);

// A piece of a line; marked pieces are highlighted.
struct Piece {
  std::string text;
  bool marked = false;
};

// Breaks the pieces into lines of at most `columns`, at blanks, between wide characters, and inside only of
// words that are longer than a line. Cleans them.
[[nodiscard]] std::vector<std::vector<Piece>> wrap(const std::vector<Piece>& pieces, std::size_t columns);

}  // namespace dateline
