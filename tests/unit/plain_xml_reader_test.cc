#include "indexer/readers/plain_xml.h"

#include <catch2/catch.hpp>

#include "indexer/readers/text.h"
#include "tests/unit/reader_fixture.h"

using namespace dateline;

namespace {

Article only(ReadResult result) {
  CAPTURE(shown(result.faults));
  REQUIRE(result.articles.size() == 1);
  return result.articles.front();
}

}  // namespace

TEST_CASE("unknown XML gives what its elements are called") {
  const ReadResult result = read_with(kPlainXml, source_file("corpus/formats/2016-xml-valley-papers.xml"));
  CHECK(shown(result.faults).empty());
  REQUIRE(result.articles.size() == 2);
  const Article& a = result.articles[0];
  CHECK(a.id == "vp-2016-0881");
  CHECK(a.headline == "Bridge at Pont Coch closed for swifts");
  CHECK(joined(a.subheadlines) == "Council waits until the last chick has flown");
  CHECK(shown(a.bylines) == "Gwenllian Prosser");
  CHECK(shown(a.published) == "2016-08-31 07:30:00 +01:00 xml:PublishDate");
  CHECK(shown(a.dateline) == "Llandysul | Llandysul |  | ");
  CHECK(shown(a.captions) == "Swifts above the parapet in Llandysul. | Dilwyn Rees");
  CHECK(a.section == "Roads");
  CHECK(a.publication == "The Valley Packet");
  CHECK(joined(a.keywords) == "bridges, birds");
  CHECK(a.language == "en");
  CHECK(a.body.find("parapet.\n\nCeredigion council") != std::string::npos);
  CHECK(result.articles[1].body.find("Wednesday.\n\nBuses from Swansea") != std::string::npos);
}

TEST_CASE("an article is the element that holds a headline and copy") {
  const auto [xml, headlines] = GENERATE(table<std::string, std::string>({
      {"<a><title>Feed</title><b><title>One</title><text>x</text></b><b><title>Two</title><text>y</text></"
       "b></a>",
       "One, Two"},
      {"<story><head><headline>One</headline></head><body><p>x</p></body></story>", "One"},
      {"<n:x xmlns:n='u'><n:Head-Line>One</n:Head-Line><n:p>x</n:p></n:x>", "One"},
      {"<x><headline/><content>x</content></x>", ""},
      {"<x><!-- <title>No</title> --><title>One</title><text>x</text></x>", "One"},
  }));
  CAPTURE(xml);
  const ReadResult result = read_with(kPlainXml, xml);
  CHECK(shown(result.faults).empty());
  std::vector<std::string> found;
  for (const Article& a : result.articles) found.push_back(a.headline);
  CHECK(joined(found) == headlines);
}

TEST_CASE("copy may be elements, escaped HTML or plain text") {
  const auto [copy, body] = GENERATE(table<std::string, std::string>({
      {"<body><p>One.</p><P>Two.</P></body>", "One.\n\nTwo."},
      {"<body>&lt;p>One.&lt;/p>&lt;p>Two.&lt;/p></body>", "One.\n\nTwo."},
      {"<body>One.\n\nTwo,\nthree.</body>", "One.\n\nTwo, three."},
      {"<p>One.</p><p>Two.</p>", "One.\n\nTwo."},
  }));
  CAPTURE(copy);
  CHECK(only(read_with(kPlainXml, "<x><title>T</title>" + copy + "</x>")).body == body);
}

TEST_CASE("fields may be named by an attribute") {
  const Article a =
      only(read_with(kPlainXml,
                     "<io><content><field name='title'>Rain</field><field name='leadtext'>It did.</field>"
                     "<field name='body'><p>It rained.</p></field></content></io>"));
  CHECK(a.headline == "Rain");
  CHECK(a.abstract == "It did.");
  CHECK(a.body == "It rained.");
}

TEST_CASE("XML without news is a fault that names its root") {
  const ReadResult result = read_with(kPlainXml, source_file("corpus/broken/unknown.xml"));
  CHECK(result.articles.empty());
  REQUIRE(shown(result.faults) == "format.unknown:1:1 ");
  CHECK(result.faults[0].message.find("recipe") != std::string::npos);
  CHECK(shown(read_with(kPlainXml, "<a><b>").faults).starts_with("xml.not-well-formed"));
}

TEST_CASE("NITF in an unknown envelope is read as NITF") {
  const Article a = only(read_with(
      kPlainXml,
      "<wrap><nitf><body><body.head><hedline><hl1>One</hl1></hedline></body.head><body.content><p>Copy.</p>"
      "</body.content></body></nitf></wrap>"));
  CHECK(a.headline == "One");
  CHECK(a.body == "Copy.");
}

TEST_CASE("XML is no text, and text that begins with a bracket is no XML") {
  const auto [head, format] = GENERATE(table<std::string, std::string>({
      {"<?xml version='1.0'?><x>", "xml"},
      {"<x><y>1</y></x>", "xml"},
      {"<Tidewater> said it would sell.", "text"},
      {"Plain copy with <b>tags</b>.", "text"},
      {"<x/>", "xml"},
      {"", "text"},
  }));
  CAPTURE(head);
  CHECK((sniff_plain_xml(head) == Confidence::maybe) == (format == "xml"));
  CHECK((sniff_text(head) == Confidence::maybe) == (format == "text"));
}
