#include "indexer/readers/dateline_json.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <sstream>

#include "dateline/json.h"

using namespace dateline;

namespace {

// Gives its bytes in pieces of a chosen size, as pipes do.
class StringSource : public ByteSource {
 public:
  StringSource(std::string text, std::size_t step) : text_(std::move(text)), step_(step) {}
  std::size_t read(char* to, std::size_t size) override {
    const std::size_t count = std::min({size, step_, text_.size() - at_});
    std::memcpy(to, text_.data() + at_, count);
    at_ += count;
    return count;
  }

 private:
  std::string text_;
  std::size_t step_;
  std::size_t at_ = 0;
};

struct Gathered : ArticleSink {
  std::vector<Article> articles;
  Diagnostics faults;
  void article(Article article) override { articles.push_back(std::move(article)); }
  void fault(Diagnostic fault) override { faults.push_back(std::move(fault)); }
};

Gathered read(const std::string& text, std::size_t step = std::string::npos) {
  StringSource source(text, step);
  Gathered found;
  Input input{std::string_view(text).substr(0, kSniffBytes), source, {}};
  read_dateline_json(input, found);
  return found;
}

// The headlines, then each fault as `line:column code`.
std::string show(const Gathered& found) {
  std::ostringstream out;
  for (const Article& a : found.articles) out << a.headline << ' ';
  for (const Diagnostic& d : found.faults) out << d.line << ':' << d.column << ' ' << d.code << ' ';
  std::string text = out.str();
  if (!text.empty()) text.pop_back();
  return text;
}

using Row = std::tuple<std::string, std::string>;

}  // namespace

TEST_CASE("articles are read from every layout of JSON objects") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      Row{R"({"headline":"A"})", "A"},
      Row{"{\"headline\":\"A\"}\n{\"headline\":\"B\"}\n", "A B"},
      Row{"{\"headline\":\"A\"}\r\n{\"headline\":\"B\"}\r\n", "A B"},
      Row{R"([{"headline":"A"},{"headline":"B"}])", "A B"},
      Row{"[\n  {\n    \"headline\": \"A\"\n  },\n  {\n    \"headline\": \"B\"\n  }\n]\n", "A B"},
      Row{"{\n\"extra\":\n{\"x\":\n{\"y\":1}},\n\"headline\":\"A\"\n}\n{\"headline\":\"B\"}", "A B"},
      Row{"\xEF\xBB\xBF{\"headline\":\"A\"}\n", "A"},
      Row{R"({"headline":"brackets ]}{[ and \" quotes \\"})", R"(brackets ]}{[ and " quotes \)"},
      Row{"\n\n  {\"headline\":\"A\"}  \n\n", "A"},
  }));
  CAPTURE(text);
  CHECK(show(read(text)) == expected);
  CHECK(show(read(text, 1)) == expected);
}

TEST_CASE("what is broken is named where it stands, and what is around it is read") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      // A broken line in the middle.
      Row{"{\"headline\":\"A\"}\n{\"headline\": oops}\n{\"headline\":\"B\"}\n", "A B 2:14 json.syntax"},
      Row{"{\"headline\":\"A\"}\n{\"headline\":\"x\" \"y\"}\n{\"headline\":\"B\"}\n", "A B 2:19 json.syntax"},
      Row{"{\"headline\":\"A\"}\nnonsense\n{\"headline\":\"B\"}\n", "A B 2:1 json.syntax"},
      Row{"{\"headline\":\"A\"}\n<html>\n<body>\n</html>\n{\"headline\":\"B\"}\n", "A B 2:1 json.syntax"},
      // An object that does not end, before a good one and at the end.
      Row{"{\"headline\":\"A\",\n{\"headline\":\"B\"}\n", "B 1:1 json.syntax"},
      Row{"{\"headline\":\"A\"\n{\"headline\":\"B\"}\n", "B 1:1 json.syntax"},
      Row{"{\"headline\":\"A\"}\n{\"headline\":\"B\"", "A 2:1 json.syntax"},
      Row{"{\"headline\":\"A\"}\n{\"headline\":\"B", "A 2:1 json.syntax"},
      Row{"{\"headline\":\"A\"}\n{\"headline\":\"B\\", "A 2:1 json.syntax"},
      // A string that does not end.
      Row{"{\"headline\":\"A}\n{\"headline\":\"B\"}\n", "B 1:1 json.syntax"},
      Row{"{\"headline\":\"A\\\n{\"headline\":\"B\"}\n", "B 1:1 json.syntax"},
      Row{"[\n  {\n    \"headline\": \"A,\n    \"captions\": [\n      {\n        \"headline\": \"no\"\n      "
          "}\n"
          "    ]\n  },\n  {\n    \"headline\": \"B\"\n  }\n]\n",
          "B 2:3 json.syntax"},
      // Brackets that do not match.
      Row{"{\"keywords\":[\"A\"}\n{\"headline\":\"B\"}\n", "B 1:1 json.syntax"},
      Row{"{\"keywords\":{\"A\"]}\n{\"headline\":\"B\"}\n", "B 1:17 json.syntax"},
      // A number that no double holds, a lone surrogate, a byte that is no character.
      Row{"{\"headline\":\"A\",\"n\":1e999}\n{\"headline\":\"B\"}\n", "B 1:1 json.syntax"},
      Row{"{\"headline\":\"\\ud800\"}\n{\"headline\":\"B\"}\n", "B 1:20 json.syntax"},
      Row{"{\"headline\":\"A\xFF\"}\n{\"headline\":\"B\"}\n", "A\uFFFD B"},
      // Nothing.
      Row{"[]", "1:1 json.empty"},
      Row{" \n ", "1:1 json.empty"},
      Row{"{}\n", "1:1 article.empty"},
      Row{"{\"keywords\":[\"x\"]}\n{\"headline\":\"B\"}", "B 1:1 article.empty"},
  }));
  CAPTURE(text);
  CHECK(show(read(text)) == expected);
  CHECK(show(read(text, 1)) == expected);
}

