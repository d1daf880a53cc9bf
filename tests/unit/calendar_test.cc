#include "dateline/calendar.h"

#include <catch2/catch.hpp>

using dateline::Date;
using dateline::parse_iso;

TEST_CASE("an ISO date keeps the precision it was given with") {
  const auto [date, time, sortable] = GENERATE(table<std::string, std::string, std::string>({
      {"1890", "", "1890"},
      {"2025-02", "", "202502"},
      {"2025-02-26", "", "20250226"},
      {"2025-02-26", "13:17", "202502261317"},
      {"2024-02-29", "23:59:60", "20240229235960"},
  }));
  CAPTURE(date, time);
  const auto parsed = parse_iso(date, time);
  REQUIRE(parsed);
  CHECK(iso_date(*parsed) == date);
  CHECK(iso_time(*parsed).value_or("") == time);
  CHECK(dateline::sortable(*parsed) == sortable);
}

TEST_CASE("what is no real day is refused") {
  const auto date =
      GENERATE("", "25", "2025-13", "2025-00", "2023-02-29", "2025-2-3", "20250226", "2025-02-2x", "0000");
  CAPTURE(date);
  CHECK_FALSE(parse_iso(date));
}

TEST_CASE("a time needs a day and must exist") {
  CHECK_FALSE(parse_iso("2025", "13:17"));
  CHECK_FALSE(parse_iso("2025-02-26", "24:00"));
  CHECK_FALSE(parse_iso("2025-02-26", "13:17:6x"));
}
