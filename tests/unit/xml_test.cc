#include "indexer/readers/xml.h"

#include <catch2/catch.hpp>

#include "indexer/readers/nitf.h"
#include "indexer/readers/rss.h"
#include "indexer/readers/xml_prose.h"
#include "indexer/readers/xml_sniff.h"
#include "tests/unit/reader_fixture.h"

using namespace dateline;

namespace {

constexpr std::string_view kItem[] = {"i"};

// The texts of all items, each in brackets, and the faults behind them.
std::string items_of(std::string_view xml) {
  MemorySource source(xml);
  Input input{xml.substr(0, kSniffBytes), source, {}};
  ReadResult result;
  std::string all;
  read_items(input, kItem, result, [&](XmlNode item) { all += "[" + text_of(item) + "]"; });
  return all + " " + shown(result.faults);
}

std::string joined_paragraphs(const Prose& prose) {
  std::string all;
  for (const std::string& p : prose.paragraphs) all += (all.empty() ? "" : " ¶ ") + p;
  return all;
}

// Gives the same bytes again and again, as a feed larger than memory would.
class LongSource : public ByteSource {
 public:
  LongSource(std::string start, std::string part, std::size_t times)
      : text_(std::move(start)), part_(std::move(part)), left_(times) {}
  std::size_t read(char* to, std::size_t size) override {
    while (text_.size() < size && left_ > 0) text_ += part_, --left_;
    size = std::min(size, text_.size());
    std::copy_n(text_.data(), size, to);
    text_.erase(0, size);
    return size;
  }

 private:
  std::string text_;
  std::string part_;
  std::size_t left_;
};

}  // namespace

TEST_CASE("items come whole, one by one, by local name") {
  const auto [xml, expected] = GENERATE(table<std::string, std::string>({
      {"<r><i>a</i><i>b</i></r>", "[a][b] "},
      {"<r xmlns:p='u'><p:i>a</p:i><q:i>b</q:i></r>", "[a][b] "},
      {"<r><i>a<i>b</i></i></r>", "[ab] "},
      {"<i>a</i>", "[a] "},
      {"<r/>", " "},
      {"<r><i><![CDATA[a < b & c]]></i></r>", "[a < b & c] "},
      {"<r><i>a<!-- & <i> -->b<?x & ?>c</i></r>", "[abc] "},
  }));
  CAPTURE(xml);
  CHECK(items_of(xml) == expected);
}

TEST_CASE("bad references are mended and told once") {
  const auto [xml, expected] = GENERATE(table<std::string, std::string>({
      {"<r><i>R&D</i>\n<i>A & B</i></r>", "[R&D][A & B] xml.bad-reference:1:8 "},
      {"<r>\n<i a='?x=1&y=2'>z</i></r>", "[z] xml.bad-reference:2:11 "},
      {"<r><i>&eacute;&#233;&#xE9;&amp;</i></r>", "[ééé&] "},
      {"<r><i>a&#3;b&#x1F;c&#xFFFF;d</i></r>", "[a b c d] "},
      {"<r><i>&nothing;</i></r>", "[&nothing;] xml.bad-reference:1:7 "},
      {"<r><i>&#99999999999999;</i></r>", "[] "},
      {"<r><i><![CDATA[R&D &eacute;]]></i></r>", "[R&D &eacute;] "},
  }));
  CAPTURE(xml);
  CHECK(items_of(xml) == expected);
}

TEST_CASE("a fault ends the reading, and what was whole before is kept") {
  const auto [xml, expected] = GENERATE(table<std::string, std::string>({
      {"<r><i>a</i>\n<i>b", "[a] xml.not-well-formed:2:4 "},
      {"<r><i>a</i><i>b</j></i></r>", "[a] xml.not-well-formed:1:20 "},
      {"", " xml.not-well-formed:1:1 "},
      {"no markup", " xml.not-well-formed:1:1 "},
      {"<!-- no root -->", " xml.not-well-formed:1:17 "},
  }));
  CAPTURE(xml);
  CHECK(items_of(xml) == expected);
}

