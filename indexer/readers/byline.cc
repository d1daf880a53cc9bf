#include "indexer/readers/byline.h"

#include <algorithm>
#include <array>
#include <span>

#include "dateline/text.h"
#include "indexer/readers/agencies.h"
#include "indexer/readers/letters.h"
#include "indexer/readers/natural_case.h"

namespace dateline {

namespace {

// No line longer than this is read as a byline, and no part of one as a name or a role.
constexpr std::size_t kMaxLine = 200, kMaxRole = 80;
constexpr std::size_t kMaxNameWords = 6;

constexpr auto kLabels = std::to_array<std::string_view>(
    {"written by", "interview by", "posted by", "story by", "report by", "reported by", "text by", "words by",
     "by", "from", "von", "par", "por", "door", "di", "text:", "texto:", "texte:"});

// Words of which one makes a role; folded, each the beginning of its forms.
constexpr auto kRoleWords = std::to_array<std::string_view>(
    {"correspond",  "reporter",     "editor",         "writer",       "columnist",   "journalist",
     "critic",      "analyst",      "producer",       "chief",        "staff",       "photographer",
     "contributor", "special",      "representative", "bureau",       "redakteur",   "redaktion",
     "korrespond",  "envoye",       "corresponsal",   "redactor",     "redaccion",   "enviad",
     "inviat",      "corrisponden", "redacteur",      "verslaggever", "journalista", "periodista",
     "giornalista", "desk",         "freelance",      "agencies"});

// Words of the names of papers, stations and agencies; folded.
constexpr auto kHouseWords = std::to_array<std::string_view>(
    {"news",     "times",        "post",      "tribune",     "press",      "herald",     "journal",
     "media",    "service",      "messenger", "observer",    "courier",    "examiner",   "standard",
     "express",  "republic",     "wire",      "radio",       "television", "weekly",     "bulletin",
     "dispatch", "inquirer",     "monitor",   "independent", "sentinel",   "advertiser", "register",
     "review",   "broadcasting", "agency",    "network",     "chronicle",  "gazette",    "today",
     "daily",    "magazine",     "bureau",    "telegraph",   "guardian",   "mail",       "globe",
     "bbc",      "cnn",          "npr",       "prensa",      "presse",     "zeitung",    "agence",
     "agencia",  "agentur",      "abc",       "cbs",         "nbc"});

// Small words inside a person's name.
constexpr auto kParticles = std::to_array<std::string_view>(
    {"de",  "da",  "do",  "dos", "das", "del", "della", "di",  "du",  "des",  "la",  "le",
     "van", "von", "der", "den", "ter", "ten", "zu",    "zur", "al",  "el",   "ibn", "bin",
     "ben", "abu", "ole", "y",   "e",   "af",  "av",    "st",  "san", "dalla"});

// What follows them is where or for whom the report was made, not who made it.
constexpr auto kPrepositions =
    std::to_array<std::string_view>({"in", "at", "for", "from", "of", "aus", "en", "near", "aboard", "on"});

constexpr auto kSuffixes = std::to_array<std::string_view>({"jr", "sr", "ii", "iii", "iv", "phd", "md"});

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& list) {
  return std::ranges::find(list, word) != list.end();
}

template <std::size_t Size>
bool has_word_of(std::string_view text, const std::array<std::string_view, Size>& list, bool whole_words) {
  const std::string folded = fold(text);
  return std::ranges::any_of(split_at_blanks(folded), [&](std::string_view word) {
    word = trim(word, ".,()'\"");
    return std::ranges::any_of(list, [&](std::string_view stem) {
      if (word.empty() || word[0] != stem[0]) return false;
      return whole_words ? word == stem : word.starts_with(stem);
    });
  });
}

bool names_role(std::string_view text) { return has_word_of(text, kRoleWords, false); }

bool is_joiner(std::string_view word) {
  constexpr auto kJoiners =
      std::to_array<std::string_view>({"and", "und", "et", "with", "mit", "avec", "con", "&"});
  return is_one_of(word, kJoiners);
}

// Joiners that are also letters of names ("Ortega y Gasset").
bool is_weak_joiner(std::string_view word) { return word == "y" || word == "e" || word == "en"; }

// Words of one text whose white space is folded, with what stands between them.
std::string_view joined(std::span<const std::string_view> words) {
  const std::string_view last = words.back();
  return {words.front().data(), static_cast<std::size_t>(last.data() + last.size() - words.front().data())};
}

bool is_name_word(std::string_view word) {
  if (has_digit(word) || word.find_first_of("@/:!?_()<>") != std::string_view::npos) return false;
  return begins_with_capital(word) || is_one_of(lower(word), kParticles) || word.starts_with("al-") ||
         word.starts_with("d'") || word.starts_with("d’");
}

bool is_name(std::string_view text) {
  const auto words = split_at_blanks(text);
  return !words.empty() && words.size() <= kMaxNameWords && begins_with_capital(text) &&
         std::ranges::all_of(words, is_name_word) && text.size() <= kMaxRole;
}

// Whole names in capitals, and words of three letters or more in mixed ones: "Jane ROE", but "CJ Roe".
std::string natural_name(std::string_view name) {
  if (is_all_capitals(name)) return natural_case(name);
  std::string out;
  for (std::string_view word : split_at_blanks(name)) {
    if (!out.empty()) out += ' ';
    out += word.size() > 2 ? natural_case(word) : std::string(word);
  }
  return out;
}

// Dashes as hyphens and bullets as bars.
std::string plain_marks(std::string text) {
  if (is_ascii(text)) return text;
  constexpr std::pair<std::string_view, char> kMarks[]{{"–", '-'}, {"—", '-'}, {"•", '|'}, {"·", '|'}};
  for (const auto& [mark, plain] : kMarks) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
      text.replace(at, mark.size(), 1, plain);
  }
  return text;
}

