#include "indexer/readers/mets.h"

#include <catch2/catch.hpp>
#include <map>

#include "indexer/readers/alto.h"
#include "tests/unit/reader_fixture.h"

using namespace dateline;

namespace {

struct MemoryCompanions : Companions {
  std::map<std::string, std::string> files;
  std::vector<Issue> of;
  [[nodiscard]] std::optional<std::string> read(const std::string& name) const override {
    const auto found = files.find(name);
    return found == files.end() ? std::nullopt : std::optional(found->second);
  }
  [[nodiscard]] std::vector<Issue> issues() const override { return of; }
};

ReadResult read_beside(const Format& format, const std::string& text, const Companions& companions) {
  MemorySource source(text);
  Input input{std::string_view(text).substr(0, kSniffBytes), source, {}, {}, nullptr, &companions};
  ReadResult result;
  format.read(input, result);
  return result;
}

std::string word(const std::string& content, const std::string& more = {}) {
  return "<String CONTENT='" + content + "' " + more + "/>";
}

std::string block(const std::string& id, const std::string& lines) {
  return "<TextBlock ID='" + id + "'>" + lines + "</TextBlock>";
}

std::string page(const std::string& blocks) {
  return "<alto><Layout><Page ID='P' PHYSICAL_IMG_NR='7'><PrintSpace>" + blocks +
         "</PrintSpace></Page></Layout></alto>";
}

std::string issue(const std::string& logical, const std::string& more = {}) {
  return "<mets xmlns:l='x'><fileSec><fileGrp><file ID='A'><FLocat l:href='a.xml'/></file>"
         "<file ID='B'><FLocat l:href='.\\b.xml'/></file></fileGrp></fileSec>"
         "<structMap TYPE='LOGICAL'><div TYPE='ISSUE'>" +
         logical + "</div></structMap>" + more + "</mets>";
}

std::string area(const std::string& file, const std::string& begin, const std::string& end = {}) {
  return "<fptr><area FILEID='" + file + "' BEGIN='" + begin + "' END='" + end + "'/></fptr>";
}

// A description with a title.
const std::string kDescribed =
    "<dmdSec ID='D'><xmlData><mods><titleInfo><title>Only a "
    "title</title></titleInfo></mods></xmlData></dmdSec>";
}  // namespace

TEST_CASE("a METS issue gives its articles from the blocks of its pages") {
  MemoryCompanions around;
  for (const char* name : {"1908-issue/0001.xml", "1908-issue/0002.xml"})
    around.files[name] = source_file(std::string("corpus/formats/") + name);
  const std::string mets = source_file("corpus/formats/1908-mets-tidewater-gazette.xml");
  const ReadResult result = read_beside(kMets, mets, around);
  CHECK(shown(result.faults) == "");
  REQUIRE(result.articles.size() == 3);
  const Article& a = result.articles[0];
  CHECK(a.id == "1908-05-14/Evening/ART1");
  CHECK(a.headline == "A Cargo of Cocoa at Bristol");
  CHECK(joined(a.subheadlines) == "");
  CHECK(shown(a.bylines) == "Edith Larkin");
  CHECK(a.body.find("inquiry at Bristol that the pump had been lent") != std::string::npos);
  CHECK(shown(a.published) == "1908-05-14 mets:dateIssued");
  CHECK(a.publication == "The Tidewater Gazette");
  CHECK(a.edition == "Evening");
  CHECK(a.section == "Shipping");
  CHECK(a.page == "1, 2");
  CHECK(a.language == "en");
  CHECK(a.extra.at("ocr-confidence") == "0.87");
  CHECK(a.extra.at("issue") == "4117");
  CHECK(result.articles[1].headline == "CARDIFF CLOCK STOPPED.");
  CHECK(result.articles[2].extra.at("kind") == "advertisement");
}

