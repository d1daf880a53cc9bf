#include "indexer/readers/xml_news.h"

#include <catch2/catch.hpp>

#include "tests/unit/reader_fixture.h"

using namespace dateline;

TEST_CASE("XML of a dialect nobody knows is read by the usual names of its elements") {
  const ReadResult result = read_with(kXmlNews, source_file("corpus/formats/2015-xml-agency-queue.xml"));
  CHECK(shown(result.faults) == "");
  REQUIRE(result.articles.size() == 2);
  const Article& a = result.articles[0];
  CHECK(a.id == "4410");
  CHECK(a.version == 3);
  CHECK(a.headline == "Bergen fish market moves its clock");
  CHECK(joined(a.subheadlines) == "Buyers from Trondheim arrive an hour early");
  CHECK(shown(a.bylines) == "Ingrid Solheim");
  CHECK(shown(a.dateline) == "Bergen | Bergen |  | ");
  CHECK(shown(a.captions) == "Buyers wait on the quay in Bergen. | Tor Aasen");
  CHECK(shown(a.published) == "2015-03-29 06:40:00 xml:Publish-Date");
  CHECK(a.section == "Business");
  CHECK(joined(a.keywords) == "fish, summer time");
  CHECK(a.language == "en");
  CHECK(result.articles[1].body.find("\n\n") != std::string::npos);
}

TEST_CASE("an element is an article when it has a headline and a text, at any depth") {
  const auto [xml, found] = GENERATE(table<std::string, std::string>({
      {"<a><b><headline>One</headline><body>Text.</body></b><b><title>Two</title><Text>More.</Text></b></a>",
       "One/Text. Two/More. "},
      {"<story><HEAD-LINE>One</HEAD-LINE><body_text>&lt;p>A "
       "&lt;b>b&lt;/b>.&lt;/p>&lt;p>C.&lt;/p></body_text></story>",
       "One/A b.\n\nC. "},
      {"<story><headline/><content>Only text.</content></story>", "/Only text. "},
      {"<story><headline>Only a line</headline></story>", ""},
      {"<a><title>List</title><b><title>One</title><text>Text.</text></b></a>", "One/Text. "},
  }));
  CAPTURE(xml);
  const ReadResult result = read_with(kXmlNews, "<?xml version='1.0'?>" + xml);
  std::string all;
  for (const Article& a : result.articles) all += a.headline + "/" + a.body + " ";
  CHECK(all == found);
  CHECK(shown(result.faults) == (found.empty() ? "xml.no-news:1:1 " : ""));
}

TEST_CASE("only what says that it is XML is taken for it, and no format's own") {
  const auto [head, name] = GENERATE(table<std::string, std::string>({
      {"<?xml version='1.0'?><queue><story/>", "xml"},
      {"<?xml version='1.0'?><nitf/>", "nitf"},
      {"<?xml version='1.0'?><rss/>", "rss"},
      {"<?xml version='1.0'?><html><body/></html>", "html"},
      {"<contentSet><inlineXML><nitf>", "nitf"},
      {"<groupSet root='G1'>", "newsml-g2"},
      {"<PHOTO> The quay at dawn.", "text"},
  }));
  CAPTURE(head);
  CHECK(sniff_format(head)->name == name);
}
