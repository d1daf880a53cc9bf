#include "dateline/json.h"

#include <catch2/catch.hpp>

#include "dateline/from_json.h"

using namespace dateline;

namespace {

const char* const kWhole = R"({
  "schema": 1, "id": "urn:test:1", "version": 3, "status": "corrected",
  "embargo": {"date": "2025-03-01", "time": "06:00", "zone": "Z", "precision": "minute", "rule": "x:embargo"},
  "indexed": "2026-01-02T03:04:05Z",
  "source": {"path": "/in/b.zip", "member": "b.json", "ordinal": 2, "format": "dateline-json"},
  "headline": "Harbour reopens", "subheadlines": ["Second line", "Third line"], "abstract": "In short.",
  "bylines": [{"name": "Jane Roe", "role": "Shipping editor"}, {"name": "Ali Can", "role": null}],
  "dateline": {"text": "IZMIR, Turkey (XY) —", "place": "Izmir, Turkey", "date": "Feb 26", "agency": "XY"},
  "captions": [{"text": "The pier at dawn.", "credit": "A. Can"}, {"text": "A tug.", "credit": null}],
  "body": "One.\n\nTwo.",
  "published": {"date": "2025-02-26", "time": "13:17:08", "zone": "+05:30", "precision": "second", "rule": "x:a"},
  "updated": {"date": "2025-02", "time": null, "zone": null, "precision": "month", "rule": "x:b"},
  "language": "en-GB", "section": "Trade", "keywords": ["port", "trade"],
  "subjects": [{"name": "shipping", "code": "x:1", "scheme": "x"}, {"name": null, "code": "x:2", "scheme": null}],
  "publication": "The Quay", "url": "https://example.org/1", "edition": "2", "page": "B4",
  "extra": {"desk": "foreign", "note": "a\tb"},
  "persons": [{"name": "Jane Roe", "count": 2, "in": ["headline", "body"], "origin": "both", "mentions":
    [{"field": "headline", "index": 0, "start": 1, "end": 5, "text": "Jane"},
     {"field": "body", "index": 0, "start": 0, "end": 3, "text": "Roe"}]}],
  "places": [{"name": "Izmir", "value": "Izmir", "kind": "city", "country": "TR", "continent": "Asia",
    "path": ["Izmir", "Turkey"], "lat": 38.41, "lon": 27.13, "count": 1, "in": ["caption"], "origin": "text",
    "mentions": []},
    {"name": "Asia", "value": "Asia", "kind": "continent", "country": null, "continent": null, "path": ["Asia"],
     "lat": null, "lon": null, "count": 0, "in": [], "origin": "metadata", "mentions": []}],
  "organisations": [],
  "diagnostics": [{"severity": "warning", "code": "date.two-digit-year", "message": "odd"}]
})";

std::vector<std::string> bad_keys(const Article& article) {
  std::vector<std::string> keys;
  for (const Diagnostic& d : article.diagnostics) {
    CHECK(d.code == "json.bad-value");
    CHECK(d.severity == Severity::warning);
    const std::size_t start = d.message.find('"') + 1;
    keys.push_back(d.message.substr(start, d.message.find('"', start) - start));
  }
  return keys;
}

std::vector<std::string> differing_keys(const Json& a, const Json& b) {
  std::vector<std::string> keys;
  for (const auto& item : b.items()) {
    if (a.at(item.key()) != item.value()) keys.push_back(item.key() + ": " + dump(a.at(item.key())));
  }
  return keys;
}

}  // namespace

TEST_CASE("a whole article survives the way through JSON and back") {
  const Json json = Json::parse(kWhole);
  const Article article = article_from_json(json);
  CHECK(dump(to_json(article, Mentions::list)) == dump(json));
}

TEST_CASE("every key of the contract is printed, absent ones as null or an empty list") {
  CHECK(dump(to_json(Article{})) ==
        R"({"schema":1,"id":"","version":1,"status":"usable","embargo":null,"indexed":null,)"
        R"("source":{"path":"","member":null,"ordinal":0,"format":""},"headline":null,"subheadlines":[],)"
        R"("abstract":null,"bylines":[],"dateline":null,"captions":[],"body":null,"published":null,)"
        R"("updated":null,"language":null,"section":null,"keywords":[],"subjects":[],"publication":null,)"
        R"("url":null,"edition":null,"page":null,"extra":{},"persons":null,"places":null,)"
        R"("organisations":null,"diagnostics":[]})");
}

TEST_CASE("mentions are printed on demand only") {
  const Article article = article_from_json(Json::parse(kWhole));
  CHECK(dump(to_json(article)).find("mentions") == std::string::npos);
}

TEST_CASE("any one key alone is read, and nothing else is invented") {
  const Json whole = Json::parse(kWhole);
  for (const auto& item : whole.items()) {
    CAPTURE(item.key());
    const Article article = article_from_json(Json{{item.key(), item.value()}});
    Json expected = to_json(Article{}, Mentions::list);
    expected[item.key()] = item.value();
    CHECK(dump(to_json(article, Mentions::list)) == dump(expected));
  }
}

TEST_CASE("any one key may be missing") {
  const Json whole = Json::parse(kWhole);
  for (const auto& item : whole.items()) {
    CAPTURE(item.key());
    Json part = whole;
    part.erase(item.key());
    Json expected = whole;
    expected[item.key()] = to_json(Article{})[item.key()];
    CHECK(dump(to_json(article_from_json(part), Mentions::list)) == dump(expected));
  }
}