TEST_CASE("words broken at a line's end are whole, as told or by rule, across blocks and pages too") {
  MemoryCompanions around;
  const auto [first, second, body] = GENERATE(table<std::string, std::string, std::string>({
      {word("Tues", "SUBS_TYPE='HypPart1' SUBS_CONTENT='Tuesday'"),
       word("day", "SUBS_TYPE='HypPart2' SUBS_CONTENT='Tuesday'") + word("night"), "Tuesday night"},
      {word("fisher") + "<HYP CONTENT='-'/>", word("men."), "fishermen."},
      {word("fisher-"), word("men."), "fishermen."},
      {word("fisher\u00AC"), word("men."), "fishermen."},
      {word("Anglo-"), word("French"), "Anglo-\n\nFrench"},
      {word("day", "SUBS_TYPE='HypPart2' SUBS_CONTENT='Tuesday'"), word("Off"), "day\n\nOff"},
      {word("The") + word("pump"), word("was") + word("lent."), "The pump was lent."},
      {word("Ends."), word("begins"), "Ends.\n\nbegins"},
  }));
  around.files["a.xml"] = page(block("x", "<TextLine>" + first + "</TextLine>"));
  around.files["b.xml"] = page(block("y", "<TextLine>" + second + "</TextLine>"));
  const ReadResult result =
      read_beside(kMets, issue("<div TYPE='article'>" + area("A", "x") + area("B", "y") + "</div>"), around);
  REQUIRE(result.articles.size() == 1);
  CHECK(result.articles[0].body == body);
}

TEST_CASE("articles that are linked to parts of the pages have the words from one id to another") {
  MemoryCompanions around;
  around.files["a.xml"] = page(block("x", "<TextLine>" + word("Left", "ID='w1'") + word("NEW", "ID='w2'") +
                                              word("PIER", "ID='w3'") + "</TextLine>") +
                               block("y", "<TextLine>" + word("It", "ID='w4'") + word("opened.", "ID='w5'") +
                                              word("Out", "ID='w6'") + "</TextLine>"));
  const std::string physical =
      "<structMap TYPE='PHYSICAL'><div TYPE='page' ORDERLABEL='iii'><fptr FILEID='A'/>"
      "<div ID='p1' TYPE='pagearea' LABEL='Headline'><fptr><area FILEID='I' SHAPE='RECT'/></fptr>" +
      area("A", "w2", "w3") + "</div><div ID='p2' TYPE='pagearea' LABEL='Textblock'>" +
      area("A", "w4", "w5") + "</div></div></structMap>";
  const std::string links = GENERATE(
      "<structLink><smLinkGrp><smLocatorLink href='#a1'/><smLocatorLink href='#p1'/>"
      "<smLocatorLink href='#p2'/></smLinkGrp></structLink>",
      "<structLink><smLink from='a1' to='p1'/><smLink from='#a1' to='#p2'/></structLink>");
  CAPTURE(links);
  const ReadResult result =
      read_beside(kMets, issue("<div ID='a1' TYPE='ARTICLE'/>", physical + links), around);
  REQUIRE(result.articles.size() == 1);
  CHECK(result.articles[0].headline == "NEW PIER");
  CHECK(result.articles[0].body == "It opened.");
  CHECK(result.articles[0].page == "iii");
}

TEST_CASE("a heading inside the text is a line of it, a caption is none") {
  MemoryCompanions around;
  std::string blocks;
  for (const char* name : {"One", "Two", "Three", "Four"})
    blocks += block(name, "<TextLine>" + word(name) + "</TextLine>");
  around.files["a.xml"] = page(blocks);
  const ReadResult result =
      read_beside(kMets,
                  issue("<div TYPE='ARTICLE' LABEL='Label'><div TYPE='BODY'>" + area("A", "One") +
                        "<div TYPE='HEADING'>" + area("A", "Two") +
                        "</div><div TYPE='ILLUSTRATION'><div TYPE='CAPTION'>" + area("A", "Three") +
                        "</div></div>" + area("A", "Four") + "</div></div>"),
                  around);
  REQUIRE(result.articles.size() == 1);
  CHECK(result.articles[0].headline == "Label");
  CHECK(result.articles[0].body == "One\n\nTwo\n\nFour");
  CHECK(shown(result.articles[0].captions) == "Three | ");
}

