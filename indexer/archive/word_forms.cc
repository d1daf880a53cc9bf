#include "indexer/archive/word_forms.h"

#include <xapian.h>

#include <algorithm>

#include "dateline/schema.h"
#include "dateline/text.h"

namespace dateline {

namespace {

// Past this many words a thread forgets them and may give entries again, which changes nothing but costs
// time.
constexpr std::size_t kRememberedWords = 500'000;

// Xapian's "none" stemmer stands in for languages that have none: then every word is its own family.
Xapian::Stem stemmer(const std::string& language) {
  try {
    return Xapian::Stem(language.substr(0, language.find('-')));
  } catch (const Xapian::InvalidArgumentError&) {
    return Xapian::Stem();
  }
}

}  // namespace

struct WordForms::Language {
  explicit Language(const std::string& language)
      : stem(stemmer(language)), prefix(kFamilyKey + language.substr(0, language.find('-')) + ":") {}
  Xapian::Stem stem;
  std::string prefix;
  std::unordered_set<std::string> seen;
};

WordForms::WordForms() = default;
WordForms::~WordForms() = default;

WordForms::Language& WordForms::of(const std::string& language) {
  auto& slot = languages_[language];
  if (!slot) slot = std::make_unique<Language>(language);
  return *slot;
}

void WordForms::add(const std::string& word, const std::string& language, std::vector<Expansion>& to) {
  Language& known = of(language);
  if (!known.seen.insert(word).second) return;
  if (known.seen.size() > kRememberedWords) known.seen.clear();
  const std::string folded = fold(word);
  if (folded != word) to.emplace_back(kVariantKey + folded, word);
  // Numbers have no forms; a query finds them as they stand.
  const bool is_number = word[0] >= '0' && word[0] <= '9';
  if (!is_number && !known.stem.is_none()) to.emplace_back(known.prefix + fold(known.stem(word)), word);
}

void add_name_words(const char* kind, const std::string& key, std::vector<Expansion>& to) {
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    to.emplace_back(std::string(kNameKey) + kind + ":" + key.substr(at, end - at), key);
    at = end + 1;
  }
}

}  // namespace dateline
