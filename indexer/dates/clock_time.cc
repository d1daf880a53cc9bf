#include "indexer/dates/clock_time.h"

#include <algorithm>
#include <array>

#include "indexer/dates/calendar_words.h"

namespace dateline {

namespace {

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& list) {
  return std::ranges::find(list, word) != list.end();
}

// What makes a time of the number before it.
constexpr auto kHourWords =
    std::to_array<std::string_view>({"h", "uhr", "uur", "hrs", "hours", "hour", "ore", "heures", "oclock"});
constexpr auto kZoneWords = std::to_array<std::string_view>(
    {"eastern", "central", "mountain", "pacific", "standard", "daylight", "local", "time"});

bool is_before_noon(const DateToken& token) { return token.folded == "am" || token.folded == "midnight"; }
bool is_half_day(const DateToken& token) {
  return is_before_noon(token) || token.folded == "pm" || token.folded == "noon";
}
bool is_hour_word(const DateToken& token) { return is_one_of(token.folded, kHourWords); }

// `PM`, `h` and the zone behind the digits.
void take_suffixes(TokenCursor& cursor, ClockTime& time) {
  if (is_half_day(cursor.peek())) {
    if (time.hour <= 12) time.hour = time.hour % 12 + (is_before_noon(cursor.peek()) ? 0 : 12);
    cursor.skip(cursor.is_mark(1, '.') ? 2 : 1);
  }
  if (is_hour_word(cursor.peek())) cursor.skip();
  time.zone = take_zone(cursor);
}

// `:01` and `.79` behind hours and minutes.
void take_seconds(TokenCursor& cursor, ClockTime& time) {
  if (!cursor.is_mark(0, ':') || !cursor.number(1, 2, 2)) return;
  time.second = cursor.number(1, 2, 2);
  cursor.skip(2);
  const bool fraction = cursor.is_mark(0, '.') || cursor.is_mark(0, ',');
  if (fraction && cursor.joined(1) && cursor.number(1, 1, 9)) cursor.skip(2);
}

std::optional<ClockTime> take_named_time(TokenCursor& cursor) {
  const std::string& word = cursor.peek().folded;
  if (!is_time_word(word)) return std::nullopt;
  ClockTime time{.hour = word == "midnight" ? 0U : 12U, .minute = 0, .second = {}, .zone = {}};
  cursor.skip();
  time.zone = take_zone(cursor);
  return time;
}

// How many tokens of hours and minutes stand here; 0: this is no time. `minute` is set where it is printed.
std::size_t clock_size(const TokenCursor& cursor, std::optional<unsigned>& minute) {
  if (cursor.joined(1) && cursor.is_mark(1, ':')) {
    minute = cursor.number(2, 2, 2);
    return minute ? 3 : 0;
  }
  if (cursor.is_mark(1, '.') && cursor.joined(2) && (minute = cursor.number(2, 2, 2)))
    return is_half_day(cursor.peek(3)) || is_hour_word(cursor.peek(3)) ? 3 : 0;
  if (is_half_day(cursor.peek(1))) return 1;
  if (!is_hour_word(cursor.peek(1))) return 0;
  minute = cursor.number(2, 2, 2);
  return minute ? 3 : 2;
}

bool is_zone_letters(const DateToken& token) {
  if (token.raw == "z") return true;
  const bool capitals = std::ranges::all_of(token.raw, [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals && token.raw.size() <= 5 && !month_of(token.folded) && !is_weekday(token.folded);
}

std::optional<std::string> take_offset(TokenCursor& cursor) {
  const char sign = cursor.peek().mark;
  if ((sign != '+' && sign != '-') || !cursor.joined(1)) return std::nullopt;
  const auto both = cursor.number(1, 4, 4);
  const auto hours = both ? *both / 100 : cursor.number(1, 1, 2);
  if (!hours) return std::nullopt;
  unsigned minutes = both ? *both % 100 : 0;
  cursor.skip(2);
  if (cursor.is_mark(0, ':') && cursor.number(1, 2, 2)) {
    minutes = *cursor.number(1, 2, 2);
    cursor.skip(2);
  }
  return sign + zero_padded(*hours, 2) + ":" + zero_padded(minutes, 2);
}

std::optional<std::string> take_zone_words(TokenCursor& cursor) {
  std::string words;
  for (; is_one_of(cursor.peek().folded, kZoneWords); cursor.skip()) {
    if (!words.empty()) words += ' ';
    words += cursor.peek().raw;
  }
  return words.empty() ? std::nullopt : std::optional(words);
}

}  // namespace

bool is_time_word(std::string_view word) { return word == "noon" || word == "midday" || word == "midnight"; }

std::optional<std::string> take_zone(TokenCursor& cursor) {
  const std::size_t open = cursor.is_mark(0, '(') ? 1 : 0;
  if (cursor.is_word(open) && is_zone_letters(cursor.peek(open))) {
    std::string zone(cursor.peek(open).raw == "z" ? "Z" : cursor.peek(open).raw);
    cursor.skip(open + 1);
    if (cursor.joined(0)) zone += take_offset(cursor).value_or("");
    if (open == 1 && cursor.is_mark(0, ')')) cursor.skip();
    return zone;
  }
  if (auto offset = take_offset(cursor)) return offset;
  return take_zone_words(cursor);
}

std::optional<ClockTime> take_clock_time(TokenCursor& cursor) {
  const auto hour = cursor.number(0, 1, 2);
  if (!hour) return take_named_time(cursor);
  std::optional<unsigned> minute;
  const std::size_t size = clock_size(cursor, minute);
  if (size == 0) return std::nullopt;
  ClockTime time{.hour = *hour, .minute = minute.value_or(0), .second = {}, .zone = {}};
  cursor.skip(size);
  take_seconds(cursor, time);
  take_suffixes(cursor, time);
  return time;
}

std::optional<ClockTime> take_iso_time(TokenCursor& cursor) {
  const TokenCursor start = cursor;
  cursor.skip();
  if (auto time = take_clock_time(cursor)) return time;
  const auto with_seconds = cursor.number(0, 6, 6), without = cursor.number(0, 4, 4),
             hour = cursor.number(0, 2, 2);
  if (!with_seconds && !without && !hour) return cursor = start, std::nullopt;
  ClockTime time;
  if (with_seconds) time.second = *with_seconds % 100;
  const unsigned minutes = with_seconds ? *with_seconds / 100 : without ? *without : *hour * 100;
  time.hour = minutes / 100;
  time.minute = minutes % 100;
  cursor.skip();
  if (cursor.is_mark(0, '.') && cursor.number(1, 1, 9)) cursor.skip(2);
  time.zone = take_zone(cursor);
  return time;
}

std::optional<ClockTime> take_military_time(TokenCursor& cursor) {
  const auto digits = cursor.number(0, 4, 4);
  const bool named = is_hour_word(cursor.peek(1)) || (cursor.is_word(1) && is_zone_letters(cursor.peek(1)));
  if (!digits || !named) return std::nullopt;
  ClockTime time{.hour = *digits / 100, .minute = *digits % 100, .second = {}, .zone = {}};
  cursor.skip();
  take_suffixes(cursor, time);
  return time;
}

}  // namespace dateline
