#include <catch2/catch.hpp>

#include "indexer/readers/newsml1.h"
#include "indexer/readers/newsml_g2.h"
#include "tests/unit/reader_fixture.h"

using namespace dateline;

namespace {

Article only(ReadResult result) {
  CAPTURE(shown(result.faults));
  REQUIRE(result.articles.size() == 1);
  return result.articles.front();
}

std::string item(const std::string& attributes, const std::string& inside) {
  return "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' " + attributes + ">" + inside + "</newsItem>";
}

std::string html_content(const std::string& body) {
  return "<contentSet><inlineXML contenttype='application/xhtml+xml'><html "
         "xmlns='http://www.w3.org/1999/xhtml'>"
         "<body>" +
         body + "</body></html></inlineXML></contentSet>";
}

}  // namespace

TEST_CASE("a NewsML-G2 message gives its story with its picture's caption") {
  const Article a =
      only(read_with(kNewsmlG2, source_file("corpus/formats/2014-newsml-g2-ferry-package.xml")));
  CHECK(a.id == "urn:newsml:northernseas.example:20140803:ferry-text");
  CHECK(a.version == 4);
  CHECK(a.status == Status::corrected);
  CHECK(a.headline == "Ferry sails with a concert it had not booked");
  CHECK(joined(a.subheadlines) == "Pianist plays through a swell because nobody could unload her instrument");
  CHECK(a.abstract.starts_with("A piano too wide for the ramp"));
  CHECK(shown(a.bylines) == "Magnus Foubister (Islands Reporter)");
  CHECK(shown(a.dateline) == "STROMNESS, Scotland (NSN) - | Stromness, Scotland |  | NSN");
  CHECK(shown(a.captions) ==
        "The ferry Braer Lass lies at Stromness, Orkney, on August 2, 2014, with a piano on her car deck. | "
        "Ailsa Drever/Northern Seas News");
  CHECK(shown(a.published) == "2014-08-03 11:05:00 +01:00 newsml-g2:firstCreated");
  CHECK(shown(a.updated) == "2014-08-03 17:12:30 +01:00 newsml-g2:versionCreated");
  CHECK(a.language == "en-GB");
  CHECK(a.section == "Islands");
  CHECK(joined(a.keywords) == "ferries, pianos");
  CHECK(shown(a.subjects) == "[water transport|medtop:20000556|medtop][Islands|nsndesk:isl|nsndesk]");
  CHECK(names_in(a.persons) == "Eilidh Rendall");
  CHECK(names_in(a.places) == "Stromness, Orkney");
  CHECK(names_in(a.organisations) == "-");
  CHECK(a.publication == "Northern Seas News");
  CHECK(a.body.starts_with("A grand piano that would go up"));
}

TEST_CASE("NITF inside NewsML-G2 fills what the item leaves open") {
  const Article a =
      only(read_with(kNewsmlG2, source_file("corpus/formats/2019-newsml-g2-bienen-luebeck.xml")));
  CHECK(a.headline == "Bienenvolk zieht in den Lübecker Dom");
  CHECK(shown(a.bylines) == "Hauke Petersen");
  CHECK(shown(a.dateline) == "Lübeck (dpa) – | Lübeck |  | dpa");
  CHECK(shown(a.embargo) == "2019-06-11 12:00:00 +02:00 newsml-g2:embargoed");
  CHECK(a.language == "de");
  CHECK(a.body.starts_with("Ein Bienenvolk"));
}

TEST_CASE("parts of a NewsML 1 text in components of their own are told by their roles") {
  const auto part = [](const std::string& role, const std::string& text) {
    return "<NewsComponent><Role FormalName='" + role + "'/><ContentItem><DataContent>" + text +
           "</DataContent></ContentItem></NewsComponent>";
  };
  const Article a = only(read_with(
      kNewsml1,
      "<NewsML><NewsItem><NewsComponent xml:lang='en'><NewsLines><NewsLine><NewsLineType "
      "FormalName='ProductLine'/><NewsLineText>(Photo)</NewsLineText></NewsLine></NewsLines>" +
          part("StyleSheet", ".a { color: red }") + part("Title", "Ferry sinks") +
          part("SubHeadLine", "Captain is safe") + part("Lead", "A ferry has sunk.") +
          part("Contact", "Call Jane Roe") +
          part("Body", "The &lt;b&gt;ferry&lt;/b&gt; sank off Oslo.\nNobody drowned.") +
          "<NewsComponent><ContentItem><MediaType FormalName='Picture'/><Property FormalName='caption' "
          "value='The ferry. (Jo Sample)'/></ContentItem></NewsComponent>"
          "</NewsComponent></NewsItem></NewsML>"));
  CHECK(a.headline == "Ferry sinks");
  CHECK(joined(a.subheadlines) == "Captain is safe");
  CHECK(a.abstract == "A ferry has sunk.");
  CHECK(a.body == "The ferry sank off Oslo.\n\nNobody drowned.");
  CHECK(shown(a.captions) == "The ferry. | Jo Sample");
  CHECK(a.language == "en");
}

