// What the reader takes from JSON-LD, microdata and meta elements.

#include <catch2/catch.hpp>

#include "dateline/json.h"
#include "indexer/readers/html_headline.h"
#include "indexer/readers/html_json_mend.h"
#include "tests/unit/html_fixture.h"

using namespace dateline;

namespace {

std::string json_ld(const std::string& json) {
  return "<script type=\"application/ld+json\">" + json + "</script>";
}

std::string names(const std::vector<Byline>& bylines) {
  std::string all;
  for (const Byline& byline : bylines)
    all += (all.empty() ? "" : "; ") + byline.name + (byline.role.empty() ? "" : " | " + byline.role);
  return all;
}

std::string shown(const std::optional<Date>& date) {
  if (!date) return "none";
  return iso_date(*date) + " " + iso_time(*date).value_or("-") + " " + date->zone.value_or("-") + " " +
         date->rule;
}

Article read(const std::string& html) {
  const ReadPage page = read_page(html);
  REQUIRE(page.article);
  return *page.article;
}

}  // namespace

TEST_CASE("broken JSON is mended where there is one way to") {
  const auto [json, mended] = GENERATE(table<std::string, std::string>({
      {R"({"a":1})", R"({"a":1})"},
      {"<!-- {\"a\":1} -->", R"({"a":1})"},
      {"//<![CDATA[\n{\"a\":[1]}\n//]]>", R"({"a":[1]})"},
      {R"({"a":1};)", R"({"a":1})"},
      {R"({"a":[1,2,],})", R"({"a":[1,2]})"},
      {"{\"a\":\"one\ntwo\"}", R"({"a":"one two"})"},
      {R"({"a":"she said "no" to it"})", R"({"a":"she said \"no\" to it"})"},
      {R"({"a":"it\'s"})", R"({"a":"it's"})"},
      {R"({"a":1},{"b":2})", R"([{"a":1},{"b":2}])"},
      {R"({"a":)", ""},
      {"", ""},
  }));
  CAPTURE(json);
  const auto parsed = html::parse_mended(json);
  CHECK((parsed ? parsed->dump() : std::string()) == mended);
}

TEST_CASE("authors are persons before papers, the surest metadata first") {
  const auto [head, before, expected] = GENERATE(table<std::string, std::string, std::string>({
      {json_ld(R"({"@type":"NewsArticle","headline":"Ferry sails at noon","datePublished":"2024-01-02",
                   "author":{"name":"Jane Roe","jobTitle":"Harbour reporter"}})"),
       "", "Jane Roe | Harbour reporter"},
      {json_ld(R"([{"@type":"WebSite"},{"@type":["NewsArticle"],"headline":"Ferry sails at noon",
                   "author":["Jane Roe",{"@id":"#x"}]},{"@id":"#x","@type":"Person","name":"Juan Doe"}])"),
       "", "Jane Roe; Juan Doe"},
      {json_ld(R"({"@type":"NewsArticle","headline":"Ferry sails at noon",
                   "author":{"@type":"Organization","name":"The Post"}})"),
       "<p class=\"byline\">By Jane Roe</p>", "Jane Roe"},
      {json_ld(R"({"@type":"NewsArticle","headline":"Ferry sails at noon",
                   "author":{"@type":"Organization","name":"The Post"}})"),
       "", "The Post"},
      {"<meta name=author content='By JANE ROE'>", "", "Jane Roe"},
      {"<meta name=author content='Jane Roe,Juan Doe,Mary Major'>", "", "Jane Roe; Juan Doe; Mary Major"},
      {"<meta name=author content='jane@post.example @janeroe Jane Roe'>", "", "Jane Roe"},
      {"<meta property='article:author' content='https://social.example/post'>",
       "<div class=\"article__byline\"><a href=\"/x\">Jane Roe</a><a href=\"/y\">Juan Doe</a></div>",
       "Jane Roe; Juan Doe"},
      {"", "<p>Posted on 22 December 2023 by Jane Roe</p>", "Jane Roe"},
      {"", "<p>By Jane Roe</p>", "Jane Roe"},
      {"", "<div><a href='/authors/jane-roe'>Jane Roe</a></div>", "Jane Roe"},
      {"", "<div><a href='/topics/ferries'>Jane Roe</a></div>", ""},
      {"", "<div>Jane Roe</div><div>12 March 2016, 10:15</div>", "Jane Roe"},
      {"", "", ""},
  }));
  CAPTURE(head, before);
  CHECK(names(read(page_with(head, before)).bylines) == expected);
}

