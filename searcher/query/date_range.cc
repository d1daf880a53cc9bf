#include "searcher/query/date_range.h"

#include <algorithm>
#include <ctime>

#include "dateline/calendar.h"
#include "dateline/text.h"

namespace dateline {

namespace {

namespace c = std::chrono;

constexpr const char* kExample =
    "; dates are written 2025-02-26, 2025-02, 2025, 1890..1895, 1980s or \"last week\"";

Day first_of(int year, unsigned month = 1) { return Day{c::year{year} / c::month{month} / 1}; }

Day last_of(int year, unsigned month = 12) { return Day{c::year{year} / c::month{month} / c::last}; }

// An interval of days, or the day of each year, or neither where the text is not one.
struct Span {
  std::optional<Day> first, last;
  std::optional<c::month_day> every_year;
  explicit operator bool() const { return first || every_year; }
};

Span span(Day first, Day last) { return {first, last, std::nullopt}; }

Span iso_span(std::string_view text) {
  const auto date = parse_iso(text);
  if (!date) return {};
  if (date->precision == Precision::year) return span(first_of(date->year), last_of(date->year));
  if (date->precision == Precision::month)
    return span(first_of(date->year, date->month), last_of(date->year, date->month));
  const Day day{c::year{date->year} / c::month{date->month} / c::day{date->day}};
  return span(day, day);
}

// `2025-w09`
Span week_span(std::string_view text) {
  if (text.size() != 8 || text.substr(4, 2) != "-w") return {};
  const auto year = parse_digits(text.substr(0, 4)), week = parse_digits(text.substr(6));
  if (!year || !week || *year == 0) return {};
  const auto monday = iso_week(static_cast<int>(*year), *week);
  return monday ? span(*monday, *monday + c::days{6}) : Span{};
}

// `1980s`
Span decade_span(std::string_view text) {
  if (text.size() != 5 || text[3] != '0' || text[4] != 's') return {};
  const auto year = parse_digits(text.substr(0, 4));
  if (!year) return {};
  const int first = static_cast<int>(*year);
  return span(first_of(std::max(first, 1)), last_of(first + 9));
}

// `19th century` is 1801 to 1900.
Span century_span(std::string_view text) {
  constexpr std::string_view kWord = " century";
  if (!text.ends_with(kWord) || text.size() < kWord.size() + 3) return {};
  text.remove_suffix(kWord.size());
  const std::string_view ending = text.substr(text.size() - 2);
  const auto number = parse_digits(text.substr(0, text.size() - 2));
  if (!number || *number < 1 || *number > 99) return {};
  if (ending != "st" && ending != "nd" && ending != "rd" && ending != "th") return {};
  const int end = static_cast<int>(*number) * 100;
  return span(first_of(end - 99), last_of(end));
}

// `04-13`
Span yearly_span(std::string_view text) {
  if (text.size() != 5 || text[2] != '-') return {};
  const auto month = parse_digits(text.substr(0, 2)), day = parse_digits(text.substr(3));
  if (!month || !day) return {};
  const c::month_day every{c::month{*month}, c::day{*day}};
  return every.ok() ? Span{{}, {}, every} : Span{};
}

// The day `months` before; the last of the month where that month is shorter.
Day months_before(Day day, unsigned months) {
  const c::year_month_day date{day};
  const c::year_month_day back = date - c::months{static_cast<int>(months)};
  return back.ok() ? Day{back} : Day{back.year() / back.month() / c::last};
}

// `7d`, `2w`, `6m`, `1y`: that long before today.
Span ago_span(std::string_view text, Day today) {
  if (text.size() < 2) return {};
  const auto count = parse_digits(text.substr(0, text.size() - 1));
  if (!count || *count > 99999) return {};
  const int days = static_cast<int>(*count);
  Day day;
  switch (text.back()) {
    case 'd':
      day = today - c::days{days};
      break;
    case 'w':
      day = today - c::days{days * 7};
      break;
    case 'm':
      day = months_before(today, *count);
      break;
    case 'y':
      day = months_before(today, *count * 12);
      break;
    default:
      return {};
  }
  return day < first_of(1) ? Span{} : span(day, day);
}

Span spoken_span(std::string_view text, Day today) {
  const c::year_month_day date{today};
  if (text == "today") return span(today, today);
  if (text == "yesterday") return span(today - c::days{1}, today - c::days{1});
  if (text == "last week") {
    const Day monday = today - (c::weekday{today} - c::Monday);
    return span(monday - c::days{7}, monday - c::days{1});
  }
  if (text == "last month") {
    const Day end = Day{date.year() / date.month() / 1} - c::days{1};
    const c::year_month_day before{end};
    return span(Day{before.year() / before.month() / 1}, end);
  }
  if (text == "last year") return span(first_of(int{date.year()} - 1), last_of(int{date.year()} - 1));
  return {};
}

Span point_span(std::string_view text, Day today) {
  if (const Span found = iso_span(text)) return found;
  if (const Span found = week_span(text)) return found;
  if (const Span found = decade_span(text)) return found;
  if (const Span found = century_span(text)) return found;
  if (const Span found = yearly_span(text)) return found;
  if (const Span found = ago_span(text, today)) return found;
  return spoken_span(text, today);
}

ParsedRange fault(const std::string& message) { return {std::nullopt, message}; }

ParsedRange unreadable(std::string_view part) {
  std::string message = '"' + std::string(part) + "\" is no date";
  if (part.find('/') != std::string_view::npos)
    message += ": slashes are read differently in different countries";
  else if (part.size() == 2 || (part.size() > 2 && part[2] == '-' && part.size() != 5))
    message += ": years have four digits";
  return fault(message + kExample);
}

// Takes `~N` off the end of `text`; false: what follows the ~ is no number of days.
bool take_slack(std::string_view& text, int& slack) {
  const std::size_t tilde = text.rfind('~');
  if (tilde == std::string_view::npos) return true;
  const auto days = parse_digits(text.substr(tilde + 1));
  if (!days || *days > 3660) return false;
  slack = static_cast<int>(*days);
  text = text.substr(0, tilde);
  return true;
}

ParsedRange between(std::string_view from, std::string_view to, Day today, DateRange range) {
  if (!from.empty()) {
    const Span begin = point_span(from, today);
    if (!begin.first) return unreadable(from);
    range.first = begin.first;
  }
  if (!to.empty()) {
    const Span end = point_span(to, today);
    if (!end.last) return unreadable(to);
    range.last = end.last;
  }
  if (!range.first && !range.last)
    return fault(std::string("a range needs a beginning or an end") + kExample);
  if (range.first && range.last && *range.last < *range.first)
    return fault("the range " + range.text + " ends before it starts; write " + std::string(to) + ".." +
                 std::string(from));
  return {range, {}};
}

}  // namespace

ParsedRange parse_date_range(std::string_view text, Day today) {
  DateRange range;
  range.text = fold_space(text);
  const std::string folded = fold(range.text);
  std::string_view rest = folded;
  if (!take_slack(rest, range.slack)) return fault("after ~ stands a number of days, as in 1912-04-15~3");
  if (const std::size_t dots = rest.find(".."); dots != std::string_view::npos) {
    ParsedRange parsed = between(rest.substr(0, dots), rest.substr(dots + 2), today, range);
    if (!parsed.range) return parsed;
    range = *parsed.range;
  } else {
    const Span point = point_span(rest, today);
    if (!point) return unreadable(rest);
    range.first = point.first, range.last = point.last, range.every_year = point.every_year;
  }
  if (range.first) *range.first -= c::days{range.slack};
  if (range.last) *range.last += c::days{range.slack};
  return {range, {}};
}

Day local_today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return Day{c::year{local.tm_year + 1900} / (local.tm_mon + 1) / local.tm_mday};
}

