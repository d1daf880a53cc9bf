#include "searcher/search/snippet.h"

#include <catch2/catch.hpp>

#include "tests/unit/search_fixture.h"

using namespace dateline;

namespace {

Pattern word(const std::string& term, const std::string& field = {}) {
  WordTest test;
  test.terms = {term};
  Pattern pattern;
  pattern.field = field;
  pattern.steps = {{{test}}};
  return pattern;
}

Pattern phrase(const std::vector<std::string>& terms) {
  Pattern pattern = word(terms.front());
  for (std::size_t i = 1; i < terms.size(); ++i) pattern.steps[0][0].push_back(word(terms[i]).steps[0][0][0]);
  return pattern;
}

// `field|before[match]after`, with … where text was cut off.
std::string shown(const Snippet& snippet) {
  std::string text = snippet.field + (snippet.index ? std::to_string(snippet.index) : "") + "|";
  if (snippet.cut_before) text += "…";
  for (std::size_t i = 0; i < snippet.parts.size(); ++i)
    text += i % 2 ? "[" + snippet.parts[i] + "]" : snippet.parts[i];
  return text + (snippet.cut_after ? "…" : "");
}

std::vector<std::string> all_shown(const Article& article, const Wanted& wanted) {
  std::vector<std::string> all;
  for (const Snippet& snippet : make_snippets(article, wanted)) all.push_back(shown(snippet));
  return all;
}

std::string filler(int sentences) {
  std::string text;
  for (int i = 0; i < sentences; ++i) text += "Gulls circled over the empty quay all day. ";
  return text;
}

}  // namespace

TEST_CASE("snippets name the field and mark each match") {
  Article a;
  a.headline = "Cod, not herring";
  a.captions = {{"A net.", ""}, {"Herring in a barrel", "Quay Press"}};
  a.body = "No fish today.";
  CHECK(all_shown(a, {{word("herring")}, {}}) ==
        std::vector<std::string>{"headline|Cod, not [herring]", "caption1|[Herring] in a barrel"});
  CHECK(all_shown(a, {{word("quay")}, {}}) == std::vector<std::string>{"credit1|[Quay] Press"});
  CHECK(all_shown(a, {{word("herring", "caption")}, {}}) ==
        std::vector<std::string>{"caption1|[Herring] in a barrel"});
  CHECK(all_shown(a, {{phrase({"no", "fish"})}, {}}) == std::vector<std::string>{"body|[No fish] today."});
}

TEST_CASE("without a match in the text the beginning is shown") {
  Article a;
  a.headline = "Title";
  a.body = "First words. " + filler(20);
  const auto snippets = make_snippets(a, {{word("absent")}, {}});
  REQUIRE(snippets.size() == 1);
  CHECK(snippets[0].parts.size() == 1);
  CHECK_THAT(snippets[0].parts[0], Catch::StartsWith("First words."));
  CHECK_FALSE(snippets[0].cut_before);
  CHECK(snippets[0].cut_after);
  CHECK(make_snippets(Article{}, {}).empty());
}

TEST_CASE("the window with the most different words is chosen, from its sentence's start") {
  Article a;
  a.body = "Herring here. " + filler(10) + "The herring and the salt came late. " + filler(10);
  const auto snippets = make_snippets(a, {{word("herring"), word("salt")}, {}});
  REQUIRE(snippets.size() == 1);
  CHECK_THAT(shown(snippets[0]), Catch::StartsWith("body|…"));
  CHECK_THAT(shown(snippets[0]), Catch::Contains("The [herring] and the [salt] came late."));
}

TEST_CASE("a snippet is a piece of its text, whole words and about the size it should be") {
  const std::string body =
      filler(30) + "„Hering“ für 3 € am Kai – 海鲱鱼. " + filler(30) + "\n\nHering. " + filler(3);
  Article a;
  a.body = body;
  for (const char* term : {"hering", "gulls", "3", "鱼", "day"}) {
    CAPTURE(term);
    for (const Snippet& snippet : make_snippets(a, {{word(term)}, {}})) {
      std::string joined;
      for (const std::string& part : snippet.parts) joined += part;
      CHECK(joined.size() <= kSnippetBytes + 40);
      const std::size_t at = body.find(joined);
      REQUIRE(at != std::string::npos);
      CHECK(snippet.cut_before == (at > 0));
      CHECK(is_ascii(nfc(joined)) == is_ascii(joined));
      CHECK(joined.find("\xef\xbf\xbd") == std::string::npos);
      REQUIRE(snippet.parts.size() >= 2);
    }
  }
}

TEST_CASE("persons and places that are filtered by are marked where they are mentioned") {
  Article a;
  a.body = "Mr Holm spoke. Greta Holm left Bergen.";
  a.persons = {testing::person("Holm", a)};
  a.persons->front().name = "Greta Holm";
  a.places = {{testing::place("Bergen", "Norway")}};
  a.places->front().mentions = {{TextField::body, 0, 31, 37, "Bergen"}};
  CHECK(all_shown(a, {{}, {"person greta holm"}}) ==
        std::vector<std::string>{"body|Mr [Holm] spoke. Greta [Holm] left Bergen."});
  CHECK(all_shown(a, {{}, {"place norway"}}) ==
        std::vector<std::string>{"body|Mr Holm spoke. Greta Holm left [Bergen]."});
}

TEST_CASE("mentions that do not fit their text are passed over") {
  Article a;
  a.body = "Short.";
  a.persons.emplace().emplace_back().name = "Greta Holm";
  a.persons->front().mentions = {{TextField::body, 0, 4, 4000, "x"},
                                 {TextField::body, 0, 5, 2, "x"},
                                 {TextField::caption, 9, 0, 2, "x"}};
  CHECK(all_shown(a, {{}, {"person greta holm"}}) == std::vector<std::string>{"body|Short."});
}

TEST_CASE("a text full of matches is searched in reasonable time") {
  Article a;
  for (int i = 0; i < 100'000; ++i) a.body += "salt cod ";
  Pattern near = word("salt");
  near.steps.push_back({{word("cod").steps[0][0][0]}});
  near.distance = 99;
  CHECK(make_snippets(a, {{near, word("salt"), word("cod")}, {}}).size() == 1);
  near.steps.push_back({{word("absent").steps[0][0][0]}});
  CHECK_FALSE(holds(near, a));
}
