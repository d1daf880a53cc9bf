// Which part of a page is the story, and what of it are captions.

#include <catch2/catch.hpp>

#include "dateline/text.h"
#include "tests/unit/html_fixture.h"
#include "tests/unit/reader_fixture.h"

using namespace dateline;

namespace {

// Read when it is asked for: before main() the reader's own tables may not be there yet.
const std::string& plain_body() {
  static const std::string body = read_page(page_with("")).article->body;
  return body;
}

std::string captions(const Article& article) {
  std::string all;
  for (const Caption& caption : article.captions)
    all += (all.empty() ? "" : "; ") + caption.text + (caption.credit.empty() ? "" : " | " + caption.credit);
  return all;
}

}  // namespace

TEST_CASE("paragraphs are kept as they are printed") {
  CHECK(
      plain_body() ==
      "The harbour office said on Monday that the ferry would sail at noon, and that the gangway would be "
      "mended by "
      "then.\n\nNobody was hurt when it gave way, the harbour master said, though two crates of lemons were "
      "lost.\n\nThe lemons were on their way to the market in the old town, where they were missed.");
}

TEST_CASE("what surrounds a story is not of it") {
  const std::string furniture = GENERATE(
      as<std::string>{}, "<nav><p>World, sea, weather and all the other pages of this paper.</p></nav>",
      "<aside><p>Somebody else wrote this about something else, at some length.</p></aside>",
      "<div class='newsletter-signup'><p>Sign up for the letter that skippers read before they cast "
      "off.</p></div>",
      "<div class='related'><h3>Related</h3><p>The ferry was late in March too, and nobody knew "
      "why.</p></div>",
      "<div id='comments'><p>In my day we swam across, and were none the worse for it.</p></div>",
      "<ul><li><a href='/a'>The ferry of tomorrow</a></li><li><a href='/b'>Lemons at the "
      "market</a></li></ul>",
      "<p><a href='/c'>Read more: how the gangway was built, and by whom</a></p>",
      "<div class='share-bar'><span>Share this story with your friends</span></div>",
      "<div class='cookie-consent'><p>We use cookies to see which pages are read and for how long.</p></div>",
      "<form><p>Your address is safe with us, and is never given to anybody.</p></form>",
      "<script>var text = 'This is not text that anybody should ever read.';</script>",
      "<div style='display:none'><p>What nobody sees is not of the story that they read.</p></div>");
  CAPTURE(furniture);
  CHECK(read_page(page_with("", "", furniture)).article->body == plain_body());
  CHECK(read_page(page_with("", furniture)).article->body == plain_body());
}

TEST_CASE("a story is found however its site marks it up") {
  const std::string text(kParagraphs);
  const std::string page = GENERATE_COPY(
      as<std::string>{}, "<div class='article-body'>" + text + "</div>",
      "<main><section>" + text + "</section></main>", "<form>" + text + "</form>",
      "<div class='has-comments layout-sidebar'>" + text + "</div>",
      "<div class='not-a-paywall'>" + text + "</div>", "<table><tr><td>" + text + "</td></tr></table>",
      "<div><span class='lead'>" + text + "</span></div>");
  CAPTURE(page);
  CHECK(read_page("<html><body><h1>Ferry sails at noon</h1>" + page + "</body></html>").article->body ==
        plain_body());
}

TEST_CASE("double line breaks divide paragraphs, single ones do not") {
  const std::string line =
      "The harbour office said that the ferry would sail at noon, and that nobody need worry at all.";
  const ReadPage page = read_page("<h1>Ferry sails at noon</h1><div>" + line + "<br>One.<br><br>" + line +
                                  " Two.<br/>\n<br/>" + line + " Three. " + line + "</div>");
  REQUIRE(page.article);
  CHECK(page.article->body == line + " One.\n\n" + line + " Two.\n\n" + line + " Three. " + line);
}

TEST_CASE("the dateline is taken from the copy") {
  const ReadPage page =
      read_page("<h1>Ferry sails at noon</h1><p>OBAN, Scotland (Reuters) - The ferry will sail.</p>" +
                std::string(kParagraphs));
  REQUIRE(page.article);
  REQUIRE(page.article->dateline);
  CHECK(page.article->dateline->place == "Oban, Scotland");
  CHECK(page.article->body.starts_with("The ferry will sail."));
}

