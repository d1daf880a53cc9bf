#include <stdlib.h>

#include <catch2/catch.hpp>

#include "indexer/options.h"

using namespace dateline;

namespace {

IndexOptions parse(std::vector<const char*> words) {
  words.insert(words.begin(), "dateline-index");
  return parse_options(static_cast<int>(words.size()), words.data());
}

// Why the words are refused; empty: they are not.
std::string refusal(const std::vector<const char*>& words) try {
  ::unsetenv("DATELINE_DB");
  return static_cast<void>(parse(words)), std::string();
} catch (const UsageError& error) {
  return error.what();
}

using Words = std::vector<const char*>;

}  // namespace

TEST_CASE("a wrong command line is refused with what is wrong") {
  const auto [words, why] = GENERATE(table<Words, std::string>({
      {Words{}, "which archive? Give --db DIR"},
      {Words{"a.txt"}, "which archive? Give --db DIR"},
      {Words{"--db", "A"}, "nothing to read: give a PATH"},
      {Words{"--dry-run"}, "nothing to read: give a PATH"},
      {Words{"--db"}, "the required argument for option '--db' is missing"},
      {Words{"--db", "A", "--db", "B", "x"}, "option '--db' cannot be specified more than once"},
      {Words{"--db", "A", "--export", "x"}, "this command takes no PATH: 'x'"},
      {Words{"--db", "A", "--check", "--export"}, "--check and --export do not go together"},
      // Unknown options, abbreviations.
      {Words{"--db", "A", "--exclud", "x", "y"}, "unknown option '--exclud'; did you mean '--exclude'?"},
      {Words{"--db", "A", "--wiat=5", "y"}, "unknown option '--wiat=5'; did you mean '--wait'?"},
      {Words{"--db", "A", "--prog", "never", "y"}, "unknown option '--prog'"},
      {Words{"--db", "A", "-x", "y"}, "unknown option '-x'"},
      {Words{"--db", "A", "--path", "y"}, "unknown option '--path'"},
      {Words{"--db", "A", "--full=yes", "y"}, "option '--full' does not take any arguments"},
      // Numbers.
      {Words{"--db", "A", "--jobs=-1", "y"}, "--jobs takes a number from 0 to 256, not '-1'"},
      {Words{"--db", "A", "--jobs=1000", "y"}, "--jobs takes a number from 0 to 256, not '1000'"},
      {Words{"--db", "A", "--jobs=4x", "y"}, "--jobs takes a number from 0 to 256, not '4x'"},
      {Words{"--db", "A", "--jobs=", "y"},
       "the argument for option '--jobs' should follow immediately after the equal sign"},
      {Words{"--db", "A", "--jobs=99999999999999999999", "y"},
       "--jobs takes a number from 0 to 256, not '99999999999999999999'"},
      {Words{"--db", "A", "--wait=1.5", "y"}, "--wait takes a number from 0 to 1000000000, not '1.5'"},
      // Choices.
      {Words{"--db", "A", "--entities=all", "y"},
       "--entities takes one of both, text, metadata, none, not 'all'"},
      {Words{"--db", "A", "--progress=yes", "y"}, "--progress takes one of auto, always, never, not 'yes'"},
      {Words{"--db", "A", "--set", "title=x", "y"},
       "--set takes one of publication, section, language, edition, not 'title'"},
      {Words{"--db", "A", "--set", "section", "y"}, "--set takes KEY=VALUE, not 'section'"},
      {Words{"--db", "A", "--format=dateline-jso", "y"},
       "no format 'dateline-jso'; did you mean 'dateline-json'? (see --list-formats)"},
      {Words{"--db", "A", "--format=zzz", "y"}, "no format 'zzz' (see --list-formats)"},
      // Standard input.
      {Words{"--db", "A", "-"}, "reading standard input needs --format NAME"},
      {Words{"--db", "A", "-f", "auto", "-"}, "reading standard input needs --format NAME"},
      {Words{"--db", "A", "-f", "text", "-", "--files-from", "-"},
       "standard input cannot be both PATH and --files-from"},
  }));
  CAPTURE(words);
  CHECK(refusal(words) == why);
}

TEST_CASE("options reach their fields") {
  const IndexOptions o = parse({"-d",          "A",          "-f",          "text",       "--files-from",
                                "list",        "-0",         "--root",      "/r",         "--set",
                                "section=a=b", "--set",      "language=en", "--entities", "none",
                                "--home",      "GB",         "-j4",         "--full",     "--retry-failed",
                                "--include",   "*.x",        "--include",   "*.y",        "--exclude",
                                "old/",        "--follow",   "--min-age",   "60",         "--wait",
                                "5",           "--mentions", "--report",    "r.json",     "--progress",
                                "always",      "--strict",   "-q",          "-v",         "one",
                                "two",         "--",         "--three"});
  CHECK(o.command == Command::index);
  CHECK(o.db == "A");
  CHECK(o.format == "text");
  CHECK(o.files_from == "list");
  CHECK(o.nul_separated);
  CHECK(o.root == "/r");
  CHECK(o.set == std::map<std::string, std::string>{{"language", "en"}, {"section", "a=b"}});
  CHECK(o.entities == EntityChoice::none);
  CHECK(o.home == "GB");
  CHECK(o.jobs == 4);
  CHECK(o.full);
  CHECK(o.retry_failed);
  CHECK(o.walk.include == std::vector<std::string>{"*.x", "*.y"});
  CHECK(o.walk.exclude == std::vector<std::string>{"old/"});
  CHECK(o.walk.follow);
  CHECK(o.walk.min_age_seconds == 60);
  CHECK(o.wait_seconds == 5);
  CHECK(o.mentions);
  CHECK(o.report == "r.json");
  CHECK(o.progress == Progress::always);
  CHECK(o.strict);
  CHECK(o.quiet);
  CHECK(o.verbose);
  CHECK(o.paths == std::vector<std::string>{"one", "two", "--three"});
}

TEST_CASE("what is not given has its default") {
  const IndexOptions o = parse({"--db", "A", "x"});
  CHECK(o.format.empty());
  CHECK(o.entities == EntityChoice::both);
  CHECK(o.jobs == 0);
  CHECK(o.wait_seconds == 0);
  CHECK(o.progress == Progress::automatic);
  CHECK_FALSE(o.full);
  CHECK_FALSE(o.strict);
  CHECK(parse({"--db", "A", "-f", "auto", "x"}).format.empty());
}

TEST_CASE("the archive may come from the environment, the command line wins") {
  ::setenv("DATELINE_DB", "E", 1);
  CHECK(parse({"x"}).db == "E");
  CHECK(parse({"--db", "A", "x"}).db == "A");
  ::unsetenv("DATELINE_DB");
}

TEST_CASE("each command is known by its option") {
  const auto [word, command] = GENERATE(table<const char*, Command>({
      {"--export", Command::export_articles},
      {"--check", Command::check},
      {"--compact", Command::compact},
      {"--stats", Command::stats},
      {"--list-formats", Command::list_formats},
      {"--help", Command::help},
      {"--version", Command::version},
  }));
  CAPTURE(word);
  CHECK(parse({"--db", "A", word}).command == command);
  CHECK(index_help().find(word) != std::string::npos);
}

TEST_CASE("help and version win over everything else, and need no archive") {
  CHECK(parse({"--help"}).command == Command::help);
  CHECK(parse({"--version"}).command == Command::version);
  CHECK(parse({"--list-formats"}).command == Command::list_formats);
}
