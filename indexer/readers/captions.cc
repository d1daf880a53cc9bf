#include "indexer/readers/captions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "dateline/text.h"
#include "indexer/readers/agencies.h"
#include "indexer/readers/letters.h"

namespace dateline {

namespace {

// Credits are shorter than this; only so much of a caption's end is searched.
constexpr std::size_t kMaxCredit = 160;

// What introduces a credit; in small letters, longer ones before those that begin them.
constexpr auto kLabels = std::to_array<std::string_view>({"photo credit",
                                                          "photo illustration by",
                                                          "photo courtesy of",
                                                          "photo courtesy",
                                                          "photos by",
                                                          "photo by",
                                                          "photos",
                                                          "photo",
                                                          "photograph by",
                                                          "photographs by",
                                                          "photograph",
                                                          "photographs",
                                                          "picture by",
                                                          "pictures by",
                                                          "picture credit",
                                                          "picture",
                                                          "pictures",
                                                          "image credit",
                                                          "image source",
                                                          "image courtesy of",
                                                          "image copyright",
                                                          "image by",
                                                          "image",
                                                          "credits",
                                                          "credit",
                                                          "courtesy of",
                                                          "illustration by",
                                                          "illustration",
                                                          "fotos",
                                                          "foto",
                                                          "bild",
                                                          "crédit photo",
                                                          "crédit",
                                                          "crédits",
                                                          "copyright",
                                                          "©",
                                                          "(c)"});

constexpr auto kCaptionLabels = std::to_array<std::string_view>(
    {"file photo:", "file picture:", "file image:", "file -", "file –", "file —", "file- ", "image caption",
     "photo caption", "caption:", "pictured:"});

// Small words inside a credit.
constexpr auto kLinks = std::to_array<std::string_view>(
    {"via", "for", "of",  "the", "and", "de",   "del",     "la",   "le",       "van", "von",   "der", "da",
     "do",  "dos", "bin", "al",  "el",  "file", "handout", "pool", "stringer", "dpa", "photo", "&"});

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& list) {
  return std::ranges::find(list, word) != list.end();
}

// What stands behind a credit's label; absent: there is none. Words that also open sentences ("Pictures of
// ...") need a colon, a comma or "by".
std::optional<std::string_view> behind_label(std::string_view text) {
  for (std::string_view label : kLabels) {
    const auto behind = after_label(text, label);
    if (!behind) continue;
    const bool closed = label.ends_with("by") || label.ends_with("of") || label == "©" || label == "(c)";
    const std::string_view next = trim(text.substr(label.size()));
    if (next.starts_with(':')) return trim(*behind);
    if (next.starts_with(',') || next.starts_with('/') || closed) return trim(*behind, " ,/");
    if (label == "photo credit" || label == "crédit photo" || label == "photo courtesy") return *behind;
  }
  return std::nullopt;
}

bool is_name_like(std::string_view part) {
  const auto is_part_of_name = [](std::string_view word) {
    return begins_with_capital(word) || is_one_of(lower(trim(word, ",.")), kLinks) || word.starts_with("al-");
  };
  std::size_t words = 0;
  for (auto word = take_word(part); !word.empty(); word = take_word(part)) {
    if (++words > 8 || has_digit(word) || !is_part_of_name(word)) return false;
  }
  return words > 0;
}

// A full stop inside that closes a sentence rather than an initial or a short form.
bool holds_sentence_end(std::string_view text) {
  for (std::size_t at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1)) {
    const std::string_view word = text.substr(0, at).substr(text.substr(0, at).rfind(' ') + 1);
    if (word.size() > 3) return true;
  }
  return text.find("? ") != std::string_view::npos || text.find("! ") != std::string_view::npos;
}

// The parts of a credit, as strokes and commas divide it, up to the first that is not as `is_wanted` asks;
// empty: there is such a one.
template <class IsWanted>
std::vector<std::string_view> parts_of(std::string_view text, IsWanted is_wanted) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0, end = 0; start <= text.size(); start = end + 1) {
    for (end = start; end < text.size() && text[end] != '/' && text[end] != ',';) ++end;
    parts.push_back(trim(text.substr(start, end - start)));
    if (!is_wanted(parts.back())) return {};
  }
  return parts;
}

