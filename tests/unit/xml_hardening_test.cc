// Whatever XML does to harm its reader ends soon, with an article or a fault.

#include <catch2/catch.hpp>
#include <chrono>

#include "indexer/readers/mets.h"
#include "indexer/readers/newsml_g2.h"
#include "indexer/readers/nitf.h"
#include "indexer/readers/plain_xml.h"
#include "indexer/readers/rss.h"
#include "tests/unit/reader_fixture.h"

using namespace dateline;

namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

std::string numbered(const std::string& before, const std::string& after, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += before + std::to_string(i) + after;
  return all;
}

const std::string kDeclaration = "<?xml version='1.0'?>";
const std::string kItem = "<rss><channel><item><title>Kept</title></item>";

// The same text in four bytes or two a character, without a byte order mark unless one is given.
std::string wide(const std::string& text, std::size_t width, bool little, const std::string& mark = {}) {
  std::string all = mark;
  for (const char c : text) {
    std::string unit(width, '\0');
    unit[little ? 0 : width - 1] = c;
    all += unit;
  }
  return all;
}

}  // namespace

TEST_CASE("hostile XML ends soon in an article or a fault") {
  const auto [what, xml] = GENERATE(table<std::string, std::string>({
      {"entities that grow", kDeclaration + "<!DOCTYPE rss [<!ENTITY a0 'ha'>" +
                                 numbered("<!ENTITY b", " '&a0;&a0;&a0;&a0;&a0;&a0;&a0;&a0;&a0;&a0;'>", 30) +
                                 "]>" + kItem + "<item><title>&b9;&b8;</title></item></channel></rss>"},
      {"one long entity many times", kDeclaration + "<!DOCTYPE rss [<!ENTITY a '" +
                                         std::string(100'000, 'a') + "'>]>" + kItem + "<item><title>" +
                                         repeated("&a;", 100'000) + "</title></item></channel></rss>"},
      {"a DTD and entities from elsewhere",
       kDeclaration +
           "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:9/x.dtd' [<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;"
           "<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" +
           kItem + "<item><title>&e;</title></item></channel></rss>"},
      {"an inclusion",
       kDeclaration + "<rss xmlns:xi='http://www.w3.org/2001/XInclude'><channel><item><title>Kept</title>"
                      "<xi:include href='/etc/passwd' parse='text'/></item></channel></rss>"},
      {"a declaration without end", kDeclaration + "<!DOCTYPE rss [" + repeated("<!ENTITY a 'b'>", 100'000)},
      {"open elements", kDeclaration + kItem + repeated("<a>", 1'000'000)},
      {"elements in each other", kDeclaration + repeated("<a>", 200'000) + repeated("</a>", 200'000)},
      {"a long attribute",
       kDeclaration + "<rss a='" + std::string(9U << 20U, 'a') + "'>" + kItem.substr(5) + "</channel></rss>"},
      {"an attribute without end", kDeclaration + "<rss a='" + std::string(12U << 20U, 'a')},
      {"many attributes", kDeclaration + "<rss " + numbered("a", "='b' ", 100'000) + "/>"},
      {"many namespaces", kDeclaration + numbered("<a xmlns:n", "='u'>", 250) + kItem},
      {"namespaces on one element", kDeclaration + "<rss " + numbered("xmlns:n", "='u' ", 20'000) + "/>"},
      {"a long name", kDeclaration + "<" + std::string(12U << 20U, 'n') + ">"},
      {"a long comment", kDeclaration + kItem + "<!--" + std::string(11U << 20U, '-')},
      {"a long instruction", kDeclaration + kItem + "<?x " + std::string(11U << 20U, 'a')},
      {"a long text", kDeclaration + kItem + "<item><title>" + std::string(12U << 20U, 'a')},
      {"CDATA without end", kDeclaration + kItem + "<item><title><![CDATA[" + std::string(11U << 20U, ']')},
      {"many items without end", kDeclaration + "<rss>" + repeated("<item>", 300'000)},
      {"ampersands", kDeclaration + "<rss><item><title>" + std::string(2U << 20U, '&')},
      {"brackets", kDeclaration + "<rss>" + std::string(2U << 20U, '<')},
      {"zero bytes", kDeclaration + "<rss>" + std::string(2U << 20U, '\0')},
      {"the declaration alone", "<?xml"},
      {"UTF-7", "<?xml version='1.0' encoding='UTF-7'?><rss><item><title>Hi +AGE-</title></item></rss>"},
      {"EBCDIC in name alone",
       "<?xml version='1.0' encoding='EBCDIC-CP-US'?><rss><item><title>Hi</title></item></rss>"},
      {"an encoding that there is not",
       "<?xml version='1.0' encoding='x-none'?><rss><item><title>Hi</title></item></rss>"},
      {"UTF-32LE", wide(kDeclaration + kItem + "</channel></rss>", 4, true, std::string("\xFF\xFE\0\0", 4))},
      {"UTF-32BE", wide(kDeclaration + kItem + "</channel></rss>", 4, false, std::string("\0\0\xFE\xFF", 4))},
      {"UTF-32LE without mark", wide(kDeclaration + kItem, 4, true)},
      {"UTF-32BE without mark", wide(kDeclaration + kItem, 4, false)},
      {"UTF-16LE cut", wide(kDeclaration + kItem, 2, true, "\xFF\xFE") + "<"},
      {"UTF-16 of halves", "\xFF\xFE" + repeated("\x00\xD8", 500'000)},
  }));
  CAPTURE(what);
  for (const Format& format : {kRss, kNitf, kNewsmlG2, kMets, kPlainXml}) {
    CAPTURE(format.name);
    const auto start = std::chrono::steady_clock::now();
    const ReadResult result = read_with(format, xml);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    CHECK(seconds.count() < 20);
    CHECK(result.articles.size() + result.faults.size() > 0);
    for (const Article& article : result.articles) {
      CHECK(article.headline.size() < 1'000'000);
      CHECK(article.headline.find("root:") == std::string::npos);
      CHECK(article.body.find("root:") == std::string::npos);
    }
  }
}
