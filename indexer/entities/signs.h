// What the neighbours of a capitalised word tell of the kind of name it belongs to.
#pragma once

#include <cstddef>
#include <cstdint>

#include "indexer/entities/tokens.h"

namespace dateline {

// Bits of what signs_at says. The first are hints of persons and places, those from kTraded on of anything
// but a person.
enum Sign : std::uint32_t {
  kTitled = 1U << 0U,          // "Senator Hart"
  kAfterGivenName = 1U << 1U,  // "Gary Hart"
  kSpeaks = 1U << 2U,          // "Hart said"
  kLocated = 1U << 3U,         // "in Hart"
  kBeforeBody = 1U << 4U,      // "Hart Ministry"
  kInPlace = 1U << 5U,         // "Dayton, Ohio"
  kHuman = 1U << 6U,           // "Hart, who", "Hart, 54,", "Hart said he"
  kTraded = 1U << 7U,          // "Hart (HRT.N)", "Hart shares", "Hart Inc"
  kOwned = 1U << 8U,           // "Hart's board", "a Hart spokesman"
  kFirm = 1U << 9U,            // "drugmaker Hart"
  kItself = 1U << 10U,         // "Hart said it", "Hart, which"
  kPaired = 1U << 11U,         // "Hart & Sons"
  kStorm = 1U << 12U,          // "Hurricane Hart"
  kHasParts = 1U << 13U,       // "a stake in Hart", "analyst at Hart"
};

inline constexpr std::uint32_t kAllSigns = (kHasParts << 1U) - 1;
// Those that no person shows, but by chance.
inline constexpr std::uint32_t kNoPerson = kTraded | kFirm | kPaired | kStorm | kHasParts;
// Those of persons alone.
inline constexpr std::uint32_t kPersonal = kTitled | kAfterGivenName | kHuman;

// "HRT.N", "HRTn.DE"
[[nodiscard]] bool is_share_code(const Token& token);

// The signs at the token at `i`, which has a capital. What stands before a name of several words counts for
// its first words, and what stands behind for its last.
[[nodiscard]] std::uint32_t signs_at(const Passage& passage, std::size_t i);

}  // namespace dateline
