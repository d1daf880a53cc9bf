// The one parser of publication dates, in every form that news archives print.
#pragma once

#include <optional>
#include <string_view>

#include "dateline/calendar.h"
#include "dateline/diagnostic.h"

namespace dateline {

struct DateOptions {
  // Two-digit years: the latest year they may mean, archive-wide; 87 means 1987 with 2030, 1887 with 1950.
  int latest_year = 2030;
  // `01/02/1990` is 1 February when set, 2 January (as in the US) when not; used only where neither part is
  // over 12. Parts split by dots are day first always.
  bool day_first = true;
};

// `date` is absent when the text holds no date or an impossible one (then a diagnostic `date.unreadable` or
// `date.impossible` quotes it). A two-digit year leaves `date.two-digit-year`, a guessed order of day and
// month `date.ambiguous-order`. Diagnostics have no line: the caller knows it.
//
// `date->rule` is the form that matched: iso8601, rfc822, day-month-year, month-day-year, year-month-day,
// month-year (months by name), numeric, year-first, year. An offset from UTC is given as `+05:30`, other
// zones as printed.
struct ParsedDate {
  std::optional<Date> date;
  Diagnostics diagnostics;
};

// Reads a text that is a date and nothing else, but for white space, weekdays, small words ("of", "at",
// "den") and punctuation. Month names may be of the languages that calendar_words.h lists.
[[nodiscard]] ParsedDate parse_date(std::string_view text, const DateOptions& options = {});

}  // namespace dateline
