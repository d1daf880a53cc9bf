// Matches only the articles whose stored text really holds a pattern.
#pragma once

#include <xapian.h>

#include "searcher/search/pattern.h"

namespace dateline {

// `candidates`, its weight kept, narrowed to the articles that hold the pattern. The record of a candidate is
// read when the match comes to it and all else that is asked for agrees, and once however often the query
// runs.
[[nodiscard]] Xapian::Query verified(const Xapian::Query& candidates, Pattern pattern);

}  // namespace dateline
