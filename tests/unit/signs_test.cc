#include "indexer/entities/signs.h"

#include <catch2/catch.hpp>
#include <string>

#include "gazetteer_data.h"

using namespace dateline;

namespace {

// What the text says of the word "Hart" where it first stands.
std::uint32_t signs_of_hart(const std::string& text) {
  const Passage passage = tokenize(test_gazetteer(), TextField::body, 0, text);
  for (std::size_t i = 0; i < passage.tokens.size(); ++i) {
    if (passage.tokens[i].key == "hart") return signs_at(passage, i);
  }
  FAIL("no Hart in " << text);
  return 0;
}

}  // namespace

TEST_CASE("the words around a name tell its kind") {
  const auto [text, sign] = GENERATE(table<std::string, std::uint32_t>({
      {"Senator Hart left.", kTitled},
      {"He saw Gary Hart there.", kAfterGivenName},
      {"We met Hart, who left.", kHuman},
      {"We met Hart, 54, there.", kHuman},
      {"Then Hart said he would go.", kHuman},
      {"All is well, Hart said.", 0},
      {"They live in Hart now.", kLocated},
      {"Then Hart shares fell.", kTraded},
      {"Then Hart (HRT.N) fell.", kTraded},
      {"Then Hart (NYSE: HRT) fell.", kTraded},
      {"Then Hart HRT.UL fell.", kTraded},
      {"Then Hart Inc fell.", kTraded},
      {"Then Hart's customers left.", kOwned},
      {"A Hart spokesman left.", kOwned},
      {"The drugmaker Hart fell.", kFirm},
      {"She is an analyst at Hart.", kHasParts},
      {"They sold a stake in Hart.", kHasParts},
      {"Then Hart said it would sell.", kItself},
      {"The house of Hart & Sons fell.", kPaired},
      {"The house of Sons & Hart fell.", kPaired},
      {"Then Hurricane Hart turned.", kStorm},
  }));
  CAPTURE(text);
  CHECK((signs_of_hart(text) & sign) == sign);
}

TEST_CASE("ordinary sentences show no company") {
  const auto* const text =
      GENERATE("Senator Hart left (as usual).", "Hart was late. Shares fell.", "Gary Hart, a senator, won.",
               "Gary Hart (GBR) won.", "Gary Hart, Example.com's chief, won.",
               "The stake, Hart said, was small.", "Hart and Sons left.");
  CAPTURE(text);
  CHECK((signs_of_hart(text) & kNoPerson) == 0);
}

TEST_CASE("a text's first and last word have only one neighbour") {
  CHECK(signs_of_hart("Hart") == 0);
  CHECK(signs_of_hart("Hart & ") == 0);
  CHECK(signs_of_hart("at Hart") == kLocated);
}
