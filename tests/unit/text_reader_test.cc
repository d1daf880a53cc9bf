#include "indexer/readers/text.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <vector>

using dateline::Article;
using dateline::Diagnostic;

namespace {

struct Read : dateline::ArticleSink {
  std::vector<Article> articles;
  std::vector<Diagnostic> faults;
  void article(Article article) override { articles.push_back(std::move(article)); }
  void fault(Diagnostic fault) override { faults.push_back(std::move(fault)); }
};

Read read(std::string_view text) {
  dateline::MemorySource source(text);
  dateline::Input input{text.substr(0, dateline::kSniffBytes), source, {}};
  Read result;
  dateline::read_text(input, result);
  return result;
}

Article article_of(std::string_view text) {
  Read result = read(text);
  REQUIRE(result.faults.empty());
  REQUIRE(result.articles.size() == 1);
  return result.articles.front();
}

// "2025-02-26 13:17 text:updated-line"; empty: no date.
std::string shown(const std::optional<dateline::Date>& date) {
  if (!date) return {};
  return iso_date(*date) + (iso_time(*date) ? " " + *iso_time(*date) : "") + " " + date->rule;
}

std::string codes(const Article& article) {
  std::string all;
  for (const Diagnostic& fault : article.diagnostics) all += fault.code + ' ';
  return all;
}

// Enough words that a body is not short.
const std::string kCopy =
    "The council of Anytown met on Tuesday to open the new bridge, which had waited eleven years for its "
    "paint, and "
    "nobody fell in.";
const std::string kMore =
    "“We are glad,” said the mayor, who had come by boat because the road was not quite finished on the far "
    "bank.";

}  // namespace

TEST_CASE("a caption above the headline is a caption, printed once or twice") {
  const std::string caption = "The mayor, right, cuts a ribbon on the bridge in Anytown.";
  const auto [lines, credit] = GENERATE_COPY(table<std::string, std::string>({
      {caption + " SPA / AFP\n" + caption + " SPA / AFP\n", "SPA / AFP"},
      {caption + " (AP Photo/Jane Roe)\n", "AP Photo/Jane Roe"},
      {caption + " REUTERS/Jane Roe\n\n" + caption + " REUTERS/Jane Roe\n", "REUTERS/Jane Roe"},
      {caption + "\n" + caption + "\n", ""},
      {caption + "\n", ""},
      {caption + "\n(Photo: Jane Roe)\n", "Jane Roe"},
      {caption + " Jane Roe for The Anytown Post\n", "Jane Roe for The Anytown Post"},
  }));
  CAPTURE(lines);
  const Article article = article_of(lines + "\nAnytown opens its bridge\n\n\n\n" + kCopy + "\n\n" + kMore +
                                     "\n\nUpdated: February 26, 2025, 1:17 PM");
  REQUIRE(article.captions.size() == 1);
  CHECK(article.captions[0].text == caption);
  CHECK(article.captions[0].credit == credit);
  CHECK(article.headline == "Anytown opens its bridge");
  CHECK(article.body == kCopy + "\n\n" + kMore);
  CHECK(shown(article.published) == "2025-02-26 13:17 text:updated-line");
  CHECK(shown(article.updated) == "2025-02-26 13:17 text:updated-line");
  CHECK(codes(article).empty());
}

TEST_CASE("several captions keep their own credits and none is in the body") {
  const Article article = article_of(
      "The mayor cuts a ribbon in Anytown. Photo: Jane Roe\nA boat waits below the bridge in Anytown. John "
      "Doe/Getty Images\n\nAnytown opens its bridge\n\n" +
      kCopy + "\n\nThe far bank in Anytown. (Photo: Ann Poe/The Post)\n\n" + kMore +
      "\n\nThe mayor cuts a ribbon in Anytown.\n");
  REQUIRE(article.captions.size() == 3);
  CHECK(article.captions[0].credit == "Jane Roe");
  CHECK(article.captions[1].credit == "John Doe/Getty Images");
  CHECK(article.captions[2].text == "The far bank in Anytown.");
  CHECK(article.body == kCopy + "\n\n" + kMore);
}

