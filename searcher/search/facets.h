// Exact facet counts over any number of matches.
#pragma once

#include <string>
#include <vector>

#include "searcher/search/answer.h"
#include "searcher/search/matches.h"
#include "searcher/search/request.h"

namespace dateline {

// A value set by an option.
struct Selected {
  FacetKey key;
  std::string value;  // shown where the archive does not know it
  bool listed;        // whatever its count; false for the many names that a part of a name stands for
};

// Counts a facet of values among the articles.
[[nodiscard]] FacetCounts count_values(const Xapian::Database& database, const FacetWish& wish,
                                       const DocIds& ids, const std::vector<Selected>& selected,
                                       const std::string& prefix);

// Counts publication dates by century, decade, year, month, week or day. Throws QueryError when that gives
// more than a million values.
[[nodiscard]] FacetCounts count_dates(const Xapian::Database& database, const FacetWish& wish,
                                      const DocIds& ids);

}  // namespace dateline
