#include "indexer/readers/rss.h"

#include <catch2/catch.hpp>

#include "tests/unit/reader_fixture.h"

using namespace dateline;

namespace {

Article only(ReadResult result) {
  CAPTURE(shown(result.faults));
  REQUIRE(result.articles.size() == 1);
  return result.articles.front();
}

constexpr const char* kRssStart =
    "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:media='http://search.yahoo.com/mrss/'><channel>"
    "<title>The Feed</title>";

Article rss_item(const std::string& inside) {
  return only(read_with(kRss, kRssStart + ("<item>" + inside + "</item></channel></rss>")));
}

Article atom_entry(const std::string& inside) {
  return only(read_with(kRss, "<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title><entry>" + inside +
                                  "</entry></feed>"));
}

}  // namespace

TEST_CASE("an RSS item has every field") {
  const ReadResult result = read_with(kRss, source_file("corpus/formats/2017-rss-city-desk.xml"));
  CHECK(shown(result.faults) == "");
  REQUIRE(result.articles.size() == 2);
  const Article& a = result.articles[0];
  CHECK(a.id == "harbourwire.example:city:40117");
  CHECK(a.url == "https://harbourwire.example/city/2017/03/bus-stop");
  CHECK(a.headline == "Bristol’s busiest bus stop has no bus");
  CHECK(shown(a.bylines) == "Tamsin Oyelaran");
  CHECK(shown(a.published) == "2017-03-14 07:30:00 +00:00 rss:pubDate");
  CHECK(shown(a.captions) ==
        "Passengers wait in Stokes Croft, Bristol, on Monday for a bus that was withdrawn in January. | "
        "Rhodri Pask/Harbour Wire\nThe sign, as amended by hand. | Harbour Wire");
  CHECK(a.abstract == "The 41 was withdrawn in January. The queue was not.");
  CHECK(a.body.starts_with("Every weekday at ten to eight"));
  CHECK(a.body.ends_with("The council has asked for a bench."));
  CHECK(joined(a.keywords) == "Transport, Bristol");
  CHECK(a.publication == "The Harbour Wire: City");
  CHECK(a.language == "en-gb");
}

TEST_CASE("an Atom entry has every field") {
  const Article a = only(read_with(kRss, source_file("corpus/formats/2021-atom-observatory.xml")));
  CHECK(a.id == "tag:southernsky.example,2021:vicuna");
  CHECK(a.url == "https://southernsky.example/2021/vicuna");
  CHECK(a.headline == "Vicuña stops telescope for forty minutes");
  CHECK(shown(a.bylines) == "Camila Arriagada");
  CHECK(shown(a.published) == "2021-09-29 14:20:00 -03:00 rss:published");
  CHECK(shown(a.updated) == "2021-09-30 09:00:00 -03:00 rss:updated");
  CHECK(joined(a.keywords) == "Astronomy");
  CHECK(a.abstract.starts_with("An animal on the rails"));
  CHECK(a.body.ends_with("The exposure will be repeated in October."));
}

TEST_CASE("a WordPress export gives its posts as the site prints them") {
  const ReadResult result = read_with(kRss, source_file("corpus/formats/2013-wxr-island-paper.xml"));
  CHECK(shown(result.faults) == "rss.left-out:14:1 ");
  const Article a = only(result);
  CHECK(a.headline == "Mail plane lands with one letter & a cake");
  CHECK(shown(a.bylines) == "Mere Tautari");
  CHECK(shown(a.published) == "2013-07-02 09:40:00 rss:wp:post_date");
  CHECK(shown(a.captions) == "Postmistress Hine Ruru with the mailbag at Oban. | Mere Tautari");
  CHECK(a.section == "Transport");
  CHECK(joined(a.keywords) == "mail");
  CHECK(a.abstract == "A thin day for the post.");
  CHECK(
      a.body.find("described as theoretical.\n\nIt carried one letter [sic] and a cake.\n\nThe letter was") !=
      std::string::npos);
}

TEST_CASE("what WordPress has not published is no article") {
  const auto [type, status, kept] = GENERATE(table<std::string, std::string, bool>({
      {"post", "publish", true},
      {"post", "inherit", true},
      {"page", "publish", true},
      {"review", "publish", true},
      {"post", "draft", false},
      {"post", "private", false},
      {"attachment", "inherit", false},
      {"nav_menu_item", "publish", false},
  }));
  CAPTURE(type, status);
  const ReadResult result = read_with(
      kRss, "<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel><item><title>T</title><wp:post_type>" +
                type + "</wp:post_type><wp:status>" + status + "</wp:status></item></channel></rss>");
  CHECK(result.articles.size() == (kept ? 1 : 0));
}

TEST_CASE("WordPress's shortcodes go, words in brackets stay") {
  const auto [content, expected] = GENERATE(table<std::string, std::string>({
      {"He said [sic] so.", "He said [sic] so."},
      {"[dropcap]O[/dropcap]nce", "Once"},
      {"A[contact_form]B", "AB"},
      {"A [gallery ids='1,2'] B [embed]C[/embed]", "A B C"},
      {"[x [y [z", "[x [y [z"},
      {"One.\n\nTwo\nlines.", "One.\n\nTwo lines."},
  }));
  CAPTURE(content);
  const Article a = only(
      read_with(kRss,
                "<rss xmlns:wp='http://wordpress.org/export/1.2/' "
                "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item><title>T</title>"
                "<wp:post_type>post</wp:post_type><content:encoded>" +
                    content + "</content:encoded></item></channel></rss>"));
  CHECK(a.body == expected);
}