TEST_CASE("a caption that is wrapped is one caption") {
  const Article article = article_of(
      "The mayor, right, cuts a ribbon on the new bridge in Anytown while\nthe band plays. (AP Photo/Jane "
      "Roe)\n\n"
      "Anytown opens its bridge\n\nThe council of Anytown met on Tuesday to open the bridge which\nhad "
      "waited eleven "
      "years for its paint.\n");
  REQUIRE(article.captions.size() == 1);
  CHECK(article.captions[0].text ==
        "The mayor, right, cuts a ribbon on the new bridge in Anytown while the band plays.");
  CHECK(article.headline == "Anytown opens its bridge");
}

TEST_CASE("a plain file has its headline in line 1 and no captions") {
  const Article article = article_of("Anytown opens its bridge\n\n" + kCopy + "\n\n" + kMore + "\n");
  CHECK(article.headline == "Anytown opens its bridge");
  CHECK(article.captions.empty());
  CHECK(article.body == kCopy + "\n\n" + kMore);
  CHECK_FALSE(article.published);
}

TEST_CASE("the header of wire copy fills headline, byline, date and address") {
  const Article article = article_of(
      "-- Anytown opens bridge\n-- By  Jane Roe  and  JOHN DOE\n-- Mon Oct 23, 2006 5:48pm EDT\n"
      "-- http://example.com/a/b\n\n \n\n (Corrects the year in paragraph 3) \n\n ANYTOWN, Ohio, Oct 23  "
      "(Reuters) - "
      "The council met on\nTuesday to open the new bridge, which had waited for its paint\nfor eleven "
      "years.\n\n"
      "  Nobody fell in, said the mayor, who had come by boat as the\nroad was not finished on the far "
      "bank.\n");
  CHECK(article.headline == "Anytown opens bridge");
  REQUIRE(article.bylines.size() == 2);
  CHECK(article.bylines[0].name == "Jane Roe");
  CHECK(article.bylines[1].name == "John Doe");
  CHECK(shown(article.published) == "2006-10-23 17:48 text:header");
  CHECK(article.published->zone == "EDT");
  CHECK_FALSE(article.updated);
  CHECK(article.url == "http://example.com/a/b");
  REQUIRE(article.dateline);
  CHECK(article.dateline->text == "ANYTOWN, Ohio, Oct 23 (Reuters) -");
  CHECK(article.dateline->place == "Anytown, Ohio");
  CHECK(article.body ==
        "(Corrects the year in paragraph 3)\n\nThe council met on Tuesday to open the new bridge, which had "
        "waited "
        "for its paint for eleven years.\n\nNobody fell in, said the mayor, who had come by boat as the road "
        "was not "
        "finished on the far bank.");
}

TEST_CASE("labelled lines above the copy are its header") {
  const Article a = article_of(
      "HEADLINE: Ferry sinks\nBYLINE: Jane Roe\nDATE: 12 March 2020\nSLUG: ferry\n\nA ferry sank off Oslo at "
      "noon.\n\nNobody drowned.\n");
  CHECK(a.headline == "Ferry sinks");
  REQUIRE(a.bylines.size() == 1);
  CHECK(a.bylines[0].name == "Jane Roe");
  CHECK(iso_date(*a.published) == "2020-03-12");
  CHECK(a.body == "A ferry sank off Oslo at noon.\n\nNobody drowned.");
  CHECK(article_of("Headline: a memoir\n\nShe wrote it in Oslo.\n").headline == "Headline: a memoir");
}

TEST_CASE("an empty byline of the header is filled from the copy") {
  const Article article = article_of(
      "-- Anytown opens bridge\n-- \n-- Mon Oct 23, 2006 5:48pm EDT\n-- http://example.com/a/b\n\n"
      "(Adds the mayor) By Jane Roe ANYTOWN Oct 23 (Reuters) - " +
      kCopy);
  REQUIRE(article.bylines.size() == 1);
  CHECK(article.bylines[0].name == "Jane Roe");
  CHECK(article.dateline->place == "Anytown");
  CHECK(article.body == "(Adds the mayor)\n\n" + kCopy);
}