// Words that only a picture's credit has.
bool names_picture(std::string_view text) {
  const std::string folded = ' ' + fold(text) + ' ';
  constexpr std::string_view kWords[]{" photo", "getty", " handout ", " file photo "};
  return std::ranges::any_of(kWords,
                             [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

// How much the whole of `text` looks like a credit. Without brackets it must be divided by a stroke, or be
// the name of an agency.
CreditEvidence credit_evidence(std::string_view text, bool bracketed) {
  using enum CreditEvidence;
  text = trim(text, " .");
  if (text.empty() || text.size() > kMaxCredit || holds_sentence_end(text)) return none;
  if (!bracketed && text.find_first_of("()") != std::string_view::npos) return none;
  if (const auto behind = behind_label(text)) {
    if (behind->empty() || word_count(*behind) > 10) return none;
    // "© 2018 The Post" is the notice of a whole page.
    return has_digit(*behind) ? weak : strong;
  }
  const auto parts = parts_of(text, is_name_like);
  if (parts.empty()) return none;
  const bool stroke = text.find('/') != std::string_view::npos;
  if (!stroke && !bracketed && parts.size() > 1) return none;
  if (names_picture(text) || names_photographer(text)) return strong;
  if (!std::ranges::any_of(parts, names_agency)) return stroke ? weak : none;
  return stroke && is_all_capitals(text) ? strong : weak;
}

// The bracket that the closing one at the text's end belongs to; npos: none.
std::size_t opening_bracket(std::string_view text) {
  int depth = 0;
  for (std::size_t at = text.size(); at-- > 0 && text.size() - at <= kMaxCredit + 2;) {
    if (text[at] == ')') ++depth;
    if (text[at] == '(' && --depth == 0) return at;
  }
  return std::string_view::npos;
}

ParsedCaption split_at(std::string_view text, std::size_t at, CreditEvidence evidence) {
  return {{std::string(trim(text.substr(0, at))), plain_credit(text.substr(at))}, evidence};
}

std::optional<ParsedCaption> split_brackets(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  if (!text.ends_with(')')) return std::nullopt;
  const std::size_t open = opening_bracket(text);
  if (open == std::string_view::npos) return std::nullopt;
  const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
  auto evidence = credit_evidence(inside, true);
  // "... in Rome. (Jane Roe)": a name alone, where it belongs to no sentence.
  const std::size_t words = word_count(inside);
  if (evidence == CreditEvidence::none && ends_sentence(trim(text.substr(0, open))) && is_name_like(inside) &&
      words >= 2 && words <= 4 && !is_all_capitals(inside))
    evidence = CreditEvidence::weak;
  if (evidence == CreditEvidence::none) return std::nullopt;
  return split_at(text, open, evidence);
}

// Calls `use(at)` for the starts of words in the part of the text that can be a credit; true ends the walk.
template <class Use>
std::optional<ParsedCaption> first_split(std::string_view text, Use use) {
  std::size_t at = text.size() > kMaxCredit ? text.find(' ', text.size() - kMaxCredit) : 0;
  while (at < text.size()) {
    if (text[at] == ' ') ++at;
    if (auto split = use(at)) return split;
    at = text.find(' ', at);
  }
  return std::nullopt;
}

// Whether names and a stroke that make the whole text can be a credit alone: a longer run of names before the
// stroke is more likely "Secretary Alex Roe" and then the photographer.
bool is_short_credit(std::string_view text) {
  return behind_label(text) || word_count(text.substr(0, text.find('/'))) <= 3;
}

// "... in Rome. Jane Roe/Getty Images": the longest credit that follows a sentence, or is everything.
std::optional<ParsedCaption> split_behind_sentence(std::string_view text) {
  return first_split(text, [&](std::size_t at) -> std::optional<ParsedCaption> {
    const std::string_view before = trim(text.substr(0, at));
    if (at > 0 ? !ends_sentence(before) || before.ends_with(':') : !is_short_credit(text))
      return std::nullopt;
    const auto evidence = credit_evidence(text.substr(at), false);
    if (evidence == CreditEvidence::none) return std::nullopt;
    return split_at(text, at, evidence);
  });
}

// "... in Rome Photo: Jane Roe": a label with a colon, of those that are no common words, needs no sentence
// before it.
std::optional<ParsedCaption> split_before_label(std::string_view text) {
  return first_split(text, [&](std::size_t at) -> std::optional<ParsedCaption> {
    constexpr std::string_view kClear[]{"Photo", "Foto", "Credit", "Crédit"};
    const std::string_view tail = text.substr(at);
    const bool clear = std::ranges::any_of(kClear, [&](std::string_view label) {
      return !tail.empty() && tail[0] == label[0] && tail.starts_with(label);
    });
    if (at == 0 || !clear || tail.find(':') == std::string_view::npos || !behind_label(tail))
      return std::nullopt;
    if (credit_evidence(tail, false) != CreditEvidence::strong) return std::nullopt;
    return split_at(text, at, CreditEvidence::strong);
  });
}

// "Secretary Alex Roe Jane Poe/Getty Images": where no sentence ends, the credit has a name of two words
// before its stroke, or none before an agency's.
std::optional<ParsedCaption> split_before_agency(std::string_view text) {
  const std::size_t stroke = text.rfind('/');
  if (stroke == std::string_view::npos || text.size() - stroke > 60) return std::nullopt;
  const std::string_view before = trim(text.substr(0, stroke));
  std::size_t start = before.rfind(' ');
  if (start == std::string_view::npos || start == 0) return std::nullopt;
  const bool agency_first = is_agency(before.substr(start + 1));
  if (!agency_first) start = before.rfind(' ', start - 1);
  if (start == std::string_view::npos) return std::nullopt;
  if (credit_evidence(text.substr(start + 1), false) != CreditEvidence::strong) return std::nullopt;
  return split_at(text, start + 1, CreditEvidence::strong);
}

}  // namespace

std::string plain_credit(std::string_view credit) {
  credit = trim(credit);
  const bool bracketed = credit.starts_with('(') && credit.ends_with(')') && opening_bracket(credit) == 0;
  if (bracketed) credit = trim(credit.substr(1, credit.size() - 2));
  for (auto behind = behind_label(credit); behind && !behind->empty(); behind = behind_label(credit)) {
    // That it was given says more than who it is from.
    if (after_label(credit, "courtesy of") || after_label(credit, "photo courtesy of")) break;
    credit = *behind;
  }
  if (credit.ends_with('.') && !ends_sentence(credit.substr(0, credit.size() - 1)) && credit.size() > 4)
    credit.remove_suffix(1);
  return std::string(trim(credit));
}

ParsedCaption parse_caption(std::string_view text) {
  text = trim(text);
  // The link that unfolds a long caption.
  if (text.ends_with(") More")) text.remove_suffix(5);
  if (auto split = split_brackets(text)) return *split;
  if (auto split = split_behind_sentence(text)) return *split;
  if (auto split = split_before_label(text)) return *split;
  if (auto split = split_before_agency(text)) return *split;
  return {{std::string(text), {}}, CreditEvidence::none};
}

ParsedCaption parse_known_caption(std::string_view text) {
  ParsedCaption parsed = parse_caption(text);
  if (parsed.evidence != CreditEvidence::none) return parsed;
  text = trim(text);
  const auto split = first_split(text, [&](std::size_t at) -> std::optional<ParsedCaption> {
    const std::string_view before = trim(text.substr(0, at)), tail = text.substr(at);
    const std::size_t words = word_count(tail);
    if (!ends_sentence(before) || before.ends_with(':') || ends_sentence(tail) || words < 2 || words > 8)
      return std::nullopt;
    if (!is_name_like(tail) || holds_sentence_end(tail)) return std::nullopt;
    return split_at(text, at, CreditEvidence::weak);
  });
  return split ? *split : parsed;
}

bool names_photographer(std::string_view credit) {
  const auto parts = parts_of(credit, [](std::string_view) { return true; });
  if (parts.size() < 2 || !std::ranges::any_of(parts, names_agency)) return false;
  const bool capitals = is_all_capitals(split_at_blanks(parts.front()).front());
  if (names_agency(parts.front())) return capitals && word_count(parts[1]) >= 2;
  return word_count(parts.front()) >= 2;
}

bool has_caption_label(std::string_view line) {
  const std::string begin = lower(prefix(line, 20));
  return std::ranges::any_of(kCaptionLabels,
                             [&](std::string_view label) { return begin.starts_with(label); });
}

}  // namespace dateline