TEST_CASE("a value of the wrong type is named and loses nothing else") {
  const Json whole = Json::parse(kWhole);
  const auto wrong = GENERATE(as<std::string>{}, "5", "-1.5", "true", "\"soon\"", "[7]", "{\"odd\":7}");
  // What is right for one key is wrong for another; those for which `wrong` is right are left out.
  for (const auto& item : whole.items()) {
    const std::string& key = item.key();
    const Json value = Json::parse(wrong);
    const bool takes_text = item.value().is_string() && key != "status";
    if (key == "schema" || (value.is_string() && takes_text) || (value == 5 && key == "version") ||
        (value.is_object() && (key == "extra" || key == "source" || key == "dateline")))
      continue;
    CAPTURE(key, wrong);
    Json odd = whole;
    odd["diagnostics"] = Json::array();
    odd[key] = value;
    const Article article = article_from_json(odd);
    CHECK_FALSE(bad_keys(article).empty());
    Json expected = whole;
    expected[key] = to_json(Article{})[key];
    if (value.is_array() && (key == "persons" || key == "places" || key == "organisations"))
      expected[key] = Json::array();
    expected["diagnostics"] = to_json(article)["diagnostics"];
    CHECK(differing_keys(to_json(article, Mentions::list), expected).empty());
  }
}

TEST_CASE("a wrong value inside an object is named and loses nothing else") {
  const auto [json, key] = GENERATE(table<std::string, std::string>({
      {R"({"headline":"h","published":{"date":"2025-02-30"}})", "published"},
      {R"({"headline":"h","published":"26 February"})", "published"},
      {R"({"headline":"h","published":{"date":"2025-02-26","time":"25:00"}})", "published"},
      {R"({"headline":"h","published":{"date":"2025-02-26","zone":5}})", "zone"},
      {R"({"headline":"h","source":{"member":5}})", "member"},
      {R"({"headline":"h","places":[{"name":"Izmir","lat":"north"}]})", "lat"},
      {R"({"headline":"h","places":[{"name":"Izmir","kind":"town"}]})", "kind"},
      {R"({"headline":"h","persons":[{"name":"Roe","count":-1}]})", "count"},
      {R"({"headline":"h","persons":[{"name":"Roe","in":["margin"]}]})", "in"},
      {R"({"headline":"h","persons":[{"count":1}]})", "persons"},
      {R"({"headline":"h","persons":[{"name":"Roe","mentions":[5]}]})", "mentions"},
      {R"({"headline":"h","bylines":[null]})", "bylines"},
      {R"({"headline":"h","keywords":["a",{}]})", "keywords"},
      {R"({"headline":"h","version":4294967296})", "version"},
      {R"({"headline":"h","version":1.5})", "version"},
      {R"({"headline":"h","status":"fine"})", "status"},
  }));
  CAPTURE(json);
  const Article article = article_from_json(Json::parse(json));
  CHECK(article.headline == "h");
  CHECK(bad_keys(article) == std::vector<std::string>{key});
}

TEST_CASE("one key with many bad values is named once") {
  const Article article = article_from_json(Json{{"keywords", Json::array({1, 2, "port", 3, 4})}});
  CHECK(bad_keys(article) == std::vector<std::string>{"keywords"});
  CHECK(article.keywords == std::vector<std::string>{"port"});
}

TEST_CASE("short forms of names, captions and dates are understood") {
  const Article a = article_from_json(Json::parse(
      R"({"bylines":["Jane Roe"],"captions":["A tug."],"subjects":["shipping"],"persons":["Ali Can"],
          "places":["Izmir"],"published":"2025-02"})"));
  CHECK(a.diagnostics.empty());
  CHECK(a.bylines.at(0).name == "Jane Roe");
  CHECK(a.captions.at(0).text == "A tug.");
  CHECK(a.subjects.at(0).name == "shipping");
  CHECK(a.persons->at(0).name == "Ali Can");
  CHECK(a.places->at(0).value == "Izmir");
  CHECK(a.places->at(0).path == std::vector<std::string>{"Izmir"});
  CHECK(iso_date(*a.published) == "2025-02");
}

TEST_CASE("an absent list of names is not an empty one") {
  CHECK_FALSE(article_from_json(Json::parse("{}")).persons);
  CHECK_FALSE(article_from_json(Json::parse(R"({"persons":null})")).persons);
  const auto empty = article_from_json(Json::parse(R"({"persons":[]})")).persons;
  REQUIRE(empty);
  CHECK(empty->empty());
}

TEST_CASE("keys of others go to extra, texts as they are, the rest as JSON") {
  const Article a = article_from_json(Json::parse(
      R"({"headline":"h","desk":"foreign","urgency":3,"geo":{"b":[1,null]},"none":null,
          "extra":{"kept":" as is ","empty":null}})"));
  CHECK(a.extra ==
        std::map<std::string, std::string>{
            {"desk", "foreign"}, {"urgency", "3"}, {"geo", R"({"b":[1,null]})"}, {"kept", " as is "}});
  CHECK(a.diagnostics.empty());
}

TEST_CASE("what is no object gives an empty article") {
  for (const char* text : {"[]", "5", "null", "\"headline\""})
    CHECK(dump(to_json(article_from_json(Json::parse(text)))) == dump(to_json(Article{})));
}

TEST_CASE("bytes that are no UTF-8 are printed as U+FFFD") {
  Article article;
  article.source.path = "caf\xE9.txt";
  CHECK(dump(to_json(article)).find("caf\uFFFD.txt") != std::string::npos);
}