TEST_CASE("lines between headline and copy give byline, role and date") {
  const auto [lines, name, role, date] = GENERATE(table<std::string, std::string, std::string, std::string>({
      {"By Jane Roe\n", "Jane Roe", "", ""},
      {"By JANE ROE\nAssociated Press Writer\n", "Jane Roe", "Associated Press Writer", ""},
      {"By Jane Roe, Political correspondent\n16 January 1974\n", "Jane Roe", "Political correspondent",
       "1974-01-16 text:date-line"},
      {"Jane Roe, Political correspondent\n", "Jane Roe", "Political correspondent", ""},
      {"Jane Roe\n26 February 1987\n", "Jane Roe", "", "1987-02-26 text:date-line"},
      {"26 February 1987\n\nJane Roe\n", "Jane Roe", "", "1987-02-26 text:date-line"},
      {"Von Hanna Rösch\n12. Februar 1987\n", "Hanna Rösch", "", "1987-02-12 text:date-line"},
      {"From Our Own Correspondent\n14th March, 1894\n", "Our Own Correspondent", "",
       "1894-03-14 text:date-line"},
      {"By Jane Roe | 26 February 1987\n", "Jane Roe", "", "1987-02-26 text:date-line"},
      {"Feb. 26, 1987 - Jane Roe\n", "Jane Roe", "", "1987-02-26 text:date-line"},
      {"By Jane Roe, Feb. 26, 1987\n", "Jane Roe", "", "1987-02-26 text:date-line"},
      {"Jane Roe, Bridge correspondent\nPublished: 3 May 2024 | The Daily Post\n", "Jane Roe",
       "Bridge correspondent", "2024-05-03 text:published-line"},
      {"By Jane Roe\nUpdated 1:17 PM EST, Wed February 26, 2025\n", "Jane Roe", "",
       "2025-02-26 13:17 text:updated-line"},
      {"By Jane Roe, in Anytown\n", "Jane Roe", "", ""},
      {"Anytown, by Jane Roe\n", "Jane Roe", "", ""},
      {"By Jane Roe\nBy Wireless to The Anytown Post\n", "Jane Roe", "", ""},
      {"By Jane Roe\nMay 1923\n", "Jane Roe", "", "1923-05 text:date-line"},
      {"By Jane Roe\nPublished: 3 May 2024 | Updated: 4 May 2024\n", "Jane Roe", "",
       "2024-05-03 text:published-line"},
      {"By Jane Roe\nFirst published at 10:05 GMT, 3 May 2024\n", "Jane Roe", "",
       "2024-05-03 10:05 text:published-line"},
  }));
  CAPTURE(lines);
  const Article article = article_of("Anytown opens its bridge\n\n" + lines + "\n" + kCopy + "\n\n" + kMore);
  CHECK(article.headline == "Anytown opens its bridge");
  REQUIRE(article.bylines.size() == 1);
  CHECK(article.bylines[0].name == name);
  CHECK(article.bylines[0].role == role);
  CHECK(shown(article.published) == date);
  CHECK(article.body == kCopy + "\n\n" + kMore);
}

TEST_CASE("names alone below the headline are copy where nothing says that they are a byline") {
  const Article article = article_of("Anytown opens its bridge\n\nJane Roe\n\n" + kCopy);
  CHECK(article.bylines.empty());
  CHECK(article.body == "Jane Roe\n\n" + kCopy);
}

