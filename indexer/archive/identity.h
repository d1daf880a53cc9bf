// Which of two items that claim one id stays, and the ids of articles whose source gives none (INTERFACE:
// "Identity").
#pragma once

#include <cstdint>
#include <string>

#include "dateline/article.h"

namespace dateline {

inline constexpr const char* kMadeUp = "x-";

// The id of an article without one of its own: `x-` and a hash of path (as remembered) and member, in a file
// of many articles of headline and date as well. `salt` makes a fresh one for other content at a path once
// used; usually empty.
[[nodiscard]] std::string made_up_id(const Article& article, bool one_of_many, const std::string& salt);

// Whether the two would read the same: everything is equal but ids, where it was read, when it was indexed,
// and faults.
[[nodiscard]] bool same_content(const Article& a, const Article& b);

enum class Claim : std::uint8_t {
  replace,  // the newcomer takes the id, the holder goes
  keep,     // the holder stays, the newcomer goes: it is older
  equal,    // one article, delivered twice
  both,     // nothing orders them and they differ: the later path gets id_of_later
};

// `reread`: the newcomer comes from the very file the holder came from, which has changed since.
[[nodiscard]] Claim judge(const Article& holder, const Article& newcomer, bool reread);

// Whether `a`, not `b`, keeps the plain id when both stay: the earlier path, the same on every run.
[[nodiscard]] bool comes_first(const Article& a, const Article& b);

// `ID~HASH` for the one whose path is later. HASH is of that path, so it survives edits; two items of one
// file are told apart by their content.
[[nodiscard]] std::string id_of_later(const Article& later, const Article& first);

}  // namespace dateline