TEST_CASE("deep nesting is refused and what follows it is read") {
  const std::string deep = "{\"x\":" + std::string(100'000, '[');
  CHECK(show(read(deep + "\n{\"headline\":\"B\"}\n")) == "B 1:1 json.syntax");
  CHECK(show(read("{\"headline\":\"A\",\"x\":" + std::string(60, '[') + std::string(60, ']') + "}")) == "A");
}

TEST_CASE("an article over 16 MB is refused and what follows it is read") {
  const std::string large(kMaxArticleBytes, 'x');
  CHECK(show(read("{\"headline\":\"A\",\"body\":\"" + large + "\"}\n{\"headline\":\"B\"}\n")) ==
        "B 1:1 article.too-large");
  const std::string spread = "{\n  \"headline\": \"A\",\n  \"body\": \"" + large +
                             "\",\n  \"captions\": [\n    {\n      \"headline\": \"no\"\n    }\n  ]\n}\n";
  CHECK(show(read(spread + "{\"headline\":\"B\"}\n")) == "B 1:1 article.too-large");
}

TEST_CASE("an object of very many keys is refused, not sorted for hours") {
  std::string many = "{\"headline\":\"A\"";
  for (int i = 0; i < 1'000'000; ++i) many += ",\"" + std::to_string(i) + "\":0";
  CHECK(show(read(many + "}\n{\"headline\":\"B\"}\n")) == "B 1:1 json.too-many-keys");
}

TEST_CASE("what a message quotes of the input is short") {
  const auto found = read("{\"headline\":\"" + std::string(1'000'000, 'x') + "\\q\"}");
  REQUIRE(found.faults.size() == 1);
  CHECK(found.faults[0].message.size() < 500);
}

TEST_CASE("wrong types cost their value alone") {
  const auto found = read(R"({"headline":"A","body":5,"captions":{},"published":[],"bylines":[7]})");
  REQUIRE(show(found) == "A");
  const Article& article = found.articles[0];
  CHECK(article.body.empty());
  CHECK(article.captions.empty());
  CHECK(article.bylines.empty());
  CHECK(article.diagnostics.size() == 4);
}

TEST_CASE("texts come out as NFC with folded white space, paragraphs kept") {
  const auto found = read(
      R"({"id":" a\u0000b ","headline":"Cafe\u0301 \t\u001b[1mopens\n","body":"One \n two.\n\n\n  Three.\u00a0\n\n",)"
      R"("captions":[{"text":"A\n\nB\n","credit":"\tC"}],"persons":[{"name":"Jane\tRoe"}],"keywords":[" x\u0007 "],)"
      R"("publication":"The\r\nQuay","extra":{"raw":" as it\tis "}})");
  REQUIRE(found.articles.size() == 1);
  const Article& a = found.articles[0];
  CHECK(a.id == "a b");
  CHECK(a.headline == "Café [1mopens");
  CHECK(a.body == "One two.\n\nThree.");
  CHECK(a.captions[0].text == "A\n\nB");
  CHECK(a.captions[0].credit == "C");
  CHECK(a.persons->at(0).name == "Jane Roe");
  CHECK(a.keywords == std::vector<std::string>{"x"});
  CHECK(a.publication == "The Quay");
  CHECK(a.extra.at("raw") == " as it\tis ");
}

TEST_CASE("the sniffer knows articles as JSON and nothing else") {
  const auto [head, sure] = GENERATE(table<std::string, Confidence>({
      {R"({"schema":1,"id":"x","headline":"A"})", Confidence::certain},
      {R"({"headline":"A"})", Confidence::likely},
      {R"({"headline":"\"","body":"\\","schema":1})", Confidence::certain},
      {"\xEF\xBB\xBF [ {\"body\":\"A\"}]", Confidence::likely},
      {R"({"title":"A"})", Confidence::no},
      {R"(["headline"])", Confidence::no},
      {"Plain text with \"headline\" in it", Confidence::no},
      {"", Confidence::no},
  }));
  CAPTURE(head);
  CHECK(sniff_dateline_json(head) == sure);
}
