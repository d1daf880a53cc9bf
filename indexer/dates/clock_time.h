// The time of day inside a printed date, with its zone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/dates/token_cursor.h"

namespace dateline {

struct ClockTime {
  unsigned hour = 0;  // as printed, so perhaps no real hour; PM is counted in
  unsigned minute = 0;
  std::optional<unsigned> second;   // fractions are dropped
  std::optional<std::string> zone;  // as in Date
};

// Takes the time that starts at the cursor: `1:17 PM ET`, `15:01:01.79`, `13.17 Uhr`, `17h48`, `5 p.m.`,
// `noon`. Absent, and nothing taken: no time starts here.
[[nodiscard]] std::optional<ClockTime> take_clock_time(TokenCursor& cursor);

// Whether the (folded) word is a time by itself: `noon`.
[[nodiscard]] bool is_time_word(std::string_view word);

// Takes the time behind the T of ISO 8601, which may lack its colons: `T131700Z`. The cursor stands on the T.
[[nodiscard]] std::optional<ClockTime> take_iso_time(TokenCursor& cursor);

// Takes `1317 GMT`; the cursor stands on a number of four digits.
[[nodiscard]] std::optional<ClockTime> take_military_time(TokenCursor& cursor);

// Takes a zone: `EST`, `(GMT)`, `UTC+1`, `-0400` (given back as `-04:00`), `Eastern Time`. Absent: none here.
[[nodiscard]] std::optional<std::string> take_zone(TokenCursor& cursor);

}  // namespace dateline
