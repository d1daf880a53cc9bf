#include "indexer/readers/html_printed_dates.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "dateline/text.h"
#include "indexer/dates/calendar_words.h"
#include "indexer/readers/letters.h"

namespace dateline::html {

namespace {

constexpr std::size_t kLongestLine = 400, kMostWords = 60;
// A line with more digits is a table or a list of numbers.
constexpr std::size_t kMostDigits = 40;

// Words before a date that is one of change; folded, Korean as printed.
constexpr auto kChanged = std::to_array<std::string_view>(
    {"updated",     "update",      "modified",   "edited",      "revised",     "aktualisiert",  "geandert",
     "bearbeitet",  "stand:",      "stand ",     "aktualisier", "mis a jour",  "mise a jour",   "modifie",
     "actualizado", "actualizada", "modificado", "atualizado",  "atualizacao", "aggiornato",    "modificato",
     "bijgewerkt",  "oppdatert",   "uppdaterad", "opdateret",   "gewijzigd",   "aktualizovano", "aktualiz",
     "guncelle",    "paivitetty",  "diperbarui", "ενημερωθηκε", "обновлено",   "更新",          "수정"});

// Words before a date of publication.
constexpr auto kTold = std::to_array<std::string_view>(
    {"publish",      "publie ",      "publicad",    "publicat",    "publicer", "publiziert", "publikov",
     "publiser",     "pubblicato",   "posted",      "written",     "created",  "submitted",  "veroffentlicht",
     "erstellt",     "erschienen",   "geschrieben", "eingestellt", "verfasst", "gepostet",   "eingetragen",
     "gepubliceerd", "geplaatst",    "date:",       "datum",       "fecha",    "data:",      "escrito",
     "scritto",      "opublikowa",   "dodano",      "zverejneno",  "vydano",   "udgivet",    "julkaistu",
     "yayin",        "опубликовано", "δημοσι",      "diterbitkan", "公開",     "掲載",       "发布",
     "發布",         "入力",         "입력",        "등록"});

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Whether a text holds what a whole date needs: a year or a third number, and not too much else.
bool may_be_date(std::string_view text) {
  const auto digits = static_cast<std::size_t>(std::ranges::count_if(text, is_digit));
  return digits >= 3 && digits <= kMostDigits;
}

bool holds(std::span<const std::string_view> words, std::string_view text) {
  const std::string folded = fold(text);
  return std::ranges::any_of(words, [&](std::string_view word) {
    return folded.find(word) != std::string::npos || text.find(word) != std::string_view::npos;
  });
}

// The signs of East Asian dates, and what divides the same in the scripts of the West.
struct Sign {
  std::string_view printed, plain;
};
constexpr auto kSigns = std::to_array<Sign>({{"年", "/"},
                                             {"月", "/"},
                                             {"日", " "},
                                             {"時", ":"},
                                             {"时", ":"},
                                             {"分", " "},
                                             {"년 ", "/"},
                                             {"년", "/"},
                                             {"월 ", "/"},
                                             {"월", "/"},
                                             {"일", " "},
                                             {"시 ", ":"}});

// "2025年1月13日 20時01分" -> "2025/1/13 20:01", and a blank before digits that a word runs into:
// "am12.3.2016".
std::string with_plain_dividers(std::string_view line) {
  std::string plain;
  for (std::size_t at = 0; at < line.size();) {
    const bool behind_digit = at > 0 && is_digit(line[at - 1]);
    const auto* sign =
        behind_digit ? std::ranges::find_if(
                           kSigns, [&](const Sign& s) { return line.substr(at).starts_with(s.printed); })
                     : kSigns.end();
    if (sign != kSigns.end()) {
      plain += sign->plain;
      at += sign->printed.size();
      continue;
    }
    if (is_digit(line[at]) && plain.size() >= 2) {
      const char last = plain.back(), before = plain[plain.size() - 2];
      const bool word = is_ascii_letter(last) || (last & 0x80) != 0;
      const bool behind_word = is_ascii_letter(before) || (before & 0x80) != 0;
      if (behind_word && (word || last == '-' || last == ':' || last == '|')) plain += ' ';
    }
    plain += line[at++];
  }
  return plain;
}

bool is_plausible(const Date& date) {
  // Earlier ones are placeholders of a site's program.
  constexpr int kFirstYear = 1750;
  return date.precision >= Precision::day && date.year >= kFirstYear;
}

// Whether a date may start with the word.
bool begins_date(std::string_view word) {
  if (std::ranges::any_of(word, is_digit)) return true;
  word = trim(word, "()[],;:.");
  constexpr std::size_t kLongestName = 30;
  return word.size() <= kLongestName && (month_of(fold(word)) || is_weekday(fold(word)));
}

class DateInLine {
 public:
  DateInLine(std::string_view line, const DateOptions& options)
      : line_(line), words_(split_at_blanks(line)), options_(options) {}

