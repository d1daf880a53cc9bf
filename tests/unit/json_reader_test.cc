#include <catch2/catch.hpp>

#include "indexer/readers/field_map.h"
#include "indexer/readers/json_news.h"
#include "tests/unit/reader_fixture.h"

using namespace dateline;

namespace {

Article only(ReadResult result) {
  CAPTURE(shown(result.faults));
  REQUIRE(result.articles.size() == 1);
  return result.articles.front();
}

// The one article of an object with a headline and these members.
Article object(const std::string& members) {
  return only(read_with(kJson, R"({"title":"A",)" + members + "}"));
}

std::string headlines(const ReadResult& result) {
  std::string all;
  for (const Article& a : result.articles) all += a.headline + " / ";
  return all;
}

}  // namespace

TEST_CASE("lines of the Washington Post's shape have every field") {
  const ReadResult result = read_with(kJson, source_file("corpus/formats/2012-json-potomac-mail.jsonl"));
  CHECK(shown(result.faults) == "");
  REQUIRE(result.articles.size() == 2);
  const Article& a = result.articles[0];
  CHECK(a.id == "7d10c2");
  CHECK(a.headline == "On Lamu, the donkey clinic counts its patients");
  CHECK(shown(a.bylines) == "Wanjiku Odera, Colin Prothero");
  CHECK(shown(a.dateline) == "LAMU, Kenya — | Lamu, Kenya |  | ");
  CHECK(shown(a.captions) ==
        "Dr. Obadiah Sammy examines a hoof at the clinic on Lamu, Kenya. | Halima Bwanadi/The Potomac Mail");
  CHECK(a.body.starts_with(
      "There are two cars on the island of Lamu and about three thousand donkeys, and last week "
      "the census of the latter began"));
  CHECK(shown(a.published) == "2012-09-17 08:00:00 Z json:published_date");
  CHECK(a.section == "World");
  CHECK(a.publication == "The Potomac Mail");
  CHECK(a.url == "https://potomacmail.example/world/lamu-donkeys");
  CHECK(a.extra.empty());
}

TEST_CASE("linked data is read through its graph") {
  const ReadResult result = read_with(kJson, source_file("corpus/formats/2024-json-ld-trieste-chess.json"));
  CHECK(shown(result.faults) == "");
  const Article a = only(result);
  CHECK(a.headline == "A chess clock stops at a café in Trieste");
  CHECK(joined(a.subheadlines) == "The game was in its thirtieth year");
  CHECK(shown(a.bylines) == "Livia Cossutta, Pavel Grum");
  CHECK(shown(a.captions) ==
        "The clock on table nine, as it stood on Tuesday in Trieste. | Pavel Grum/Adriatic Gazette");
  CHECK(shown(a.published) == "2024-11-05 06:30:00 +01:00 json:date_published");
  CHECK(shown(a.updated) == "2024-11-05 18:10:00 +01:00 json:date_modified");
  CHECK(a.publication == "The Adriatic Gazette");
  CHECK(joined(a.keywords) == "chess, Trieste, cafés");
  CHECK(names_in(a.persons) == "Ondina Ferluga");
  CHECK(names_in(a.places) == "Trieste");
}

TEST_CASE("items of AP's Media API are found in single answers and feeds") {
  const std::string item =
      R"("item":{"uri":"https://api.example/c/1?qt=x","altids":{"itemid":"8a1f"},"version":2,
    "pubstatus":"usable","type":"text","firstcreated":"2019-05-28T08:10:57Z","headline":"Ships return",
    "bylines":[{"by":"By JANE ROE","title":"Associated Press"}],"datelinelocation":{"city":"Oslo"},"provider":"AP",
    "place":[{"code":"1","name":"Norway"}]})";
  const auto text = GENERATE_COPY(as<std::string>{}, R"({"api_version":"1","data":{)" + item + "}}",
                                  R"({"api_version":"1","data":{"items":[{"meta":{},)" + item + "}]}}");
  const Article a = only(read_with(kJson, text));
  CHECK(a.id == "8a1f");
  CHECK(a.version == 2);
  CHECK(a.headline == "Ships return");
  CHECK(shown(a.bylines) == "Jane Roe (Associated Press)");
  CHECK(a.dateline->place == "Oslo");
  CHECK(a.publication == "AP");
  CHECK(names_in(a.places) == "Norway");
}

