#include "indexer/readers/alto.h"

#include <catch2/catch.hpp>

#include "tests/unit/reader_fixture.h"

using namespace dateline;

TEST_CASE("an ALTO page is an article with its blocks as paragraphs") {
  const ReadResult result = read_with(kAlto, source_file("corpus/formats/1912-alto-harbour-page.xml"));
  CHECK(shown(result.faults) == "");
  REQUIRE(result.articles.size() == 1);
  const Article& a = result.articles[0];
  CHECK(a.page == "3");
  CHECK(shown(a.bylines) == "");
  CHECK(a.body.starts_with(
      "THE HARBOUR MASTER AND THE WHALE.\n\nA whale of some forty feet was found on Tuesday"));
  CHECK(a.body.find("fishermen of Whitby") != std::string::npos);
  CHECK(a.body.find("fisher-") == std::string::npos);
}

TEST_CASE("ALTO is known by its root") {
  CHECK(sniff_alto("<?xml version='1.0'?><alto xmlns='http://www.loc.gov/standards/alto/ns-v3#'>") ==
        Confidence::certain);
  CHECK(sniff_alto("<altogether/>") == Confidence::no);
}
