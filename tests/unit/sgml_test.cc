#include "indexer/readers/sgml.h"

#include <catch2/catch.hpp>

#include "tests/unit/reader_fixture.h"

using namespace dateline;

namespace {

// "line:text" of each record, with | between; ! where it is not closed, # where it is too large.
std::string records_in(std::string_view text) {
  MemorySource source(text);
  SgmlRecords records(source, "doc");
  std::string all;
  while (const auto record = records.next()) {
    all += (all.empty() ? "" : " | ") + std::to_string(record->line) + ":" + record->text;
    if (!record->closed) all += '!';
    if (record->too_large) all += '#';
  }
  return all;
}

}  // namespace

TEST_CASE("documents are cut at their tags, whatever stands between and is missing") {
  const auto [text, records] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"no tag", ""},
      {"<DOC>a</DOC>", "1:<DOC>a"},
      {"x\n<doc id='1'>a</Doc>\n\nbetween <DOC>b</DOC> behind", "2:<doc id='1'>a | 4:<DOC>b"},
      {"<DOC>a\n<DOC>b</DOC>", "1:<DOC>a\n! | 2:<DOC>b"},
      {"<DOC>a", "1:<DOC>a!"},
      {"</DOC><DOC>a</DOC></DOC>", "1:<DOC>a"},
      {"<DOCNO>1</DOCNO><DOC>a<DOCNO>2</DOCNO></DOC>", "1:<DOC>a<DOCNO>2</DOCNO>"},
      {"<DOC>a < b << c</DOC>", "1:<DOC>a < b << c"},
      {"<DOC>a</DOC", "1:<DOC>a</DOC!"},
  }));
  CAPTURE(text);
  CHECK(records_in(text) == records);
}

TEST_CASE("a document of any size is passed over, and the next one is read") {
  const std::string large = "<DOC>" + std::string(kMaxArticleBytes, 'x') + "</DOC>";
  CHECK(records_in(large + "<DOC>b</DOC>") == "1:# | 1:<DOC>b");
}

TEST_CASE("elements end with their tag, with what holds them, or at the next of their name") {
  const std::string text = "<DOC id=7 type=\"a b\">\n<Head>x<P>one<P>two</Head>\n<TEXT>three</DOC>";
  const SgmlDocument doc(text, 10);
  const auto shown_elements = [&] {
    std::string all;
    for (const SgmlElement& e : doc.elements())
      all += e.name + ":" + std::to_string(e.line) + "=" + e.text() + ";";
    return all;
  };
  CHECK(shown_elements() == "doc:10=x one two three;head:11=x one two;p:11=one;p:11=two;text:12=three;");
  CHECK(doc.elements().front().attribute("id") == "7");
  CHECK(doc.elements().front().attribute("type") == "a b");
  CHECK(doc.elements().front().attribute("ty").empty());
  CHECK(doc.text("text") == "three");
  CHECK(doc.find("none") == nullptr);
  CHECK(doc.all_in(*doc.find("head"), "p").size() == 2);
  CHECK(doc.all_in(*doc.find("text"), "p").empty());
}

TEST_CASE("a document whose own tag is broken is an element all the same") {
  const SgmlDocument doc("<DOC id=<b>x</b>", 3);
  REQUIRE(doc.elements().size() == 2);
  CHECK(doc.elements().front().name.empty());
  CHECK(doc.elements().front().text() == "<DOC id=x");
  CHECK(SgmlDocument("", 1).elements().size() == 1);
}

TEST_CASE("text loses its tags and has its references decoded") {
  const auto [sgml, text] = GENERATE(table<std::string, std::string>({
      {"plain", "plain"},
      {"a &amp; b &lt;C> &quot;d&quot;", "a & b <C> \"d\""},
      {"&eacute;&#233;&#xE9;&EACUTE;", "éééé"},
      {"&hyph;&blank;&dollar;", "- $"},
      {"A&T; R&D &nothing; &#; &#x; &#99999999;", "A&T; R&D &nothing; &#; &#x; &#99999999;"},
      {"a&#3;b&#22;c&#133;d", "a b c d"},
      {"a<!-- no > --><?b c>d<!e f>g", "adg"},
      {"1 < 2 <3> <4 </ >", "1 < 2 <3> <4 </ >"},
      {"one<P>two</p>three<BR>four<b>five</b>", "one\n\ntwo\n\nthree\nfourfive"},
      {"open <tag", "open <tag"},
  }));
  CAPTURE(sgml);
  CHECK(sgml_text(sgml) == text);
}

TEST_CASE("elements past the bounds are text of those that hold them") {
  std::string deep = "<a>";
  for (int i = 0; i < 200; ++i) deep += "<b" + std::to_string(i) + ">";
  deep += "end";
  const SgmlDocument nested(deep, 1);
  CHECK(nested.elements().size() == 64);
  CHECK(nested.elements().back().text() == "end");
  std::string many = "<a>";
  for (int i = 0; i < 20'000; ++i) many += "<b>x";
  CHECK(SgmlDocument(many, 1).elements().size() == 10'000);
}

TEST_CASE("the first element is found behind comments and declarations") {
  CHECK(sgml_root("<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS='NO'>") == "reuters");
  CHECK(sgml_root("\xEF\xBB\xBF <!-- a > b --><Doc>") == "doc");
  CHECK(sgml_root("text <doc>").empty());
  CHECK(sgml_root("</doc>").empty());
  CHECK(sgml_root("<doc").empty());
}
