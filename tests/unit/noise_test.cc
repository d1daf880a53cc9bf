#include "indexer/entities/train/noise.h"

#include <catch2/catch.hpp>

using namespace dateline;

namespace {

Example example_of(std::string body, std::vector<Span> spans) {
  Example example;
  example.name = "desk/one";
  example.article.body = std::move(body);
  example.spans = std::move(spans);
  return example;
}

}  // namespace

TEST_CASE("a snippet is whole sentences of the middle with their names") {
  const Example example = example_of("Ann Lee came by at noon. Then it rained. Bo sang. Cy bowed.",
                                     {{TextField::body, 0, 0, 7, NameKind::person},
                                      {TextField::body, 0, 41, 43, NameKind::person},
                                      {TextField::body, 0, 50, 52, NameKind::person}});
  const Example snippet = snippet_of(example);
  CHECK(snippet.article.body == "Bo sang. Cy bowed.");
  REQUIRE(snippet.spans.size() == 2);
  CHECK(snippet.spans[0].start == 0);
  CHECK(snippet.spans[1].start == 9);
  CHECK(snippet.spans[1].end == 11);
}

TEST_CASE("a body of one sentence has no snippet") {
  CHECK(snippet_of(example_of("Ann Lee came by at noon", {})).article.body.empty());
  CHECK(snippet_of(example_of("", {})).article.body.empty());
}
