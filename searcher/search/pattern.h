// Finds a query's words in the text itself: which bytes to highlight, and whether an article that the index
// proposes really matches where the index alone cannot tell.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "dateline/article.h"
#include "dateline/words.h"

namespace dateline {

// One word of a pattern and what it may be in the text.
struct WordTest {
  std::unordered_set<std::string> terms;  // as indexed
  std::string surface;                    // with `exact`: the word as it must stand in the text
  bool beginning = false;                 // with `exact`: a word that begins so
  bool exact = false;                     // case and accents count
};

// Words in a row.
using Run = std::vector<WordTest>;

// Some runs, one of each step, close together. A word or phrase is a pattern of one step.
struct Pattern {
  std::string field;                    // empty: any text
  std::vector<std::vector<Run>> steps;  // each with its alternatives
  unsigned distance = 0;                // words that steps may be apart
  bool ordered = false;                 // steps must follow each other as they stand here
};

// A text of an article, split into words once for all patterns.
struct SplitText {
  const char* field;
  std::uint32_t index;  // of the caption, byline or subheadline, else 0
  std::string_view text;
  std::vector<Word> words;
};

// Bytes [start, end) of a text.
struct TextSpan {
  std::size_t start;
  std::size_t end;
};

// All texts that are searched, in the order of TextField; the views point into the article.
[[nodiscard]] std::vector<SplitText> split_texts(const Article& article);

// Where the pattern stands in this text, whatever the pattern's field; in order, overlaps possible.
[[nodiscard]] std::vector<TextSpan> find(const Pattern& pattern, const SplitText& text);

// Whether a text of this field can match.
[[nodiscard]] bool concerns(const Pattern& pattern, std::string_view field);

[[nodiscard]] bool holds(const Pattern& pattern, const Article& article);

}  // namespace dateline
