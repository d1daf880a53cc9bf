#include "indexer/readers/trec.h"

#include <catch2/catch.hpp>

#include "tests/unit/reader_fixture.h"

using namespace dateline;

namespace {

Article only(ReadResult result) {
  CAPTURE(shown(result.faults));
  REQUIRE(result.articles.size() == 1);
  return result.articles.front();
}

Article document_with(const std::string& inner) {
  return only(read_with(kTrec, "<DOC>\n" + inner + "<TEXT>Copy.</TEXT></DOC>"));
}

Article sample(const std::string& file, std::size_t number) {
  const ReadResult result = read_with(kTrec, source_file("corpus/formats/" + file));
  CAPTURE(shown(result.faults));
  REQUIRE(result.articles.size() > number);
  return result.articles[number];
}

}  // namespace

TEST_CASE("AP's documents have every field") {
  const Article a = sample("1989-trec-ap-lighthouse.sgml", 0);
  CHECK(a.id == "AP890314-0901");
  CHECK(a.headline == "Island Votes to Move Its Lighthouse a Second Time");
  CHECK(a.subheadlines.empty());
  CHECK(shown(a.bylines) == "Hollis Pendergast (Associated Press Writer)");
  CHECK(shown(a.dateline) == "BLOCK ISLAND, R.I. (AP) | Block Island, R.I. |  | AP");
  CHECK(shown(a.published) == "1989-03-14 trec:docno");
  CHECK(a.extra.at("slugline") == "AM-LighthouseVote");
  CHECK(a.extra.at("ednote") == "Eds: SUBS 3rd graf to give the tally");
  CHECK(a.body.find("moved it \"for good.\"\n\nThe tally") != std::string::npos);
}

TEST_CASE("the Wall Street Journal's documents have every field") {
  const Article a = sample("1989-trec-ap-lighthouse.sgml", 1);
  CHECK(a.headline == "Makers of Brass Bells Ring Up Gains in Asia");
  CHECK(shown(a.bylines) == "Conrad Vliet (Staff Reporter of The Harbor Street Journal)");
  CHECK(shown(a.published) == "1989-03-15 trec:dd");
  CHECK(a.publication == "The Harbor Street Journal");
  CHECK(a.page == "B4");
  CHECK(names_in(a.places) == "Japan, Ohio");
  CHECK(names_in(a.organisations) == "Dorrance Bell Foundry");
  CHECK(shown(a.subjects) ==
        "[DORRANCE BELL FOUNDRY|DBF|co][FOUNDRIES, METAL GOODS|FND|in][JAPAN|JA|re][OHIO|OH|re]");
  CHECK(a.body.starts_with("The last two makers of brass ship's bells in the Midwest are selling more"));
  CHECK(a.body.find("\n\nDorrance Bell Foundry said") != std::string::npos);
}

TEST_CASE("the Financial Times' documents have every field") {
  const Article a = sample("1991-trec-papers.sgml", 0);
  CHECK(a.id == "FT911-9001");
  CHECK(a.headline == "Clockmakers of Jura ask for one more hour");
  CHECK(shown(a.bylines) == "Edmund Farrant");
  CHECK(shown(a.dateline) == "NEUCHATEL | Neuchatel |  | ");
  CHECK(shown(a.published) == "1991-05-14 trec:date");
  CHECK(shown(a.diagnostics) == "date.two-digit-year:4:0 ");
  CHECK(a.publication == "The Fenchurch Times");
  CHECK(a.page == "London Page 6");
}

TEST_CASE("the Los Angeles Times' documents have every field") {
  const Article a = sample("1991-trec-papers.sgml", 1);
  CHECK(a.id == "LA060291-0903");
  CHECK(a.headline == "PELICANS KEEP THE PIER AT SAN PEDRO");
  CHECK(shown(a.published) == "1991-06-02 trec:date");
  CHECK(a.section == "Metro");
  CHECK(a.page == "3");
  CHECK(joined(a.keywords) == "PELICANS, PIERS, BIRDS");
  CHECK(shown(a.captions) ==
        "Brown pelicans on the crane at San Pedro on Saturday. | RAY GUTHRIE / Harbor Times");
  CHECK(a.body ==
        "The old fishing pier at San Pedro will not be torn down before September after two brown pelicans "
        "built a nest on its crane.\n\n\"They never asked for a permit,\" said harbor engineer Warren "
        "Ishikawa.");
}

