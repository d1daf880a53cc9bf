#include "indexer/readers/nitf.h"

#include <catch2/catch.hpp>
#include <limits>

#include "tests/unit/reader_fixture.h"

using namespace dateline;

namespace {

Article article_of(std::string_view nitf) {
  ReadResult result = read_with(kNitf, nitf);
  CAPTURE(shown(result.faults));
  REQUIRE(result.articles.size() == 1);
  return result.articles.front();
}

// An article with these parts of head and body.
Article article_with(const std::string& docdata, const std::string& body_head, const std::string& content) {
  return article_of("<nitf><head>" + docdata + "</head><body><body.head>" + body_head +
                    "</body.head><body.content>" + content + "</body.content></body></nitf>");
}

}  // namespace

TEST_CASE("a full NITF article has every field") {
  const Article a = article_of(source_file("corpus/formats/2003-nitf-zagreb-funicular.xml"));
  CHECK(a.id == "hw-20030514-0117");
  CHECK(a.version == 2);
  CHECK(a.status == Status::usable);
  CHECK(a.headline == "World’s shortest commute is down for a pint of oil");
  CHECK(joined(a.subheadlines) == "Sixty-six metres, one leak");
  CHECK(shown(a.bylines) == "Vesna Krznar (Transport correspondent)");
  CHECK(shown(a.dateline) == "ZAGREB, Croatia (HW) — | Zagreb, Croatia |  | HW");
  CHECK(shown(a.captions) ==
        "Josip Hranilo, a brakeman for 31 years, sits on the steps of the lower station in Zagreb on "
        "Wednesday. | "
        "Tin Bregant/Harbour Wire");
  CHECK(shown(a.published) == "2003-05-14 16:15:00 +02:00 nitf:date.issue");
  CHECK(shown(a.subjects) == "[Railway|04015002|IPTC]");
  CHECK(joined(a.keywords) == "funicular, public transport");
  CHECK(names_in(a.persons) == "Josip Hranilo");
  CHECK(names_in(a.places) == "Karlovac, Graz");
  CHECK(names_in(a.organisations) == "ZET");
  CHECK(a.publication == "The Harbour Wire");
  CHECK(a.section == "Europe");
  CHECK(a.edition == "Late");
  CHECK(a.body.starts_with("The blue cars that have carried"));
  CHECK(a.body.find("\n\nOil on the rope\n\n") != std::string::npos);
  CHECK(a.body.find("\n\nSteps: 134, by the count of Mr Hranilo.\n\n") != std::string::npos);
  CHECK(a.body.ends_with("done in Graz."));
  CHECK(a.body.find("brakeman") == std::string::npos);
}

TEST_CASE("a deck in the byline's place is nobody's name") {
  const Article a = article_with("",
                                 "<hedline><hl1>A</hl1></hedline><byline>Rowers grateful, ready for every "
                                 "tide says mayor</byline>",
                                 "<p>It rained.</p>");
  CHECK(a.bylines.empty());
}

TEST_CASE("byline and dateline may stand inside the copy") {
  const Article a = article_with("", "<hedline><hl1>A</hl1></hedline>",
                                 "<byline>By Jane Roe</byline><dateline>Oslo</dateline><p>It rained.</p>");
  CHECK(shown(a.bylines) == "Jane Roe");
  CHECK(a.dateline->place == "Oslo");
  CHECK(a.body == "It rained.");
}

TEST_CASE("typed copy is cut where its lines are indented") {
  const Article a = article_with("", "<hedline><hl1>A</hl1></hedline>",
                                 "<pre>OSLO, March 12 (Northwire) -- A ferry\nsank.\n   It was late.</pre>");
  CHECK(a.body == "A ferry sank.\n\nIt was late.");
}

TEST_CASE("what the editors' message says is no tagline") {
  const Article a = article_of(
      "<nitf><head><docdata><ed-msg info='Updated.'/></docdata></head><body><body.head>"
      "<hedline><hl1>A</hl1></hedline></body.head><body.content><p>It rained.</p>"
      "</body.content><body.end><tagline>Updated.</tagline><tagline>Roe is in Oslo.</tagline>"
      "</body.end></body></nitf>");
  CHECK(a.body == "It rained.\n\nRoe is in Oslo.");
}