TEST_CASE("captions lose their credits and are not of the body") {
  const auto [figure, expected] = GENERATE(table<std::string, std::string>({
      {"<figure><img><figcaption>The ferry at Oban.</figcaption></figure>", "The ferry at Oban."},
      {"<figure><img><figcaption>The ferry at Oban. (AP Photo/Jane Roe)</figcaption></figure>",
       "The ferry at Oban. | AP Photo/Jane Roe"},
      {"<figure><img><figcaption>The ferry at Oban. <span class=credit>Jane Roe</span></figcaption></figure>",
       "The ferry at Oban. | Jane Roe"},
      {"<figure><img><figcaption>The ferry at Oban.<cite>Photo: Jane Roe</cite></figcaption></figure>",
       "The ferry at Oban. | Jane Roe"},
      {"<figure><img><figcaption>The ferry at Oban.</figcaption><div class='image-copyright'>Jane "
       "Roe</div></figure>",
       "The ferry at Oban. | Jane Roe"},
      {"<div class='wp-caption'><img><p class='wp-caption-text'>The ferry at Oban.</p></div>",
       "The ferry at Oban."},
      {"<div class='photo'><img><p>The ferry lies at Oban.</p></div>", "The ferry lies at Oban."},
      {"<a data-caption='The &lt;i&gt;ferry&lt;/i&gt; at Oban.' href='x.jpg'><img></a>",
       "The ferry at Oban."},
      {"<figure><img><figcaption>The ferry.</figcaption></figure><figure><img><figcaption>The "
       "ferry.</figcaption></figure>",
       "The ferry."},
      {"<figure><img><figcaption>船が出る＝13日（大鷹撮影）</figcaption></figure>", "船が出る＝13日 | 大鷹"},
      {"<a href='/other'><figure><img><figcaption>Another story altogether</figcaption></figure></a>", ""},
      {"<li><h3><a href='/other'>Another</a></h3><figure><img><figcaption>Another "
       "story.</figcaption></figure></li>",
       ""},
      {"<div class=related><figure><img><figcaption>Another story.</figcaption></figure></div>", ""},
  }));
  CAPTURE(figure);
  const ReadPage page = read_page(page_with("", figure));
  CHECK(captions(*page.article) == expected);
  CHECK(page.article->body == plain_body());
}

TEST_CASE("what stands below a text or between its parts is not of it") {
  const std::string after = GENERATE(
      as<std::string>{},
      "<h3>Leave a comment</h3><p>What lovely lemons they were, I should like to have some.</p>",
      "<div>Comments (4)</div><div><p>What lovely lemons they were, I should like to have some.</p></div>",
      "<h3>Das könnte Sie auch interessieren</h3><div><p>Noch eine Fähre legte am Montag im Hafen "
      "ab.</p></div>",
      "<h4>Related stories</h4><div><p>Another ferry had sailed without a single lemon on Sunday.</p></div>",
      "<p>By using this site you agree to our user agreement and to all that is in it.</p>",
      "<p>This website uses cookies, and by going on in your browser you consent to them all.</p>",
      "<p>To continue reading, buy the paper.</p><ul><li>All the lemons of the town, every day.</li></ul>",
      "<blockquote><p>Lemons ahoy, and mind the gangway when you go.</p>— Jane Roe (@janeroe) May 3, "
      "2024</blockquote>");
  CAPTURE(after);
  CHECK(read_page(page_with("", "", after)).article->body == plain_body());
}

TEST_CASE("a label of other stories between paragraphs does not end the text") {
  const std::string more =
      "The harbour master asked for the lemons to be looked for in the basin, where divers found one crate "
      "of "
      "them on Tuesday at low water, quite whole, and the other one empty.";
  const auto page = read_page(page_with("", "", "<div>Related</div><p>" + more + "</p>"));
  CHECK(page.article->body == plain_body() + "\n\n" + more);
}

TEST_CASE("a line beside an author's picture is no caption") {
  const std::string line = GENERATE(as<std::string>{}, "By Jane Roe, harbour reporter",
                                    "12 March 2016, 10:15", "Sign up for our newsletter on lemons");
  CAPTURE(line);
  CHECK(read_page(page_with("", "<div><img src=a.jpg><span>" + line + "</span></div>"))
            .article->captions.empty());
}

TEST_CASE("a sentence that names a day is of the story, a line about the page is not") {
  const std::string day = "A seal was found in the car park on 10 March 2019, the police said.";
  CHECK(read_page("<article><h1>Seal</h1><p>Published on 11 March 2019.</p><p>" + day + "</p>" +
                  std::string(kParagraphs) + "</article>")
            .article->body.starts_with(day));
  CHECK(read_page("<article><h1>Seal</h1><p><b>OSLO, March 10, 2020</b> -- A seal was found.</p>" +
                  std::string(kParagraphs) + "</article>")
            .article->body.starts_with("A seal was found."));
}

