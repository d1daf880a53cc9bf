#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <unordered_map>

#include "dateline/calendar.h"
#include "searcher/query/date_range.h"
#include "searcher/search/facets.h"

namespace dateline {

namespace {

namespace c = std::chrono;

constexpr int kMostValues = 1'000'000;
constexpr int kShortTable = 24;  // values, where the unit is left to us

// What a slot's digits say; month and day are 0 where they do not.
struct Stated {
  int year;
  unsigned month;
  unsigned day;
};

// Counts by the first eight of a slot's digits as a number, zeros for those that are not there.
using DateCounts = std::unordered_map<unsigned, std::uint64_t>;

unsigned eight_digits(std::string digits) {
  digits.resize(8, '0');
  return parse_digits(digits).value_or(0);
}

Stated stated(unsigned digits) {
  return {static_cast<int>(digits / 10000), digits / 100 % 100, digits % 100};
}

Day day_of(const Stated& s) { return Day{c::year{s.year} / c::month{s.month} / c::day{s.day}}; }

// The number of the unit that the date lies in, counted without gaps; absent: the date is too coarse.
std::optional<int> ordinal(const Stated& s, DateUnit unit) {
  switch (unit) {
    case DateUnit::century:
      return (s.year - 1) / 100;
    case DateUnit::decade:
      return s.year / 10;
    case DateUnit::year:
      return s.year;
    case DateUnit::month:
      return s.month ? std::optional(s.year * 12 + static_cast<int>(s.month) - 1) : std::nullopt;
    case DateUnit::week: {
      if (!s.day) return std::nullopt;
      const Day day = day_of(s);
      const Day monday = day - (c::weekday{day} - c::Monday);
      // Day 0 is a Thursday, so each Monday is four days before a multiple of seven.
      return static_cast<int>((monday.time_since_epoch().count() - 4) / 7);
    }
    case DateUnit::day:
      return s.day ? std::optional(static_cast<int>(day_of(s).time_since_epoch().count())) : std::nullopt;
  }
  return std::nullopt;
}

std::string century_name(int number) {
  constexpr std::array kEndings{"th", "st", "nd", "rd"};
  const bool teen = number % 100 >= 11 && number % 100 <= 13;
  const std::size_t last = number % 10 <= 3 && !teen ? static_cast<std::size_t>(number % 10) : 0;
  return std::to_string(number) + kEndings[last] + " century";
}

// What `date:` accepts for the unit of that number.
std::string value_of(int ordinal, DateUnit unit) {
  const auto digits = [](int number) { return zero_padded(static_cast<unsigned>(number), 4); };
  switch (unit) {
    case DateUnit::century:
      return century_name(ordinal + 1);
    case DateUnit::decade:
      return digits(ordinal * 10) + "s";
    case DateUnit::year:
      return digits(ordinal);
    case DateUnit::month:
      return digits(ordinal / 12) + "-" + zero_padded(static_cast<unsigned>(ordinal % 12) + 1, 2);
    case DateUnit::week:
      return iso_week_of(Day{c::days{ordinal * 7 + 4}});
    case DateUnit::day:
      return iso_day(Day{c::days{ordinal}});
  }
  return {};
}

struct Histogram {
  std::map<int, std::uint64_t> counts;
  std::uint64_t coarser = 0;
  [[nodiscard]] int length() const {
    return counts.empty() ? 0 : counts.rbegin()->first - counts.begin()->first + 1;
  }
};

Histogram histogram(const DateCounts& dates, DateUnit unit) {
  Histogram made;
  for (const auto& [digits, count] : dates) {
    if (const auto number = ordinal(stated(digits), unit))
      made.counts[*number] += count;
    else
      made.coarser += count;
  }
  return made;
}

// The finest unit that most of the articles are dated by and that gives a table at one glance.
DateUnit fitting_unit(const DateCounts& dates, std::uint64_t dated) {
  using enum DateUnit;
  for (DateUnit unit : {day, month, year, decade}) {
    const Histogram made = histogram(dates, unit);
    if (made.length() <= kShortTable && made.coarser * 2 <= dated) return unit;
  }
  return century;
}

}  // namespace

FacetCounts count_dates(const Xapian::Database& database, const FacetWish& wish, const DocIds& ids) {
  DateCounts dates;
  std::uint64_t dated = 0;
  for_each_value(database, kPublishedSlot, ids, [&](std::size_t, const std::string& value) {
    ++dated;
    ++dates[eight_digits(value)];
  });
  const DateUnit unit = wish.unit ? *wish.unit : fitting_unit(dates, dated);
  const Histogram made = histogram(dates, unit);
  if (made.length() > kMostValues)
    throw QueryError("date:" + std::string(kDateUnitNames[static_cast<std::size_t>(unit)]) + " gives " +
                     std::to_string(made.length()) + " values here; choose a coarser unit");
  FacetCounts facet;
  facet.name = "date";
  facet.unit = kDateUnitNames[static_cast<std::size_t>(unit)];
  facet.distinct = made.counts.size();
  facet.missing = ids.size() - dated;
  facet.coarser = made.coarser;
  if (made.counts.empty()) return facet;
  for (int number = made.counts.begin()->first; number <= made.counts.rbegin()->first; ++number) {
    const auto found = made.counts.find(number);
    facet.values.push_back(
        {{value_of(number, unit), {}, {}, {}}, found == made.counts.end() ? 0 : found->second, false});
  }
  return facet;
}

}  // namespace dateline
