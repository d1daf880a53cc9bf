// Classes of words that stand in like places, found in untagged text by the exchange algorithm: every word is
// moved to the class in which it tells most of the classes' neighbours, until few move.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/gazetteer.h"

namespace dateline {

// The running text as numbers: the vocabulary, words and punctuation, from 0 by frequency; the number behind
// it stands for every rare word.
struct NumberedText {
  std::vector<std::string> words;  // the vocabulary
  std::uint32_t numbers = 0;       // how many numbers there are
  std::vector<std::uint32_t> text;
};

// The text's words are those of tokenize(); digits count as 0. A word of fewer than `least` appearances is
// rare.
[[nodiscard]] NumberedText number_words(const Gazetteer& gazetteer, std::string_view text,
                                        std::uint32_t least);

// The class of each word of the vocabulary, 0..classes-1. The same text gives the same classes.
[[nodiscard]] std::vector<std::uint16_t> exchange_classes(const NumberedText& text, std::uint32_t classes);

}  // namespace dateline
