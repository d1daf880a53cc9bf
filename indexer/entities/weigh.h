// The first look at a chunk: what its words and its neighbours say it is. The weights are all here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "indexer/entities/chunks.h"

namespace dateline {

struct Verdict {
  enum Kind : std::uint8_t {
    nothing,  // no name, or one of no interest ("Ministry", "Diriyah Palace")
    unknown,  // a name if the rest of the article says so
    person,
    place,
    organisation,
  };
  Kind kind = nothing;
  std::span<const PlaceId> places{};
  std::size_t behind = 0;  // the token behind the name: an organisation's may run past its chunk
  bool sure = false;       // a person after an honorific or the like
};

[[nodiscard]] Verdict weigh(const Gazetteer& gazetteer, const std::vector<Token>& tokens, const Chunk& chunk);

// The chunk without Jr, III and the like: the tokens [first, second).
[[nodiscard]] std::pair<std::size_t, std::size_t> bare(const std::vector<Token>& tokens, const Chunk& chunk);

// Whether "in", "near" and the like stand before it.
[[nodiscard]] bool is_located(const std::vector<Token>& tokens, const Chunk& chunk);

// Where a chunk begins with a place that is a name of its own: the token behind it; else chunk.first.
[[nodiscard]] std::size_t leading_place(const Gazetteer& gazetteer, const std::vector<Token>& tokens,
                                        const Chunk& chunk);

}  // namespace dateline
