#include "indexer/readers/wire_copy.h"

#include <algorithm>
#include <array>
#include <vector>

#include "dateline/text.h"
#include "indexer/readers/letters.h"

namespace dateline {

namespace {

constexpr std::size_t kLongestLine = 200;

bool is_month_and_day(std::string_view word) {
  return word.size() == 5 && word[2] == '-' && word.find_first_not_of("0123456789-") == word.npos;
}

bool is_code(std::string_view word) { return word.size() == 1; }

}  // namespace

std::optional<WireSlug> parse_wire_slug(std::string_view line) {
  if (line.size() > kLongestLine) return std::nullopt;
  const std::string folded = nfc(fold_space(line));
  std::vector<std::string_view> words = split_at_blanks(folded);
  const auto day = std::ranges::find_if(words, is_month_and_day);
  if (day == words.end()) return std::nullopt;
  auto word = words.begin();
  WireSlug slug;
  if (is_code(*word)) slug.priority = *word++;
  if (is_code(*word)) slug.category = *word++;
  for (; word != day; ++word) (slug.slug += slug.slug.empty() ? "" : " ") += *word;
  return slug.slug.empty() ? std::nullopt : std::optional(std::move(slug));
}

std::string printed_copy(std::string_view copy) {
  std::string out;
  out.reserve(copy.size());
  for (std::size_t at = 0; at < copy.size(); ++at) {
    const std::string_view pair = copy.substr(at, 2);
    const bool dash = copy[at] == '_' && at > 0 && copy[at - 1] == ' ' && pair == "_ ";
    if (pair == "``" || pair == "''")
      out += '"', ++at;
    else if (copy[at] == '`')
      out += '\'';
    else if (dash)
      out += "—";
    else
      out += copy[at];
  }
  return out;
}

std::string spelt_day(std::string_view year, std::string_view month, std::string_view day) {
  constexpr auto kMonths =
      std::to_array<std::string_view>({"01 Jan", "02 Feb", "03 Mar", "04 Apr", "05 May", "06 Jun", "07 Jul",
                                       "08 Aug", "09 Sep", "10 Oct", "11 Nov", "12 Dec"});
  const auto* known =
      std::ranges::find(kMonths, month, [](std::string_view name) { return name.substr(0, 2); });
  const std::string_view name = known == kMonths.end() ? month : known->substr(3);
  return std::string(day) + ' ' + std::string(name) + ' ' + std::string(year);
}

}  // namespace dateline
