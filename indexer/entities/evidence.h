// What the whole article tells of a word: how it is written elsewhere.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "indexer/entities/tokens.h"

namespace dateline {

class Evidence {
 public:
  explicit Evidence(const std::vector<Passage>& passages);

  // Written with a capital where only a name has one.
  [[nodiscard]] bool named(const Token& token) const {
    return std::ranges::binary_search(named_, token.hash);
  }
  // Written in lower case, and never as a name.
  [[nodiscard]] bool ordinary(const Token& token) const {
    return std::ranges::binary_search(lower_, token.hash) && !named(token);
  }

 private:
  // Hashes of keys, sorted.
  std::vector<std::uint64_t> lower_;
  std::vector<std::uint64_t> named_;
};

// Marks as `plain` the capitals that a sentence's beginning, a title line or an emphasis explains.
void mark_plain(const Gazetteer& gazetteer, const Evidence& evidence, std::vector<Passage>& passages);

}  // namespace dateline
