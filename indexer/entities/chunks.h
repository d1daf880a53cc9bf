// Runs of capitalised words, cut at titles, demonyms and days: what a name can be made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/gazetteer.h"
#include "indexer/entities/tokens.h"

namespace dateline {

// The longest phrase of the gazetteer at a token.
struct Phrase {
  std::size_t size = 0;  // tokens; 0: none
  std::uint32_t flags = 0;
  std::span<const PlaceId> places{};
};

// The longest phrase at `at` that has one of the flags; it may run over lower-case words ("Isle of Man").
[[nodiscard]] Phrase longest_phrase(const Gazetteer& gazetteer, const std::vector<Token>& tokens,
                                    std::size_t at, std::uint32_t mask);

// The tokens [first, last) and what stood before them.
struct Chunk {
  std::size_t first = 0;
  std::size_t last = 0;
  std::uint32_t title =
      0;  // kHonorific, kTitle, kRole of what stands directly before, with the honorific's gender
  bool after_demonym = false;
};

// All chunks of a passage in order.
[[nodiscard]] std::vector<Chunk> chunks_of(const Gazetteer& gazetteer, const std::vector<Token>& tokens);

// Whether a name may run on from the token before into this one.
[[nodiscard]] bool runs_on(const std::vector<Token>& tokens, std::size_t at);

}  // namespace dateline
