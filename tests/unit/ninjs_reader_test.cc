#include <catch2/catch.hpp>

#include "indexer/readers/json_news.h"
#include "tests/unit/reader_fixture.h"

using namespace dateline;

namespace {

Article only(ReadResult result) {
  CAPTURE(shown(result.faults));
  REQUIRE(result.articles.size() == 1);
  return result.articles.front();
}

// An item with these members beside its id.
Article item(const std::string& members) {
  return only(read_with(kNinjs, R"({"uri":"urn:n:1","pubstatus":"usable",)" + members + "}"));
}

}  // namespace

TEST_CASE("an item of ninjs 1 has every field") {
  const ReadResult result = read_with(kNinjs, source_file("corpus/formats/2015-ninjs-akureyri-towels.json"));
  CHECK(shown(result.faults) == "");
  const Article a = only(result);
  CHECK(a.id == "urn:newsml:skerrywire.example:20150611:akureyri-towels");
  CHECK(a.version == 2);
  CHECK(a.headline == "Pool attendants in Akureyri walk out over towels");
  CHECK(a.abstract == "Forty bathers finished their swim unsupervised.");
  CHECK(shown(a.bylines) == "Sigrun Vidalin");
  CHECK(shown(a.dateline) == "AKUREYRI, Iceland (Skerry Wire) - | Akureyri, Iceland |  | Skerry Wire");
  CHECK(shown(a.captions) ==
        "Bathers fold their own towels at the pool in Akureyri, Iceland, on Thursday. | Petra Lund/Skerry "
        "Wire");
  CHECK(a.body.starts_with("Six attendants"));
  CHECK(shown(a.published) == "2015-06-11 09:05:00 Z ninjs:first_created");
  CHECK(shown(a.updated) == "2015-06-11 15:20:00 Z ninjs:version_created");
  CHECK(a.publication == "Skerry Wire");
  CHECK(a.section == "Labour");
  CHECK(shown(a.subjects) == "[strike|medtop:20000533|medtop]");
  CHECK(names_in(a.persons) == "Halldor Asmundsson");
  CHECK(names_in(a.places) == "Iceland");
  CHECK(a.extra == std::map<std::string, std::string>{{"slugline", "ICELAND-POOL"}, {"urgency", "5"}});
}

TEST_CASE("items of ninjs 3 are chosen from their lists by role and type") {
  const ReadResult result = read_with(kNinjs, source_file("corpus/formats/2023-ninjs-broken-hill-tram.json"));
  CHECK(shown(result.faults) == "");
  REQUIRE(result.articles.size() == 2);
  const Article& a = result.articles[0];
  CHECK(a.headline == "Museum in Broken Hill finds the tram it was built for");
  CHECK(joined(a.subheadlines) == "Forty years of chickens");
  CHECK(shown(a.bylines) == "Keira Doolan (Staff Reporter)");
  CHECK(shown(a.captions) ==
        "Ron Pascoe in the cab of Car No. 6 near Menindee, with tenants. | Barrier Post");
  CHECK(a.body.ends_with("has moved the birds."));
  CHECK(a.body.find("it had rails") == a.body.rfind("it had rails"));
  CHECK(shown(a.published) == "2023-04-17 08:40:00 +09:30 ninjs:version_created");
  CHECK_FALSE(a.updated);
}

TEST_CASE("the publication status of ninjs is the article's") {
  const auto [word, status] = GENERATE(table<std::string, Status>({
      {"usable", Status::usable},
      {"withheld", Status::withdrawn},
      {"canceled", Status::withdrawn},
  }));
  CAPTURE(word);
  const Article a = only(
      read_with(kNinjs, R"({"uri":"urn:n:1","headline":"A","body_text":"B","pubstatus":")" + word + "\"}"));
  CHECK(a.status == status);
}

TEST_CASE("a withdrawn item needs no text") {
  const Article a = only(read_with(kNinjs, R"({"guid":"urn:n:1","version":"3","pubstatus":"canceled"})"));
  CHECK(a.status == Status::withdrawn);
  CHECK(a.version == 3);
}

TEST_CASE("the embargo of ninjs is kept") {
  CHECK(shown(item(R"("headline":"A","body_text":"B","embargoed":"2030-01-01T00:00:00Z")").embargo) ==
        "2030-01-01 00:00:00 Z ninjs:embargoed");
}

