// Pairs of names that may be one person's, by their words alone. Names are compared within small blocks that
// share part of their spelling, so the time grows with the number of names, not with its square.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

// A person of the archive.
struct KnownName {
  std::string key;   // person_key
  std::string form;  // as it is shown
  std::uint32_t articles = 0;
};

enum class Likeness : std::uint8_t {
  initial,   // an initial for the first name
  middle,    // a middle name or initial, or Jr., more
  order,     // the same words in another order
  split,     // the same letters, parted otherwise
  spelling,  // one or two letters differ
  surname,   // the surname alone
};

struct AliasCandidate {
  std::size_t name = 0;   // the one to prefer: the fuller, of equally full ones the more frequent
  std::size_t alias = 0;  // both are places in the list of names
  Likeness likeness = Likeness::initial;
  // Of an initial or a surname: how many articles name those whom it fits, and how many of these the one that
  // is preferred.
  std::uint64_t fitting = 0;
  std::uint64_t preferred = 0;
};

// In no certain order; an alias may be in several. Keys must differ.
[[nodiscard]] std::vector<AliasCandidate> alias_candidates(const std::vector<KnownName>& names);

}  // namespace dateline
