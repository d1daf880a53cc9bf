// Lines that tell when an article was published or changed: `Updated: February 26, 2025, 1:17 PM`.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/dates/parse_date.h"

namespace dateline {

// One date of such a line. `parsed` has no date where the line names one that cannot be or be read.
struct LineDate {
  ParsedDate parsed;
  bool labelled = false;   // "Updated:", "Published", "Stand:" stands before it
  bool updated = false;    // the label says that it is the last change
  std::size_t column = 1;  // where the date begins in the line, in bytes from 1
};

// The dates of a line (white space folded) that holds nothing else: a date by itself, or dates with labels,
// as `Published 3 May 2024 | Updated 4 May 2024`. A label with a colon and a date that fails counts. Empty:
// no such line.
[[nodiscard]] std::vector<LineDate> parse_date_line(std::string_view line, const DateOptions& options);

}  // namespace dateline
