#include "indexer/archive/document.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "dateline/record.h"
#include "dateline/schema.h"
#include "dateline/terms.h"

using namespace dateline;

namespace {

BuiltDocument build(const Article& article) {
  WordForms forms;
  return build_document(article, forms);
}

// Every term in byte order, with its positions as `term@1,2` and the hash of display forms left out.
std::vector<std::string> terms(const Xapian::Document& document) {
  std::vector<std::string> all;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    std::string name = *term;
    if (name.starts_with(kFormPrefix)) name = "XFORM:" + name.substr(std::string(kFormPrefix).size() + 16);
    std::ostringstream out;
    out << name;
    char before = '@';
    for (auto position = term.positionlist_begin(); position != term.positionlist_end(); ++position) {
      out << before << *position;
      before = ',';
    }
    all.push_back(out.str());
  }
  std::ranges::sort(all);
  return all;
}

bool has_term(const Xapian::Document& document, const std::string& wanted) {
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    if (*term == wanted) return true;
  }
  return false;
}

std::size_t keys_in(const Xapian::Document& document, const char* field) {
  return document.get_value(find_field(field)->slot).size() / 8;
}

using Terms = std::vector<std::string>;

}  // namespace

TEST_CASE("an article with nothing in it has its id and no other term") {
  Article a;
  a.id = "urn:test:1";
  const BuiltDocument built = build(a);
  CHECK(terms(built.document) == Terms{"Qurn:test:1"});
  CHECK(built.expansions.empty());
}

TEST_CASE("texts become words with positions, fields apart, short fields under their prefix too") {
  Article a;
  a.id = "1";
  a.headline = "Port opens";
  a.subheadlines = {"At last"};
  a.abstract = "Short";
  a.captions = {{"The port", "Can"}, {"A tug", ""}};
  a.bylines = {{"Jane Roe", "Editor"}};
  a.dateline = Dateline{"IZMIR (XY) —", "Izmir", "", "XY"};
  a.body = "Ships return.\n\nPort busy.";
  CHECK(terms(build(a).document) == Terms{"Aeditor@713",
                                          "Ajane@611",
                                          "Aroe@612",
                                          "Bshort@205",
                                          "Q1",
                                          "Sat@103",
                                          "Slast@104",
                                          "Sopens@2",
                                          "Sport@1",
                                          "XBYLINE:jane roe",
                                          "XCAPTION:a@509",
                                          "XCAPTION:port@307",
                                          "XCAPTION:the@306",
                                          "XCAPTION:tug@510",
                                          "XCREDIT:can@408",
                                          "XFORM:Jane Roe",
                                          "XHAS:byline",
                                          "XHAS:caption",
                                          "a@509",
                                          "at@103",
                                          "busy@919",
                                          "can@408",
                                          "editor@713",
                                          "izmir@814",
                                          "jane@611",
                                          "last@104",
                                          "opens@2",
                                          "port@1,307,918",
                                          "return@917",
                                          "roe@612",
                                          "ships@916",
                                          "short@205",
                                          "the@306",
                                          "tug@510",
                                          "xy@815"});
}

TEST_CASE("a word of the headline counts three times") {
  Article a;
  a.headline = a.body = "harbour";
  const Xapian::Document document = build(a).document;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    if (*term == "harbour") CHECK(term.get_wdf() == 4);
    if (*term == "Sharbour") CHECK(term.get_wdf() == 1);
  }
}