TEST_CASE("what a file declares never acts") {
  CHECK(items_of("<!DOCTYPE r [<!ENTITY a 'x'><!ATTLIST i b CDATA 'c'>]>\n<r><i>&a;</i></r>") ==
        "[&a;] xml.entities-ignored:1:1 xml.bad-reference:2:7 ");
  CHECK(items_of("  <?xml version='1.0' encoding='EBCDIC-INT'?><!DOCTYPE r SYSTEM "
                 "'http://127.0.0.1:9/'><r><i>a</i></r>") == "[a] ");
}

TEST_CASE("what is too long is left out, and the next item is read") {
  const std::string megabyte(1U << 20U, 'x');
  CHECK(items_of("<r>\n<i a='" + megabyte + "' b='c'>d</i><i>e</i></r>") ==
        "[d][e] xml.attribute-too-long:2:1048590 ");
  std::string large = "<r>\n<i>";
  for (int i = 0; i < 17; ++i) large += "<p>" + megabyte + "</p>";
  CHECK(items_of(large + "</i><i>b</i></r>") == "[b] article.too-large:2:1 ");
  std::string text;
  for (int i = 0; i < 11; ++i) text += megabyte;
  CHECK(items_of("<r><i>" + text + "</i><i>b</i></r>") == "[b] article.too-large:1:1 ");
  CHECK(items_of("<r><i>a</i><i><![CDATA[" + text + "]]></i></r>").starts_with("[a] xml.too-long:1:"));
  CHECK(items_of("<r>" + text + "<i>b</i></r>") == "[b] ");
  std::string many = "<r><i>";
  for (int i = 0; i < 1'100'000; ++i) many += "<a/>";
  CHECK(items_of(many + "</i><i>b</i></r>") == "[b] article.too-large:1:1 ");
}

TEST_CASE("a feed of any length is read item by item") {
  const std::string item = "\n  <item><title>" + std::string(1000, 't') + "</title></item>";
  LongSource source("<rss><channel><title>Long</title>", item, 60'000);
  Input input{"<rss>", source, {}};
  struct Counter : ArticleSink {
    std::size_t articles = 0, faults = 0;
    void article(Article) override { ++articles; }
    void fault(Diagnostic) override { ++faults; }
  } counter;
  read_rss(input, counter);
  CHECK(counter.articles == 60'000);
  CHECK(counter.faults == 1);  // it does not end
}

TEST_CASE("paths find elements in the order of the document") {
  const HtmlFragment html("<div><p>a<b>1</b></p><ul><li><b>2</b></li></ul><p>c<b>3</b></p></div>");
  const auto texts = [&](std::string_view path) {
    std::string all;
    for (XmlNode node : find_all(html.root(), path)) all += text_of(node) + " ";
    return all;
  };
  CHECK(texts("*/b") == "1 2 3 ");
  CHECK(texts("body/div/p/b") == "1 3 ");
  CHECK(texts("*/p/b") == "1 3 ");
  CHECK(texts("b") == "");
  CHECK_FALSE(find(XmlNode(), "*/b"));
}

TEST_CASE("blocks are paragraphs, and white space is folded") {
  const auto [html, expected] = GENERATE(table<std::string, std::string>({
      {"<p>One\n  two</p><p></p><p>Three", "One two ¶ Three"},
      {"Loose<div>inside</div>after", "Loose ¶ inside ¶ after"},
      {"<ul><li>a</li><li>b <em>c</em>d</li></ul>", "a ¶ b cd"},
      {"a<br>b<br><br/>c", "a b ¶ c"},
      {"<p>a</p><script>x</script><style>y</style><nav>z</nav><p>b</p>", "a ¶ b"},
      {"<table><tr><th>a</th><td>b</td></tr></table>", "a b"},
      {"R&amp;D &lt;ok&gt; &hellip;", "R&D <ok> …"},
      {"", ""},
  }));
  CAPTURE(html);
  CHECK(joined_paragraphs(prose_of_html(html)) == expected);
}

TEST_CASE("captions are no paragraphs, and their credits stand apart") {
  const Prose prose = prose_of_html(
      "<p>Copy.</p><figure><img/><figcaption>Rain. <span class='photo-credit'>Jane "
      "Roe</span></figcaption></figure>"
      "<div class='wp-caption'><img/><p class='wp-caption-text'>Snow.</p></div>");
  CHECK(joined_paragraphs(prose) == "Copy.");
  CHECK(shown(prose.captions) == "Rain. | Jane Roe\nSnow. | ");
}

TEST_CASE("plain text has paragraphs at empty lines, or at every line") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"One\ntwo\n\nthree", "One two ¶ three"},
      {"One\ntwo", "One ¶ two"},
      {"One\r\n \t\r\ntwo\r\n", "One ¶ two"},
      {"\n\n", ""},
  }));
  CAPTURE(text);
  std::string all;
  for (const std::string& p : prose_of_text(text)) all += (all.empty() ? "" : " ¶ ") + p;
  CHECK(all == expected);
}

