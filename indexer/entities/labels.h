// What the trained recogniser says of a word: outside of any name, or where it stands in a name of which
// kind.
#pragma once

#include <array>
#include <cstdint>

#include "indexer/entities/recognise.h"

namespace dateline {

// 0: outside; else 1 + 4 * NameKind + Position.
using Label = std::uint8_t;

enum class Position : std::uint8_t { begin, inside, last, whole };

inline constexpr Label kOutside = 0;
inline constexpr std::size_t kLabels = 13;
inline constexpr std::size_t kKinds = 3;

[[nodiscard]] constexpr Label label_of(NameKind kind, Position position) {
  return static_cast<Label>(1 + 4 * static_cast<int>(kind) + static_cast<int>(position));
}

// Neither may be asked of kOutside.
[[nodiscard]] constexpr NameKind kind_of(Label label) { return static_cast<NameKind>((label - 1) / 4); }
[[nodiscard]] constexpr Position position_of(Label label) { return static_cast<Position>((label - 1) % 4); }

// Whether a run of capitalised words may begin, and end, with the label.
[[nodiscard]] constexpr bool may_begin(Label label) {
  return label == kOutside || position_of(label) == Position::begin || position_of(label) == Position::whole;
}
[[nodiscard]] constexpr bool may_end(Label label) {
  return label == kOutside || position_of(label) == Position::last || position_of(label) == Position::whole;
}

// Whether the second may stand directly behind the first.
[[nodiscard]] constexpr bool may_follow(Label first, Label second) {
  if (may_end(first)) return may_begin(second);
  return !may_begin(second) && kind_of(first) == kind_of(second);
}

// The label of the token at `at` in a name of the tokens [first, last).
[[nodiscard]] constexpr Label label_in(NameKind kind, std::size_t first, std::size_t last, std::size_t at) {
  const Position position = last - first == 1 ? Position::whole
                            : at == first     ? Position::begin
                            : at + 1 == last  ? Position::last
                                              : Position::inside;
  return label_of(kind, position);
}

using LabelPair = std::array<Label, 2>;

// How many pairs may_follow allows.
inline constexpr std::size_t kAllowedPairs = [] {
  std::size_t count = 0;
  for (Label a = 0; a < kLabels; ++a)
    for (Label b = 0; b < kLabels; ++b) count += may_follow(a, b);
  return count;
}();

// Those pairs, by the first label and then the second.
inline constexpr std::array<LabelPair, kAllowedPairs> kPairs = [] {
  std::array<LabelPair, kAllowedPairs> pairs{};
  std::size_t count = 0;
  for (Label a = 0; a < kLabels; ++a)
    for (Label b = 0; b < kLabels; ++b)
      if (may_follow(a, b)) pairs[count++] = {a, b};
  return pairs;
}();

}  // namespace dateline
