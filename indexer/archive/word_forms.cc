#include "indexer/archive/word_forms.h"

#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "dateline/person_key.h"
#include "dateline/schema.h"
#include "dateline/text.h"

namespace dateline {

namespace {

// A megabyte a thread. A word that another has pushed out of its place gives its entries again, which changes
// nothing but costs time: so the common words stay cheap, however many there are.
constexpr std::size_t kRememberedWords = 1U << 17U;

std::string primary(const std::string& language) { return language.substr(0, language.find('-')); }

// Xapian's "none" stemmer stands in for languages that have none: then every word is its own family.
Xapian::Stem stemmer(const std::string& language) {
  try {
    return Xapian::Stem(language);
  } catch (const Xapian::InvalidArgumentError&) {
    return Xapian::Stem();
  }
}

// Xapian refuses longer keys and damages its table with longer values. No word that a reader can type is left
// out: a letter that folds into many is repeated, or a name is longer than a line.
void append(std::vector<Expansion>& to, std::string key, const std::string& value) {
  if (key.size() <= kMaxTerm && value.size() <= kMaxTerm) to.emplace_back(std::move(key), value);
}

}  // namespace

struct WordForms::Language {
  explicit Language(const std::string& language)
      : stem(stemmer(language)),
        prefix(kFamilyKey + language + ":"),
        seed(XXH3_64bits(prefix.data(), prefix.size())) {}
  Xapian::Stem stem;
  std::string prefix;
  std::uint64_t seed;  // tells its words from those of other languages
};

WordForms::WordForms() : seen_(kRememberedWords) {}
WordForms::~WordForms() = default;

WordForms::Language& WordForms::of(const std::string& language) {
  const std::string name = primary(language);
  auto& slot = languages_[name];
  if (!slot) slot = std::make_unique<Language>(name);
  return *slot;
}

void WordForms::add(const std::string& word, const std::string& language, std::vector<Expansion>& to) {
  Language& known = of(language);
  const std::uint64_t hash = XXH3_64bits_withSeed(word.data(), word.size(), known.seed);
  if (std::exchange(seen_[hash % kRememberedWords], hash) == hash) return;
  const std::string folded = fold(word);
  if (folded != word) append(to, kVariantKey + folded, word);
  // Numbers have no forms; a query finds them as they stand.
  const bool is_number = word[0] >= '0' && word[0] <= '9';
  if (!is_number && !known.stem.is_none()) append(to, known.prefix + fold(known.stem(word)), word);
}

void add_name_words(const char* kind, const std::string& folded, const std::string& key,
                    std::vector<Expansion>& to) {
  for (const std::string& word : key_words(folded))
    append(to, std::string(kNameKey) + kind + ":" + word, key);
}

}  // namespace dateline
