// What wire services put into their copy, in whatever format it is kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

// The line by which a story is filed: `u f BC-BAHIA-COCOA   02-26 0105`, its urgency and category, the slug,
// month and day, and the number of words (ANPA 1312).
struct WireSlug {
  std::string priority;  // `f` flash, `b` bulletin, `u` urgent, `r` regular, `d` deferred, and others
  std::string category;  // `i` international, `f` financial, `s` sports, and others
  std::string slug;      // with what is printed behind it: "BC-BAHIA-COCOA 1stLd-Writethru"
};

// `line` in UTF-8; control characters count as blanks. Absent: it is no such line, for it has no day.
[[nodiscard]] std::optional<WireSlug> parse_wire_slug(std::string_view line);

// Copy that was typed on the wire's seven bits, as it is printed: ``quotes'' are "quotes", ` _ ` is a dash.
[[nodiscard]] std::string printed_copy(std::string_view copy);

// Two digits each, as a date whose parts cannot be mixed up: "91", "05", "14" are "14 May 91".
[[nodiscard]] std::string spelt_day(std::string_view year, std::string_view month, std::string_view day);

}  // namespace dateline