TEST_CASE("captions come from pictures, also from those of features inside the item") {
  const Article a = item(R"("headline":"A","body_text":"B","associations":{
    "one":{"type":"picture","description_text":"A man on a bridge.","byline":"Jane Roe/AP"},
    "two":{"type":"video","description_text":"A film of a bridge."},
    "three":{"type":"text","headline":"Another story","associations":{
      "four":{"type":"picture","description_text":"The bridge at night."}}}})");
  CHECK(shown(a.captions) == "A man on a bridge. | Jane Roe/AP\nThe bridge at night. | ");
}

TEST_CASE("a picture of ninjs by itself is an article of its caption") {
  const Article a = item(
      R"("type":"picture","headline":"Bridge","byline":"Jane Roe","description_text":"A man on a bridge.")");
  CHECK(a.headline == "Bridge");
  CHECK(shown(a.captions) == "A man on a bridge. | Jane Roe");
  CHECK(shown(a.bylines) == "");
  CHECK(a.body.empty());
}

TEST_CASE("a package is left out with a note, unless texts lie in it") {
  const ReadResult listing = read_with(kNinjs, R"({"uri":"urn:n:1","pubstatus":"usable","type":"composite",
    "headline":"Morning list","associations":{"a":{"type":"text","headline":"One"}}})");
  CHECK(listing.articles.empty());
  CHECK(shown(listing.faults) == "ninjs.no-news:1:1 ");
  CHECK(listing.faults.front().severity == Severity::warning);
  const ReadResult whole = read_with(kNinjs, R"({"uri":"urn:n:1","pubstatus":"usable","type":"composite",
    "headline":"Morning list","associations":[{"type":"text","uri":"urn:n:2","headline":"One","body_text":"It is."}]})");
  CHECK(whole.articles.at(0).id == "urn:n:2");
  CHECK(whole.faults.empty());
}

TEST_CASE("one text in several markups is one body") {
  const Article a =
      item(R"("headline":"A","bodies":[{"role":"main","contentType":"text/plain","value":"OSLO (AP) - B c."},
    {"role":"richtext","value":"<p>OSLO (AP) - B</p><p>c.</p>"}])");
  CHECK(a.body == "B\n\nc.");
}

TEST_CASE("NITF says more than the plain text beside it") {
  const Article a = item(R"("headline":"A","bodies":[{"role":"text","contentType":"text/plain","value":"C."},
    {"role":"nitf","value":"<nitf><body><body.head><byline>By Ada Lind</byline></body.head><body.content><p>B.</p><p>C.</p></body.content></body></nitf>"}])");
  CHECK(a.body == "B.\n\nC.");
  CHECK(a.bylines.at(0).name == "Ada Lind");
}

TEST_CASE("events are no news") {
  const ReadResult result =
      read_with(kNinjs, R"({"uri":"urn:n:1","pubstatus":"usable","type":"event","title":"A fair"})");
  CHECK(shown(result.faults) == "ninjs.no-news:1:1 ");
}

TEST_CASE("items inside an answer are found") {
  const Article a = only(read_with(
      kNinjs,
      R"({"total":1,"item":[{"uri":"urn:n:7","pubstatus":"usable","headline":"A","body_html":"<p>B</p>"}]})"));
  CHECK(a.id == "urn:n:7");
  CHECK(a.body == "B");
}

TEST_CASE("the sniffer tells ninjs from other JSON") {
  const auto [head, format] = GENERATE(table<std::string, std::string>({
      {R"({"uri":"urn:n:1","versioncreated":"2020-01-01","headline":"A"})", "ninjs"},
      {R"([{"guid":"1","pubstatus":"usable","headline":"A","body_html":"B"}])", "ninjs"},
      {R"({"uri":"urn:n:1","bodies":[],"headlines":[{"value":")", "ninjs"},
      {R"({"api_version":"1","data":{"items":[{"item":{"uri":"u","pubstatus":"usable","headline":"A"}}]}})",
       "json"},
      {R"({"headline":"A","body":"B"})", "dateline-json"},
      {R"({"schema":1,"headline":"A","author":"B","body":"C"})", "dateline-json"},
      {R"({"headline":"A","body":"B","author":"C"})", "json"},
      {R"({"title":"A","text":"B"})", "json"},
      {"\xEF\xBB\xBF[\n{\"title\":\"A\",\"date\":\"B\"}", "json"},
      {R"({"name":"left-pad","version":"1.0.0"})", "json"},
      {R"({"title":"A","text":"B",oops)", "json"},
      {"{Editors: hold for release}\n\nA story begins here.", "text"},
      {"{\"What\" she said} and then, more.", "text"},
      {"[Note] \"title\": none", "text"},
  }));
  CAPTURE(head);
  const Format* found = sniff_format(head);
  REQUIRE(found);
  CHECK(found->name == format);
}