// Takes the line apart and puts each part where it belongs.
class Parser {
 public:
  // What a line must be, or it need not be read to its end: anything, a byline as a whole, one with a label.
  enum class Wanted : std::uint8_t { any, whole, labelled };

  Parser(std::string_view text, Wanted wanted)
      : text_(plain_marks(fold_space(prefix(text, kMaxLine)))),
        wanted_(wanted),
        is_sentence_(ends_sentence(text)) {
    parsed_.whole = text.size() <= kMaxLine;
  }

  ParsedByline run() {
    std::string_view rest = trim(text_, " -*|");
    if (rest.size() > 1 && (rest.front() == '(' || rest.front() == '[')) rest = trim(rest, "()[]. ");
    for (std::string_view label : kLabels) {
      const auto behind = after_label(rest, label);
      if (!behind) continue;
      rest = *behind;
      parsed_.labelled = true;
      break;
    }
    take_place(rest);
    const bool lacks_label = wanted_ == Wanted::labelled || (wanted_ == Wanted::whole && is_sentence_);
    if (lacks_label && !parsed_.labelled) parsed_.whole = false;
    take_genre(rest);
    take_segments(rest);
    if (parsed_.persons.empty() && parsed_.agencies.empty()) parsed_.whole = false;
    return std::move(parsed_);
  }

 private:
  // "Anytown, by Jane Roe", "Letter from Anytown, by Jane Roe".
  void take_place(std::string_view& rest) {
    const std::size_t by = rest.find(", by ");
    if (by == std::string_view::npos || parsed_.labelled || !begins_with_capital(rest)) return;
    if (has_digit(rest.substr(0, by)) || word_count(rest.substr(0, by)) > 5) return;
    parsed_.labelled = true;
    rest = trim(rest.substr(by + 5));
  }

  // "Jane Roe - Analysis": a role, or the name of the kind of piece, which is nobody's.
  void take_genre(std::string_view& rest) {
    const std::size_t dash = rest.rfind(" -");
    if (dash == std::string_view::npos || dash == 0) return;
    const std::string_view behind = trim(rest.substr(dash + 2));
    if (behind.empty() || word_count(behind) <= 3 || names_role(behind)) {
      rest = trim(rest.substr(0, dash));
      if (names_role(behind)) role_ = behind;
    }
  }

  // Whether what is left of the line cannot matter.
  bool is_settled() const { return wanted_ != Wanted::any && !parsed_.whole; }

  void take_segments(std::string_view rest) {
    while (!rest.empty() && !is_settled()) {
      const std::size_t end = rest.find_first_of(",;|/");
      const std::string_view segment = trim(rest.substr(0, end));
      rest = end == std::string_view::npos ? std::string_view() : trim(rest.substr(end), " ,;|/");
      if (!segment.empty()) take_segment(segment);
    }
    if (!role_.empty() && !parsed_.persons.empty()) give_role(role_);
  }

