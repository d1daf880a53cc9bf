// Finds the names in an article's passages and says of what kind each is. This is the step that a trained
// model can take over: joining and resolving only see its Names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/gazetteer.h"
#include "indexer/entities/tokens.h"

namespace dateline {

enum class NameKind : std::uint8_t { person, place, organisation };

// The tokens [first, last) of a passage, without titles.
struct Name {
  std::size_t passage = 0;
  std::size_t first = 0;
  std::size_t last = 0;
  NameKind kind = NameKind::person;
  std::uint32_t honorifics = 0;       // kMaleName or kFemaleName where an honorific says so
  std::span<const PlaceId> places{};  // of a place: what bears that name
};

// In the order of the text, without overlaps. Marks tokens of `passages` on the way (Token::plain). What
// capitals and small words tell is told of English; in another language only what the gazetteer knows is
// believed.
[[nodiscard]] std::vector<Name> recognise(const Gazetteer& gazetteer, std::vector<Passage>& passages,
                                          bool english);

// Name::honorifics of a name: the gender that an honorific directly before it tells.
[[nodiscard]] std::uint32_t honorifics_before(const std::vector<Token>& tokens, const Name& name);

}  // namespace dateline