TEST_CASE("published and updated are kept apart, as precise as they are given") {
  const auto [head, before, published,
              updated] = GENERATE(table<std::string, std::string, std::string, std::string>({
      {json_ld(R"({"@type":"NewsArticle","headline":"x","datePublished":"2024-01-02T23:30:00-05:00",
                       "dateModified":"2024-01-05"})"),
       "", "2024-01-02 23:30:00 -05:00 html:json-ld", "2024-01-05 - - html:json-ld"},
      {"<meta property='article:modified_time' content='2024-01-05'>",
       "<time class='published' datetime='2024-01-02'></time>", "2024-01-02 - - html:time",
       "2024-01-05 - - html:meta"},
      {"<meta itemprop=datePublished content='2024-01-02T10:00'>", "", "2024-01-02 10:00 - html:microdata",
       "none"},
      {"", "<time datetime='2024-01-03T03:30Z'>January 2, 2024</time>", "2024-01-02 - - html:time", "none"},
      {"", "<p>Updated: January 5, 2024, 1:17 PM</p>", "2024-01-05 13:17 - html:line",
       "2024-01-05 13:17 - html:line"},
      {"", "<p>Published: January 2, 2024 | Updated: January 5, 2024</p>", "2024-01-02 - - html:line",
       "none"},
      {"<link rel=canonical href='https://post.example/2024/01/02/ferry'>", "", "2024-01-02 - - html:url",
       "none"},
      {"", "<span class='post-date'>2 janvier 2024</span>", "2024-01-02 - - html:markup", "none"},
      {"", "<p>2025年1月13日 20時01分</p>", "2025-01-13 20:01 - html:line", "none"},
      {"<meta name=date content='0001-01-01'>", "", "none", "none"},
  }));
  CAPTURE(head, before);
  const Article article = read(page_with(head, before));
  CHECK(shown(article.published) == published);
  CHECK(shown(article.updated) == updated);
}

TEST_CASE("the date of a page without metadata is the one printed beside its headline") {
  const auto [head, before, after, expected] =
      GENERATE(table<std::string, std::string, std::string, std::string>({
          {"", "<div>Publiziert<b>12. März 2016</b>, 10:12</div>", "", "2016-03-12 10:12 - html:line"},
          {"", "<div><i>By Jane Roe, Correspondent</i><i>Mar 12, 2016, 10:15 PM</i></div>", "",
           "2016-03-12 22:15 - html:line"},
          {"", "<div>Oslo-26/03/2016 20:00</div>", "", "2016-03-26 20:00 - html:line"},
          {"", "<div>公開日：2016/03/12 11:30</div>", "", "2016-03-12 11:30 - html:line"},
          {"", "<div>입력 2016.03.12 22:09</div>", "", "2016-03-12 22:09 - html:line"},
          {"", "<div>12 марта 2016, 10:15</div>", "", "2016-03-12 10:15 - html:line"},
          {"", "<div><i>12</i><i>Mrz</i><i>2016</i></div>", "", "2016-03-12 - - html:line"},
          {"", "<div>Stand: 14.03.2016</div>", "<div>11.04.2015</div>", "2016-03-14 - - html:line"},
          {"", "", "<p>Posted by Jane Roe in Harbour on Saturday, March 12th, 2016 at 10:15 am.</p>",
           "2016-03-12 10:15 - html:line"},
          {"<link rel=alternate href='https://post.example/2016/3/12/ferry/feed/'>", "", "",
           "2016-03-12 - - html:url"},
          {"<script>var page = {\"page_pubDate\": 1, \"publicationDate\":\"2016-03-12T10:15:00Z\"};</script>",
           "", "", "2016-03-12 10:15:00 Z html:script"},
          {"", "", "<footer class=entry-meta><time class=published>12. März 2016</time></footer>",
           "2016-03-12 - - html:line"},
          {"<meta http-equiv=date content='2016-03-12'>", "", "", "2016-03-12 - - html:meta"},
          {"", "<span property='dc:date dc:created' content='2016-03-12T10:15:00+01:00'>last week</span>", "",
           "2016-03-12 10:15:00 +01:00 html:microdata"},
          {"", "", "<img src='/uploads/2016/03/12/lemons.jpg'>", "2016-03-12 - - html:url"},
      }));
  CAPTURE(head, before, after);
  CHECK(shown(read(page_with(head, before, after)).published) == expected);
}