  void take_segment(std::string_view segment) {
    if (starts_list() && is_anonymous(segment)) {
      add_person(segment);
      anonymous_ = true;
      return;
    }
    if (!starts_list() && names_role(segment)) return take_role(segment);
    std::vector<std::string_view> words = split_at_blanks(segment);
    std::size_t start = 0;
    for (std::size_t i = 0; i <= words.size() && !is_settled(); ++i) {
      const bool weak =
          i < words.size() && is_weak_joiner(words[i]) && i - start >= 2 && words.size() - i > 2;
      if (i < words.size() && !is_joiner(lower(words[i])) && !weak) continue;
      if (i > start) take_words(std::span(words).subspan(start, i - start), start > 0);
      start = i + 1;
    }
  }

  bool starts_list() const { return parsed_.persons.empty() && parsed_.agencies.empty(); }

  // "Our Own Correspondent", "a Staff Reporter".
  static bool is_anonymous(std::string_view segment) {
    const bool owned = after_label(segment, "our") || after_label(segment, "a") || after_label(segment, "an");
    return owned && names_role(segment);
  }

  // One person or agency, perhaps with "in Place" behind. `joined_on`: a joiner stood before it.
  void take_words(std::span<const std::string_view> words, bool joined_on) {
    if (is_one_of(words.front(), kPrepositions) && !starts_list()) return;
    const auto stop = std::ranges::find_if(
        words.subspan(1), [&](std::string_view word) { return is_one_of(word, kPrepositions); });
    words = words.first(static_cast<std::size_t>(stop - words.begin()));
    const std::string_view text = joined(words);
    if (is_agency(text)) return take_agency(text, joined_on);
    if (!starts_list() && !joined_on && take_behind_comma(text, words.size())) return;
    if (starts_list() && take_capitals_and_role(words)) return;
    if (!is_name(text)) return void(parsed_.whole = false);
    if (starts_list() && names_role(text)) return take_name_and_role(words);
    if (take_name_and_house(words)) return;
    add_person(text);
  }

  void take_agency(std::string_view text, bool joined_on) {
    if (!starts_list() && !joined_on && !parsed_.persons.empty()) return give_role(text);
    parsed_.agencies.emplace_back(text);
  }

  // What a comma can put behind a name besides another name: "Jr.", a paper, a town.
  bool take_behind_comma(std::string_view text, std::size_t words) {
    if (parsed_.persons.empty()) return words == 1 && begins_with_capital(text);
    if (is_one_of(fold(trim(text, ".")), kSuffixes))
      return parsed_.persons.back().name.append(" ").append(text), true;
    if (names_house(text)) return give_role(text), true;
    return words == 1 && begins_with_capital(text);
  }

  // "JANE ROE Associated Press Writer".
  bool take_capitals_and_role(std::span<const std::string_view> words) {
    const auto small =
        std::ranges::find_if(words, [](std::string_view word) { return !is_all_capitals(word); });
    const auto capitals = static_cast<std::size_t>(small - words.begin());
    if (capitals < 2 || capitals == words.size()) return false;
    const std::string_view role = joined(words.subspan(capitals));
    if ((!names_role(role) && !names_house(role)) || role.find('(') != std::string::npos) return false;
    add_person(joined(words.first(capitals)));
    give_role(role);
    return true;
  }

  // "Jane Roe BBC News", "Jane Roe Associated Press".
  bool take_name_and_house(std::span<const std::string_view> words) {
    for (std::size_t i = 2; i < words.size(); ++i) {
      const std::string_view house = joined(words.subspan(i));
      if (!is_agency(house) && (words.size() - i < 2 || !names_house(house))) continue;
      add_person(joined(words.first(i)));
      give_role(house);
      return true;
    }
    return false;
  }

  // "Jane Roe Political Correspondent": a name has two words where nothing tells.
  void take_name_and_role(std::span<const std::string_view> words) {
    const std::size_t name = words.size() > 3 ? 2 : words.size() - 1;
    if (name < 2) return add_person(joined(words));
    add_person(joined(words.first(name)));
    give_role(joined(words.subspan(name)));
  }