TEST_CASE("an old NITF in Latin-1 with named characters and turned names is read") {
  const Article a = article_of(source_file("corpus/formats/1999-nitf-lighthouse-quebec.xml"));
  CHECK(a.status == Status::corrected);
  CHECK(shown(a.bylines) == "Étienne Marchand (Staff Writer)");
  CHECK(names_in(a.persons) == "Aurélie Pelletier");
  CHECK(names_in(a.places) == "Rimouski");
  CHECK(shown(a.dateline) == "RIMOUSKI, Quebec, Sept. 11 -- | Rimouski, Quebec | Sept. 11 | ");
  CHECK(shown(a.embargo) == "1999-09-12 06:00:00 -04:00 nitf:date.release");
  CHECK(a.abstract == "The lamp was automated in spring. The horn was forgotten.");
  CHECK(a.body.find("Pointe-au-Père") != std::string::npos);
}

TEST_CASE("NITF says who wrote it in many ways") {
  const auto [byline, expected] = GENERATE(table<std::string, std::string>({
      {"<byline>By Jane Roe</byline>", "Jane Roe"},
      {"<byline>By JANE ROE<byttl>Example Press</byttl></byline>", "Jane Roe (Example Press)"},
      {"<byline>By<person>Jane Roe</person>,<byttl>Staff Writer</byttl></byline>", "Jane Roe (Staff Writer)"},
      {"<byline>By <person>Jane Roe</person> and <person>John Doe</person></byline>", "Jane Roe, John Doe"},
      {"<byline class=\"print_byline\">By Jane Roe</byline><byline class=\"normalized_byline\">Roe, "
       "Jane</byline>",
       "Jane Roe"},
      {"<byline><byttl>Sports Network</byttl></byline>", "Sports Network"},
      {"<byline>gr/bp</byline>", ""},
      {"", ""},
  }));
  CAPTURE(byline);
  CHECK(shown(article_with("", byline, "<p>Copy.</p>").bylines) == expected);
}

TEST_CASE("a byline and a dateline in the copy are no copy") {
  const Article a =
      article_with("", "", "<p>By Jane Roe</p><p>OSLO, Norway (AP) -- Snow fell.</p><p>It melted.</p>");
  CHECK(shown(a.bylines) == "Jane Roe");
  CHECK(shown(a.dateline) == "OSLO, Norway (AP) -- | Oslo, Norway |  | AP");
  CHECK(a.body == "Snow fell.\n\nIt melted.");
}

TEST_CASE("NITF's status words are understood") {
  const auto [word, expected] = GENERATE(table<std::string, Status>({
      {"usable", Status::usable},
      {"embargoed", Status::usable},
      {"canceled", Status::withdrawn},
      {"killed", Status::withdrawn},
      {"withheld", Status::withdrawn},
      {"corrected", Status::corrected},
      {"", Status::usable},
  }));
  CAPTURE(word);
  CHECK(article_with("<docdata management-status=\"" + word + "\"/>", "", "<p>Copy.</p>").status == expected);
}

TEST_CASE("notes to editors that begin as a correction's do make it one") {
  const auto [message, expected] = GENERATE(table<std::string, Status>({
      {"info=\"CORRECTS spelling in paragraph 3\"", Status::corrected},
      {"info=\"Correction: see last line\"", Status::corrected},
      {"info=\"Correctional officers are quoted\"", Status::usable},
      {"info=\"Adds quotes, corrects style\"", Status::usable},
      {"info=\"\"", Status::usable},
      {"msg-type=\"Kill\"", Status::withdrawn},
  }));
  CAPTURE(message);
  CHECK(article_with("<docdata><ed-msg " + message + "/></docdata>", "", "<p>Copy.</p>").status == expected);
}

