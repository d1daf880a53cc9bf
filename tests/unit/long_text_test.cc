#include "indexer/entities/long_text.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "indexer/entities/entities.h"

namespace dateline {

TEST_CASE("long text is cut between paragraphs, else words, else characters, and nothing is lost") {
  const auto [text, parts] = GENERATE(table<std::string, std::vector<std::string>>({
      {"", {}},
      {"ten bytes.", {"ten bytes."}},
      {"one.\n\ntwo.\n\nthree.", {"one.\n\n", "two.\n\n", "three."}},
      {"seven words", {"seven ", "words"}},
      {"abcdefghijklm", {"abcdefghij", "klm"}},
      {"abcdefghißjk", {"abcdefghi", "ßjk"}},
      {"\n\nabcdefghijk", {"\n\n", "abcdefghij", "k"}},
  }));
  CAPTURE(text);
  const std::vector<std::string_view> found = text_parts(text, 10);
  CHECK(std::vector<std::string>(found.begin(), found.end()) == parts);
}

TEST_CASE("an article of several parts has each name once, and its mentions where they stand") {
  Article article;
  article.headline = "Okafor visits Nairobi";
  article.language = "en";
  article.body = "Chinedu Okafor flew to Nairobi.\n\n";
  while (article.body.size() < 2 * kPartBytes)
    article.body += "Then there was nothing more to tell of it.\n\n";
  article.body += "At last Chinedu Okafor left Nairobi with Maria Lopez.";
  EntityFinder(DATELINE_DATA_DIR).find(article, EntityChoice::text, {});
  REQUIRE(article.persons->size() == 2);
  const Person& okafor = article.persons->front();
  CHECK(okafor.name == "Chinedu Okafor");
  CHECK(okafor.count == 3);
  CHECK(okafor.in == std::vector{TextField::headline, TextField::body});
  CHECK(article.persons->back().name == "Maria Lopez");
  REQUIRE(article.places->size() == 1);
  CHECK(article.places->front().count == 3);
  for (const Mention& mention : okafor.mentions) {
    const std::string& text = mention.field == TextField::body ? article.body : article.headline;
    CHECK(text.substr(mention.start, mention.end - mention.start) == mention.text);
  }
}

}  // namespace dateline