TEST_CASE("the root is found behind anything that may stand before it") {
  using namespace std::string_literals;
  const auto [head, name, space] = GENERATE(table<std::string, std::string, std::string>({
      {"<a/>", "a", ""},
      {"<a\n xmlns = 'u'>", "a", "u"},
      {"<p:a q='>' xmlns='v' xmlns:p=\"u\">", "a", "u"},
      {"\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- <b> --><?pi <c> ?><!DOCTYPE a [<!ELEMENT d (e)> <!-- ] > "
       "-->]>\n<a>",
       "a", ""},
      {"<\0a\0 \0x\0m\0l\0n\0s\0=\0'\0u\0'\0/\0>\0"s, "a", "u"},
      {"\xFE\xFF\0<\0a\0>"s, "a", ""},
      {"<!-- never ends", "", ""},
      {"text <a>", "", ""},
      {"", "", ""},
  }));
  CAPTURE(head);
  CHECK(xml_root(head).name == name);
  CHECK(xml_root(head).space == space);
}

TEST_CASE("the broken XML files come out as their README says") {
  const auto [name, articles, faults] = GENERATE(table<std::string, std::size_t, std::string>({
      {"billion-laughs.xml", 1, "xml.entities-ignored:1:1 xml.bad-reference:15:31 "},
      {"external-entity.xml", 1, "xml.entities-ignored:1:1 xml.bad-reference:4:24 "},
      {"deep-nesting.xml", 0, "xml.too-deep:1:1811 "},
      {"truncated-feed.xml", 2, "xml.not-well-formed:5:43 "},
      {"mismatched-tags.xml", 1, "xml.not-well-formed:3:28 "},
      {"stray-ampersands.xml", 1, "xml.bad-reference:1:42 "},
      {"many-attributes.xml", 1, "xml.not-well-formed:3:1 xml.too-many-attributes:3:2 "},
      {"mets-without-pages_mets.xml", 1, "mets.no-pages:7:1 "},
      {"utf8-declared-latin1.xml", 1, ""},
      {"latin1-declared-utf8.xml", 1, ""},
      {"utf-16-nitf.xml", 1, ""},
  }));
  CAPTURE(name);
  const std::string bytes = source_file("corpus/broken/" + name);
  REQUIRE(!bytes.empty());
  const Format* format = sniff_format(std::string_view(bytes).substr(0, kSniffBytes));
  REQUIRE(format);
  const ReadResult result = read_with(*format, bytes);
  CHECK(result.articles.size() == articles);
  CHECK(shown(result.faults) == faults);
  for (const Article& article : result.articles) {
    CHECK(article.body.size() < 1000);
    if (name.find("utf") != std::string::npos) CHECK(article.headline.starts_with("Jörgen Ståhl "));
  }
}
