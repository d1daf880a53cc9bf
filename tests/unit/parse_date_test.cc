#include "indexer/dates/parse_date.h"

#include <catch2/catch.hpp>

using dateline::DateOptions;
using dateline::parse_date;

namespace {

// "2025-02-26 13:17:00 EST month-day-year", or the codes of the diagnostics where there is no date.
std::string read(const std::string& text, const DateOptions& options = {}) {
  const auto parsed = parse_date(text, options);
  if (!parsed.date) return parsed.diagnostics.empty() ? "nothing" : parsed.diagnostics.front().code;
  std::string shown = iso_date(*parsed.date);
  if (const auto time = iso_time(*parsed.date)) shown += ' ' + *time;
  if (parsed.date->zone) shown += ' ' + *parsed.date->zone;
  return shown + ' ' + parsed.date->rule;
}

std::string codes(const std::string& text, const DateOptions& options = {}) {
  std::string all;
  for (const auto& fault : parse_date(text, options).diagnostics) all += fault.code + ' ';
  return all;
}

}  // namespace

TEST_CASE("a date in digits is read with the precision it has") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"1890", "1890 year"},
      {"2025-02", "2025-02 iso8601"},
      {"02/2025", "2025-02 numeric"},
      {"2025-02-26", "2025-02-26 iso8601"},
      {"20250226", "2025-02-26 iso8601"},
      {"20250226+0100", "2025-02-26 iso8601"},
      {"20250226-0500", "2025-02-26 iso8601"},
      {"20250226Z", "2025-02-26 iso8601"},
      {"2025-02-26Z", "2025-02-26 iso8601"},
      {"2025-02-26+01:00", "2025-02-26 iso8601"},
      {"2025/2/6", "2025-02-06 year-first"},
      {"2025-02-26T13:17", "2025-02-26 13:17 iso8601"},
      {"2025-02-26t13:17z", "2025-02-26 13:17 Z iso8601"},
      {"2025-02-26 13:17:01", "2025-02-26 13:17:01 iso8601"},
      {"2025-02-26T13:17:01.123456Z", "2025-02-26 13:17:01 Z iso8601"},
      {"2025-02-26T13:17:01,5+01:00", "2025-02-26 13:17:01 +01:00 iso8601"},
      {"2025-02-26T13:17:01-0500", "2025-02-26 13:17:01 -05:00 iso8601"},
      {"2025-02-26T13:17+05", "2025-02-26 13:17 +05:00 iso8601"},
      {"2025-02-26 13:17:00 UTC", "2025-02-26 13:17:00 UTC iso8601"},
      {"20250226T131701Z", "2025-02-26 13:17:01 Z iso8601"},
      {"20250226T1317+0530", "2025-02-26 13:17 +05:30 iso8601"},
      {"20250226T131701.5-0500", "2025-02-26 13:17:01 -05:00 iso8601"},
      {"20250226131701", "2025-02-26 13:17:01 iso8601"},
      {"202502261317Z", "2025-02-26 13:17 Z iso8601"},
      {"26/02/1987", "1987-02-26 numeric"},
      {"02/26/1987", "1987-02-26 numeric"},
      {"26.2.1987", "1987-02-26 numeric"},
      {"26. 2. 1987", "1987-02-26 numeric"},
      {"26-02-1987", "1987-02-26 numeric"},
      {"26.02.2025 - 13:17 Uhr", "2025-02-26 13:17 numeric"},
      {"mar. 26/02/2025, 13h17", "2025-02-26 13:17 numeric"},
      {"13:17, 26/02/2025", "2025-02-26 13:17 numeric"},
      {"2016-12-31T23:59:60Z", "2016-12-31 23:59:60 Z iso8601"},
  }));
  CAPTURE(text);
  CHECK(read(text) == expected);
  CHECK(codes(text).empty());
}

