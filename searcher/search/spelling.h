// "Did you mean" for the words of a query.
#pragma once

#include <optional>
#include <string>

#include "searcher/query/query.h"
#include "searcher/search/archive.h"

namespace dateline {

// The query with each word that stands nowhere in the archive replaced by the nearest one that does: the
// fewest edits, at most one in four letters, then the most articles. Absent: there is nothing to replace, or
// nothing near. Words of less than four letters, numbers and exclusions stay as they are.
[[nodiscard]] std::optional<Node> respelled(const Archive& archive, const Node& query);

}  // namespace dateline
