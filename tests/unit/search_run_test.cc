#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <iostream>
#include <sstream>

#include "searcher/run.h"
#include "tests/unit/search_fixture.h"

using namespace dateline;
using dateline::testing::ArchiveFixture;

namespace {

struct Outcome {
  int code;
  std::string text;
};

// Runs with standard output going to a file.
Outcome run_with(const ArchiveFixture& fixture, std::vector<std::string> arguments) {
  const testing::ScratchDirectory scratch;
  const std::string file = (scratch.path() / "out").string();
  arguments.insert(arguments.begin(), {"--db", fixture.path()});
  std::cout.flush();  // what the test program itself has to say
  const int saved = dup(STDOUT_FILENO);
  const int target = open(file.c_str(), O_CREAT | O_WRONLY, 0600);
  dup2(target, STDOUT_FILENO);
  const int code = run(read_options(arguments));
  dup2(saved, STDOUT_FILENO);
  close(saved);
  close(target);
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return {code, text.str()};
}

Article article(const std::string& id, const std::string& headline) {
  Article a;
  a.id = id;
  a.headline = headline;
  a.language = "en";
  return a;
}

}  // namespace

TEST_CASE("the exit code tells whether anything matches") {
  ArchiveFixture fixture;
  fixture.add(article("a", "Herring and salt"));
  fixture.add(article("b", "Cod"));
  fixture.commit();
  using List = std::vector<std::string>;
  const auto [arguments, code, text] = GENERATE(table<List, int, std::string>({
      {List{"-c", "herring"}, 0, "1\n"},
      {List{"-c", "eel"}, 1, "0\n"},
      {List{"-o", "ids", "*"}, 0, "a\nb\n"},
      {List{"-o", "ids", "*", "--offset", "9"}, 0, ""},
      {List{"-o", "ids", "eel"}, 1, ""},
      {List{"-q", "herring"}, 0, ""},
      {List{"-q", "eel"}, 1, ""},
      {List{"-o", "csv", "--fields", "id,headline", "cod"}, 0, "id,headline\r\nb,Cod\r\n"},
      {List{"-o", "csv", "-n", "0", "--facet", "language", "*"}, 0, "facet,value,count\r\nlanguage,en,2\r\n"},
      {List{"--show", "eel"}, 1, ""},
  }));
  CAPTURE(arguments);
  const Outcome outcome = run_with(fixture, arguments);
  CHECK(outcome.code == code);
  CHECK(outcome.text == text);
}

TEST_CASE("text alone goes on to articles with some of the words") {
  ArchiveFixture fixture;
  fixture.add(article("a", "Herring and salt"));
  fixture.commit();
  const Outcome text = run_with(fixture, {"herring eel"});
  CHECK(text.code == 1);
  CHECK_THAT(text.text,
             Catch::Contains("No article holds all of that") && Catch::Contains("Herring and salt"));
  const Outcome json = run_with(fixture, {"herring eel", "-o", "json"});
  CHECK(json.code == 1);
  CHECK(Json::parse(json.text)["hits"].empty());
  CHECK_THAT(run_with(fixture, {"herring AND eel"}).text, !Catch::Contains("Herring and salt"));
}

TEST_CASE("one article is shown whole, for people or for programs") {
  ArchiveFixture fixture;
  Article a = article("a", "Herring and salt");
  a.body = "One.\n\nTwo.";
  fixture.add(a);
  fixture.commit();
  const Outcome text = run_with(fixture, {"--show", "a"});
  CHECK(text.code == 0);
  CHECK_THAT(text.text, Catch::StartsWith("Herring and salt\n") && Catch::Contains("One.\n\nTwo.\n"));
  CHECK(Json::parse(run_with(fixture, {"--show", "a", "-o", "json"}).text)["body"] == "One.\n\nTwo.");
}

TEST_CASE("JSON explains a query when asked to") {
  ArchiveFixture fixture;
  fixture.add(article("a", "Herrings and salt"));
  fixture.commit();
  const Json json = Json::parse(run_with(fixture, {"herring", "--explain", "-o", "json"}).text);
  CHECK(json["query"]["explanation"][0] == "herring: herring, herrings");
  CHECK(json["hits"][0]["matched"][0] == "headline: Herrings");
}