TEST_CASE("names become filters, forms and slots; pictured are those named in captions") {
  Article a;
  a.persons = {Person{"Jane Roe", 1, {TextField::caption}, Origin::text, {}},
               Person{"Recep Tayyip Erdoğan", 1, {TextField::body}, Origin::text, {}}};
  a.organisations = {Organisation{"United Nations", 1, {}, Origin::text, {}}};
  const BuiltDocument built = build(a);
  for (const char* term :
       {"XPERSON:jane roe", "XPERSON:recep tayyip erdogan", "XPICTURED:jane roe", "XORG:united nations"}) {
    CAPTURE(term);
    CHECK(has_term(built.document, term));
  }
  CHECK_FALSE(has_term(built.document, "XPICTURED:recep tayyip erdogan"));
  CHECK_FALSE(has_term(built.document, "jane"));
  CHECK_FALSE(has_term(built.document, "XHAS:byline"));
  CHECK(keys_in(built.document, "person") == 2);
  CHECK(keys_in(built.document, "pictured") == 1);
  CHECK(built.document.get_value(find_field("pictured")->slot) ==
        facet_slot({facet_key(ValueKind::person, "Jane Roe")}));
  CHECK(std::ranges::count(built.expansions, Expansion{"name:person:roe", "jane roe"}) == 2);
  CHECK(std::ranges::count(built.expansions, Expansion{"name:organisation:nations", "united nations"}) == 1);
}

TEST_CASE("what holds a place is of the kind that its country's paths have there") {
  const auto [country, path, forms] = GENERATE(table<std::string, std::vector<std::string>, Terms>({
      {"GB",
       {"Soho, London", "London", "United Kingdom"},
       {"XFORM:London\tLondon\tcity\tGB", "XFORM:Soho, London\tSoho\tcity\tGB",
        "XFORM:United Kingdom\tUnited Kingdom\tcountry\tGB"}},
      {"US",
       {"Harlem, New York", "New York", "New York, United States", "United States"},
       {"XFORM:Harlem, New York\tHarlem\tcity\tUS", "XFORM:New York\tNew York\tcity\tUS",
        "XFORM:New York, United States\tNew York\tregion\tUS",
        "XFORM:United States\tUnited States\tcountry\tUS"}},
  }));
  CAPTURE(country);
  Article a;
  Place place;
  place.value = path.front(), place.name = place.value.substr(0, place.value.find(','));
  place.country = country, place.path = path;
  a.places = {place};
  const Xapian::Document document = build(a).document;
  Terms found = terms(document);
  std::erase_if(found, [](const std::string& term) { return !term.starts_with("XFORM:"); });
  CHECK(found == forms);
  CHECK(keys_in(document, "city") == 1);
  CHECK(keys_in(document, "country") == 1);
}

TEST_CASE("a place is found under everything that holds it, once") {
  Article a;
  Place paris;
  paris.name = "Paris", paris.value = "Paris, Texas", paris.kind = PlaceKind::city, paris.country = "US";
  paris.continent = "North America", paris.path = {"Paris, Texas", "Texas", "United States"};
  Place texas;
  texas.name = texas.value = "Texas", texas.kind = PlaceKind::region, texas.country = "US";
  texas.path = {"Texas", "United States"};
  a.places = {paris, texas};
  const Xapian::Document document = build(a).document;
  CHECK(terms(document) == Terms{"Nunited states", "Q", "XCITY:paris texas", "XCONTINENT:north america",
                                 "XFORM:North America\tNorth America\tcontinent\t",
                                 "XFORM:Paris, Texas\tParis\tcity\tUS", "XFORM:Texas\tTexas\tregion\tUS",
                                 "XFORM:United States\tUnited States\tcountry\tUS", "XPLACE:paris texas",
                                 "XPLACE:texas", "XPLACE:united states"});
  CHECK(keys_in(document, "place") == 3);
  CHECK(keys_in(document, "city") == 1);
  CHECK(keys_in(document, "country") == 1);
  CHECK(keys_in(document, "continent") == 1);
}

TEST_CASE("dates stand in slots and terms as finely as they are known") {
  const auto [date, time, slot, expected] = GENERATE(table<std::string, std::string, std::string, Terms>({
      {"1890", "", "1890", {"Q", "XHAS:date", "Y1890"}},
      {"2025-02", "", "202502", {"M202502", "Q", "XHAS:date", "Y2025"}},
      {"2025-02-26", "", "20250226", {"D20250226", "M202502", "Q", "XHAS:date", "Y2025"}},
      {"2025-02-26", "13:17", "202502261317", {"D20250226", "M202502", "Q", "XHAS:date", "Y2025"}},
  }));
  CAPTURE(date);
  Article a;
  a.published = parse_iso(date, time);
  const Xapian::Document document = build(a).document;
  CHECK(document.get_value(kPublishedSlot) == slot);
  CHECK(document.get_value(kUpdatedSlot).empty());
  CHECK(terms(document) == expected);
}

