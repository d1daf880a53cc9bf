// Ranges of calendar days as people write them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

using Day = std::chrono::sys_days;

// The days from `first` to `last`, both included; an absent end is open. With `every_year` the range is
// instead that day of each year, and `slack` days on either side of it.
struct DateRange {
  std::string text;  // as typed
  std::optional<Day> first;
  std::optional<Day> last;
  std::optional<std::chrono::month_day> every_year;
  int slack = 0;
};

struct ParsedRange {
  std::optional<DateRange> range;
  std::string fault;  // one sentence with an example, where there is no range
};

// Reads `2025`, `2025-02`, `2025-02-26`, `2025-W09`, `a..b`, `a..`, `..b`, `today`, `yesterday`, `last week`,
// `last month`, `last year`, `7d` (also w, m, y: so long ago), `1980s`, `19th century`, `04-13`, each with
// `~N` for N days more on either side. Years are 1 to 9999.
[[nodiscard]] ParsedRange parse_date_range(std::string_view text, Day today);

// Today by the environment's TZ.
[[nodiscard]] Day local_today();

// `2025-02-26`.
[[nodiscard]] std::string iso_day(Day day);

// `2025-02-01..2025-02-28`, one day as that day, open ends as they were typed, `every 04-13`.
[[nodiscard]] std::string print(const DateRange& range);

// The Monday of week `week` of the ISO year; absent: that year has no such week.
[[nodiscard]] std::optional<Day> iso_week(int year, unsigned week);

// `2025-W09`, the ISO week in which the day lies.
[[nodiscard]] std::string iso_week_of(Day day);

}  // namespace dateline