TEST_CASE("the usual keys are known, in any spelling") {
  const auto [members, field, value] = GENERATE(table<std::string, std::string, std::string>({
      {R"("text":"B")", "body", "B"},
      {R"("content":"<p>B &amp; C</p><p>D</p>")", "body", "B & C\n\nD"},
      {R"("content":{"rendered":"<p>B</p>"})", "body", "B"},
      {R"("paragraphs":["B","C"])", "body", "B\n\nC"},
      {R"("articleBody":"B\n\nC")", "body", "B\n\nC"},
      {R"("text":"1 < 2 & 3 > 2")", "body", "1 < 2 & 3 > 2"},
      {R"("text":"B","summary":"C")", "abstract", "C"},
      {R"("text":"B","description":"B")", "abstract", ""},
      {R"("author":"By Jane Roe and John Doe")", "bylines", "Jane Roe, John Doe"},
      {R"("authors":["Jane Roe","John Doe"])", "bylines", "Jane Roe, John Doe"},
      {R"("creator":[{"name":"Jane Roe","jobTitle":"Editor"}])", "bylines", "Jane Roe (Editor)"},
      {R"("authors":"['Jane Roe', 'John Doe']")", "bylines", "Jane Roe, John Doe"},
      {R"("authors":[],"byline":"Jane Roe")", "bylines", "Jane Roe"},
      {R"("image_caption":"A man waves.","photo_credit":"Jane Roe/AP")", "captions",
       "A man waves. | Jane Roe/AP"},
      {R"("images":[{"url":"x.jpg","caption":"A man waves.","credit":"AP"}])", "captions",
       "A man waves. | AP"},
      {R"("image":"https://a.example/x.jpg")", "captions", ""},
      {R"("tags":["a","b c"])", "keywords", "a, b c"},
      {R"("keywords":"a, b; c")", "keywords", "a, b, c"},
      {R"("source":{"id":null,"name":"The Post"})", "publication", "The Post"},
      {R"("link":"https://a.example/")", "url", "https://a.example/"},
      {R"("link":"https://a.example/")", "id", "https://a.example/"},
      {R"("id":42)", "id", "42"},
      {R"("category":["News","Town"])", "section", "News"},
      {R"("lang":"fr")", "language", "fr"},
      {R"("subtitle":"B")", "subheadlines", "B"},
      {R"("people":[{"name":"Jane Roe"}],"locations":"Oslo; Bergen")", "places", "Oslo, Bergen"},
  }));
  CAPTURE(members);
  const Article a = object(members);
  const std::map<std::string, std::string> fields{{"body", a.body},
                                                  {"abstract", a.abstract},
                                                  {"bylines", shown(a.bylines)},
                                                  {"captions", shown(a.captions)},
                                                  {"keywords", joined(a.keywords)},
                                                  {"publication", a.publication},
                                                  {"url", a.url},
                                                  {"id", a.id},
                                                  {"section", a.section},
                                                  {"language", a.language},
                                                  {"subheadlines", joined(a.subheadlines)},
                                                  {"places", names_in(a.places)}};
  CHECK(fields.at(field) == value);
}

TEST_CASE("dates are texts, moments or days") {
  const auto [members, published] = GENERATE(table<std::string, std::string>({
      {R"("date":"2019-06-13")", "2019-06-13 json:date"},
      {R"("pubDate":"Tue, 14 Mar 2017 07:30:00 +0000")", "2017-03-14 07:30:00 +00:00 json:pub_date"},
      {R"("created_at":1559031057)", "2019-05-28 08:10:57 Z json:created_at"},
      {R"("created_at":"1559031057")", "2019-05-28 08:10:57 Z json:created_at"},
      {R"("published":1559031057123)", "2019-05-28 08:10:57 Z json:published"},
      {R"("published":-86400)", "1969-12-31 00:00:00 Z json:published"},
      {R"("date":20190528)", "2019-05-28 json:date"},
      {R"("date":1987)", "1987 json:date"},
      {R"("date":{"$date":"2019-05-28T00:00:00Z"})", "2019-05-28 00:00:00 Z json:date"},
      {R"("published":null,"date":"2019-05-28")", "2019-05-28 json:date"},
      {R"("published":"soon","date":"2019-05-28")", "2019-05-28 json:date"},
      {R"("updated":"2019-05-28")", "2019-05-28 json:updated"},
      {R"("date":1e300)", ""},
      {R"("date":true)", ""},
  }));
  CAPTURE(members);
  CHECK(shown(object(members).published) == published);
}

TEST_CASE("articles are found wherever an object holds them") {
  const auto [text, found] = GENERATE(table<std::string, std::string>({
      {R"({"articles":[{"title":"A"},{"title":"B"}]})", "A / B / "},
      {R"({"status":"ok","data":{"items":[{"title":"A"}]}})", "A / "},
      {R"({"response":{"numFound":1,"docs":[{"title":"A"}]}})", "A / "},
      {R"({"hits":{"total":1,"hits":[{"_id":"1","_source":{"title":"A"}}]}})", "A / "},
      {R"({"title":"A feed","items":[{"title":"A"}]})", "A / "},
      {R"({"x1":{"title":"A","text":"B"},"x2":{"title":"C","text":"D"}})", "A / C / "},
      {R"([{"title":"A"}, {"title":"B"}])", "A / B / "},
      {"{\"title\":\"A\"}\n{\"title\":\"B\"}\n", "A / B / "},
      {R"({"title":"A","text":"B","related":[{"title":"C","text":"D"}]})", "A / "},
      {R"({"@type":"WebPage","name":"x","mainEntity":{"@type":"NewsArticle","headline":"A"}})", "A / "},
  }));
  CAPTURE(text);
  const ReadResult result = read_with(kJson, text);
  CHECK(shown(result.faults) == "");
  CHECK(headlines(result) == found);
}

TEST_CASE("a map says where articles and fields are") {
  const FieldMap map = parse_field_map("items = result.rows[]\nheadline = kop.hoofd\nextra.desk = buro\n",
                                       "a.map", default_field_map());
  const std::string text =
      R"({"title":"no","result":{"rows":[{"kop":{"hoofd":"A"},"text":"B","buro":"Oslo","x":"y"}]}})";
  MemorySource source(text);
  Input input{"", source, {}, {}, &map};
  ReadResult result;
  read_json(input, result);
  const Article a = only(result);
  CHECK(a.headline == "A");
  CHECK(a.body == "B");
  CHECK(a.extra == std::map<std::string, std::string>{{"desk", "Oslo"}, {"x", "y"}});
}

TEST_CASE("what is broken is told where it is, and the rest is read") {
  const auto [text, faults, found] = GENERATE(table<std::string, std::string, std::string>({
      {"{\"title\":\"A\"}\n{\"title\":\"B\",}x}\n{\"title\":\"C\"}\n", "json.syntax:2:15 ", "A / B / C / "},
      {"{\"title\":\"A\"}\n{\"title\":\n{\"title\":\"C\"}\n", "json.syntax:2:1 ", "A / C / "},
      {"garbage\n{\"title\":\"A\"}\n", "json.syntax:1:1 ", "A / "},
      {"{\"title\":tru}\n", "json.syntax:1:13 ", ""},
      {"{\"name\":\"left-pad\"}", "json.no-article:1:1 ", ""},
      {"{\"articles\":[]}", "json.no-article:1:1 ", ""},
      {"[]", "json.empty:1:1 ", ""},
      {"", "json.empty:1:1 ", ""},
  }));
  CAPTURE(text);
  const ReadResult result = read_with(kJson, text);
  CHECK(shown(result.faults) == faults);
  CHECK(headlines(result) == found);
}

TEST_CASE("JSON as careless writers write it is read") {
  const auto [text, body, warned] = GENERATE(table<std::string, std::string, std::string>({
      {R"({"title":"A","text":"B \ud83d C"})", "B \xEF\xBF\xBD C", ""},
      {R"({"title":"A","text":"B \ud83d\ude00 C"})", "B \xF0\x9F\x98\x80 C", ""},
      {"{\"title\":\"A\",\"text\":\"B\tC\"}", "B C", ""},
      {R"({"title":"A","text":"B\u0000C"})", "B C", ""},
      {R"({"title":"A","text":"B\'C"})", "B'C", ""},
      {R"({"title":"A","score":NaN,"text":"B"})", "B", ""},
      {R"({"title":"A","big":123456789012345678901234567890,"text":"B"})", "B", ""},
      {"{\"title\":\"A\",\"text\":\"é é é é é é é é \xC3 C\"}", "é é é é é é é é \xEF\xBF\xBD C",
       "text.invalid-utf8:1:46 "},
      {R"({"title":"A","text":"B",})", "B", "json.mended:1:1 "},
      {R"({"title":"A","title":"C","text":"B","text":"D"})", "B\n\nD", ""},
  }));
  CAPTURE(text);
  const Article a = only(read_with(kJson, text));
  CHECK(a.body == body);
  Diagnostics others = a.diagnostics;
  std::erase_if(others, [](const Diagnostic& d) { return d.code == "text.short"; });
  CHECK(shown(others) == warned);
}

TEST_CASE("hostile objects are bounded") {
  std::string deep = R"({"title":"A","x":)" + std::string(100'000, '[') + std::string(100'000, ']') + "}";
  CHECK(shown(read_with(kJson, deep).faults) == "json.syntax:1:1 ");
  std::string many = R"({"title":"A")";
  for (int i = 0; i < 50'000; ++i) many += ",\"k" + std::to_string(i) + "\":" + std::to_string(i);
  CHECK(only(read_with(kJson, many + "}")).extra.size() <= 100);
  const Article a = object(R"("text":")" + std::string(3'000'000, 'a') + "\"");
  CHECK(a.body.size() == 3'000'000);
}

TEST_CASE("UTF-16 is read in pieces") {
  std::string text("\xFF\xFE", 2);
  for (int i = 0; i < 4000; ++i) {
    for (char c : std::string_view("{\"title\":\"A\",\"text\":\"B")) (text += c) += '\0';
    text += std::string("\x3D\xD8\x00\xDE", 4);  // U+1F600
    for (char c : std::string_view("\"}\n")) (text += c) += '\0';
  }
  const ReadResult result = read_with(kJson, text);
  CHECK(shown(result.faults) == "");
  REQUIRE(result.articles.size() == 4000);
  CHECK(std::ranges::all_of(result.articles, [](const Article& a) { return a.body == "B\xF0\x9F\x98\x80"; }));
}

TEST_CASE("a text in NITF is read as such") {
  const Article a = only(read_with(
      kJson,
      R"({"id":"1","content":"<?xml version=\"1.0\"?><nitf><body><body.head><hedline><hl1>Ships</hl1></hedline></body.head><body.content><p>They sail.</p></body.content></body></nitf>"})"));
  CHECK(a.headline == "Ships");
  CHECK(a.body == "They sail.");
}

TEST_CASE("the broken files of JSON and tables come out as their README says") {
  const auto [name, format, count, codes] =
      GENERATE(table<std::string, std::string, std::size_t, std::string>({
          {"garbage.json", "json", 0, "json.syntax:2:10 "},
          {"careless.jsonl", "json", 3, ""},
          {"no-article.json", "json", 0, "json.no-article:1:1 "},
          {"deep-nesting.json", "json", 0, "json.syntax:1:1 "},
          {"begins-with-a-brace.txt", "text", 1, ""},
          {"wrong-rows.csv", "csv", 2, "csv.cells:4:1 csv.cells:5:1 "},
          {"open-quote.csv", "csv", 2, "csv.open-quote:2:1 "},
      }));
  CAPTURE(name);
  const std::string bytes = source_file("corpus/broken/" + name);
  const Format* found = sniff_format(std::string_view(bytes).substr(0, kSniffBytes));
  REQUIRE(found);
  CHECK(found->name == format);
  const ReadResult result = read_with(*found, bytes);
  CHECK(result.articles.size() == count);
  CHECK(shown(result.faults) == codes);
}
