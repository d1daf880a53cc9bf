// A query word's forms: the words of the archive that are meant by it.
#pragma once

#include <string>
#include <vector>

#include "searcher/search/archive.h"

namespace dateline {

// Words of the archive (NFC, lower case), sorted, each once. The word itself is always among them.
using WordList = std::vector<std::string>;

class Forms {
 public:
  explicit Forms(const Archive& archive) : archive_(archive) {}

  // The word with and without its accents.
  [[nodiscard]] WordList variants(const std::string& word) const;

  // Its variants and, in each language of the archive, the words that share a stem with one of them.
  [[nodiscard]] WordList family(const std::string& word) const;

  // All words that begin so, accents ignored, that occur under the text prefix. Throws QueryError past
  // kMaxExpansion.
  [[nodiscard]] WordList beginning(const std::string& word, const std::string& text_prefix) const;

  // More words than this begin so only where one or two letters are given, and such a query is slow and
  // useless.
  static constexpr std::size_t kMaxExpansion = 20'000;

 private:
  void add_synonyms(const std::string& key, WordList& to) const;

  const Archive& archive_;
};

}  // namespace dateline
