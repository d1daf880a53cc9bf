#include "indexer/readers/html_dom.h"

#include <catch2/catch.hpp>

#include "indexer/readers/html_tame.h"

using namespace dateline::html;

namespace {

NodeIndex first(const Page& page, std::string_view name) {
  for (NodeIndex i = 0; i < page.size(); ++i) {
    if (page.is(i, name)) return i;
  }
  return 0;
}

std::vector<std::string> codes(const ParsedPage& parsed) {
  std::vector<std::string> all;
  for (const auto& diagnostic : parsed.diagnostics) all.push_back(diagnostic.code);
  return all;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("a page's text is folded, its blocks apart, its scripts left out") {
  const auto [html, text] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"plain", "plain"},
      {"<p>one</p><p>two</p>", "one two"},
      {"<p>one<b>and</b>a half</p>", "oneanda half"},
      {"one<br>two", "one two"},
      {"a &amp; b &eacute; &#8212; &#x263A;", "a & b é — ☺"},
      {"<div>a<script>var b = '<p>';</script><style>p {}</style>c</div>", "ac"},
      {"<p>a\n\t  b</p>", "a b"},
      {"<p>never closed <b>nor this", "never closed nor this"},
  }));
  CAPTURE(html);
  CHECK(parse_page(html).page.text(0) == text);
}

TEST_CASE("nodes know their attributes and what they hold") {
  const Page page = parse_page("<DIV CLASS='a b' hidden data-x=1><p>in</p></DIV><p>out</p>").page;
  const NodeIndex div = first(page, "div"), p = first(page, "p");
  CHECK(page.attribute(div, "class") == "a b");
  CHECK(page.attribute(div, "data-x") == "1");
  CHECK(page.has_attribute(div, "hidden"));
  CHECK_FALSE(page.has_attribute(p, "hidden"));
  CHECK(page.contains(div, p));
  CHECK(page.closest(p, "div") == div);
  CHECK(page.closest(div, "p") == 0);
}

TEST_CASE("what is too deep is flattened and told, and its text kept") {
  const ParsedPage parsed =
      parse_page(repeated("<div>", 600) + "deep" + repeated("</div>", 600) + "<p>after</p>");
  CHECK(parsed.page.text(0) == "deep after");
  CHECK(codes(parsed) == std::vector<std::string>{"html.too-deep"});
}

TEST_CASE("hostile pages cost little and are told") {
  const auto [html, code] = GENERATE(table<std::string, std::string>({
      {repeated("<div>", 400'000), "html.too-deep"},
      {repeated("<p>x", 1'000'000), "html.too-many-tags"},
      {"<p" + repeated(" a=b c", 300'000) + ">text", "html.too-many-attributes"},
      {"<p" + repeated(" a='>' \"", 300'000) + ">text", "html.too-many-attributes"},
      {"<p " + repeated("a", 1'000'000) + ">text", "html.too-many-attributes"},
  }));
  CHECK(codes(parse_page(html)) == std::vector<std::string>{code});
}

TEST_CASE("taming leaves ordinary pages, scripts and comments as they are") {
  const std::string attributes = repeated(" a=b", 300);
  const std::string page =
      GENERATE_COPY(as<std::string>{}, "<p a=\"x > y\" b='<q>' c=d>text</p>",
                    "<script>if (a<b" + attributes + ") {}</script>", "<!-- <p" + attributes + "> -->",
                    "a <" + attributes, "<p", "<p a='");
  CAPTURE(page);
  std::string tamed = page;
  CHECK_FALSE(tame(tamed).attributes);
  CHECK(tamed == page);
}

TEST_CASE("only the attributes over the bound are blanked") {
  std::string page = "<p" + repeated(" a=b", 257) + ">";
  CHECK(tame(page).attributes);
  CHECK(page == "<p" + repeated(" a=b", 256) + "    >");
}
