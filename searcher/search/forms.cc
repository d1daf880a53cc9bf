#include "searcher/search/forms.h"

#include <algorithm>

#include "dateline/schema.h"
#include "dateline/terms.h"
#include "dateline/text.h"
#include "searcher/query/query.h"

namespace dateline {

namespace {

bool is_number(const std::string& word) { return word[0] >= '0' && word[0] <= '9'; }

}  // namespace

void Forms::add_synonyms(const std::string& key, WordList& to) const {
  const Xapian::Database& database = archive_.database();
  for (auto word = database.synonyms_begin(key); word != database.synonyms_end(key); ++word)
    to.push_back(*word);
}

WordList Forms::variants(const std::string& word) const {
  const std::string folded = fold(word);
  WordList words{word, folded};
  add_synonyms(kVariantKey + folded, words);
  sort_unique(words);
  return words;
}

WordList Forms::family(const std::string& word) const {
  const WordList same = variants(word);
  WordList words = same;
  if (is_number(word)) return words;
  for (const std::string& language : archive_.languages()) {
    try {
      const Xapian::Stem stem(language);
      for (const std::string& variant : same)
        add_synonyms(kFamilyKey + language + ":" + fold(stem(variant)), words);
    } catch (const Xapian::InvalidArgumentError&) {
      // Xapian has no stemmer for this language: its words stand for themselves.
    }
  }
  sort_unique(words);
  return words;
}

WordList Forms::beginning(const std::string& word, const std::string& text_prefix) const {
  const Xapian::Database& database = archive_.database();
  WordList words{word};
  const auto add_terms = [&](const std::string& beginning) {
    const std::string prefix = text_prefix + beginning;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
      words.push_back((*term).substr(text_prefix.size()));
      if (words.size() > kMaxExpansion)
        throw QueryError(word + "* stands for more than " + std::to_string(kMaxExpansion) +
                         " words; give more letters");
    }
  };
  const std::string folded = fold(word);
  add_terms(word);
  if (folded != word) add_terms(folded);
  const std::string keys = kVariantKey + folded;
  for (auto key = database.synonym_keys_begin(keys); key != database.synonym_keys_end(keys); ++key) {
    add_synonyms(*key, words);
  }
  sort_unique(words);
  return words;
}

}  // namespace dateline