TEST_CASE("a notice about another document withdraws that one in all its versions") {
  const auto [docdata, gone] = GENERATE(table<std::string, std::string>({
      {"<docdata management-status='canceled' management-doc-idref='old'/>", "old"},
      {"<docdata management-status='usable' management-doc-idref='old' management-idref-status='canceled'/>",
       "old"},
      {"<docdata management-status='canceled' management-doc-idref='old' management-idref-status='usable'/>",
       ""},
      {"<docdata management-status='usable' management-doc-idref='old'/>", ""},
      {"<docdata><doc-id id-string='new'/><correction id-string='old'/></docdata>", "old"},
      {"<docdata><doc-id id-string='new'/><correction id-string='new'/></docdata>", ""},
      {"<docdata><correction/></docdata>", ""},
  }));
  CAPTURE(docdata);
  std::string found;
  for (const Article& a :
       read_with(kNitf, "<nitf><head>" + docdata + "</head><body>Copy.</body></nitf>").articles) {
    const bool withdraws =
        a.status == Status::withdrawn && a.version == std::numeric_limits<std::uint32_t>::max();
    if (withdraws) found += a.id;
  }
  CHECK(found == gone);
}

TEST_CASE("the date is that of issue, then of print, then of release") {
  const auto [docdata, expected] = GENERATE(table<std::string, std::string>({
      {"<docdata><date.issue norm=\"20020225T143000-0500\"/><date.release "
       "norm=\"20020225T143000-0500\"/></docdata>",
       "2002-02-25 14:30:00 -05:00 nitf:date.issue"},
      {"<docdata><date.release norm=\"20020225\"/></docdata>", "2002-02-25 nitf:date.release"},
      {"<pubdata date.publication=\"20070101T000000\"/>", "2007-01-01 nitf:pubdata"},
      {"<meta name=\"publication_year\" content=\"2007\"/><meta name=\"publication_month\" content=\"2\"/>"
       "<meta name=\"publication_day_of_month\" content=\"1\"/>",
       "2007-02-01 nitf:meta"},
      {"", ""},
  }));
  CAPTURE(docdata);
  CHECK(shown(article_with(docdata, "", "<p>Copy.</p>").published) == expected);
}

TEST_CASE("a date that is none is told with its line and the article stays") {
  const Article a = article_of(
      "<nitf>\n<head><docdata>\n<date.issue norm=\"YYYYMMDD\"/></docdata></head>"
      "<body><body.content><p>Copy.</p></body.content></body></nitf>");
  CHECK_FALSE(a.published);
  CHECK(shown(a.diagnostics) == "date.unreadable:3:0 article.no-headline:1:1 ");
}

TEST_CASE("the full text is read once where an archive repeats the lead") {
  const Article a = article_with("", "<hedline><hl1>H</hl1></hedline>",
                                 "<block class=\"lead_paragraph\"><p>One.</p></block>"
                                 "<block class=\"full_text\"><p>One.</p><p>Two.</p></block>");
  CHECK(a.body == "One.\n\nTwo.");
}

TEST_CASE("line breaks wrap, two of them divide") {
  const Article a =
      article_with("", "<hedline><hl1>H</hl1></hedline>", "<p>One <br/>goes on.<br/> <br/>Two.</p><p/>");
  CHECK(a.body == "One goes on.\n\nTwo.");
}

TEST_CASE("NITF without text is a fault, a kill without text is not") {
  const ReadResult empty = read_with(kNitf, "<nitf><body/></nitf>");
  CHECK(empty.articles.empty());
  CHECK(shown(empty.faults) == "article.empty:1:1 ");
  const Article kill = article_of(
      "<nitf><head><docdata management-status=\"canceled\"><doc-id id-string=\"a-1\"/>"
      "</docdata></head><body/></nitf>");
  CHECK(kill.status == Status::withdrawn);
  CHECK(kill.id == "a-1");
}

TEST_CASE("NITF is known by its root") {
  CHECK(sniff_nitf("<?xml version='1.0'?><!-- a > b --><!DOCTYPE nitf [<!ENTITY a '>'>]>\n<nitf>") ==
        Confidence::certain);
  CHECK(sniff_nitf("\xEF\xBB\xBF  <x:nitf xmlns:x='urn:x'/>") == Confidence::certain);
  CHECK(sniff_nitf("<rss><nitf/></rss>") == Confidence::maybe);
  CHECK(sniff_nitf("The nitf format") == Confidence::no);
}