  // A role, or a role and the next name: "Editor and John Doe". "Health and Science Editor" is one role.
  void take_role(std::string_view segment) {
    const std::size_t joint = segment.rfind(" and ");
    if (joint != std::string_view::npos) {
      const std::string_view behind = segment.substr(joint + 5);
      if (names_role(segment.substr(0, joint)) && !names_role(behind) && is_name(behind)) {
        give_role(segment.substr(0, joint));
        return add_person(behind);
      }
    }
    if (segment.size() > kMaxRole || parsed_.persons.empty()) return void(parsed_.whole = false);
    give_role(segment);
  }

  void add_person(std::string_view name) {
    // "our Science Reporter, Jane Roe": the name takes the place of what stood for it.
    if (anonymous_) {
      const std::string role(parsed_.persons.back().name);
      parsed_.persons.back().role = role.substr(role.find(' ') + 1);
      parsed_.persons.back().name = natural_name(name);
      anonymous_ = false;
      return;
    }
    // The full stop of a line, not of "Jr." or an initial.
    if (name.ends_with('.') && split_at_blanks(name).back().size() > 3) name.remove_suffix(1);
    parsed_.persons.push_back({natural_name(name), {}});
  }

  void give_role(std::string_view role) {
    Byline& person = parsed_.persons.back();
    if (person.role.empty()) person.role = role;
  }

  std::string text_;
  Wanted wanted_;
  bool is_sentence_;
  std::string_view role_;
  bool anonymous_ = false;  // the only person so far is "our Correspondent"
  ParsedByline parsed_;
};

}  // namespace

bool names_house(std::string_view text) { return has_word_of(text, kHouseWords, true) || is_agency(text); }

ParsedByline parse_byline(std::string_view text) { return Parser(text, Parser::Wanted::any).run(); }

std::vector<Byline> bylines_of(const ParsedByline& parsed) {
  if (!parsed.persons.empty()) return parsed.persons;
  std::vector<Byline> all;
  for (const std::string& agency : parsed.agencies) all.push_back({agency, {}});
  return all;
}

BylineKind byline_kind(std::string_view line, BylineKind least) {
  if (line.size() > kMaxLine) return BylineKind::no;
  const bool divided =
      line.find_first_of(",|/-") != std::string_view::npos || line.find("•") != std::string_view::npos;
  const bool needs_label = least > BylineKind::roled || (least == BylineKind::roled && !divided);
  const ParsedByline parsed =
      Parser(line, needs_label ? Parser::Wanted::labelled : Parser::Wanted::whole).run();
  if (!parsed.whole) return BylineKind::no;
  const auto is_person = [](const Byline& b) { return word_count(b.name) >= 2 || names_role(b.name); };
  if (parsed.labelled) {
    // "From Far and Near" names nobody.
    const bool any = parsed.persons.empty() || std::ranges::any_of(parsed.persons, is_person);
    return any ? BylineKind::labelled : BylineKind::no;
  }
  if (parsed.persons.empty() || names_house(parsed.persons.front().name)) return BylineKind::no;
  if (!std::ranges::all_of(parsed.persons, is_person)) return BylineKind::no;
  if (names_role(parsed.persons.front().role)) return divided ? BylineKind::roled : BylineKind::no;
  return parsed.persons.size() <= 4 ? BylineKind::names : BylineKind::no;
}

bool is_transmission(std::string_view line) {
  constexpr auto kWays = std::to_array<std::string_view>(
      {"wireless", "telegraph", "telegram", "cable", "telephone", "mail", "airmail", "radio"});
  if (line.size() > kMaxRole) return false;
  const auto behind = after_label(trim(line, "()[]. "), "by");
  if (!behind) return false;
  // "By Telegraph", "By Special Cable".
  const std::string folded = fold(*behind);
  auto words = split_at_blanks(folded);
  words.resize(std::min<std::size_t>(words.size(), 2));
  return std::ranges::any_of(words, [&](std::string_view word) { return is_one_of(word, kWays); });
}

bool is_role(std::string_view line) {
  return line.size() <= kMaxRole && !after_label(line, "by") && begins_with_capital(line) &&
         (names_role(line) || names_house(line)) && !ends_sentence(line) && word_count(line) <= 6;
}

}  // namespace dateline