TEST_CASE("what a METS file lacks is told, and what it holds is kept") {
  MemoryCompanions around;
  around.files["a.xml"] = page(block("x", "<TextLine>" + word("Kept.") + "</TextLine>"));
  around.files["b.xml"] = "<alto><Page></alto>";
  const auto [logical, more, faults,
              headlines] = GENERATE(table<std::string, std::string, std::string, std::string>({
      {"<div TYPE='ARTICLE'>" + area("A", "none") + area("A", "x") + "</div>", "", "", "/Kept."},
      {"<div TYPE='ARTICLE'>" + area("B", "x") + area("A", "x") + "</div>", "", "xml.not-well-formed:1:1 ",
       "/Kept."},
      {"<div TYPE='ARTICLE' DMDID='D'>" + area("unknown", "x") + "</div>", kDescribed, "", "Only a title/"},
      {"<div TYPE='SECTION'/>", "", "mets.no-article:1:1 ", ""},
      {"", "", "mets.no-article:1:1 ", ""},
  }));
  CAPTURE(logical);
  const ReadResult result = read_beside(kMets, issue(logical, more), around);
  CHECK(shown(result.faults) == faults);
  std::string found;
  for (const Article& a : result.articles) found += a.headline + "/" + a.body;
  CHECK(found == headlines);
}

TEST_CASE("a page that is not there is named once") {
  const std::string mets = issue("<div TYPE='ARTICLE'>" + area("A", "x") + "</div><div TYPE='ARTICLE'>" +
                                 area("A", "y") + "</div>");
  const ReadResult result = read_beside(kMets, mets, MemoryCompanions());
  CHECK(result.articles.empty());
  REQUIRE(shown(result.faults) == "mets.page-missing:1:1 ");
  CHECK(result.faults[0].message.find("a.xml") != std::string::npos);
  CHECK(shown(read_with(kMets, mets).faults) == "mets.no-pages:1:1 ");
}

TEST_CASE("a page is an article of its own unless a METS file of the run describes it") {
  const std::string text = page(block("x", "<TextLine>" + word("Kept.") + "</TextLine>"));
  MemoryCompanions around;
  around.of = {{issue("<div TYPE='ARTICLE'>" + area("A", "x") + "</div>"), "b.xml"}};
  CHECK(read_beside(kAlto, text, around).articles.size() == 1);
  around.of[0].name = "a.xml";
  const ReadResult result = read_beside(kAlto, text, around);
  CHECK(result.articles.empty());
  CHECK(shown(result.faults) == "alto.of-issue:1:1 ");
  around.of[0].mets = issue("");
  CHECK(read_beside(kAlto, text, around).articles.size() == 1);
}

TEST_CASE("links that lead in a circle or to one part again and again end") {
  MemoryCompanions around;
  around.files["a.xml"] = page(block("x", "<TextLine>" + word("Kept.") + "</TextLine>"));
  std::string links = "<structLink>", areas;
  for (int i = 0; i < 600; ++i) links += "<smLink from='a1' to='p1'/>", areas += area("A", "x");
  const ReadResult result =
      read_beside(kMets,
                  issue("<div ID='a1' TYPE='ARTICLE'/>",
                        "<structMap TYPE='PHYSICAL'><div ID='p1' TYPE='page'>" + areas +
                            "</div></structMap>" + links + "<smLink from='p1' to='a1'/></structLink>"),
                  around);
  CHECK(result.articles.size() == 1);
}

TEST_CASE("METS is known by its root") {
  CHECK(sniff_mets("<?xml version='1.0'?><mets:mets xmlns:mets='http://www.loc.gov/METS/'>") ==
        Confidence::certain);
  CHECK(sniff_mets("<alto/>") == Confidence::no);
}