std::string iso_day(Day day) {
  const c::year_month_day date{day};
  return zero_padded(static_cast<unsigned>(std::max(0, int{date.year()})), 4) + "-" +
         zero_padded(unsigned{date.month()}, 2) + "-" + zero_padded(unsigned{date.day()}, 2);
}

std::string print(const DateRange& range) {
  if (range.every_year) {
    std::string text = "every " + zero_padded(unsigned{range.every_year->month()}, 2) + "-" +
                       zero_padded(unsigned{range.every_year->day()}, 2);
    return range.slack ? text + "~" + std::to_string(range.slack) : text;
  }
  if (range.first && range.first == range.last) return iso_day(*range.first);
  return (range.first ? iso_day(*range.first) : "") + ".." + (range.last ? iso_day(*range.last) : "");
}

std::optional<Day> iso_week(int year, unsigned week) {
  // Week 1 is the one that holds 4 January.
  const Day fourth{c::year{year} / 1 / 4};
  const Day monday = fourth - (c::weekday{fourth} - c::Monday) + c::days{7 * (static_cast<int>(week) - 1)};
  const c::year_month_day thursday{monday + c::days{3}};
  if (week < 1 || week > 53 || int{thursday.year()} != year) return std::nullopt;
  return monday;
}

std::string iso_week_of(Day day) {
  const Day monday = day - (c::weekday{day} - c::Monday);
  const c::year year = c::year_month_day{monday + c::days{3}}.year();
  const Day fourth{year / 1 / 4};
  const Day first = fourth - (c::weekday{fourth} - c::Monday);
  const auto week = static_cast<unsigned>((monday - first).count() / 7 + 1);
  return zero_padded(static_cast<unsigned>(int{year}), 4) + "-W" + zero_padded(week, 2);
}

}  // namespace dateline
