#include "searcher/search/date_terms.h"

#include <algorithm>
#include <array>
#include <vector>

#include "dateline/calendar.h"
#include "dateline/schema.h"

namespace dateline {

namespace {

namespace c = std::chrono;

// Years, months or days in a row, as `sortable` digits.
struct Stretch {
  const char* prefix;
  std::string first;
  std::string last;
};

std::string year_digits(c::year year) { return zero_padded(static_cast<unsigned>(int{year}), 4); }
std::string month_digits(c::year_month m) {
  return year_digits(m.year()) + zero_padded(unsigned{m.month()}, 2);
}
std::string day_digits(Day day) {
  const c::year_month_day d{day};
  return month_digits(d.year() / d.month()) + zero_padded(unsigned{d.day()}, 2);
}

// The archive's first and last year in the slot bound open ends, and closed ones far outside.
struct Bounds {
  Day first;
  Day last;
};

Bounds bounds_of(const Xapian::Database& database, Xapian::valueno slot) {
  const auto year = [](const std::string& value, int otherwise) {
    return c::year{
        static_cast<int>(parse_digits(value.substr(0, 4)).value_or(static_cast<unsigned>(otherwise)))};
  };
  const c::year low = year(database.get_value_lower_bound(slot), 1);
  const c::year high = year(database.get_value_upper_bound(slot).substr(0, 4), 9999);
  return {Day{low / 1 / 1}, Day{high / 12 / 31}};
}

// Whole years, whole months and days that together are just the days [first, last]: at most one stretch of
// years, two of months and two of days.
class Stretches {
 public:
  static std::vector<Stretch> of(Day first, Day last) {
    Stretches made;
    if (first <= last) made.add_years(first, last);
    return made.all_;
  }

 private:
  void add_years(Day first, Day last) {
    const c::year begin = c::year_month_day{first - c::days{1}}.year() + c::years{1};
    const c::year end = c::year_month_day{last + c::days{1}}.year() - c::years{1};
    if (begin > end) return add_months(first, last);
    all_.push_back({kYearPrefix, year_digits(begin), year_digits(end)});
    if (first < Day{begin / 1 / 1}) add_months(first, Day{begin / 1 / 1} - c::days{1});
    if (Day{end / 12 / 31} < last) add_months(Day{end / 12 / 31} + c::days{1}, last);
  }

  void add_months(Day first, Day last) {
    const auto month_of = [](Day day) {
      const c::year_month_day d{day};
      return d.year() / d.month();
    };
    const c::year_month begin = month_of(first - c::days{1}) + c::months{1};
    const c::year_month end = month_of(last + c::days{1}) - c::months{1};
    if (begin > end) return add_days(first, last);
    all_.push_back({kMonthPrefix, month_digits(begin), month_digits(end)});
    if (first < Day{begin / 1}) add_days(first, Day{begin / 1} - c::days{1});
    if (Day{end / c::last} < last) add_days(Day{end / c::last} + c::days{1}, last);
  }

  void add_days(Day first, Day last) { all_.push_back({kDayPrefix, day_digits(first), day_digits(last)}); }

  std::vector<Stretch> all_;
};

std::vector<Stretch> stretches(Day first, Day last) { return Stretches::of(first, last); }

// The terms of the stretch that the archive has. Terms of one prefix and one length stand in order of time.
void add_terms(const Stretch& stretch, const Xapian::Database& database, std::vector<Xapian::Query>& to) {
  const std::string prefix = stretch.prefix;
  auto term = database.allterms_begin(prefix);
  const auto end = database.allterms_end(prefix);
  if (term != end) term.skip_to(prefix + stretch.first);
  for (; term != end && *term <= prefix + stretch.last; ++term) to.emplace_back(*term);
}

// Calls `use(first, last)` with each interval of days that the range stands for, cut to the bounds.
template <class Use>
void for_each_interval(const DateRange& range, const Bounds& bounds, Use use) {
  if (!range.every_year)
    return use(std::max(range.first.value_or(bounds.first), bounds.first),
               std::min(range.last.value_or(bounds.last), bounds.last));
  const c::year last = c::year_month_day{bounds.last}.year();
  for (c::year year = c::year_month_day{bounds.first}.year(); year <= last; ++year) {
    const c::year_month_day day{year, range.every_year->month(), range.every_year->day()};
    if (day.ok()) use(Day{day} - c::days{range.slack}, Day{day} + c::days{range.slack});
  }
}

Xapian::Query any_of(const std::vector<Xapian::Query>& queries) {
  return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}

}  // namespace

Xapian::Query published_in(const DateRange& range, const Xapian::Database& database) {
  std::vector<Xapian::Query> terms;
  for_each_interval(range, bounds_of(database, kPublishedSlot), [&](Day first, Day last) {
    for (const Stretch& stretch : stretches(first, last)) add_terms(stretch, database, terms);
  });
  return any_of(terms);
}

Xapian::Query slot_in(const DateRange& range, Xapian::valueno slot, const Xapian::Database& database) {
  std::vector<Xapian::Query> ranges;
  for_each_interval(range, bounds_of(database, slot), [&](Day first, Day last) {
    // A value that goes on after the last one's digits is a part of it, and sorts before any that has 0xFF
    // there.
    for (const Stretch& stretch : stretches(first, last))
      ranges.emplace_back(Xapian::Query::OP_VALUE_RANGE, slot, stretch.first, stretch.last + '\xff');
  });
  return any_of(ranges);
}

}  // namespace dateline
