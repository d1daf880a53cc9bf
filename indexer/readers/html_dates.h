// When a page's article was published and when it was changed.
#pragma once

#include <optional>

#include "indexer/dates/parse_date.h"
#include "indexer/readers/html_blocks.h"
#include "indexer/readers/html_facts.h"

namespace dateline::html {

struct PageDates {
  std::optional<Date> published;
  std::optional<Date> updated;
  Diagnostics diagnostics;
};

// What the metadata say, else `time` elements and what is marked as a date near the article, else the page's
// title, a date printed by itself near the headline, the address, what scripts state; then the same farther
// from the headline. A date of change never stands for the date of publication while there is another.
[[nodiscard]] PageDates find_dates(const Page& page, const std::vector<std::uint32_t>& marks,
                                   const std::vector<Block>& blocks, const PageFacts& facts,
                                   NodeIndex headline, const DateOptions& options);

}  // namespace dateline::html
