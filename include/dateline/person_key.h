// The key under which the spellings of one person's name meet, made of the name alone, so that it is the same
// in every archive and does not depend on what was read before. Two names that differ in more than spelling
// have two keys: a shared surname, an initial for a first name, a middle name left out are for the authority
// file (docs/NAMES.md).
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dateline/name_variants.h"
#include "dateline/words.h"

namespace dateline {

// Raised when a name may get another key than before: `--relink` then brings an archive up to date.
inline constexpr int kNameRules = 1;

// The words of a key: its parts between blanks.
[[nodiscard]] inline std::vector<std::string> key_words(std::string_view key) {
  std::vector<std::string> words;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    if (end > 0) words.emplace_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return words;
}

namespace detail {

using NameWords = std::vector<std::string>;

inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
}

inline bool is_title(std::string_view word) {
  return is_one_of(
      word,
      {"mr",  "mrs",     "miss",  "dr",  "prof",      "professor", "sir",      "dame",   "rev",     "sen",
       "rep", "senator", "gov",   "gen", "general",   "col",       "colonel",  "capt",   "captain", "lt",
       "sgt", "sheikh",  "sheik", "mme", "president", "reverend",  "governor", "shaikh", "shaykh"});
}

// "Jr." as it stands in a key; empty: the word is no suffix.
inline std::string_view suffix_of(std::string_view word) {
  if (is_one_of(word, {"jr", "jnr", "junior"})) return "jr";
  if (is_one_of(word, {"sr", "snr", "senior"})) return "sr";
  if (is_one_of(word, {"ii", "2nd", "2d"})) return "ii";
  if (is_one_of(word, {"iii", "3rd", "3d"})) return "iii";
  return is_one_of(word, {"iv", "4th"}) ? "iv" : "";
}

inline bool is_initial(std::string_view word) { return word.size() == 1 && word[0] >= 'a' && word[0] <= 'z'; }

// "j r r tolkien" -> "jrr tolkien", "mc carthy" -> "mccarthy". "D. R." stays apart, lest it reads as a title,
// and so do initials alone.
inline NameWords join_initials(const NameWords& words) {
  NameWords joined;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i + 1;
    if (is_initial(words[i]))
      while (end < words.size() && is_initial(words[end])) ++end;
    else if (words[i] == "mc" && end < words.size())
      ++end;
    std::string word;
    for (std::size_t at = i; at < end; ++at) word += words[at];
    const bool all = i == 0 && end == words.size();
    if (end - i > 1 && (all || is_title(word) || !suffix_of(word).empty()))
      joined.insert(joined.end(), words.begin() + static_cast<std::ptrdiff_t>(i),
                    words.begin() + static_cast<std::ptrdiff_t>(end));
    else
      joined.push_back(std::move(word));
    i = end;
  }
  return joined;
}

// The Arabic article before another word: "al", "el", or with its l become the next word's first letter ("as
// Sisi").
inline bool is_article(std::string_view word, std::string_view next) {
  if (is_one_of(word, {"al", "el", "ul"})) return true;
  return is_one_of(word, {"ad", "an", "ar", "as", "ash", "at", "az"}) && next.starts_with(word.substr(1));
}

// Articles behind the first word go: agencies print both "Bashar al-Assad" and "Bashar Assad".
inline void drop_articles(NameWords& words) {
  for (std::size_t i = 1; i + 1 < words.size();) {
    if (is_article(words[i], words[i + 1]))
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    else
      ++i;
  }
}

// "abd rahman", "abdul rahman", "abdelrahman" -> "abdrahman".
inline void join_servants(NameWords& words) {
  constexpr std::size_t kLeastRest = 4;  // "Abdullah" is a name of its own
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string& word = words[i];
    const bool alone = is_one_of(word, {"abd", "abdul", "abdel", "abdal", "abdur"});
    if (alone && i + 1 < words.size()) {
      word = "abd" + words[i + 1];
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    } else if ((word.starts_with("abdul") || word.starts_with("abdel") || word.starts_with("abdur")) &&
               word.size() >= 5 + kLeastRest) {
      word.erase(3, 2);
    }
  }
}

inline bool replace_end(std::string& word, std::string_view end, std::string_view by, std::size_t least) {
  if (word.size() < least || !word.ends_with(end)) return false;
  word.replace(word.size() - end.size(), end.size(), by);
  return true;
}

// Slavic surnames as one: -sky -skiy -skyy -skii, -off -ov, -yev -iev -ev, -vitch -vych. Lengths keep short
// words of other languages out.
inline void fold_surname(std::string& word) {
  for (std::string_view end : {"skyy", "skyi", "skiy", "skii", "skij", "sky"})
    if (replace_end(word, end, "ski", 6)) break;
  for (std::string_view end : {"skaya", "skaja"}) replace_end(word, end, "skaia", 7);
  replace_end(word, "off", "ov", 6);
  replace_end(word, "eff", "ev", 7);
  replace_end(word, "vitch", "vich", 7);
  replace_end(word, "vych", "vich", 6);
  for (std::string_view end : {"ev", "eva"}) {
    while (word.ends_with(end) && word.size() > end.size() + 3) {
      const std::size_t before = word.size() - end.size() - 1;
      if (!is_one_of(word.substr(before, 1), {"y", "i", "j"})) break;
      word.erase(before, 1);
    }
  }
  // "Djokovic" and "Đoković".
  if (word.size() >= 5 && word.ends_with("ic") && word.starts_with("dj")) word.erase(1, 1);
}

// One round of person_key.
inline std::string fold_person(std::string_view name) {
  NameWords words = key_words(fold_name(name));
  for (std::string& word : words) {
    if (word.size() > 1) std::erase(word, '\'');
  }
  words = join_initials(words);
  while (words.size() > 2 && is_title(words.front())) words.erase(words.begin());
  std::string suffix(words.size() > 1 ? suffix_of(words.back()) : "");
  if (!suffix.empty()) words.pop_back();
  drop_articles(words);
  join_servants(words);
  if (!words.empty()) fold_surname(words.back());
  // A first name alone says too little to be two spellings' one.
  const bool is_full = words.size() > 1;
  std::string key;
  for (const std::string& word : words)
    key += (key.empty() ? "" : " ") + (is_full ? name_variant(word) : word);
  return suffix.empty() ? key : key + ' ' + suffix;
}

}  // namespace detail

// The key of a person's name: folded (fold_name), titles left out, "Junior" as "jr", initials together,
// transliterations of one name as one. A key is its own key.
[[nodiscard]] inline std::string person_key(std::string_view name) {
  constexpr int kRounds = 8;  // three are the most that any name was seen to need
  std::string key = detail::fold_person(name);
  // What one round leaves side by side ("x al y": two initials) the next may join.
  for (int round = 1; round < kRounds; ++round) {
    std::string next = detail::fold_person(key);
    if (next == key) break;
    key = std::move(next);
  }
  return key;
}

}  // namespace dateline
