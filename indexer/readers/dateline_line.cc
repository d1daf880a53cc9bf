#include "indexer/readers/dateline_line.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "dateline/text.h"
#include "indexer/dates/calendar_words.h"
#include "indexer/dates/parse_date.h"
#include "indexer/readers/agencies.h"
#include "indexer/readers/dateline_east_asia.h"
#include "indexer/readers/letters.h"
#include "indexer/readers/natural_case.h"

namespace dateline {

namespace {

// Datelines are shorter than this, and notes before them end within kMaxBefore.
constexpr std::size_t kMaxDateline = 140, kMaxAgency = 60, kMaxPlace = 80, kMaxDate = 40, kMaxBefore = 700;

// Words in capitals that open a line and name no place, each between blanks.
constexpr std::string_view kNoPlaces =
    " UPDATE UPDATED BREAKING EXCLUSIVE ANALYSIS OPINION EDITORIAL COMMENT CORRECTION CORRECTED "
    "CLARIFICATION NOTE NB WATCH VIDEO PHOTO PHOTOS FILE LIVE READ ATTENTION ACHTUNG URGENT ALERT "
    "ALERTE EMBARGOED EDS MORE ADVERTISEMENT FACTBOX TIMELINE WHAT WHO WHY WHEN WHERE HOW THE A AN "
    "IN ON AT AND BUT NO NOT YES BY FROM TO FOR WINNER WINNERS MYTH FACT STEP PART CHAPTER TIP "
    "EDITOR SPOILER WARNING ALSO RELATED ";

// Small words inside a place's name.
constexpr auto kPlaceLinks = std::to_array<std::string_view>(
    {"of", "the", "and", "de",  "del",  "la", "le",  "du", "des",  "da", "do", "di", "am",
     "an", "der", "auf", "bei", "upon", "on", "sur", "y",  "near", "au", "en", "im", "in"});

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& list) {
  return std::ranges::find(list, word) != list.end();
}

// How a place is printed.
enum class PlaceStyle : std::uint8_t { none, small_letters, capitals };

// The parts of a dateline; views point into the paragraph.
struct Parts {
  std::string_view place;
  std::string_view date;
  std::string_view agency;
  PlaceStyle style = PlaceStyle::none;
  bool known_agency = false;
  bool dash = false;
  bool copy_follows = false;  // a capital stands behind the agency's bracket
  std::size_t end = 0;        // of the dateline in the paragraph
};

// The bytes of the dash that closes a dateline at `at`; 0: none. Hyphens and underlines stand apart from the
// words or behind a bracket or full stop.
std::size_t dash_size(std::string_view text, std::size_t at) {
  const std::string_view here = text.substr(at);
  if (here.starts_with("—") || here.starts_with("―")) return 3;
  if (here.starts_with("--")) return 2;
  const std::size_t size = here.starts_with("–") ? 3 : here.starts_with('-') || here.starts_with('_') ? 1 : 0;
  if (size == 0 || at == 0) return 0;
  const char before = text[at - 1];
  const bool space_after = at + size >= text.size() || text[at + size] == ' ';
  return before == ')' || before == '.' || (before == ' ' && space_after) ? size : 0;
}

// A day as datelines print it, with or without its year: "Feb 26", "26. Februar", "Oct. 3, 1987".
bool is_day(std::string_view text) {
  if (text.size() > kMaxDate || text.size() < 4) return false;
  if (!has_digit(text)) return false;
  const auto dated = parse_date(text).date;
  if (dated) return dated->precision >= Precision::day;
  const char* year = text.find('/') == std::string_view::npos ? " 2000" : "/2000";
  return parse_date(std::string(text) + year).date.has_value();
}

// Full stops that close an abbreviation stay: "Ala.", "D.C.".
std::string_view without_stop(std::string_view text) {
  text = trim(text, " ,;:");
  if (!text.ends_with('.')) return text;
  const std::string_view last = text.substr(text.rfind(' ') + 1);
  const bool dotted = last.find('.') + 1 < last.size();
  const bool state = text.find(',') != std::string_view::npos && !is_all_capitals(last) && last.size() <= 7;
  return dotted || state ? text : text.substr(0, text.size() - 1);
}

PlaceStyle place_style(std::string_view place) {
  if (place.empty() || place.size() > kMaxPlace || has_digit(place)) return PlaceStyle::none;
  if (place.find_first_of("()[]{}<>:;!?\"@*=+_|") != std::string_view::npos) return PlaceStyle::none;
  if (place.find("“") != std::string_view::npos || place.find("”") != std::string_view::npos)
    return PlaceStyle::none;
  const auto words = split_at_blanks(place);
  if (words.size() > 8 || !begins_with_capital(place)) return PlaceStyle::none;
  bool capitals = true, region = false, shouted = false;
  for (std::string_view word : words) {
    const bool link = is_one_of(trim(word, ","), kPlaceLinks);
    if (!link && !begins_with_capital(word)) return PlaceStyle::none;
    if (word.size() > 7 && word.ends_with('.')) return PlaceStyle::none;
    const bool mac = word.starts_with("Mc") && is_all_capitals(word.substr(2));
    if (!region && !link && !mac && !is_all_capitals(word)) capitals = false;
    shouted = shouted || (!capitals && !region && word.size() > 3 && is_all_capitals(word));
    region = region || word.ends_with(',');
  }
  if (capitals && place.size() >= 2) return PlaceStyle::capitals;
  // "By Jane Roe LONDON" holds a place, but is none.
  return words.size() <= 5 && !shouted ? PlaceStyle::small_letters : PlaceStyle::none;
}

// Whether a day can begin so: with a number, a month, a whole weekday or a small word. "Mo., June 19" begins
// with Missouri, though "Mo." is a Monday elsewhere.
bool begins_day(std::string_view text) {
  const std::string_view word = text.substr(0, text.find_first_of(" ,"));
  return has_digit(word) || begins_with_small_letter(word) || month_of(fold(trim(word, "."))) ||
         (word.size() >= 5 && !word.ends_with('.'));
}

// "12.03. Białystok (PAP) - ": the day stands first.
void take_day_before_place(std::string_view& part, Parts& parts) {
  const std::size_t blank = part.find(' ');
  if (blank == std::string_view::npos || !has_digit(part.substr(0, 1))) return;
  if (part.find_first_not_of("0123456789./-") < blank || !is_day(part.substr(0, blank))) return;
  parts.date = part.substr(0, blank);
  part = trim(part.substr(blank));
}

// Splits what precedes the dash, or the agency in brackets, into place and date: the longest end that is a
// day is the date. An agency may follow it behind a comma.
void split_place(std::string_view part, Parts& parts) {
  part = trim(part, " ,;:");
  if (const std::size_t comma = part.rfind(','); comma != std::string_view::npos && parts.agency.empty()) {
    const std::string_view last = trim(part.substr(comma + 1), " .");
    if (is_wire_agency(last))
      parts.agency = last, parts.known_agency = true, part = trim(part.substr(0, comma));
  }
  // "SEOUL, Nov 26 AFP - ", "Тверь. 12 марта. ИНТЕРФАКС - ": behind a day it needs no comma.
  if (const std::size_t blank = part.rfind(' '); blank != std::string_view::npos && parts.agency.empty()) {
    const std::string_view rest = trim(part.substr(0, blank));
    if (is_wire_agency(part.substr(blank + 1)) &&
        has_digit(rest.substr(rest.rfind(' ', rest.rfind(' ') - 1) + 1)))
      parts.agency = part.substr(blank + 1), parts.known_agency = true, part = rest;
  }
  take_day_before_place(part, parts);
  for (std::size_t at = 0; at < part.size() && parts.date.empty();) {
    std::string_view day = trim(part.substr(at), " ,;:");
    if (day.ends_with('.') && day.size() > 1 && has_digit(day.substr(day.size() - 2))) day.remove_suffix(1);
    // "London, Monday"; without the comma it may be a part of the name, as in "Santo Domingo".
    const bool behind_comma = trim(part.substr(0, at)).ends_with(',');
    const bool weekday = behind_comma && day.size() > 3 && is_weekday(fold(trim(day, ".")));
    if (weekday || (begins_day(day) && is_day(day))) {
      parts.date = weekday ? trim(day, ".") : day;
      part = part.substr(0, at);
      break;
    }
    at = std::min(part.find_first_of(" ,", at), part.size());
    at = std::min(part.find_first_not_of(" ,", at), part.size());
  }
  parts.place = without_stop(part);
  parts.style = place_style(parts.place);
}

// An agency's name in brackets, or what can be one: few words without digits.
bool is_agency_like(std::string_view text) {
  if (text.empty() || text.size() > kMaxAgency || has_digit(text)) return false;
  if (text.find_first_of(":;!?\"/") != std::string_view::npos && !names_agency(text)) return false;
  return word_count(text) <= 5;
}

// Takes the dash behind an agency and the marks between them.
void take_dash(std::string_view text, Parts& parts) {
  std::size_t at = parts.end;
  while (at < text.size() && (text[at] == ' ' || text[at] == '.' || text[at] == ',' || text[at] == ':')) ++at;
  if (parts.end < text.size() && text[parts.end] == '.') ++parts.end;
  if (at >= text.size()) return;
  // Behind the bracket any hyphen will do: "(Reuters)- Text", "(EFE).-Text".
  // A colon at once behind it does as well, and "=" in Belgium: "(Ritzau): Text", "(BELGA) = Text".
  const bool mark = text[at] == '-' || text[at] == '=';
  const std::size_t size = mark ? 1 : dash_size(text, at);
  // So does a full stop where the agency is one: "Erfurt (epd). Text".
  const bool stop = text[parts.end - 1] == '.' && parts.copy_follows && is_wire_agency(parts.agency);
  if (size == 0 && stop) {
    parts.dash = true;
    return;
  }
  if (size == 0 && text[parts.end] == ':') {
    parts.dash = true;
    ++parts.end;
    return;
  }
  if (size == 0) return;
  parts.dash = true;
  parts.end = at + size;
  while (parts.end < text.size() && text[parts.end] == '-') ++parts.end;
}

// "MOSCOW, May 5. /TASS/.", "LEEDS, England, March 12, 2020 /PRNewswire/ -- ".
bool opens_stroked_agency(std::string_view text, std::size_t at) {
  if (text[at] != '/' || at == 0 || text[at - 1] != ' ') return false;
  const std::size_t close = text.find('/', at + 1);
  return close != std::string_view::npos && close - at <= kMaxAgency &&
         is_wire_agency(text.substr(at + 1, close - at - 1));
}

// Takes everything up to the first dash or closing bracket; absent: neither comes soon enough.
std::optional<Parts> take_parts(std::string_view text) {
  const std::size_t limit = std::min(text.size(), kMaxDateline);
  Parts parts;
  for (std::size_t at = 0; at < limit; ++at) {
    if (const std::size_t size = dash_size(text, at); size > 0) {
      split_place(text.substr(0, at), parts);
      parts.dash = true;
      parts.end = at + size;
      return parts;
    }
    if (text[at] != '(' && !opens_stroked_agency(text, at)) continue;
    const std::size_t close = text.find(text[at] == '(' ? ')' : '/', at + 1);
    if (close == std::string_view::npos || close - at > kMaxAgency) return std::nullopt;
    parts.agency = trim(text.substr(at + 1, close - at - 1));
    if (!is_agency_like(parts.agency)) return std::nullopt;
    parts.known_agency = names_agency(parts.agency) || is_wire_agency(parts.agency);
    split_place(text.substr(0, at), parts);
    parts.end = close + 1;
    const std::size_t copy = text.find_first_not_of(" .", parts.end);
    parts.copy_follows = copy != std::string_view::npos && begins_with_capital(text.substr(copy));
    take_dash(text, parts);
    return parts;
  }
  return std::nullopt;
}

bool names_no_place(std::string_view place) {
  std::size_t letters = 0;
  while (letters < place.size() && place[letters] >= 'A' && place[letters] <= 'Z') ++letters;
  return place.size() < 3 ||
         kNoPlaces.find(' ' + std::string(place.substr(0, letters)) + ' ') != std::string_view::npos;
}

// "(Northwire) - Text" is an agency; "(Corrected) - " and "(Adds) - " are words of an editor.
bool is_agency_by_form(std::string_view text) {
  return text.size() >= 4 && text.find(' ') == std::string_view::npos && begins_with_capital(text) &&
         !text.ends_with('s') && !text.ends_with("ed");
}

// "Köln (SID) Der Ball": a place of few words, the agency alone in brackets, and the copy at once.
bool opens_copy(const Parts& parts) {
  return parts.copy_follows && is_wire_agency(parts.agency) && !names_agency(parts.place) &&
         split_at_blanks(parts.place).size() <= 3;
}

// "Zürich (awp) - Text": letters that can only be a house's.
bool is_abbreviation(std::string_view text) {
  const bool letters =
      std::ranges::all_of(text, [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
  const bool one_case = is_all_capitals(text) || std::ranges::none_of(text, [](char c) { return c <= 'Z'; });
  return text.size() >= 2 && text.size() <= 5 && letters && one_case;
}

bool is_dateline(const Parts& parts) {
  const bool placed = parts.style != PlaceStyle::none;
  if (!parts.place.empty() && !placed) return false;
  if (!placed && parts.date.empty() && parts.dash && is_agency_by_form(parts.agency)) return true;
  if (parts.known_agency && (parts.dash || placed))
    return parts.style == PlaceStyle::capitals || parts.dash || !parts.date.empty() || opens_copy(parts);
  if (!placed || !parts.dash) return false;
  if (!parts.date.empty()) return true;
  if (parts.style != PlaceStyle::capitals)
    return parts.place.find(' ') == std::string_view::npos && is_abbreviation(parts.agency);
  return !parts.agency.empty() || parts.place.find(',') != std::string_view::npos ||
         !names_no_place(parts.place);
}

// "LOS ANGELES/ NEW YORK" has no blank beside its stroke.
std::string place_name(std::string_view place) {
  std::string name = natural_case(place);
  for (std::string_view loose : {"/ ", " /"}) {
    for (std::size_t at = name.find(loose); at != std::string::npos; at = name.find(loose))
      name.replace(at, 2, "/");
  }
  return name;
}

SplitDateline split_at(std::string_view paragraph, const Parts& parts) {
  return {{std::string(trim(paragraph.substr(0, parts.end))), place_name(parts.place),
           std::string(parts.date), std::string(parts.agency)},
          trim(paragraph.substr(parts.end))};
}

// "(ANSA) - ROMA, 26 FEB - ...": the agency before the place.
std::optional<Parts> take_place_behind_agency(std::string_view text, const Parts& agency) {
  if (!agency.place.empty() || !agency.dash) return std::nullopt;
  std::size_t start = agency.end;
  while (start < text.size() && text[start] == ' ') ++start;
  auto parts = take_parts(text.substr(start));
  if (!parts || !parts->agency.empty() || parts->style != PlaceStyle::capitals || !is_dateline(*parts))
    return std::nullopt;
  parts->agency = agency.agency;
  parts->end += start;
  return parts;
}

// "ТВЕРЬ, 12 мар - РИА Новости. Text": the agency behind the dash.
Parts with_agency_behind(std::string_view text, Parts parts) {
  if (!parts.agency.empty() || parts.date.empty()) return parts;
  const std::size_t start = std::min(text.find_first_not_of(' ', parts.end), text.size());
  const std::size_t stop = text.find_first_of(".,-", start);
  if (stop == std::string_view::npos || stop - start > kMaxAgency) return parts;
  const std::string_view agency = trim(text.substr(start, stop - start));
  if (is_wire_agency(agency)) parts.agency = agency, parts.end = stop + 1;
  return parts;
}

// "NEW YORK, NY - NOVEMBER 01: The mayor ..." is how a picture desk opens its captions.
bool begins_with_day(std::string_view text) {
  const std::string_view month = text.substr(0, text.find(' '));
  const std::string_view behind = trim(text.substr(month.size()));
  return month_of(fold(trim(month, "."))) && !behind.empty() && has_digit(behind.substr(0, 1));
}

// "ANYTOWN, August 16. This day ...", "ANYTOWN, May 5: This day ...": no dash behind place and day.
std::optional<Parts> take_parts_before_stop(std::string_view text) {
  for (std::size_t at = text.find(' '); at < std::min(text.size(), kMaxPlace); at = text.find(' ', at + 1)) {
    if (at < 2 || (text[at - 1] != '.' && text[at - 1] != ':')) continue;
    Parts parts;
    split_place(text.substr(0, at - 1), parts);
    parts.end = at;
    if (parts.style == PlaceStyle::capitals && !parts.date.empty()) return parts;
  }
  return std::nullopt;
}

}  // namespace

std::optional<SplitDateline> split_dateline(std::string_view paragraph) {
  const auto parts = take_parts(paragraph);
  if (parts && parts->agency.empty() && begins_with_day(trim(paragraph.substr(parts->end))))
    return std::nullopt;
  if (!parts || !is_dateline(*parts)) {
    const auto stopped = take_parts_before_stop(paragraph);
    return stopped ? std::optional(split_at(paragraph, *stopped)) : split_east_asian_dateline(paragraph);
  }
  if (const auto behind = take_place_behind_agency(paragraph, *parts)) return split_at(paragraph, *behind);
  return split_at(paragraph, with_agency_behind(paragraph, *parts));
}

std::optional<FoundDateline> find_dateline(std::string_view paragraph) {
  if (auto split = split_dateline(paragraph)) return FoundDateline{{}, std::move(*split)};
  std::size_t at = paragraph.find(' ');
  for (; at < std::min(paragraph.size(), kMaxBefore); at = paragraph.find(' ', at + 1)) {
    const std::string_view rest = paragraph.substr(at + 1);
    if (!is_all_capitals(rest.substr(0, rest.find(' ')))) continue;
    const auto parts = take_parts(rest);
    if (parts && parts->style == PlaceStyle::capitals && parts->known_agency && parts->dash)
      return FoundDateline{trim(paragraph.substr(0, at)), split_at(rest, *parts)};
  }
  return std::nullopt;
}

}  // namespace dateline
