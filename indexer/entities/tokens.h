// Text as the recogniser sees it: passages of words with their capitals, gaps and what the gazetteer knows of
// them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.h"
#include "indexer/entities/gazetteer.h"

namespace dateline {

// What stands between a word and the one before it.
enum class Gap : std::uint8_t {
  blank,
  hyphen,  // "Jean-Pierre", "US-Russia"
  dot,     // after an abbreviation or initial: "J. Smith"
  comma,
  other,  // brackets, quotation marks, dashes: a name does not run across them
  stop,   // a sentence ends before this word
  paragraph,
};

struct Token {
  std::string_view text;  // without possessive 's; with the dots of an abbreviation
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::string key;          // name_key(text)
  std::uint64_t hash = 0;   // Gazetteer::hash(key)
  Gazetteer::Entry entry;   // of the key
  std::uint32_t flags = 0;  // gazetteer::Flag of the key, or of the exact form
  Gap gap = Gap::paragraph;
  bool exact = false;    // the gazetteer knows the exact form ("US", "Calif."): use exact_key
  bool capital = false;  // begins with a capital letter
  bool shouted = false;  // two letters or more, all capitals
  bool initial = false;  // one capital letter
  bool possessive = false;
  bool opens = false;   // begins a sentence, a line or a quotation: its capital means little
  bool styled = false;  // stands in a line whose words all have capitals: likewise
  // Set by mark_plain, of words with a capital.
  bool plain = false;     // the capital is no sign of a name
  bool known = false;     // Evidence::named
  bool ordinary = false;  // Evidence::ordinary

  [[nodiscard]] bool has(std::uint32_t mask) const { return (flags & mask) != 0; }
  [[nodiscard]] bool named() const { return capital && !plain; }
};

struct Passage {
  TextField field = TextField::body;
  std::uint32_t index = 0;
  std::string_view text;
  std::vector<Token> tokens;
};

// The key under which an exact form is found: "=US".
[[nodiscard]] inline std::string exact_key(const Token& token) { return '=' + std::string(token.text); }

// `text` must outlive the passage.
[[nodiscard]] Passage tokenize(const Gazetteer& gazetteer, TextField field, std::uint32_t index,
                               std::string_view text);

// All text fields of the article in the order of TextField; a dateline as printed, but only the words of its
// place, and the body without its credits (sign_offs.h). The article must outlive them.
[[nodiscard]] std::vector<Passage> passages_of(const Gazetteer& gazetteer, const Article& article);

}  // namespace dateline