TEST_CASE("a standfirst between headline and byline is the abstract, a second deck a subheadline") {
  const Article one =
      article_of("Anytown opens its bridge\n\nIt took eleven years.\n\nBy Jane Roe\n\n" + kCopy);
  CHECK(one.abstract == "It took eleven years.");
  CHECK(one.body == kCopy);
  const Article other = article_of("ANYTOWN OPENS ITS BRIDGE\nMayor comes by boat\nBy Jane Roe\n\n" + kCopy);
  CHECK(other.headline == "ANYTOWN OPENS ITS BRIDGE");
  CHECK(other.subheadlines == std::vector<std::string>{"Mayor comes by boat"});
  CHECK(other.bylines.size() == 1);
  const Article old =
      article_of("The Bridge of Anytown.\nREJOICING AT ANYTOWN.\n\nSaturday, April 2, 1921.\n\n" + kCopy);
  CHECK(old.headline == "The Bridge of Anytown.");
  CHECK(old.subheadlines == std::vector<std::string>{"REJOICING AT ANYTOWN."});
  CHECK(shown(old.published) == "1921-04-02 text:date-line");
}

TEST_CASE("the day above the headline is the date, a year alone is a headline") {
  const Article article = article_of("14th March, 1894\n\nTHE BRIDGE OF ANYTOWN.\n\n" + kCopy);
  CHECK(article.headline == "THE BRIDGE OF ANYTOWN.");
  CHECK(shown(article.published) == "1894-03-14 text:date-line");
  CHECK(article_of("1984\n\n" + kCopy).headline == "1984");
}

TEST_CASE("a paper's name among the lines below the headline is the publication") {
  const Article article = article_of(
      "Anytown opens its bridge\n\nThe Daily Post, Anytown\nMonday 9 September 1996\nBy JANE ROE\n\n" +
      kCopy);
  CHECK(article.publication == "The Daily Post");
  CHECK(shown(article.published) == "1996-09-09 text:date-line");
  CHECK(article.bylines.size() == 1);
  CHECK(article.body == kCopy);
}

TEST_CASE("a line of place and date gives both") {
  const Article article =
      article_of("Anytown opens its bridge\n\nBy Jane Roe\nAnytown, Sunday, May 5, 1983\n\n" + kCopy);
  CHECK(shown(article.published) == "1983-05-05 text:date-line");
  CHECK(article.dateline->place == "Anytown");
  CHECK(article.body == kCopy);
}

TEST_CASE("byline and date can stand where no headline is") {
  const Article article =
      article_of("By Jane Roe and John Doe\n16 July 1999, 18:20:05 AEST\n\nANYTOWN (AP) — " + kCopy);
  CHECK(article.headline.empty());
  CHECK(article.bylines.size() == 2);
  CHECK(shown(article.published) == "1999-07-16 18:20:05 text:date-line");
  CHECK(article.body == kCopy);
}

TEST_CASE("a line that says when it was published goes before the dateline's day") {
  const Article article = article_of("Anytown opens its bridge\n\nANYTOWN, Feb. 26, 1987 (Post Wire) — " +
                                     kCopy + "\n\nPublished: 28 February 1987");
  CHECK(shown(article.published) == "1987-02-28 text:published-line");
}

TEST_CASE("the dateline's day makes a date only with its year") {
  const Article without = article_of("Anytown opens its bridge\n\nANYTOWN, March 14. — " + kCopy);
  CHECK(without.dateline->date == "March 14");
  CHECK_FALSE(without.published);
  const Article with =
      article_of("Anytown opens its bridge\n\nANYTOWN, Feb. 26, 1987 (Post Wire) — " + kCopy);
  CHECK(shown(with.published) == "1987-02-26 text:dateline");
  CHECK(with.body == kCopy);
}

TEST_CASE("copy without a headline stays copy") {
  const auto text = GENERATE_COPY(values<std::string>({
      "ANYTOWN, March 3 (AAP) — " + kCopy + "\n\n" + kMore,
      kCopy + " " + kCopy + "\n\n" + kMore,
      kCopy,
  }));
  CAPTURE(text);
  const Article article = article_of(text);
  CHECK(article.headline.empty());
  CHECK(article.body.find("nobody fell in") != std::string::npos);
  CHECK(codes(article).find("article.no-headline") != std::string::npos);
}