TEST_CASE("updates, embargoes and indexing have slots but no terms") {
  Article a;
  a.updated = parse_iso("2025-02-26", "13:17:08");
  a.embargo = parse_iso("2025-03-01");
  a.indexed = "2026-01-02T03:04:05Z";
  const Xapian::Document document = build(a).document;
  CHECK(document.get_value(kUpdatedSlot) == "20250226131708");
  CHECK(document.get_value(kEmbargoSlot) == "20250301");
  CHECK(document.get_value(kIndexedSlot) == "20260102030405");
  CHECK(document.get_value(kPublishedSlot).empty());
  CHECK(terms(document) == Terms{"Q"});
}

TEST_CASE("labels are folded, addresses are not") {
  Article a;
  a.keywords = {"Oil Price"};
  a.subjects = {{"Économie", "x:1", "x"}, {"", "x:2", "x"}};
  a.section = "Trade";
  a.publication = "The Quay";
  a.language = "en-GB";
  a.url = "https://Example.org/A";
  CHECK(terms(build(a).document) == Terms{"Keconomie", "Koil price", "Len gb", "Q", "Uhttps://Example.org/A",
                                          "XFORM:Oil Price", "XFORM:The Quay", "XFORM:Trade", "XFORM:en-GB",
                                          "XFORM:Économie", "XPUBLICATION:the quay", "XSECTION:trade"});
}

TEST_CASE("the document's data is the article's record") {
  Article a;
  a.id = "urn:test:1";
  a.headline = "Harbour";
  const auto read = decode_record(build(a).document.get_data());
  REQUIRE(read);
  CHECK(read->headline == "Harbour");
}

TEST_CASE("words lead to their forms by stem and by spelling without accents") {
  Article a;
  a.language = "fr";
  a.body = "Élections élections 2025 élection";
  const auto expansions = build(a).expansions;
  CHECK(std::ranges::count(expansions, Expansion{"family:fr:elect", "élections"}) == 1);
  CHECK(std::ranges::count(expansions, Expansion{"family:fr:elect", "élection"}) == 1);
  CHECK(std::ranges::count(expansions, Expansion{"variant:elections", "élections"}) == 1);
  CHECK(std::ranges::count(expansions, Expansion{"variant:election", "élection"}) == 1);
  CHECK(std::ranges::count(expansions, Expansion{"name:language:fr", "fr"}) == 1);
  CHECK(expansions.size() == 5);
}

TEST_CASE("hostile values make a document that Xapian takes") {
  Article a;
  const std::string run(300, 'x'), zeros(200, '\0');
  std::string many_words, expanding;
  for (int i = 0; i < 100; ++i) many_words += "word" + std::to_string(i) + " ";
  for (int i = 0; i < 21; ++i) expanding += "\uFDFA";
  a.id = a.url = zeros + "id";
  a.headline = run + " " + expanding;
  a.body = std::string("a\0b", 3);
  a.language = "xx-" + std::string(30, 'y');
  a.keywords = {run, std::string(300, '!'), many_words, zeros, expanding, "tab\tin it"};
  a.persons = {Person{many_words, 1, {}, Origin::text, {}}};
  const BuiltDocument built = build(a);
  for (auto term = built.document.termlist_begin(); term != built.document.termlist_end(); ++term) {
    const std::string name = *term;
    CAPTURE(name);
    CHECK(name.size() + static_cast<std::size_t>(std::ranges::count(name, '\0')) <= kMaxTerm);
  }
  for (const auto& [key, value] : built.expansions) {
    CAPTURE(key);
    CHECK(key.size() <= kMaxTerm);
    CHECK(value.size() <= kMaxTerm);
  }
}