TEST_CASE("a title's last part may be the date") {
  const std::string title = GENERATE(as<std::string>{}, "Ferry sails at noon – Post – 12.03.2016",
                                     "Ferry sails at noon, 12.03.2016", "Ferry sails at noon (2016/03/12)");
  const std::string html = "<html><head><title>" + title +
                           "</title></head><body><h1>Ferry sails at noon</h1>" + kParagraphs +
                           "<div>11.04.2015</div>";
  CHECK(shown(read(html).published) == "2016-03-12 - - html:title");
}

TEST_CASE("which of two numbers is the month is told by the page's language and host") {
  const auto [language, host, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"en-US", "post.example.de", "2016-03-12"},
      {"en-GB", "post.example.com", "2016-12-03"},
      {"en", "post.example.com", "2016-03-12"},
      {"en", "post.example.uk", "2016-12-03"},
      {"de", "post.example.com", "2016-12-03"},
      {"", "", "2016-12-03"},
  }));
  CAPTURE(language, host);
  const std::string address = host.empty() ? "" : "<link rel=canonical href='https://" + host + "/ferry'>";
  const std::string html = "<html lang='" + language + "'><head><title>Ferry sails at noon</title>" +
                           address + "</head><body><h1>Ferry sails at noon</h1><p>03/12/2016</p>" +
                           kParagraphs;
  CHECK(iso_date(read(html).published.value_or(Date{})) == expected);
}

TEST_CASE("dates of other stories and of the page's frame are not the article's") {
  const std::string after =
      GENERATE(as<std::string>{}, "<div class='comments'><time datetime='2020-05-05'></time></div>",
               "<div class='related-posts'><time datetime='2020-05-05'></time></div>",
               "<footer>5 May 2020</footer>", "<nav><p>5 May 2020</p></nav>");
  CAPTURE(after);
  CHECK(shown(read(page_with("", "", after)).published) == "none");
}

TEST_CASE("a title loses the site's name and nothing else") {
  const auto [title, expected] = GENERATE(table<std::string, std::string>({
      {"Ferry sails", "Ferry sails"},
      {"Ferry sails | The Daily Post", "Ferry sails"},
      {"Ferry sails - World - dailypost", "Ferry sails - World"},
      {"Ferry sails – with lemons", "Ferry sails – with lemons"},
      {"Post-war ferry sails", "Post-war ferry sails"},
  }));
  CHECK(html::without_site(title, {"The Daily Post", "dailypost"}) == expected);
}

TEST_CASE("the headline is the one that readers see") {
  const auto [head, body, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"<title>Ferry sails at noon | The Post</title><meta property='og:site_name' content='The Post'>", "",
       "Ferry sails at noon"},
      {"<title>Ferry sails at noon | The Post</title>", "<h1>The Post</h1><h1>Ferry sails at noon</h1>",
       "Ferry sails at noon"},
      {"<meta property='og:title' content='Ferry sails at noon'>",
       "<h1><span class=kicker>Sea</span>Ferry sails at noon</h1>", "Ferry sails at noon"},
      {"<title>x</title>", "<h1>Ferry &amp; lemons</h1>", "Ferry & lemons"},
      {"<title>Ferry sails at noon with all the lemons of the market</title>",
       "<h1>Ferry sails at noon</h1><h2>Ferry sails at noon with all the lemons of the market</h2>",
       "Ferry sails at noon with all the lemons of the market"},
      {"<title>Ferry sails at noon - The Harbour Post</title>",
       "<h1>The Harbour Post</h1><h2>Ferry sails at noon</h2>", "Ferry sails at noon"},
      {"<title>Ferry sails at noon « The Post</title>",
       "<h1>The Post</h1><table><tr><td>Ferry sails at noon</td></tr></table>", "Ferry sails at noon"},
      {"<title>Ferry sails at noon</title>", "<h1>The Post</h1><p><b>Ferry sails at noon</b></p>",
       "Ferry sails at noon"},
      {json_ld(R"({"@type":"NewsArticle","headline":"Ferry &amp;amp; lemons","datePublished":"2024-01-02"})"),
       "", "Ferry & lemons"},
  }));
  CAPTURE(head, body);
  CHECK(read("<html><head>" + head + "</head><body>" + body + kParagraphs + "</body></html>").headline ==
        expected);
}

TEST_CASE("section, keywords, publication, address and language are taken from whatever states them") {
  const Article article = read(page_with(
      "<meta property='og:site_name' content='The Post'><meta property='article:section' content='Sea'>"
      "<meta name=keywords content='ferry, lemons;ferry'><link rel=canonical href='https://post.example/a'>"
      "<meta name=description content='What became of the lemons.'>"));
  CHECK(article.publication == "The Post");
  CHECK(article.section == "Sea");
  CHECK(article.keywords == std::vector<std::string>{"ferry", "lemons"});
  CHECK(article.url == "https://post.example/a");
  CHECK(article.language == "en");
  CHECK(article.abstract == "What became of the lemons.");
}

