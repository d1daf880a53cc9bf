// Dates among other words: in a line that readers see, in an address, in a script.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/dates/parse_date.h"

namespace dateline::html {

// The date that a short line holds among other words ("Published: May 3, 2024 | By Jane Roe").
struct FoundDate {
  Date date;              // as precise as a day or more
  bool changed = false;   // the words before it say that it is a date of change
  bool told = false;      // or of publication
  std::size_t bytes = 0;  // how much of the line the date is
};

// The first date of a line that is none of change, else the first. Absent: the line holds none, or is longer
// than 400 bytes or 60 words.
[[nodiscard]] std::optional<FoundDate> date_in_line(std::string_view line, const DateOptions& options);

// The date inside an address: ".../2024/05/03/..." or ".../2024-05-03-...". Absent: there is none.
[[nodiscard]] std::optional<Date> date_in_address(std::string_view url);

// The text of the first value that a script gives to a name that can only mean a date of publication
// ("datePublished", "pub_date"). Empty: there is none.
[[nodiscard]] std::string_view date_in_script(std::string_view script);

}  // namespace dateline::html
