#include "indexer/readers/opening.h"

#include <catch2/catch.hpp>

#include "indexer/readers/news_fields.h"
#include "tests/unit/reader_fixture.h"

using namespace dateline;

namespace {

// What stays of these paragraphs above "The ferry sank." where the article has a headline and a date.
Article opened(std::vector<std::string> above, const std::string& story = "The ferry sank.") {
  Article article;
  article.headline = "Ferry sinks";
  article.published = Date{.year = 2020, .month = 3, .day = 12, .zone = {}, .rule = "x"};
  above.push_back(story);
  Prose prose;
  prose.paragraphs = std::move(above);
  set_body(article, std::move(prose));
  return article;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("notes to editors, bylines and repeated headlines are no part of a story") {
  const auto above = GENERATE(values<Lines>({
      {"Ferry sinks"},
      {"FERRY SINKS"},
      {"By Jane Roe"},
      {"(Adds captain's words, details)", "By Jane Roe"},
      {"(ATTN: UPDATES throughout)"},
      {"(Actualiza con declaraciones)"},
      {"(neu: Kapitän)"},
      {"(Berichtigung: Im ersten Satz wurde der Ort korrigiert.)"},
      {"[Correction: the name of the ferry]"},
      {"(KRT)"},
      {"(foto)"},
      {"Eds: Updates with quotes. Moving on general news services."},
      {"EDITORS: EMBARGOED TO 0001 Thursday"},
      {"EMBARGOED UNTIL 0900 GMT"},
      {"ATTENTION - ajoute contexte ///"},
      {"12.3.2020 10:00 | The Daily Post | Notice"},
      {"By Jane Roe", "Political Correspondent"},
  }));
  CAPTURE(joined(above));
  CHECK(opened(above).body == "The ferry sank.");
}

TEST_CASE("what stands before a dateline is furniture") {
  const std::string story = "OSLO, March 12 (Northwire) - The ferry sank.";
  SECTION("lines are decks, sentences the abstract") {
    const Article a = opened({"* Captain is safe", "Nobody drowned.", "By Jane Roe"}, story);
    CHECK(a.body == "The ferry sank.");
    CHECK(joined(a.subheadlines) == "Captain is safe");
    CHECK(a.abstract == "Nobody drowned.");
    CHECK(shown(a.bylines) == "Jane Roe");
    CHECK(a.dateline->place == "Oslo");
  }
  SECTION("words in brackets are a note") {
    const Article a = opened({"(The opinions expressed here are the author's own.)"}, story);
    CHECK(a.body == "The ferry sank.");
    CHECK(a.extra.at("ednote") == "(The opinions expressed here are the author's own.)");
  }
  SECTION("long paragraphs are the story, and the dateline is another one's") {
    const std::string other(400, 'x');
    CHECK(opened({other}, story).body.starts_with(other));
  }
}

TEST_CASE("what only looks like furniture stays") {
  const auto first = GENERATE(values<std::string>({
      "(The ferry is forty years old.)",
      "Attention turned to the captain on Friday.",
      "INJURIES",
      "Photo albums were found in the wreck.",
      "Jane Roe and John Doe were married on Friday.",
  }));
  CAPTURE(first);
  CHECK(opened({first}).body == first + "\n\nThe ferry sank.");
}

TEST_CASE("a place alone above the copy is its dateline") {
  const Article a = opened({"IZMIR, Turkey"});
  CHECK(a.body == "The ferry sank.");
  CHECK(a.dateline->place == "Izmir, Turkey");
}

TEST_CASE("a deck that is the lead stays the first paragraph") {
  Article article;
  article.headline = "Ferry sinks";
  article.subheadlines = {"The ferry sank."};
  std::vector<std::string> paragraphs{"The ferry sank.", "Nobody drowned."};
  take_opening(article, paragraphs);
  CHECK(joined(paragraphs) == "The ferry sank., Nobody drowned.");
}

TEST_CASE("headings above the copy are decks") {
  Article article;
  article.headline = "Ferry sinks";
  Prose prose;
  prose.paragraphs = {"Ferry sinks", "Captain is safe", "The ferry sank."};
  prose.headings = 2;
  set_body(article, std::move(prose));
  CHECK(joined(article.subheadlines) == "Captain is safe");
  CHECK(article.body == "The ferry sank.");
}

TEST_CASE("signs close the copy and are no part of it") {
  const auto sign =
      GENERATE(values<std::string>({"abc/de/fgh", "(END)", "==Kyodo", "dpa ab cd n1", "AAP ae/bs",
                                    "(Schluss) dw/dk", "/ritzau/", "Lusa/Fim", "(PAP)", "___"}));
  CAPTURE(sign);
  std::vector<std::string> paragraphs{"The ferry sank.", sign};
  take_closing(paragraphs);
  CHECK(joined(paragraphs) == "The ferry sank.");
}

TEST_CASE("the last words of a story are no sign") {
  const auto last =
      GENERATE(values<std::string>({"He is 40.", "and/or both", "Roe", "It ends here.", "3-1", "END"}));
  CAPTURE(last);
  std::vector<std::string> paragraphs = last == "END" ? Lines{last} : Lines{"The ferry sank.", last};
  const std::size_t before = paragraphs.size();
  take_closing(paragraphs);
  CHECK(paragraphs.size() == before);
}

TEST_CASE("marks of urgency and sender are no part of a headline") {
  const auto [printed, headline] = GENERATE(table<std::string, std::string>({
      {">>>ANSA/Ferry sinks", "Ferry sinks"},
      {"+++ Ferry sinks +++", "Ferry sinks"},
      {"Ferry sinks", "Ferry sinks"},
      {"> 40 ferries sink", "> 40 ferries sink"},
  }));
  CAPTURE(printed);
  ReadResult result;
  Article article;
  article.headline = printed;
  hand_on(std::move(article), result, 1);
  CHECK(result.articles.at(0).headline == headline);
}