TEST_CASE("dates are read as each collection writes them") {
  const auto [inner, published] = GENERATE(table<std::string, std::string>({
      {"<DATE>910514</DATE>", "1991-05-14 trec:date"},
      {"<DD> = 890315 </DD>", "1989-03-15 trec:dd"},
      {"<DATE>\n01/02/90\n</DATE>", "1990-01-02 trec:date"},
      {"<DATE><P>January 1, 1989, Sunday, Home Edition </P></DATE>", "1989-01-01 trec:date"},
      {"<DATE_TIME> 1998-06-01 08:30 </DATE_TIME>", "1998-06-01 08:30 trec:date_time"},
      {"<DOCNO>AP880212-0001</DOCNO>", "1988-02-12 trec:docno"},
      {"<DOCNO>NYT19980601.0001</DOCNO>", "1998-06-01 trec:docno"},
      {"<DOCNO>LA060291-0001</DOCNO>", "1991-06-02 trec:docno"},
      {"<DOCNO>XX996699-0001</DOCNO>", ""},
      {"<DOCNO>FT911-3</DOCNO>", ""},
      {"<DOCNO>123456-7</DOCNO>", ""},
      {"<DOCNO>AP880212-0001</DOCNO><DATE>3 May 1990</DATE>", "1990-05-03 trec:date"},
      {"<DATE>911399</DATE>", ""},
  }));
  CAPTURE(inner);
  CHECK(shown(document_with(inner).published) == published);
}

TEST_CASE("further headlines are subheadlines, and numbers come from anywhere") {
  const Article a = document_with("<HEAD>One</HEAD><HEADLINE>Two</HEADLINE><HEADLINE>One</HEADLINE>");
  CHECK(a.headline == "One");
  CHECK(joined(a.subheadlines) == "Two");
  CHECK(a.id.empty());
  CHECK(only(read_with(kTrec, "<DOC id=\"d2\"><TEXT>Copy.</TEXT></DOC>")).id == "d2");
  CHECK(document_with("<CORRECTION><P>The name was wrong.</P></CORRECTION>").status == Status::corrected);
}

TEST_CASE("paragraphs are marked or laid out, and nothing beside them is lost") {
  const auto [copy, body] = GENERATE(table<std::string, std::string>({
      {"One,\nand <p>two\nlines.</p><P>Three.", "One, and\n\ntwo lines.\n\nThree."},
      {"   One line that is as long as a printed line\nand more.\n   Two.",
       "One line that is as long as a printed line and more.\n\nTwo."},
      {"One.\n\nTwo.", "One.\n\nTwo."},
  }));
  CAPTURE(copy);
  CHECK(only(read_with(kTrec, "<DOC><DOCNO>1</DOCNO><TEXT>" + copy + "</TEXT></DOC>")).body == body);
}

TEST_CASE("the page is in the source line or apart") {
  CHECK(document_with("<SO> THE POST (P), PAGE A16 </SO>").page == "A16");
  CHECK(document_with("<SO>POST (P)</SO><PAGE>3</PAGE>").page == "3");
  CHECK(document_with("<SO>İİİİİİİİİİPAGE </SO>").page.empty());
}

TEST_CASE("pages of TREC-WEB are read as pages, under their number") {
  const std::string page =
      "<DOC>\n<DOCNO>WEB-1</DOCNO>\n<DOCHDR>\nhttp://www.example.org/ HTTP/1.0 200 OK\n</DOCHDR>\n" +
      source_file("corpus/html/2011-valparaiso-lift.html") + "</DOC>";
  const std::string bare = "<DOC>\n<DOCNO>WEB-2</DOCNO>\n<DOCHDR>x</DOCHDR>\n<html></html></DOC>";
  const ReadResult result = read_with(kTrec, page + bare);
  REQUIRE(result.articles.size() == 1);
  CHECK(result.articles[0].id == "WEB-1");
  CHECK(!result.articles[0].headline.empty());
  REQUIRE(result.faults.size() == 1);
  CHECK(result.faults[0].code == "html.no-article");
  CHECK(result.faults[0].line > 10);
}

TEST_CASE("TREC's documents are known by their first element and one inside") {
  CHECK(sniff_trec("<DOC>\n<DOCNO> AP-1 </DOCNO>") == Confidence::certain);
  CHECK(sniff_trec("<!-- x --><doc id='1'><Text>") == Confidence::certain);
  CHECK(sniff_trec("<?xml version='1.0'?><doc><text>") == Confidence::maybe);
  CHECK(sniff_trec("<doc><p>") == Confidence::no);
  CHECK(sniff_trec("<DOCNO>1</DOCNO>") == Confidence::no);
  CHECK(shown(read_with(kTrec, "nothing").faults) == "trec.no-document:1:1 ");
}

TEST_CASE("stray brackets are text, and a document without any is told") {
  const ReadResult result = read_with(kTrec, source_file("corpus/broken/odd-trec.sgml"));
  REQUIRE(result.articles.size() == 1);
  CHECK(result.articles[0].body == "A < B & C &unknown; <<");
  CHECK(!result.articles[0].published);
  CHECK(shown(result.faults) == "article.empty:7:1 ");
}
