// Which of two items that claim one id stays, and the ids of articles whose source gives none (INTERFACE:
// "Identity").
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

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

// One of the items that claim an id, and the id under which it stays.
struct Settled {
  std::size_t claimant = 0;  // its number among the claimants
  std::string id;
};

// Which of several items that claim `id` stay. The highest version wins, then the latest update (an item that
// was never updated is older than one that was); of those that nothing orders each text stays once, at its
// earliest path. The earliest of all has the plain id and comes first; another has `ID~HASH`, where HASH is
// of its path, so that it survives edits, and for further items of one path of what they hold.
//
// It depends on nothing but the set of items: settling those that stay with more gives the same as settling
// all at once, in any order.
[[nodiscard]] std::vector<Settled> settle(const std::string& id, std::span<const Article> claimants);

}  // namespace dateline
