#include "indexer/readers/natural_case.h"

#include <algorithm>
#include <array>

#include "dateline/text.h"
#include "indexer/readers/letters.h"

namespace dateline {

namespace {

constexpr auto kAbbreviations = std::to_array<std::string_view>(
    {"US", "UK", "UN", "EU", "UAE", "USA", "USSR", "DC", "II", "III", "IV", "GDR"});

// Small inside a name, but not as its first word.
constexpr auto kSmallWords = std::to_array<std::string_view>(
    {"an", "of",  "the", "and",  "de", "du",  "des", "da",  "do",  "dos", "das", "di", "del", "della", "la",
     "le", "les", "on",  "upon", "in", "sur", "aux", "von", "van", "der", "den", "am", "ob",  "y"});

// Small between two hyphens ("Port-au-Prince").
constexpr auto kSmallLinks = std::to_array<std::string_view>(
    {"au",   "aux", "en", "sur", "sous", "de", "du", "des", "la", "le", "les",
     "upon", "on",  "in", "the", "by",   "am", "d",  "l",   "et", "of", "and"});

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& list) {
  return std::ranges::find(list, word) != list.end();
}

// The first character as it is, the others small.
std::string capitalised(std::string_view run) {
  std::size_t at = 0;
  (void)next_code_point(run, at);
  return std::string(run.substr(0, at)) + lower(run.substr(at));
}

// One run of letters inside a word: `before` and `after` are the characters beside it, 0 at the word's ends,
// and `last` is the size of the run before it.
std::string natural_run(std::string_view run, char before, char after, std::size_t last, bool first) {
  if (is_one_of(run, kAbbreviations) && before == 0 && after == 0) return std::string(run);
  std::string small = lower(run);
  if (before == '-' && (after == '-' || after == '\'') && is_one_of(small, kSmallLinks)) return small;
  if (!first && before == 0 && after == '-' && small == "al") return small;
  if (!first && after == '\'' && before == 0 && small == "d") return small;
  // "O'Neil", "L'Aquila", but "Nuku'alofa" and "St. John's".
  if (before == '\'' && (small.size() == 1 || last > 2)) return small;
  if (small.size() > 4 && small.starts_with("mc")) return "Mc" + capitalised(run.substr(2));
  return capitalised(run);
}

// Where the run of letters that starts at `at` ends.
std::size_t run_end(std::string_view word, std::size_t at) {
  while (at < word.size()) {
    std::size_t next = at;
    if (!u_isalpha(static_cast<UChar32>(next_code_point(word, next)))) break;
    at = next;
  }
  return at;
}

// The character at `at` as far as the rules ask: curly apostrophes are straight.
char beside(std::string_view word, std::size_t at) {
  if (at >= word.size()) return 0;
  return word.substr(at).starts_with("’") ? '\'' : word[at];
}

std::string natural_word(std::string_view word, bool first) {
  const std::string bare = lower(trim(word, ",.;"));
  if (!first && is_one_of(bare, kSmallWords)) return lower(word);
  std::string out;
  char before = 0;
  std::size_t last = 0;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t end = run_end(word, at);
    if (end > at) {
      out += natural_run(word.substr(at, end - at), before, beside(word, end), last, first);
      last = end - at;
      at = end;
      continue;
    }
    before = beside(word, at);
    std::size_t next = at;
    (void)next_code_point(word, next);
    out.append(word.substr(at, next - at));
    at = next;
  }
  return out;
}

// "McALLEN": small letters only in its beginning.
bool is_mac_name(std::string_view word) { return word.starts_with("Mc") && is_all_capitals(word.substr(2)); }

}  // namespace

std::string natural_case(std::string_view text) {
  std::string out;
  bool first = true, behind_comma = false;
  // A stroke divides two names of one word: "Mich./CHICAGO".
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" /"), text.size());
    const std::string_view word = text.substr(0, end);
    const bool state = behind_comma && trim(word, ".,").size() == 2;
    if (is_mac_name(word))
      out += natural_word("MC" + std::string(word.substr(2)), true);
    else if (!is_all_capitals(word) || state)
      out += word;
    else
      out += natural_word(word, first);
    if (end < text.size()) out += text[end];
    first = word.ends_with(',') || (end < text.size() && text[end] == '/') || (first && word.empty());
    behind_comma = word.ends_with(',') || (behind_comma && word.empty());
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace dateline
