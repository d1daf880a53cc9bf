#include "searcher/render/width.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "dateline/text.h"

namespace dateline {

namespace {

constexpr std::string_view kEllipsis = "…";

bool turns_direction(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

// A character as wrap handles it.
struct Cell {
  std::string bytes;
  std::size_t columns;
  bool blank;
  bool marked;
};

std::vector<Cell> cells(const std::vector<Piece>& pieces) {
  std::vector<Cell> all;
  for (const Piece& piece : pieces) {
    for (std::size_t at = 0; at < piece.text.size();) {
      const char32_t c = next_code_point(piece.text, at);
      const auto code = static_cast<UChar32>(c);
      if (turns_direction(c)) continue;
      if (u_isUWhiteSpace(code) || u_iscntrl(code)) {
        if (!all.empty() && !all.back().blank) all.push_back({" ", 1, true, piece.marked});
        continue;
      }
      std::string bytes;
      append_utf8(bytes, c);
      const std::size_t columns = width_of(c);
      // A mark stays with what it stands on.
      if (columns == 0 && !all.empty())
        all.back().bytes += bytes;
      else
        all.push_back({std::move(bytes), columns, false, piece.marked});
    }
  }
  return all;
}

std::vector<Piece> line_of(const std::vector<Cell>& all, std::size_t first, std::size_t last) {
  std::vector<Piece> line;
  for (std::size_t i = first; i < last; ++i) {
    if (line.empty() || line.back().marked != all[i].marked) line.push_back({{}, all[i].marked});
    line.back().text += all[i].bytes;
  }
  return line;
}

// Where the line that starts at `first` ends: before the cell that is returned.
std::size_t line_end(const std::vector<Cell>& all, std::size_t first, std::size_t columns) {
  std::size_t used = 0, breakable = first;
  for (std::size_t at = first; at < all.size(); ++at) {
    if (all[at].blank || all[at].columns == 2 || (at > first && all[at - 1].columns == 2)) breakable = at;
    used += all[at].columns;
    if (used > columns) return breakable > first ? breakable : std::max(at, first + 1);
  }
  return all.size();
}

}  // namespace

std::size_t width_of(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (c >= 0x20 && c < 0x7F) return 1;
  const auto type = u_charType(code);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR ||
      type == U_CONTROL_CHAR)
    return 0;
  if (c >= 0x1160 && c <= 0x11FF) return 0;  // vowels and finals that join a Hangul syllable
  const int wide = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t width_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) columns += width_of(next_code_point(text, at));
  return columns;
}

std::string clean(std::string_view text) {
  std::string out;
  for (const Cell& cell : cells({{std::string(text), false}})) out += cell.bytes;
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string fit(std::string_view text, std::size_t columns) {
  const std::size_t needed = width_of(text);
  std::string out;
  if (needed <= columns) return out.append(text).append(columns - needed, ' ');
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const std::size_t wide = width_of(next_code_point(text, at));
    if (used + wide + 1 > columns) break;
    out.append(text.substr(start, at - start));
    used += wide;
  }
  if (columns > 0) out.append(kEllipsis), ++used;
  return out.append(columns - used, ' ');
}

std::string fit_right(std::string_view text, std::size_t columns) {
  const std::size_t needed = width_of(text);
  return std::string(columns - std::min(columns, needed), ' ').append(text);
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::vector<std::vector<Piece>> wrap(const std::vector<Piece>& pieces, std::size_t columns) {
  const std::vector<Cell> all = cells(pieces);
  std::vector<std::vector<Piece>> lines;
  for (std::size_t first = 0; first < all.size();) {
    if (all[first].blank) {
      ++first;
      continue;
    }
    const std::size_t end = line_end(all, first, columns);
    std::size_t last = end;
    while (last > first && all[last - 1].blank) --last;
    lines.push_back(line_of(all, first, last));
    first = end;
  }
  return lines;
}

}  // namespace dateline
