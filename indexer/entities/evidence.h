// What the whole article tells of a word: how it is written elsewhere.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/entities/tokens.h"

namespace dateline {

class Evidence {
 public:
  // The passages must outlive the evidence.
  explicit Evidence(const std::vector<Passage>& passages);

  // Written with a capital where only a name has one.
  [[nodiscard]] bool named(std::string_view key) const { return of(key).named > 0; }
  // Written in lower case, and never as a name.
  [[nodiscard]] bool ordinary(std::string_view key) const { return of(key).lower > 0 && of(key).named == 0; }

 private:
  struct Counts {
    std::uint32_t lower = 0;
    std::uint32_t named = 0;
  };
  [[nodiscard]] Counts of(std::string_view key) const {
    const auto found = counts_.find(key);
    return found == counts_.end() ? Counts{} : found->second;
  }

  std::unordered_map<std::string_view, Counts> counts_;
};

// Marks as `plain` the capitals that a sentence's beginning, a title line or an emphasis explains.
void mark_plain(const Gazetteer& gazetteer, const Evidence& evidence, std::vector<Passage>& passages);

}  // namespace dateline