  std::optional<FoundDate> find() const {
    if (words_.size() > kMostWords) return std::nullopt;
    std::optional<FoundDate> changed;
    for (std::size_t start = 0; start < words_.size();) {
      std::size_t count = 1;
      if (const auto found = at(start, count)) {
        if (!found->changed) return found;
        if (!changed) changed = found;
      }
      start += count;
    }
    return changed;
  }

 private:
  // The longest run of words from `start` that is a date, and how many they are.
  std::optional<FoundDate> at(std::size_t start, std::size_t& count) const {
    constexpr std::size_t kLongestRun = 9;
    if (!begins_date(words_[start])) return std::nullopt;
    for (std::size_t size = std::min(kLongestRun, words_.size() - start); size > 0; --size) {
      const std::string_view last = words_[start + size - 1];
      const char* begin = words_[start].data();
      const std::string_view run(begin, static_cast<std::size_t>(last.data() + last.size() - begin));
      if (!may_be_date(run)) continue;
      auto date = parse_date(trim_marks(run, "|()[],;:/- "), options_).date;
      if (!date || !is_plausible(*date)) continue;
      count = size;
      return told(std::move(*date), run);
    }
    return std::nullopt;
  }

  FoundDate told(Date date, std::string_view run) const {
    constexpr std::size_t kBefore = 48;
    const auto at = static_cast<std::size_t>(run.data() - line_.data());
    const std::size_t from = at - std::min(at, kBefore);
    const std::string_view before = line_.substr(from, at - from);
    const bool changed = holds(kChanged, before);
    return {std::move(date), changed, !changed && holds(kTold, before), run.size()};
  }