TEST_CASE("a date with the month's name is read in every language of the archives") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"May 1923", "1923-05 month-year"},
      {"26 February 1987", "1987-02-26 day-month-year"},
      {"14th March, 1894", "1894-03-14 day-month-year"},
      {"the 2nd of March 1894.", "1894-03-02 day-month-year"},
      {"February 26, 2025", "2025-02-26 month-day-year"},
      {"Feb. 26, 2025", "2025-02-26 month-day-year"},
      {"FEB 26 2025", "2025-02-26 month-day-year"},
      {"Wednesday, Feb. 26th, 2025", "2025-02-26 month-day-year"},
      {"1987 Feb 26", "1987-02-26 year-month-day"},
      {"26-FEB-1987", "1987-02-26 day-month-year"},
      {"26. Februar 1987", "1987-02-26 day-month-year"},
      {"Mittwoch, den 3. März 1920", "1920-03-03 day-month-year"},
      {"1. Maerz 1920", "1920-03-01 day-month-year"},
      {"14 juillet 1995", "1995-07-14 day-month-year"},
      {"mar. 1er août 1995", "1995-08-01 day-month-year"},
      {"1er mai 1995", "1995-05-01 day-month-year"},
      {"le 3 févr. 2008", "2008-02-03 day-month-year"},
      {"3 de mayo de 2008", "2008-05-03 day-month-year"},
      {"sábado, 3 de mayo de 2008", "2008-05-03 day-month-year"},
      {"1° maggio 1968", "1968-05-01 day-month-year"},
      {"1º de dezembro de 1968", "1968-12-01 day-month-year"},
      {"terça-feira, 4 de março de 2008", "2008-03-04 day-month-year"},
      {"woensdag 3 mrt 2021", "2021-03-03 day-month-year"},
      {"5 mei 1945", "1945-05-05 day-month-year"},
      {"12. Mrz 2016", "2016-03-12 day-month-year"},
      {"12. marts 2016", "2016-03-12 day-month-year"},
      {"12 des. 2016 kl. 10:15", "2016-12-12 10:15 day-month-year"},
      {"12 augusti 2016", "2016-08-12 day-month-year"},
      {"12 września 2016", "2016-09-12 day-month-year"},
      {"12 paź 2016", "2016-10-12 day-month-year"},
      {"12. července 2016", "2016-07-12 day-month-year"},
      {"12. června 2016", "2016-06-12 day-month-year"},
      {"2016. március 12.", "2016-03-12 year-month-day"},
      {"12 martie 2016", "2016-03-12 day-month-year"},
      {"12. maaliskuuta 2016", "2016-03-12 day-month-year"},
      {"12. marraskuuta 2016", "2016-11-12 day-month-year"},
      {"12 Kasım 2016", "2016-11-12 day-month-year"},
      {"12 Ağustos 2016", "2016-08-12 day-month-year"},
      {"12 мая 2016 г.", "2016-05-12 day-month-year"},
      {"12 сентября 2016 года", "2016-09-12 day-month-year"},
      {"12 Μαρτίου 2016", "2016-03-12 day-month-year"},
      {"12 Maret 2016", "2016-03-12 day-month-year"},
      {"12 Agustus 2016", "2016-08-12 day-month-year"},
  }));
  CAPTURE(text);
  CHECK(read(text) == expected);
  CHECK(codes(text).empty());
}

TEST_CASE("a time of day is read in the ways that papers print it") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"Mon Oct 23, 2006 5:48pm EDT", "2006-10-23 17:48 EDT month-day-year"},
      {"Mon, 23 Oct 2006 17:48:05 -0400", "2006-10-23 17:48:05 -04:00 rfc822"},
      {"23 Oct 2006 17:48 GMT", "2006-10-23 17:48 GMT rfc822"},
      {"Mon Oct 23 17:48:05 EDT 2006", "2006-10-23 17:48:05 EDT month-day-year"},
      {"26-FEB-1987 15:01:01.79", "1987-02-26 15:01:01 day-month-year"},
      {"February 26, 2025, 1:17 PM", "2025-02-26 13:17 month-day-year"},
      {"February 26, 2025 – 1:17 PM", "2025-02-26 13:17 month-day-year"},
      {"1:17 PM - 26 Feb 2025", "2025-02-26 13:17 day-month-year"},
      {"1:17 p.m. ET, Feb. 26, 2025", "2025-02-26 13:17 ET month-day-year"},
      {"Feb. 26, 2025 at 1:17 p.m.", "2025-02-26 13:17 month-day-year"},
      {"Feb. 26, 2025, 1.17pm", "2025-02-26 13:17 month-day-year"},
      {"Feb. 26, 2025, 12:05 a.m. Eastern Time", "2025-02-26 00:05 Eastern Time month-day-year"},
      {"Feb. 26, 2025, 12:05 PM (CET)", "2025-02-26 12:05 CET month-day-year"},
      {"Feb. 26, 2025 5 PM", "2025-02-26 17:00 month-day-year"},
      {"noon, 26 February 1987", "1987-02-26 12:00 day-month-year"},
      {"12 noon 26 February 1987", "1987-02-26 12:00 day-month-year"},
      {"26 February 1987, 12:00 midnight", "1987-02-26 00:00 day-month-year"},
      {"26 February 1987, 1317 GMT", "1987-02-26 13:17 GMT rfc822"},
      {"26. Februar 1987, 13.17 Uhr", "1987-02-26 13:17 day-month-year"},
      {"26. Februar 1987 um 13 Uhr", "1987-02-26 13:00 day-month-year"},
      {"14 juillet 1995 à 17h48", "1995-07-14 17:48 day-month-year"},
      {"14 juillet 1995 à 17 h", "1995-07-14 17:00 day-month-year"},
      {"26 February 2025 13:17 UTC+1", "2025-02-26 13:17 UTC+01:00 rfc822"},
      {"26 February 2025 13:17 GMT (14:17 CET)", "2025-02-26 13:17 GMT rfc822"},
  }));
  CAPTURE(text);
  CHECK(read(text) == expected);
}

