#include "searcher/query/date_range.h"

#include <catch2/catch.hpp>

using namespace dateline;

namespace {

const Day kToday{std::chrono::year{2025} / 3 / 31};  // a Monday

std::string read(const std::string& text) {
  const ParsedRange parsed = parse_date_range(text, kToday);
  return parsed.range ? print(*parsed.range) : "";
}

}  // namespace

TEST_CASE("a range of dates is the days that people mean by it") {
  const auto [text, days] = GENERATE(table<std::string, std::string>({
      {"2025", "2025-01-01..2025-12-31"},
      {"2024-02", "2024-02-01..2024-02-29"},
      {"2025-02-26", "2025-02-26"},
      {"2025-W09", "2025-02-24..2025-03-02"},
      {"2025-w01", "2024-12-30..2025-01-05"},
      {"2020-W53", "2020-12-28..2021-01-03"},
      {"1890..1891", "1890-01-01..1891-12-31"},
      {"1890..1891-03", "1890-01-01..1891-03-31"},
      {"1912-04-14..1912-04-15", "1912-04-14..1912-04-15"},
      {"1890..", "1890-01-01.."},
      {"..1890", "..1890-12-31"},
      {"today", "2025-03-31"},
      {"Yesterday", "2025-03-30"},
      {"last week", "2025-03-24..2025-03-30"},
      {"last month", "2025-02-01..2025-02-28"},
      {"last year", "2024-01-01..2024-12-31"},
      {"7d..", "2025-03-24.."},
      {"2w..", "2025-03-17.."},
      {"1m..today", "2025-02-28..2025-03-31"},
      {"1y", "2024-03-31"},
      {"1980s", "1980-01-01..1989-12-31"},
      {"0000s", "0001-01-01..0009-12-31"},
      {"19th century", "1801-01-01..1900-12-31"},
      {"21st  Century", "2001-01-01..2100-12-31"},
      {"1980s..1990s", "1980-01-01..1999-12-31"},
      {"04-13", "every 04-13"},
      {"02-29", "every 02-29"},
      {"04-13~2", "every 04-13~2"},
      {"1912-04-15~3", "1912-04-12..1912-04-18"},
      {"0001", "0001-01-01..0001-12-31"},
      {"9999", "9999-01-01..9999-12-31"},
  }));
  CAPTURE(text);
  CHECK(read(text) == days);
}

TEST_CASE("what is no date is refused with an example") {
  const auto [text, why] = GENERATE(table<std::string, std::string>({
      {"", "no date"},
      {"..", "a beginning or an end"},
      {"02/26/2025", "slashes"},
      {"26/2", "slashes"},
      {"25", "four digits"},
      {"25-02-26", "four digits"},
      {"2025-02-30", "no date"},
      {"2025-13", "no date"},
      {"0000", "no date"},
      {"2025-W53", "no date"},
      {"2025-W00", "no date"},
      {"13-01", "no date"},
      {"1985s", "no date"},
      {"0th century", "no date"},
      {"next week", "no date"},
      {"04-13..05-01", "no date"},
      {"2025..2024", "2024..2025"},
      {"2025..2025-02..2025-03", "no date"},
      {"2025~x", "number of days"},
      {"99999999999d..", "no date"},
      {"99999y..", "no date"},
  }));
  CAPTURE(text);
  const ParsedRange parsed = parse_date_range(text, kToday);
  CHECK_FALSE(parsed.range);
  CHECK_THAT(parsed.fault, Catch::Contains(why) && (Catch::Contains("20") || Catch::Contains("1912")));
}

TEST_CASE("each day lies in the ISO week that its own text gives back") {
  for (Day day{std::chrono::year{2015} / 12 / 20}; day < Day{std::chrono::year{2021} / 1 / 20};
       day += std::chrono::days{1}) {
    const ParsedRange week = parse_date_range(iso_week_of(day), kToday);
    CAPTURE(iso_day(day));
    REQUIRE(week.range);
    CHECK((*week.range->first <= day && day <= *week.range->last));
  }
}
