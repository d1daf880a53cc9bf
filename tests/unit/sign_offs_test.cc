#include "indexer/entities/sign_offs.h"

#include <catch2/catch.hpp>
#include <string>

namespace dateline {

namespace {

// What is left of the text.
std::string without_credits(std::string text) {
  const auto found = sign_offs(text);
  for (auto credit = found.rbegin(); credit != found.rend(); ++credit)
    text.erase(credit->first, credit->second - credit->first);
  return text;
}

}  // namespace

TEST_CASE("who wrote and edited an article is no part of what it tells") {
  const auto [text, left] = GENERATE(table<std::string, std::string>({
      {"It rained. (Reporting by Ada Bell in Lagos; Editing by Max Hall)", "It rained. "},
      {"It rained. (Additional reporting and writing by Ada Bell)\n\nMore.", "It rained. \n\nMore."},
      {"Rain.\n\n(Edited by Max Hall (Oslo) and others)", "Rain.\n\n"},
      {"Rain.\n\nReporting by Ada Bell; editing by Max Hall", "Rain.\n\n"},
      {"Rain.\n\nAda Bell in Lagos and Max Hall contributed to this report.", "Rain.\n\n"},
      {"Rain. (With reporting by Ada Bell", "Rain. "},
      {"Edited by Ada Bell, the book tells of rain.", "Edited by Ada Bell, the book tells of rain."},
      {"The rain (reported by the BBC) fell.", "The rain (reported by the BBC) fell."},
      {"Reporting byelaws (written bylaws) matters.", "Reporting byelaws (written bylaws) matters."},
      {"(", "("},
      {"", ""},
  }));
  CAPTURE(text);
  CHECK(without_credits(text) == left);
}

TEST_CASE("a long paragraph with such words is kept") {
  const std::string story = std::string(600, 'x') + " Ada Bell contributed to this report.";
  CHECK(without_credits(story) == story);
}

}  // namespace dateline