TEST_CASE("a two-digit year lies in the hundred years that end with the latest year, and is told") {
  const auto [text, latest, expected] = GENERATE(table<std::string, int, std::string>({
      {"26.2.87", 2030, "1987-02-26 numeric"},
      {"26.2.87", 1950, "1887-02-26 numeric"},
      {"26.2.30", 2030, "2030-02-26 numeric"},
      {"26.2.31", 2030, "1931-02-26 numeric"},
      {"26-FEB-87", 2030, "1987-02-26 day-month-year"},
      {"Oct. 23, '06", 2030, "2006-10-23 month-day-year"},
      {"Mon, 23 Oct 06 17:48 EDT", 2030, "2006-10-23 17:48 EDT rfc822"},
  }));
  CAPTURE(text, latest);
  const DateOptions options{.latest_year = latest, .day_first = true};
  CHECK(read(text, options) == expected);
  CHECK(codes(text, options) == "date.two-digit-year ");
}

TEST_CASE("the order of day and month is guessed only where both are possible, and is told") {
  const DateOptions day_first{.latest_year = 2030, .day_first = true};
  const DateOptions month_first{.latest_year = 2030, .day_first = false};
  CHECK(read("01/02/1990", day_first) == "1990-02-01 numeric");
  CHECK(read("01/02/1990", month_first) == "1990-01-02 numeric");
  CHECK(codes("01/02/1990", month_first) == "date.ambiguous-order ");
  CHECK(codes("02/02/1990").empty());
  CHECK(read("13/02/1990", month_first) == "1990-02-13 numeric");
  CHECK(read("02/13/1990", day_first) == "1990-02-13 numeric");
  CHECK(read("1.2.1990", month_first) == "1990-02-01 numeric");
}

TEST_CASE("a date that cannot be is refused and quoted") {
  const auto text = GENERATE("30 February 2020", "February 29, 2023", "2023-02-29", "31.4.1990", "2025-13",
                             "2025-02-26T25:00", "2025-02-26 13:60", "26 February 2025 25:00", "0000",
                             "31/31/1990", "266.2.07", "2025-02-282", "00/05/1990", "20250230");
  CAPTURE(text);
  const auto parsed = parse_date(text);
  CHECK_FALSE(parsed.date);
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK(parsed.diagnostics[0].code == "date.impossible");
  CHECK(parsed.diagnostics[0].message.find(text) != std::string::npos);
}

TEST_CASE("what is no date, or lacks its year, is unreadable") {
  const auto text =
      GENERATE("", " ", "yesterday", "Feb 26", "26/02", "26 February", "12", "in 1987 many", "13:17",
               "1987 13:17", "May 1923 13:17", "26 Feb 1987 28 Feb 1987", "26/27 February 1987", "870226",
               "Feb 26, 123", "2025-02-26 2025-02-27", "123456789012345678901234567890", "1987-02-26x",
               "\xff\xfe", "<26 Feb 1987>", "marzo aprile 1987");
  CAPTURE(text);
  CHECK(read(text) == "date.unreadable");
  CHECK(read(std::string(500, '1')) == "date.unreadable");
}