TEST_CASE("a headline printed again is copy, and what stands below it is still read") {
  const Article article = article_of(
      "Anytown opens its bridge\n\n\nAnytown opens its bridge\n\nBy Jane Roe\n\nANYTOWN, May 5. — " + kCopy);
  CHECK(article.body == "Anytown opens its bridge\n\n" + kCopy);
  CHECK(article.bylines.size() == 1);
  CHECK(article.dateline->place == "Anytown");
}

TEST_CASE("hard-wrapped lines are joined, lines that are paragraphs are not") {
  const Article wrapped = article_of(
      "Anytown opens its bridge\n\nThe council of Anytown met on Tuesday to open the new bridge, which\nhad "
      "waited "
      "eleven years for its paint. Nobody fell in.\nA band had been asked for, and a well-\nknown one.\n"
      "    The mayor came by boat, because the road was not quite\nfinished on the far bank.\n");
  CHECK(wrapped.body ==
        "The council of Anytown met on Tuesday to open the new bridge, which had waited eleven years for its "
        "paint. "
        "Nobody fell in. A band had been asked for, and a well-known one.\n\nThe mayor came by boat, because "
        "the road "
        "was not quite finished on the far bank.");
  const Article lines =
      article_of("Anytown opens its bridge\n" + kCopy + "\n" + kMore + "\nNobody fell in.\n");
  CHECK(lines.headline == "Anytown opens its bridge");
  CHECK(lines.body == kCopy + "\n\n" + kMore + "\n\nNobody fell in.");
}

TEST_CASE("in a long block a line that ends early ends its paragraph") {
  const std::string full = "and then the council of Anytown met to open the new bridge again,\n";
  std::string text = "Anytown opens its bridge\n\n";
  for (int i = 0; i < 10; ++i) text += full;
  text += "and went home.\nThe mayor had gone before, since he had come by boat, and so he had\n";
  for (int i = 0; i < 10; ++i) text += full;
  const Article article = article_of(text);
  CHECK(article.body.find("and went home.\n\nThe mayor") != std::string::npos);
  CHECK(std::ranges::count(article.body, '\n') == 2);
}

TEST_CASE("words broken at line ends are whole again in text that breaks many") {
  const Article article = article_of(
      "Anytown opens its bridge\n\nThe coun-\ncil met on Tues-\nday to open the new bridge which had "
      "wait-\ned for its "
      "paint elev-\nen years and the may-\nor came by boat as the\nroad was not ready.\n");
  CHECK(article.body.starts_with(
      "The council met on Tuesday to open the new bridge which had waited for its paint "
      "eleven years and the mayor came"));
}

TEST_CASE("a bad date is told with its place and loses nothing") {
  const Article article =
      article_of("Anytown opens its bridge\n\n" + kCopy + "\n\n  Updated: February 30, 2025\n");
  CHECK(article.body == kCopy);
  CHECK_FALSE(article.published);
  REQUIRE(article.diagnostics.size() == 1);
  CHECK(article.diagnostics[0].code == "date.impossible");
  CHECK(article.diagnostics[0].line == 5);
  CHECK(article.diagnostics[0].column == 12);
  const Article unreadable = article_of("Anytown opens its bridge\n\nUpdated: 3 o'clock or so\n\n" + kCopy);
  CHECK(unreadable.body == "Updated: 3 o'clock or so\n\n" + kCopy);
  CHECK(codes(unreadable) == "date.unreadable ");
}

TEST_CASE("what is missing or short is told and kept") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"Anytown opens its bridge\n", "article.no-body "},
      {"Anytown opens its bridge\n\nNobody fell in.\n", "text.short "},
      {"-- Anytown opens bridge\n-- By Jane Roe\n-- Mon Oct 23, 2006 5:48pm EDT\n-- http://example.com/\n",
       "article.no-body "},
      {"The mayor in Anytown. (AP Photo/Jane Roe)\n", "article.no-headline article.no-body "},
  }));
  CAPTURE(text);
  const Read result = read(text);
  REQUIRE(result.articles.size() == 1);
  std::string told = codes(result.articles[0]);
  for (const Diagnostic& fault : result.faults) told += fault.code + ' ';
  CHECK(told == expected);
}

