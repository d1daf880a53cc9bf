#include "indexer/entities/tagger.h"

#include <catch2/catch.hpp>
#include <string>

#include "gazetteer_data.h"
#include "indexer/entities/entities.h"
#include "indexer/entities/join.h"

using namespace dateline;

namespace {

const Model& shipped_model() {
  static const Model model(DATELINE_DATA_DIR "/model.dat");
  return model;
}

// "P:Ann Lee L:Paris O:World Bank" for the names that the model finds, in order.
std::string names_in(const std::string& text) {
  std::vector<Passage> passages{tokenize(test_gazetteer(), TextField::body, 0, text)};
  const std::vector<Name> rules = recognise(test_gazetteer(), passages, true);
  std::string found;
  for (const Name& name : tag(test_gazetteer(), shipped_model(), passages, rules)) {
    found += found.empty() ? "" : " ";
    found += "PLO"[static_cast<int>(name.kind)];
    found += ':' + mention_of(name, passages).text;
  }
  return found;
}

// The runs of a text, parted by bars.
std::string runs_in(const std::string& text) {
  std::vector<Passage> passages{tokenize(test_gazetteer(), TextField::body, 0, text)};
  (void)recognise(test_gazetteer(), passages, true);  // marks plain words
  std::string found;
  for (const Run& run : runs_of(passages)) {
    if (!found.empty()) found += " | ";
    for (std::size_t i = run.first; i < run.last; ++i)
      found += (i > run.first ? " " : "") + std::string(passages[0].tokens[i].text);
  }
  return found;
}

using Rows = std::initializer_list<std::tuple<std::string, std::string>>;

}  // namespace

TEST_CASE("runs hold capitalised words and what joins them") {
  const auto [text, runs] = GENERATE(table<std::string, std::string>(Rows{
      {"a walk with Ada Brook and her dog", "Ada Brook"},
      {"talks between Norway and Peru failed", "Norway and Peru"},
      {"the Bank of the West closed", "Bank of the West"},
      {"it pleased Wilhelmina van der Groot", "Wilhelmina van der Groot"},
      {"soldiers of al-Rashid left", "al Rashid"},
      {"Ban Ki-moon spoke", "Ban Ki moon"},
      {"Lyon, Paris and Ada Brook's dog", "Lyon | Paris and Ada Brook"},
      {"It ended. Paris slept", "Paris"},
      {"Will ended it. The end", "Will"},
      {"nothing here", ""},
  }));
  CAPTURE(text);
  CHECK(runs_in(text) == runs);
}

TEST_CASE("the best path is allowed, whatever single words favour") {
  const auto person = [](Position position) { return label_of(NameKind::person, position); };
  std::vector<PassScores> scores(3, PassScores{});
  SECTION("equal scores give the lowest label") {
    CHECK(best_labels(shipped_model(), 0, std::span(scores).first(1)) == std::vector<Label>{kOutside});
  }
  SECTION("a name's inside needs a beginning and an end") {
    for (PassScores& one : scores) one[0][person(Position::inside)] = 1'000'000;
    scores[0][0][person(Position::begin)] = 10;
    CHECK(best_labels(shipped_model(), 0, scores) ==
          std::vector{person(Position::begin), person(Position::inside), person(Position::last)});
  }
  SECTION("no words have no labels") { CHECK(best_labels(shipped_model(), 0, {}).empty()); }
}

TEST_CASE("the model finds what titles and given names do not tell") {
  const auto [text, names] = GENERATE(table<std::string, std::string>(Rows{
      {"Tremblanko said on Tuesday that she would resign.", "P:Tremblanko"},
      {"Rain fell in Riyadh, Saudi Arabia.", "L:Riyadh L:Saudi Arabia"},
      {"He met Mr Okonkwo's lawyer.", "P:Okonkwo"},
      {"The German team won.", ""},
      {"She studied at the University of Oxford.", "O:University of Oxford"},
  }));
  CAPTURE(text);
  CHECK(names_in(text) == names);
}

TEST_CASE("signs of trade and storms outweigh a name that looks like a person's") {
  const auto* const text = GENERATE("A broker, an analyst with Morgan Treblin, agreed.",
                                    "Then Hurricane Anna turned, and Anna sank two boats. Few feared Anna.",
                                    "Few own Treblin shares. Treblin said on Tuesday that it would grow.");
  CAPTURE(text);
  CHECK_THAT(names_in(text), !Catch::Contains("P:"));
}

TEST_CASE("a place that the gazetteer does not know is not listed") {
  CHECK(names_in("They live in the village of Quorbeldine in Kenya.") == "L:Kenya");
}

TEST_CASE("a long line of capitals costs no more than its length and cannot overflow") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "Mr Paris Of Bank ";
  const std::vector<Passage> passages{tokenize(test_gazetteer(), TextField::body, 0, text)};
  for (const Run& run : runs_of(passages)) CHECK(run.last - run.first <= 70);
  CHECK_FALSE(names_in(text).empty());
}

// Half a megabyte each: what looked at every earlier word again would take minutes.
TEST_CASE("hostile text costs time in proportion to its length") {
  static const EntityFinder finder(DATELINE_DATA_DIR);
  const std::string unit = GENERATE("A. B. C. ", "van der ", "Van der ", "ABCD EFGHI ", "Hart & ", "Hart-",
                                    "Ann Brook said. ", "A.B.", "AB.N ", "O'", "\"Al\" ", "Prime Minister ",
                                    "New York City of ", "1.2,", "\xED\xA0\x80",
                                    "\xE2\x80\xAE\xE2\x80\x8D"
                                    "Ann",
                                    "\xF0\x9F\x91\xA8\xE2\x80\x8D"
                                    "Ann ");
  CAPTURE(unit);
  Article article;
  while (article.body.size() < 500'000) article.body += unit;
  finder.find(article, EntityChoice::text, "");
  for (const Person& person : *article.persons) {
    CHECK(person.count == person.mentions.size());
    CHECK(person.mentions.back().end <= article.body.size());
  }
}

TEST_CASE("without its model the finder says so and finds what the rules find") {
  const EntityFinder missing(DATELINE_DATA_DIR, "/nowhere/model.dat");
  const EntityFinder rules(DATELINE_DATA_DIR, "");
  CHECK_THAT(missing.model_fault(), Catch::Contains("/nowhere/model.dat"));
  CHECK(rules.model_fault().empty());
  CHECK(EntityFinder(DATELINE_DATA_DIR).model_fault().empty());
  Article one;
  one.body = "Prime Minister Odalys Brandvold flew to Nairobi.";
  Article other = one;
  missing.find(one, EntityChoice::text, "");
  rules.find(other, EntityChoice::text, "");
  REQUIRE(one.persons->size() == 1);
  REQUIRE(other.persons->size() == 1);
  CHECK(one.persons->front().name == other.persons->front().name);
  CHECK(one.places->size() == 1);
}

TEST_CASE("in other languages the rules alone are asked") {
  const EntityFinder model(DATELINE_DATA_DIR);
  const EntityFinder rules(DATELINE_DATA_DIR, "");
  Article one;
  one.language = "de";
  one.body = "Der Minister sprach mit Angela Brandauer in Berlin über den Haushalt.";
  Article other = one;
  model.find(one, EntityChoice::text, "");
  rules.find(other, EntityChoice::text, "");
  REQUIRE(one.persons->size() == other.persons->size());
  CHECK(one.organisations->size() == other.organisations->size());
  CHECK(one.places->size() == other.places->size());
}