TEST_CASE("a brief is an article where its page says so") {
  CHECK(read_page(
            "<article><h1>Seal found</h1><time datetime=2019-03-10>10 March</time><p>A seal was found in the "
            "car park on Monday.</p><p>It was taken home.</p></article>")
            .article->body == "A seal was found in the car park on Monday.\n\nIt was taken home.");
}

TEST_CASE("a caption beside a picture's address has its credit there too") {
  CHECK(captions(
            *read_page(page_with("", "<div data-caption='The ferry at noon.' data-credit='Jo Sample'></div>"))
                 .article) == "The ferry at noon. | Jo Sample");
}

TEST_CASE("a page without an article is a fault") {
  const auto [html, code] = GENERATE(table<std::string, std::string>({
      {"", "html.no-article"},
      {"<html><head><title>404</title></head><body><h1>Not found</h1><p>What you look for is "
       "gone.</p></body></html>",
       "html.no-article"},
      {"<h1>World</h1><ul><li><a href=/a>Ferry sails</a></li><li><a href=/b>Lemons lost</a></li></ul>",
       "html.no-article"},
      {std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16), "text.not-text"},
  }));
  CAPTURE(html);
  const ReadPage page = read_page(html);
  CHECK_FALSE(page.article);
  CHECK(page.faults == std::vector<std::string>{code});
}

TEST_CASE("a page is read in the encoding that it names") {
  const std::string latin =
      "<html><head><meta charset=iso-8859-1></head><body><h1>F\xE4hre um zw\xF6lf</h1>" +
      std::string(kParagraphs) + "</body></html>";
  CHECK(read_page(latin).article->headline == "Fähre um zwölf");
  CHECK(read_page("<h1>\xB3\xF3"
                  "d</h1>" +
                      std::string(kParagraphs),
                  "iso-8859-2")
            .article->headline == "łód");
  CHECK(read_page("<meta charset=iso-8859-1><h1>Fähre</h1>" + std::string(kParagraphs)).article->headline ==
        "Fähre");
}

TEST_CASE("the broken page in a wrongly declared encoding comes out as its README says") {
  const auto page = read_page(source_file("corpus/broken/shift-jis-declared-euc-jp.html"));
  REQUIRE(page.article);
  CHECK(page.article->headline == "港の鐘、ひとりでに鳴る");
  CHECK(page.article->diagnostics.empty());
}

TEST_CASE("a page in Cyrillic that claims to be western is not taken at its word") {
  const std::u32string line =
      U"Паром отошел в полдень, сообщил начальник порта. Часть лимонов упала в воду, и трап придется чинить. "
      U"Никто не пострадал, хотя было скользко и плохо видно.";
  std::string bytes, text;
  for (char32_t c : line) {
    // Windows-1251 has the letters in the order of Unicode.
    bytes += static_cast<char>(c < 0x80 ? c : c - U'А' + 0xC0);
    append_utf8(text, c);
  }
  const std::string declared = GENERATE("iso-8859-1", "windows-1252", "utf-8", "");
  CAPTURE(declared);
  const std::string html = "<html><head><meta charset='" + declared + "'></head><body><h1>" +
                           bytes.substr(0, 12) + "</h1><p>" + bytes + "</p><p>" + bytes + " " + bytes +
                           "</p>";
  const auto page = read_page(html);
  REQUIRE(page.article);
  CHECK(page.article->headline == "Паром отошел");
  CHECK(page.article->body.starts_with(text));
}

TEST_CASE("html is told from other text by its beginning") {
  const auto [head, sure] = GENERATE(table<std::string, Confidence>({
      {"<!DOCTYPE html><html>", Confidence::certain},
      {"\xEF\xBB\xBF\n<!doctype HTML>", Confidence::certain},
      {"<html><head>", Confidence::likely},
      {"<div><p>x", Confidence::likely},
      {"<?xml version='1.0'?><nitf>", Confidence::no},
      {"<?xml version='1.0'?><a><![CDATA[<!DOCTYPE html><html>", Confidence::no},
      {"<?xml version='1.0'?><!DOCTYPE html><html>", Confidence::certain},
      {"Say <html> aloud", Confidence::no},
      {"", Confidence::no},
  }));
  CAPTURE(head);
  CHECK(sniff_html(head) == sure);
}