TEST_CASE("a short description is the abstract, a long one the story") {
  CHECK(rss_item("<title>T</title><description>Short.</description>").abstract == "Short.");
  CHECK(rss_item("<title>T</title><description>Short.</description>").body == "");
  CHECK(rss_item("<title>T</title><description>&lt;p&gt;A.&lt;/p&gt;&lt;p&gt;B.&lt;/p&gt;</description>")
            .body == "A.\n\nB.");
}

TEST_CASE("what plug-ins put below a post is not of it") {
  const Article a =
      only(read_with(kRss,
                     "<rss><channel><item><title>Rain</title><encoded><![CDATA[<p>It rained.</p><div "
                     "class='sharedaddy sd-sharing-enabled'><h3>Share this:</h3></div><p>The post Rain "
                     "appeared first on Oslo Post.</p>]]></encoded></item></channel></rss>"));
  CHECK(a.body == "It rained.");
}

TEST_CASE("titles are read with any kind of markup") {
  const auto [title, expected] = GENERATE(table<std::string, std::string>({
      {"<title>Plain &amp; simple</title>", "Plain & simple"},
      {"<title type='html'>&lt;b&gt;Bold&lt;/b&gt; move</title>", "Bold move"},
      {"<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>In <em>line</em></div></title>",
       "In line"},
      {"<title type='text'>1 &lt; 2</title>", "1 < 2"},
      {"<title type='text/html' mode='base64'>QSA8Yj5iPC9iPg==</title>", "A b"},
      {"<title><![CDATA[Caf&eacute; <i>closes</i>]]></title>", "Café closes"},
  }));
  CAPTURE(title);
  CHECK(atom_entry(title).headline == expected);
}

TEST_CASE("writers stand in many elements") {
  const auto [inside, expected] = GENERATE(table<std::string, std::string>({
      {"<author>jane@example.org (Jane Roe)</author>", "Jane Roe"},
      {"<author>jane@example.org</author>", ""},
      {"<author>Jane Roe &lt;jane@example.org&gt;</author>", "Jane Roe"},
      {"<dc:creator>By Jane Roe and John Doe</dc:creator>", "Jane Roe, John Doe"},
      {"<dc:creator>Jane Roe</dc:creator><author>x@example.org</author>", "Jane Roe"},
  }));
  CAPTURE(inside);
  CHECK(shown(rss_item("<title>T</title>" + inside).bylines) == expected);
}

TEST_CASE("the time of publication is never that of a change where both are told") {
  const auto [inside, published, updated] = GENERATE(table<std::string, std::string, std::string>({
      {"<published>2020-01-02T03:04:05Z</published><updated>2021-01-01T00:00:00Z</updated>",
       "2020-01-02 03:04:05 Z rss:published", "2021-01-01 00:00:00 Z rss:updated"},
      {"<modified>2003-12-31T10:14:55Z</modified><issued>2003-12-31</issued>", "2003-12-31 rss:issued",
       "2003-12-31 10:14:55 Z rss:modified"},
      {"<updated>2021-01-01T00:00:00Z</updated>", "2021-01-01 00:00:00 Z rss:updated", ""},
      {"<updated>yesterday</updated>", "", ""},
  }));
  CAPTURE(inside);
  const Article a = atom_entry("<title>T</title>" + inside);
  CHECK(shown(a.published) == published);
  CHECK(shown(a.updated) == updated);
}

TEST_CASE("old feeds are read: RSS 0.9 and 1.0 in RDF, prefixes that nobody declared") {
  const Article a = only(read_with(
      kRss,
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
      "<channel><title>Old</title></channel><item rdf:about='http://a.example/1'><title>T</title>"
      "<dc:creator>Jane Roe</dc:creator></item></rdf:RDF>"));
  CHECK(a.publication == "Old");
  CHECK(a.url == "http://a.example/1");
  CHECK(shown(a.bylines) == "Jane Roe");
}

TEST_CASE("a feed without entries is a warning") {
  const ReadResult result = read_with(kRss, "<rss><channel><title>T</title></channel></rss>");
  CHECK(shown(result.faults) == "rss.no-entries:1:1 ");
  CHECK(result.faults[0].severity == Severity::warning);
}

TEST_CASE("feeds are known by their roots") {
  const auto [head, expected] = GENERATE(table<std::string, Confidence>({
      {"<?xml version='1.0'?><rss version='0.91'>", Confidence::certain},
      {"  \n<rss>", Confidence::certain},
      {"<feed xmlns='http://www.w3.org/2005/Atom'>", Confidence::certain},
      {"<feed xmlns='http://purl.org/atom/ns#'>", Confidence::certain},
      {"<rdf:RDF xmlns:rdf='u' xmlns='http://purl.org/rss/1.0/'>", Confidence::certain},
      {"<rdf:RDF xmlns:rdf='u'><rdf:Description/></rdf:RDF>", Confidence::no},
      {"<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", Confidence::certain},
      {"<envelope><entry xmlns='http://www.w3.org/2005/Atom'>", Confidence::likely},
      {"<html><head>", Confidence::no},
      {"rss feeds are old", Confidence::no},
  }));
  CAPTURE(head);
  CHECK(sniff_rss(head) == expected);
}