TEST_CASE("lines of NewsML 1 may stand one level deeper, and one may be a summary") {
  const Article a = only(read_with(
      kNewsml1,
      "<NewsML><NewsItem><NewsComponent><NewsLines><NewsLine><HeadLine>Ferry sinks</HeadLine></NewsLine>"
      "<NewsLine><NewsLineType FormalName='Summary'/><NewsLineText>A ferry.</NewsLineText></NewsLine>"
      "</NewsLines><ContentItem><DataContent><body><body.content>It sank.&lt;BR&gt;&lt;BR&gt;At "
      "noon.</body.content></body></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"));
  CHECK(a.headline == "Ferry sinks");
  CHECK(a.abstract == "A ferry.");
  CHECK(a.body == "It sank.\n\nAt noon.");
}

TEST_CASE("elements of a dialect stand by themselves, and its pictures are captions") {
  const Article a = only(read_with(
      kNewsmlG2,
      item("guid='a'",
           "<contentMeta><headline>Ferry sinks</headline></contentMeta><contentSet><inlineXML><BODY "
           "xmlns=''><TEXT><RUBRIK>Ferry sinks</RUBRIK><DAT><ORT>Oslo</ORT></DAT><INGRESS><P>It sank."
           "</P></INGRESS><BROD><P>At noon.</P><MELLIS>Dark</MELLIS></BROD><BYLINE>Jane Roe</BYLINE>"
           "<BILD><BILDTEXT><P>The ferry.</P></BILDTEXT><BILDSKAPARE>Jo Sample</BILDSKAPARE></BILD>"
           "</TEXT></BODY></inlineXML></contentSet>")));
  CHECK(a.body == "It sank.\n\nAt noon.\n\nDark");
  CHECK(shown(a.bylines) == "Jane Roe");
  CHECK(shown(a.captions) == "The ferry. | Jo Sample");
}

TEST_CASE("a picture by itself is an article of its caption") {
  const Article a = only(read_with(
      kNewsmlG2,
      item("guid='tag:a' version='1'",
           "<itemMeta><itemClass qcode='icls:picture'/></itemMeta><contentMeta><headline>Rain</headline>"
           "<creditline>EXAMPLE</creditline><description role='descRole:caption'>Rain falls on Oslo. "
           "(Photo by Jane Roe/Example)</description></contentMeta>")));
  CHECK(a.headline == "Rain");
  CHECK(shown(a.captions) == "Rain falls on Oslo. | Jane Roe/Example");
  CHECK(a.bylines.empty());
}

TEST_CASE("a link joins a story to its picture without a package") {
  const std::string picture = item("guid='tag:p'",
                                   "<itemMeta><itemClass qcode='ninat:picture'/></itemMeta>"
                                   "<contentMeta><description role='drol:caption'>Rain.</description>"
                                   "<creditline>EXAMPLE</creditline></contentMeta>");
  const std::string text =
      item("guid='tag:t'", "<itemMeta><link rel='irel:hasPicture' residref='tag:p'/></itemMeta>" +
                               html_content("<p>It rained.</p>"));
  const Article a =
      only(read_with(kNewsmlG2, "<newsMessage><itemSet>" + picture + text + "</itemSet></newsMessage>"));
  CHECK(shown(a.captions) == "Rain. | EXAMPLE");
  CHECK(a.body == "It rained.");
}

