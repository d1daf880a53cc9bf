// The synonym-table entries by which a query word finds its forms: stem -> words and unaccented word ->
// words.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dateline {

// A key and a value of the synonym table (schema.h).
using Expansion = std::pair<std::string, std::string>;

// One a thread. Remembers words it has met, so that a common one costs its stemming once.
class WordForms {
 public:
  WordForms();
  ~WordForms();

  // Appends the entries of a word (NFC, lower case) of an article in `language` (BCP 47, may be empty),
  // unless it remembers to have given them.
  void add(const std::string& word, const std::string& language, std::vector<Expansion>& to);

 private:
  struct Language;
  Language& of(const std::string& language);

  std::unordered_map<std::string, std::unique_ptr<Language>> languages_;
  std::vector<std::uint64_t> seen_;  // hashes of language and word, each in the place that it gives
};

// The same for the names of a facet value: each word of `folded` (parted by blanks) finds the key.
void add_name_words(const char* kind, const std::string& folded, const std::string& key,
                    std::vector<Expansion>& to);

}  // namespace dateline
