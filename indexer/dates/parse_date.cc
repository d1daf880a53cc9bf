#include "indexer/dates/parse_date.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "dateline/text.h"
#include "indexer/dates/calendar_words.h"
#include "indexer/dates/clock_time.h"

namespace dateline {

namespace {

// No printed date is longer; longer texts are not even split into tokens.
constexpr std::size_t kMaxDateBytes = 120;

// Folded words that may stand in a date and say nothing.
constexpr auto kSmallWords = std::to_array<std::string_view>(
    {"the", "of", "at",  "on",  "um",  "am", "den",  "der", "vom", "le", "la",   "el",   "a",
     "as",  "de", "del", "las", "los", "il", "alle", "dia", "op",  "om", "van",  "st",   "nd",
     "rd",  "th", "er",  "e",   "eme", "o",  "ste",  "kl",  "klo", "г",  "года", "roku", "tanggal"});

bool is_small_word(std::string_view word) {
  return std::ranges::find(kSmallWords, word) != kSmallWords.end();
}

bool is_year_like(unsigned value, std::size_t digits) { return digits >= 3 || value > 31; }

ParsedDate refused(const char* code, std::string_view text, const char* why) {
  return {std::nullopt, {warning(code, '"' + std::string(text) + "\" " + why)}};
}

ParsedDate unreadable(std::string_view text) {
  return refused("date.unreadable", text, "is no date in any known form");
}

// Whether a date can begin as the text does; most lines that are asked about begin with another word.
bool may_be_date(std::string_view text) {
  const auto first = date_tokens(text, 1);
  if (first.empty() || first[0].kind != DateToken::Kind::word) return true;
  const std::string& word = first[0].folded;
  return month_of(word) || is_weekday(word) || is_small_word(word) || is_time_word(word);
}

class DateReader {
 public:
  DateReader(std::string_view text, const DateOptions& options)
      : text_(text), options_(options), tokens_(date_tokens(text)), cursor_(tokens_) {}

  ParsedDate read() {
    while (!cursor_.at_end()) {
      if (!step()) return unreadable(text_);
    }
    if (!assemble()) return unreadable(text_);
    if (!is_valid(date_)) return refused("date.impossible", text_, "is no real day or time");
    result_.date = std::move(date_);
    return std::move(result_);
  }

 private:
  struct Number {
    unsigned value;
    std::size_t digits;
  };

  void note(const char* code, const std::string& what) {
    result_.diagnostics.push_back(warning(code, '"' + std::string(text_) + "\" " + what));
  }

  bool step() {
    switch (cursor_.peek().kind) {
      case DateToken::Kind::number:
        return take_number();
      case DateToken::Kind::word:
        return take_word();
      case DateToken::Kind::mark:
        return take_mark();
    }
    return false;
  }

  bool take_mark() {
    if (std::string_view(".,-/()[]'*").find(cursor_.peek().mark) == std::string_view::npos) return false;
    cursor_.skip();
    return true;
  }

  bool take_number() {
    if (auto time = take_clock_time(cursor_)) return set_time(*time);
    if (has_year() && cursor_.number(0, 4, 4)) {
      if (auto time = take_military_time(cursor_)) return set_time(*time);
    }
    if (take_numeric_date() || take_compact_date()) return true;
    const auto value = cursor_.number(0, 1, 4);
    if (!value || numbers_.size() == 2 || numeric_) return false;
    numbers_.push_back({*value, cursor_.peek().raw.size()});
    cursor_.skip();
    return true;
  }

  bool take_word() {
    const DateToken& token = cursor_.peek();
    if (token.folded == "t" && numeric_ && !has_time_) {
      if (auto time = take_iso_time(cursor_)) return set_time(*time);
    }
    if (auto time = take_clock_time(cursor_)) return set_time(*time);
    if (const auto month = month_of(token.folded); month && take_month(*month)) return cursor_.skip(), true;
    if (is_weekday(token.folded) || is_small_word(token.folded)) return cursor_.skip(), true;
    if (!has_time_ || date_.zone) return false;
    date_.zone = take_zone(cursor_);
    return date_.zone.has_value();
  }

  // "mar" is March, and Tuesday in three languages: the earlier of two such words is the weekday.
  bool take_month(unsigned month) {
    if (month_ != 0 && !month_may_be_weekday_) return false;
    month_ = month;
    month_may_be_weekday_ = is_weekday(cursor_.peek().folded);
    numbers_before_month_ = numbers_.size();
    return true;
  }

  bool set_time(const ClockTime& time) {
    if (has_time_) return true;
    has_time_ = true;
    time_after_date_ = has_year();
    date_.hour = time.hour;
    date_.minute = time.minute;
    date_.second = time.second.value_or(0);
    date_.zone = time.zone;
    time_precision_ = time.second ? Precision::second : Precision::minute;
    return true;
  }

  bool has_year() const {
    return numeric_ || std::ranges::any_of(numbers_, [](Number n) { return n.digits >= 3; }) ||
           numbers_.size() == 2;
  }

  // `2025-02-26`, `26/02/1987`, `26.2.87`, `2025-02`, `02/2025`.
  bool take_numeric_date() {
    const char mark = cursor_.peek(1).mark;
    const bool divides =
        mark == '/' || mark == '.' || (mark == '-' && cursor_.joined(1) && cursor_.joined(2));
    const auto first = cursor_.number(0, 1, 4), second = cursor_.number(2, 1, 4);
    if (!divides || !first || !second || numeric_ || !numbers_.empty()) return false;
    if (month_ != 0 && !month_may_be_weekday_) return false;
    const auto third = cursor_.is_mark(3, mark) && (mark != '-' || cursor_.joined(4))
                           ? cursor_.number(4, 1, 4)
                           : std::nullopt;
    const std::size_t digits = cursor_.peek().raw.size();
    if (third) {
      if (digits == 4)
        set_day(*first, *second, *third, mark == '-' ? "iso8601" : "year-first");
      else if (!set_printed_order(*first, *second, *third, cursor_.peek(4).raw.size(), mark))
        return false;
      cursor_.skip(5);
      if (mark == '-' && digits == 4) take_zone_of_day();
      return true;
    }
    if (digits == 4 && mark != '.')
      set_month(*first, *second, mark == '-' ? "iso8601" : "year-first");
    else if (digits <= 2 && cursor_.number(2, 4, 4))
      set_month(*second, *first, "numeric");
    else
      return false;
    return cursor_.skip(3), true;
  }