TEST_CASE("items that are no news are left out with a warning") {
  const ReadResult result =
      read_with(kNewsmlG2, "<knowledgeItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>");
  CHECK(result.articles.empty());
  REQUIRE(shown(result.faults) == "newsml-g2.no-news:1:1 ");
  CHECK(result.faults[0].severity == Severity::warning);
}

TEST_CASE("NewsML-G2's status words are understood") {
  const auto [meta, expected] = GENERATE(table<std::string, Status>({
      {"<pubStatus qcode='stat:usable'/>", Status::usable},
      {"<pubStatus qcode='stat:withheld'/>", Status::withdrawn},
      {"<pubStatus qcode='stat:canceled'/>", Status::withdrawn},
      {"<pubStatus qcode='stat:usable'/><signal qcode='sig:correction'/>", Status::corrected},
      {"<pubStatus qcode='stat:usable'/><signal qcode='sig:update'/>", Status::usable},
      {"", Status::usable},
  }));
  CAPTURE(meta);
  CHECK(only(read_with(kNewsmlG2,
                       item("guid='a'", "<itemMeta>" + meta + "</itemMeta>" + html_content("<p>A.</p>"))))
            .status == expected);
}

TEST_CASE("headers, scripts and the headline again are no copy, and text escaped twice is read") {
  const auto [body, expected] = GENERATE(table<std::string, std::string>({
      {"<header><h1>H</h1></header><p>One.</p><script>x()</script>", "One."},
      {"<h1>H</h1><p>One.</p>", "One."},
      {"&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;", "One.\n\nTwo."},
      {"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc"},
  }));
  CAPTURE(body);
  const std::string head = "<contentMeta><headline>H</headline></contentMeta>";
  CHECK(only(read_with(kNewsmlG2, item("guid='a'", head + html_content(body)))).body == expected);
}

TEST_CASE("a NewsML 1 item with NITF and a caption inside has every field") {
  const Article a = only(read_with(kNewsml1, source_file("corpus/formats/2006-newsml1-phare-brest.xml")));
  CHECK(a.id == "urn:newsml:agence-ponant.example:20060418:PH-0031");
  CHECK(a.version == 5);
  CHECK(a.headline == "Le port de Brest cherche un traducteur pour ses mouettes");
  CHECK(shown(a.bylines) == "Solenn Kermarrec");
  CHECK(shown(a.dateline) == "BREST, 18 avr 2006 (AFP) - | Brest | 18 avr 2006 | AFP");
  CHECK(shown(a.captions) ==
        "Le haut-parleur du quai du Commerce, à Brest, le 17 avril 2006. | Gwenn Tanguy/Agence Ponant");
  CHECK(shown(a.published) == "2006-04-18 08:00:00 +02:00 newsml1:FirstCreated");
  CHECK(shown(a.updated) == "2006-04-18 12:10:00 +02:00 newsml1:ThisRevisionCreated");
  CHECK(joined(a.keywords) == "port, oiseaux");
  CHECK(a.language == "fr");
  CHECK(a.publication == "Agence Ponant");
  CHECK(a.body.find("goéland argenté") != std::string::npos);
  CHECK(a.body.find("haut-parleur du quai du Commerce, à Brest") == std::string::npos);
}

TEST_CASE("HTML in a NewsML 1 item is read, and a bare date is no dateline") {
  const Article a = only(read_with(kNewsml1, source_file("corpus/formats/2009-newsml1-library-patras.xml")));
  CHECK(a.headline == "Patras library forgives a loan of 1948 & keeps the bookmark");
  CHECK(shown(a.dateline) == "Patras | Patras |  | ");
  CHECK(a.publication == "Ionian News");
  CHECK(shown(a.subjects) == "[Library and museum|01009000|IptcSubjectCodes]");
  CHECK(names_in(a.persons) == "Despina Kalogeropoulou");
  CHECK(a.body.ends_with("“The ticket is in better order than the fines,” Kalogeropoulou said."));
}

TEST_CASE("the two NewsMLs are known by their roots") {
  CHECK(sniff_newsml1("<?xml version='1.0'?><NewsML>") == Confidence::certain);
  CHECK(sniff_newsml_g2("<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'>") == Confidence::certain);
  CHECK(sniff_newsml_g2("<NewsML>") == Confidence::no);
  CHECK(sniff_newsml1("<newsItem>") == Confidence::no);
}
