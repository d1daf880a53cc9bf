#include "indexer/entities/tokens.h"

#include <catch2/catch.hpp>
#include <string>

#include "gazetteer_data.h"

using namespace dateline;

namespace {

// The words of a text, parted by bars; "*" before one that begins a sentence.
std::string tokens_of(const std::string& text) {
  std::string all;
  for (const Token& token : tokenize(test_gazetteer(), TextField::body, 0, text).tokens)
    all +=
        (all.empty() ? "" : "|") + std::string(token.gap == Gap::stop ? "*" : "") + std::string(token.text);
  return all;
}

}  // namespace

TEST_CASE("marks inside a number, a share's code or an address part nothing") {
  const auto [text, tokens] = GENERATE(table<std::string, std::string>({
      {"up 1,507.5 percent", "up|1,507.5|percent"},
      {"Boeing (BA.N) fell. Then", "Boeing|BA.N|fell|*Then"},
      {"Samsung 005930.KS fell", "Samsung|005930.KS|fell"},
      {"at example.com he", "at|example.com|he"},
      {"He left.The end", "He|left|*The|end"},
      {"for the UN.It was", "for|the|UN|*It|was"},
      {"by J.F.K. himself", "by|J.F.K.|himself"},
      {"in 1987, 42 men", "in|1987|42|men"},
  }));
  CAPTURE(text);
  CHECK(tokens_of(text) == tokens);
}

TEST_CASE("short forms of verbs are no part of a word, and only 's is possessive") {
  const auto [text, word, possessive] = GENERATE(table<std::string, std::string, bool>({
      {"He'd", "He", false},
      {"Hart'll", "Hart", false},
      {"They’ve", "They", false},
      {"Hart's", "Hart", true},
      {"Hart’s", "Hart", true},
      {"O'Dowd", "O'Dowd", false},
  }));
  CAPTURE(text);
  const Passage passage = tokenize(test_gazetteer(), TextField::body, 0, text);
  REQUIRE(passage.tokens.size() == 1);
  CHECK(passage.tokens[0].text == word);
  CHECK(passage.tokens[0].possessive == possessive);
}
