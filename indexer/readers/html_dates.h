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

// What the metadata say, else `time` elements and what is marked as a date near the article, else the
// address, else a date printed by itself near the headline. A date of change never stands for the date of
// publication while there is another.
[[nodiscard]] PageDates find_dates(const Page& page, const std::vector<std::uint32_t>& marks,
                                   const std::vector<Block>& blocks, const PageFacts& facts,
                                   NodeIndex headline, const DateOptions& options);

// The date that a short line holds among other words ("Published: May 3, 2024 | By Jane Roe"); `changed`:
// the words before it say that it is a date of change.
struct FoundDate {
  Date date;
  bool changed = false;
  std::size_t bytes = 0;  // how much of the line the date is
};
[[nodiscard]] std::optional<FoundDate> date_in_line(std::string_view line, const DateOptions& options);

// The date inside an address: ".../2024/05/03/..." or ".../2024-05-03-...". Absent: there is none.
[[nodiscard]] std::optional<Date> date_in_address(std::string_view url);

}  // namespace dateline::html