  // The day or the month comes first, the year last.
  bool set_printed_order(unsigned first, unsigned second, unsigned year, std::size_t year_digits, char mark) {
    if (year_digits != 2 && year_digits != 4) return false;
    const bool open = first <= 12 && second <= 12 && first != second && mark != '.';
    const bool day_first = mark == '.' || first > 12 || (second <= 12 && options_.day_first);
    set_day(whole_year({year, year_digits}), day_first ? second : first, day_first ? first : second,
            "numeric");
    if (open) note("date.ambiguous-order", "is read as " + iso_date(date_));
    return true;
  }

  // `20250226`, with `1317` or `131701` behind it.
  bool take_compact_date() {
    const std::string_view digits = cursor_.peek().raw;
    if ((digits.size() != 8 && digits.size() != 12 && digits.size() != 14) || numeric_) return false;
    const auto part = [&](std::size_t at, std::size_t size) {
      return parse_digits(digits.substr(at, size)).value_or(0);
    };
    set_day(part(0, 4), part(4, 2), part(6, 2), "iso8601");
    cursor_.skip();
    if (digits.size() == 8) return take_zone_of_day(), true;
    ClockTime time{.hour = part(8, 2), .minute = part(10, 2), .second = {}, .zone = {}};
    if (digits.size() == 14) time.second = part(12, 2);
    time.zone = take_zone(cursor_);
    return set_time(time);
  }

  // `20080219+0100`, `2008-02-19Z`: the day stays as it is printed, and without a time its zone says nothing.
  void take_zone_of_day() {
    const bool offset = cursor_.is_mark(0, '+') || (cursor_.is_mark(0, '-') && cursor_.joined(0));
    if (offset || cursor_.peek().folded == "z") (void)take_zone(cursor_);
  }

  void set_month(unsigned year, unsigned month, const char* rule) {
    date_.year = static_cast<int>(year);
    date_.month = month;
    date_.precision = Precision::month;
    date_.rule = rule;
    numeric_ = true;
  }

  void set_day(unsigned year, unsigned month, unsigned day, const char* rule) {
    set_month(year, month, rule);
    date_.day = day;
    date_.precision = Precision::day;
  }

  unsigned whole_year(Number year) {
    if (year.digits > 2) return year.value;
    const auto latest = static_cast<unsigned>(std::clamp(options_.latest_year, 100, 9999));
    unsigned whole = latest / 100 * 100 + year.value;
    if (whole > latest) whole -= 100;
    note("date.two-digit-year", "has a two-digit year, read as " + std::to_string(whole));
    return whole;
  }

  // Joins what was taken; false: it does not make one date.
  bool assemble() {
    const bool month_named = month_ != 0 && !(numeric_ && month_may_be_weekday_);
    if (numeric_ && (month_named || !numbers_.empty())) return false;
    if (!numeric_ && !(month_named ? assemble_month_name() : assemble_year())) return false;
    if (!has_time_) return true;
    if (date_.precision != Precision::day) return false;
    date_.precision = time_precision_;
    if (date_.rule == "day-month-year" && date_.zone && time_after_date_) date_.rule = "rfc822";
    return true;
  }

  bool assemble_year() {
    if (numbers_.size() != 1 || numbers_[0].digits != 4) return false;
    date_.year = static_cast<int>(numbers_[0].value);
    date_.precision = Precision::year;
    date_.rule = "year";
    return true;
  }

  bool assemble_month_name() {
    if (numbers_.empty()) return false;
    const Number first = numbers_.front(), last = numbers_.back();
    if (numbers_.size() == 1) {
      if (first.digits != 4) return false;
      set_month(first.value, month_, "month-year");
      return true;
    }
    const bool year_first = is_year_like(first.value, first.digits) && !is_year_like(last.value, last.digits);
    const Number day = year_first ? last : first, year = year_first ? first : last;
    if (day.digits > 2 || year.digits == 1 || year.digits == 3) return false;
    set_day(whole_year(year), month_, day.value,
            year_first                   ? "year-month-day"
            : numbers_before_month_ == 0 ? "month-day-year"
                                         : "day-month-year");
    return true;
  }

  std::string_view text_;
  const DateOptions& options_;
  std::vector<DateToken> tokens_;
  TokenCursor cursor_;
  ParsedDate result_;
  Date date_;
  std::vector<Number> numbers_;  // day and year beside a month's name, at most two
  std::size_t numbers_before_month_ = 0;
  unsigned month_ = 0;
  bool month_may_be_weekday_ = false;
  bool numeric_ = false;  // date_ holds a date in digits
  bool has_time_ = false;
  bool time_after_date_ = false;
  Precision time_precision_ = Precision::minute;
};

}  // namespace

ParsedDate parse_date(std::string_view text, const DateOptions& options) {
  if (text.size() > kMaxDateBytes)
    return {std::nullopt, {warning("date.unreadable", "a text this long is no date")}};
  const std::string clean = fold_space(text);
  if (!may_be_date(clean)) return unreadable(clean);
  return DateReader(clean, options).read();
}

}  // namespace dateline