TEST_CASE("a file without an article is a fault") {
  using namespace std::string_literals;
  const auto [text, code] = GENERATE(table<std::string, std::string>({
      {"", "text.empty"},
      {" \n\t\r\n\u00A0\n", "text.empty"},
      {std::string(300, '\0'), "text.not-text"},
      {"%PDF-1.4\n", "text.not-text"},
      {std::string(dateline::kMaxArticleBytes + 1, 'x'), "article.too-large"},
  }));
  CAPTURE(text.size());
  const Read result = read(text);
  CHECK(result.articles.empty());
  REQUIRE(result.faults.size() == 1);
  CHECK(result.faults[0].code == code);
  CHECK(result.faults[0].severity == dateline::Severity::error);
}

TEST_CASE("any encoding and line end gives the same article") {
  using namespace std::string_literals;
  const auto text = GENERATE(values<std::string>(
      {"Zürich opens a bridge\n\nAll of Zürich came.\n", "Zürich opens a bridge\r\n\r\nAll of Zürich came.",
       "Zürich opens a bridge\r\rAll of Zürich came.\r", "Zu\u0308rich opens a bridge\n\nAll of Zürich came.",
       "Z\xFCrich opens a bridge\n\nAll of Z\xFCrich came.\n",
       "\xEF\xBB\xBFZürich opens a bridge\n \t \nAll  of Zürich\u00A0came."}));
  CAPTURE(text);
  const Article article = article_of(text);
  CHECK(article.headline == "Zürich opens a bridge");
  CHECK(article.body == "All of Zürich came.");
}

TEST_CASE("only text is taken for text") {
  CHECK(dateline::sniff_text("Anytown opens its bridge\n") == dateline::Confidence::maybe);
  CHECK(dateline::sniff_text("\x89PNG\r\n\x1A\n") == dateline::Confidence::no);
}

TEST_CASE("the broken files come out as their README says") {
  const auto [name, expected] = GENERATE(table<std::string, std::string>({
      {"empty.txt", "text.empty "},
      {"only-white-space.txt", "text.empty "},
      {"binary-garbage.txt", "text.not-text "},
      {"picture-named-as-text.txt", "text.not-text "},
      {"invalid-utf8.txt", "text.invalid-utf8:5:23 "},
      {"utf-16le.txt", "text.encoding "},
      {"utf-16le-cut.txt", "text.invalid-bytes text.encoding "},
      {"windows-1252.txt", "text.encoding "},
      {"zero-bytes.txt", "text.nul-bytes:3:139 "},
      {"one-long-line.txt", "article.no-headline text.short "},
      {"impossible-dates.txt", "date.impossible:3:12 date.impossible:9:10 "},
      {"unreadable-date.txt", "date.unreadable:3:10 "},
      {"header-without-body.txt", "article.no-body "},
      {"header-with-bad-date.txt", "date.impossible:3:4 "},
      {"short-body.txt", "text.short "},
      {"caption-only.txt", "article.no-headline article.no-body "},
      {"no-headline.txt", "article.no-headline "},
      {"surrogates.txt", "text.invalid-utf8:5:9 "},
      {"direction-and-zero-width-marks.txt", ""},
      {"old-mac-line-ends.txt", ""},
      {"control-characters.txt", ""},
  }));
  CAPTURE(name);
  std::ifstream file(std::string(DATELINE_SOURCE_DIR "/corpus/broken/") + name, std::ios::binary);
  REQUIRE(file);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const Read result = read(bytes);
  REQUIRE(result.articles.size() <= 1);
  std::string told;
  const auto tell = [&](const Diagnostic& fault) {
    told += fault.code;
    if (fault.line > 0) told += ':' + std::to_string(fault.line) + ':' + std::to_string(fault.column);
    told += ' ';
  };
  for (const Article& article : result.articles) std::ranges::for_each(article.diagnostics, tell);
  std::ranges::for_each(result.faults, tell);
  CHECK(told == expected);
}
