// Calendar dates as newspapers print them: as precise as the source and no more, in any century, and the day
// is the one the source prints. There is no time zone arithmetic: a zone is kept as it was printed.
//
// Days are proleptic Gregorian, years 1 to 9999 (a four-digit year is what ISO 8601 allows without
// agreement).
#pragma once

#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

// The last part of a date that its source states.
enum class Precision : std::uint8_t { year, month, day, minute, second };

inline constexpr std::array<const char*, 5> kPrecisionNames{"year", "month", "day", "minute", "second"};

// A day, or the month or year it lies in. Parts finer than `precision` are 0 and mean nothing.
struct Date {
  int year = 0;         // 1..9999
  unsigned month = 0;   // 1..12
  unsigned day = 0;     // 1..31
  unsigned hour = 0;    // 0..23
  unsigned minute = 0;  // 0..59
  unsigned second = 0;  // 0..60: 60 is a leap second
  Precision precision = Precision::day;
  std::optional<std::string> zone;  // `+05:30`, `Z`, or the source's letters (`EDT`); absent: none printed
  std::string rule;                 // what decided, as `text:updated-line`; empty: not said

  friend bool operator==(const Date&, const Date&) = default;
};

// Whether the stated parts name a real day and a real time of day.
[[nodiscard]] inline bool is_valid(const Date& d) {
  namespace c = std::chrono;
  if (d.year < 1 || d.year > 9999) return false;
  if (d.precision == Precision::year) return true;
  if (d.month < 1 || d.month > 12) return false;
  if (d.precision == Precision::month) return true;
  // chrono::day keeps 8 bits of what it is given.
  if (d.day > 31) return false;
  if (!c::year_month_day{c::year{d.year}, c::month{d.month}, c::day{d.day}}.ok()) return false;
  return d.hour < 24 && d.minute < 60 && d.second <= 60;
}

// A number with leading zeros, at least `width` digits.
[[nodiscard]] inline std::string zero_padded(unsigned value, std::size_t width) {
  std::string digits = std::to_string(value);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as the date.
[[nodiscard]] inline std::string iso_date(const Date& d) {
  std::string text = zero_padded(static_cast<unsigned>(d.year), 4);
  if (d.precision >= Precision::month) text += "-" + zero_padded(d.month, 2);
  if (d.precision >= Precision::day) text += "-" + zero_padded(d.day, 2);
  return text;
}

// `HH:MM` or `HH:MM:SS`; absent when the precision is a day or coarser.
[[nodiscard]] inline std::optional<std::string> iso_time(const Date& d) {
  if (d.precision < Precision::minute) return std::nullopt;
  std::string text = zero_padded(d.hour, 2) + ":" + zero_padded(d.minute, 2);
  if (d.precision == Precision::second) text += ":" + zero_padded(d.second, 2);
  return text;
}

// `YYYY[MM[DD[hhmm[ss]]]]`: the stated digits alone. Plain string order is order in time, a year before its
// months. This is what the archive's date slots hold.
[[nodiscard]] inline std::string sortable(const Date& d) {
  std::string key;
  for (char c : iso_date(d) + iso_time(d).value_or("")) {
    if (c >= '0' && c <= '9') key += c;
  }
  return key;
}

// Whole of `text` as a decimal number without sign; absent when it is anything else or too large.
[[nodiscard]] inline std::optional<unsigned> parse_digits(std::string_view text) {
  unsigned value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Reads what iso_date and iso_time write. `time` may be empty. Absent: not of that form, or no real day.
[[nodiscard]] inline std::optional<Date> parse_iso(std::string_view date, std::string_view time = {}) {
  const auto part = [](std::string_view text, std::size_t at, std::size_t size, char before) {
    if (text.size() < at + size || (at > 0 && text[at - 1] != before)) return std::optional<unsigned>{};
    return parse_digits(text.substr(at, size));
  };
  Date d;
  const auto year = part(date, 0, 4, 0);
  if (!year || (date.size() != 4 && date.size() != 7 && date.size() != 10)) return std::nullopt;
  d.year = static_cast<int>(*year);
  d.precision = date.size() == 4 ? Precision::year : date.size() == 7 ? Precision::month : Precision::day;
  if (d.precision >= Precision::month) d.month = part(date, 5, 2, '-').value_or(0);
  if (d.precision >= Precision::day) d.day = part(date, 8, 2, '-').value_or(0);
  if (!time.empty()) {
    const auto hour = part(time, 0, 2, 0), minute = part(time, 3, 2, ':');
    if (d.precision != Precision::day || !hour || !minute || (time.size() != 5 && time.size() != 8))
      return std::nullopt;
    d.hour = *hour, d.minute = *minute;
    d.second = time.size() == 8 ? part(time, 6, 2, ':').value_or(99) : 0;
    d.precision = time.size() == 8 ? Precision::second : Precision::minute;
  }
  return is_valid(d) ? std::optional{d} : std::nullopt;
}

}  // namespace dateline