TEST_CASE("a page of old has its headline in its title and its writer between line breaks") {
  const Article a = read(
      "<html><head><title>Oslo Post Online - Ferry sinks off the old "
      "harbour</title></head><body><table><tr><td>"
      "<font size=5>Ferry sinks off the old harbour</font><br>By Jane Roe<br>Wednesday, March 10, "
      "1999<br><br>"
      "A ferry sank off the old harbour of Oslo on Tuesday night with a load of lemons, the police said.<br>"
      "&nbsp;&nbsp;&nbsp;Nobody drowned, and most of the lemons came ashore before the sun rose above the "
      "hills.</td></tr></table></body></html>");
  CHECK(a.headline == "Ferry sinks off the old harbour");
  CHECK(names(a.bylines) == "Jane Roe");
  CHECK(iso_date(*a.published) == "1999-03-10");
  CHECK(a.body.find("the police said.\n\nNobody drowned") != std::string::npos);
}

TEST_CASE("a title that begins with the site's name loses it where the page prints the rest") {
  CHECK(
      read(
          "<title>Valley Tribune: Goats block mountain road</title><p class=x>Goats block mountain road</p>" +
          std::string(kParagraphs))
          .headline == "Goats block mountain road");
}

TEST_CASE("the account that set a site up wrote nothing") {
  CHECK(names(read("<meta name=author content='Super User'><h1>Goats</h1><p class=byline>By Jane Roe</p>" +
                   std::string(kParagraphs))
                  .bylines) == "Jane Roe");
}

TEST_CASE("a page that prints only a beginning has the text that its metadata give") {
  const std::string text(
      "A ferry sank off the old harbour of Oslo on Tuesday night with a load of lemons, the police said. "
      "Divers "
      "looked for the captain until noon, and found him asleep in a boat of his own.");
  const Article a = read(json_ld(R"({"@type":"NewsArticle","headline":"Ferry sinks","articleBody":")" + text +
                                 R"(\n\nNobody drowned, and most of the lemons came ashore."})") +
                         "<h1>Ferry sinks</h1><p>A ferry sank off the old harbour …</p>");
  CHECK(a.body == text + "\n\nNobody drowned, and most of the lemons came ashore.");
}

TEST_CASE("a page that its script draws has its article in its data") {
  const std::string text(300, 'x');
  const Article a = read(
      "<html><head><title>Post</title></head><body><div id=__next></div><script id=__NEXT_DATA__ "
      R"(type="application/json">{"props":{"pageProps":{"more":[{"title":"Rain","body":"It did."}],"article":)"
      R"({"headline":"Ferry sinks","datePublished":"2023-03-10","body":"<p>A ferry sank.</p><p>)" +
      text + R"(</p>"}}}}</script></body></html>)");
  CHECK(a.headline == "Ferry sinks");
  CHECK(a.body == "A ferry sank.\n\n" + text);
  CHECK(iso_date(*a.published) == "2023-03-10");
}

TEST_CASE("names keep their last letter whatever bytes it has") {
  const Article a = read(page_with("", "<div class=byline>Анна Автор</div>"));
  CHECK(names(a.bylines) == "Анна Автор");
}

TEST_CASE("a description that is the first paragraph again is no abstract") {
  const Article article = read(page_with(
      "<meta name=description content='The harbour office said on Monday that the ferry would sail at "
      "noon, and that the ...'>"));
  CHECK(article.abstract.empty());
}

TEST_CASE("tagged persons and places are entities of the metadata") {
  const Article article = read(page_with(json_ld(
      R"({"@type":"NewsArticle","headline":"Ferry sails at noon","datePublished":"2024-01-02",
          "about":{"@type":"Person","name":"Jane Roe"},"mentions":[{"@type":"City","name":"Oban"},{"@type":"Thing","name":"lemons"}]})")));
  REQUIRE(article.persons);
  REQUIRE(article.persons->size() == 1);
  CHECK(article.persons->front().name == "Jane Roe");
  CHECK(article.persons->front().origin == Origin::metadata);
  CHECK(article.persons->front().count == 0);
  CHECK(article.persons->front().in == std::vector{TextField::metadata});
  REQUIRE(article.places);
  CHECK(article.places->front().name == "Oban");
  CHECK_FALSE(article.organisations);
}