  std::string_view line_;
  std::vector<std::string_view> words_;
  const DateOptions& options_;
};

}  // namespace

std::optional<FoundDate> date_in_line(std::string_view line, const DateOptions& options) {
  if (line.size() > kLongestLine || !may_be_date(line)) return std::nullopt;
  const std::string plain = with_plain_dividers(line);
  return DateInLine(plain, options).find();
}

std::optional<Date> date_in_address(std::string_view url) {
  const std::size_t slashes = url.find("//");
  const std::size_t path = url.find('/', slashes == std::string_view::npos ? 0 : slashes + 2);
  if (path == std::string_view::npos) return std::nullopt;
  url.remove_prefix(path);
  const auto digit_at = [&](std::size_t at) { return at < url.size() && is_digit(url[at]); };
  const auto digits = [&](std::size_t at, std::size_t count) {
    return at + count <= url.size() ? parse_digits(url.substr(at, count)) : std::nullopt;
  };
  for (std::size_t at = 1; at + 8 <= url.size(); ++at) {
    if (digit_at(at - 1) || !digit_at(at)) continue;
    const auto year = digits(at, 4);
    if (!year || *year < 1990 || *year > 2100) continue;
    // Divided parts may have a single digit.
    const char divider = url[at + 4];
    const std::size_t step = std::string_view("/-_").find(divider) != std::string_view::npos ? 1 : 0;
    const std::size_t month_at = at + 4 + step, month_size = step == 0 || digit_at(month_at + 1) ? 2 : 1;
    const std::size_t day_at = month_at + month_size + step;
    if (step == 1 && (day_at > url.size() || url[day_at - 1] != divider)) continue;
    const std::size_t day_size = step == 0 || digit_at(day_at + 1) ? 2 : 1;
    const auto month = digits(month_at, month_size), day = digits(day_at, day_size);
    if (!month || !day || digit_at(day_at + day_size)) continue;
    Date date{.year = static_cast<int>(*year), .month = *month, .day = *day, .zone = {}, .rule = "html:url"};
    if (is_valid(date)) return date;
  }
  return std::nullopt;
}

namespace {

// Names of values in scripts that are dates of publication: small letters alone.
constexpr auto kScriptNames = std::to_array<std::string_view>({"datepublished",
                                                               "datepublication",
                                                               "pagedatepublication",
                                                               "datefirstpublished",
                                                               "publishdate",
                                                               "publishdatetime",
                                                               "publisheddate",
                                                               "publisheddatetime",
                                                               "publicationdate",
                                                               "publishedtime",
                                                               "publishtime",
                                                               "publicationtime",
                                                               "publishedat",
                                                               "publishedon",
                                                               "pubdate",
                                                               "pubdatetime",
                                                               "firstpublished",
                                                               "firstpublisheddate",
                                                               "firstpublishdate",
                                                               "firstpublicationdate",
                                                               "originalpublicationdate",
                                                               "articlepublisheddate",
                                                               "articlepublishedtime",
                                                               "articlepublicationdate",
                                                               "articlepublishdate",
                                                               "contentpublishdate",
                                                               "postpublished",
                                                               "postdate"});

bool is_name_part(char c) { return is_ascii_letter(c) || c == '_' || c == '-' || c == '.'; }

// Whether a name, behind the names of what holds it, is one of the list.
bool names_publication(std::string_view name) {
  constexpr std::size_t kLongestName = 60;
  if (name.size() > kLongestName) return false;
  std::string letters;
  for (char c : name.substr(name.find_last_of('.') + 1)) {
    if (is_ascii_letter(c)) letters += static_cast<char>(c | 0x20);
  }
  return std::ranges::find(kScriptNames, letters) != kScriptNames.end();
}

// What stands behind a name's sign of assignment, in quotes. Empty: nothing does.
std::string_view value_behind(std::string_view script, std::size_t at) {
  constexpr std::size_t kMostSigns = 12, kLongestValue = 60;
  const std::size_t start = script.find_first_not_of("\"'\\ :=\t\n", at);
  if (start == std::string_view::npos || start - at > kMostSigns || start == at) return {};
  const std::string_view signs = script.substr(at, start - at);
  if (signs.find_first_of(":=") == std::string_view::npos || signs.find_last_of("\"'") == 0) return {};
  const std::string_view rest = script.substr(start, kLongestValue);
  const std::size_t end = rest.find_first_of("\"'\\<>");
  return end == std::string_view::npos ? std::string_view() : rest.substr(0, end);
}

}  // namespace

std::string_view date_in_script(std::string_view script) {
  for (std::size_t at = 0; (at = script.find_first_of("pP", at)) != std::string_view::npos; ++at) {
    const std::string_view start = script.substr(at, 3);
    if (start.size() < 3 || ((start[1] | 0x20) != 'u' && (start[1] | 0x20) != 'o')) continue;
    std::size_t begin = at, end = at;
    while (begin > 0 && is_name_part(script[begin - 1])) --begin;
    while (end < script.size() && is_name_part(script[end])) ++end;
    if (names_publication(script.substr(begin, end - begin))) {
      const std::string_view value = value_behind(script, end);
      if (has_digit(value)) return value;
    }
    at = end - 1;
  }
  return {};
}

}  // namespace dateline::html
