#include "searcher/query/parser.h"

#include <catch2/catch.hpp>

using namespace dateline;

namespace {

const Day kToday{std::chrono::year{2025} / 3 / 5};  // a Wednesday

std::string parsed(const std::string& text) { return print(parse_query(text, kToday)); }

QueryError fault_of(const std::string& text) {
  try {
    (void)parse_query(text, kToday);
  } catch (const QueryError& fault) {
    return fault;
  }
  return QueryError("");
}

}  // namespace

TEST_CASE("a query is read as its printed form says") {
  const auto [text, form] = GENERATE(table<std::string, std::string>({
      {"", "*"},
      {"*", "*"},
      {"oil", "oil"},
      {"Oil  PRICES", "oil AND prices"},
      {"oil AND gas", "oil AND gas"},
      {"oil OR gas", "oil OR gas"},
      {"oil gas OR coal", "(oil AND gas) OR coal"},
      {"oil AND (gas OR coal)", "oil AND (gas OR coal)"},
      {"oil NOT gas", "oil AND NOT gas"},
      {"NOT oil gas", "NOT oil AND gas"},
      {"NOT (oil OR gas)", "NOT (oil OR gas)"},
      {"NOT NOT oil", "oil"},
      {"NOT oil", "NOT oil"},
      {"oil -gas", "oil AND NOT gas"},
      {"--oil", "NOT oil"},
      {"+oil gas", "oil AND gas"},
      {"-\"price cap\"", "NOT \"price cap\""},
      {"-(a b)", "NOT (a AND b)"},
      {"and or not", "and AND or AND not"},
      {"\"Price Cap\"", "\"price cap\""},
      {"“Price Cap”", "\"price cap\""},
      {"oil\"price cap\"gas", "oil AND \"price cap\" AND gas"},
      {"\"oil\"", "\"oil\""},
      {"13:17", "\"13 17\""},
      {"well-known", "\"well known\""},
      {"https://example.org/a", "\"https example.org a\""},
      {"trump*", "trump*"},
      {"well-kno*", "\"well kno*\""},
      {"oil NEAR/5 gas", "oil NEAR/5 gas"},
      {"oil NEAR gas", "oil NEAR/10 gas"},
      {"oil ADJ/2 gas ADJ/2 coal x", "oil ADJ/2 gas ADJ/2 coal AND x"},
      {"(oil OR gas) NEAR/3 \"price cap\"", "(oil OR gas) NEAR/3 \"price cap\""},
      {"headline:oil", "headline:oil"},
      {"HEADLINE:Oil", "headline:oil"},
      {"headline:\"price cap\"", "headline:\"price cap\""},
      {"headline:(oil OR gas) x", "(headline:oil OR headline:gas) AND x"},
      {"body:elect*", "body:elect*"},
      {"byline:roe", "byline:roe"},
      {"person:Lavrov", "person:Lavrov"},
      {"person:\"Sergey Lavrov\" oil", "person:\"Sergey Lavrov\" AND oil"},
      {"person:(\"Ann Bo\" OR Cy)", "person:\"Ann Bo\" OR person:Cy"},
      {"person:Trump*", "person:Trump*"},
      {"(person:Lavrov)", "person:Lavrov"},
      {"url:https://example.org/a(b)?c=d", "url:https://example.org/a(b)?c=d"},
      {"-person:Lavrov", "NOT person:Lavrov"},
      {"person: Lavrov", "person AND lavrov"},
      {"note:this", "\"note this\""},
      {"dat:2025", "\"dat 2025\""},
      {"date:2025-02", "date:2025-02-01..2025-02-28"},
      {"date:\"last week\"", "date:2025-02-24..2025-03-02"},
      {"updated:7d..", "updated:2025-02-26.."},
      {"date:04-13", "date:\"every 04-13\""},
      {"has:caption", "has:caption"},
      {"undated:yes", "NOT has:date"},
      {"undated:no", "has:date"},
      {"oil -- & !!! gas", "oil AND gas"},
      {"!!!", "*"},
      {"石油", "\"石 油\""},
      {"Erdoğan", "erdoğan"},
  }));
  CAPTURE(text);
  CHECK(parsed(text) == form);
}

TEST_CASE("what cannot be read is an error at its column that says what was expected") {
  const auto [text, column, message] = GENERATE(table<std::string, std::size_t, std::string>({
      {"oil \"gas", 5, "not closed"},
      {"oil (gas", 5, "not closed"},
      {"é (gas", 3, "not closed"},
      {"oil) gas", 4, "closes none"},
      {"oil AND", 5, "after AND"},
      {"oil OR", 5, "after OR"},
      {"OR oil", 1, "before OR"},
      {"AND oil", 1, "before AND"},
      {"oil AND AND gas", 5, "after AND"},
      {"oil AND OR gas", 5, "after AND"},
      {"NOT", 1, "after NOT"},
      {"oil NEAR/5", 5, "after NEAR/5"},
      {"NEAR/5 oil", 1, "before NEAR/5"},
      {"oil NEAR/0 gas", 5, "1 to 99"},
      {"oil NEAR/100 gas", 5, "1 to 99"},
      {"oil NEAR/x gas", 5, "1 to 99"},
      {"oil NEAR/3 person:X", 12, "join words"},
      {"oil NEAR/3 headline:gas", 12, "one field"},
      {"a NEAR/3 b NEAR/4 c", 12, "mixed"},
      {"persn:Lavrov", 1, "did you mean person:"},
      {"oil headlines:gas", 5, "did you mean headline:"},
      {"has:picture", 5, "caption, byline or date"},
      {"undated:maybe", 9, "yes or no"},
      {"date:02/26/2025", 6, "slashes"},
      {"date:2025..2024", 6, "ends before"},
      {"headline:---", 10, "needs a word"},
      {"headline:(a person:b)", 13, "inside headline:"},
  }));
  CAPTURE(text);
  const QueryError fault = fault_of(text);
  CHECK(fault.column == column);
  CHECK_THAT(fault.what(), Catch::Contains(message));
}

TEST_CASE("hostile queries end soon, with an error or without") {
  CHECK_THAT(fault_of(std::string(100'000, '(')).what(), Catch::Contains("nest deeper"));
  CHECK_THAT(fault_of(std::string(100'000, ')')).what(), Catch::Contains("closes none"));
  CHECK(parsed(std::string(1 << 20, 'a')) == "nothing");
  CHECK(parsed(std::string(1 << 20, '-')) == "*");
  CHECK(parsed(std::string(1 << 20, '!') + " oil") == "oil");
  std::string junk, words, nots, beginnings;
  for (int i = 0; i < 60; ++i) beginnings += "a* ";
  CHECK_THAT(fault_of(beginnings).what(), Catch::Contains("at most 50 words with *"));
  for (int i = 0; i < 100'000; ++i) junk += "! ", words += "a ", nots += "NOT ";
  CHECK(parsed(junk + "oil") == "oil");
  CHECK_THAT(fault_of(words).what(), Catch::Contains("at most 1000 words"));
  CHECK_THAT(fault_of('"' + words + '"').what(), Catch::Contains("at most 1000 words"));
  CHECK(parsed(nots + "oil") == "oil");
  CHECK_NOTHROW(parsed("oil \xff\xfe\x80 gas\xc3"));
}

TEST_CASE("plain text has no operators") {
  CHECK(print(parse_plain("oil AND (gas -x person:y")) == "oil AND and AND gas AND x AND \"person y\"");
  CHECK(print(parse_plain("  ")) == "*");
}

TEST_CASE("loosening makes plain words optional and nothing else") {
  const auto [text, form] = GENERATE(table<std::string, std::string>({
      {"oil gas", "oil OR gas"},
      {"oil", "oil"},
      {"oil AND gas", "oil AND gas"},
      {"+oil gas", "oil MAYBE gas"},
      {"oil gas person:X", "person:X AND (oil OR gas)"},
      {"\"price cap\" oil gas", "\"price cap\" MAYBE (oil OR gas)"},
      {"oil gas -coal", "NOT coal AND (oil OR gas)"},
      {"oil (gas OR coal)", "oil OR (gas OR coal)"},
      {"(oil gas) OR coal", "(oil OR gas) OR coal"},
      {"headline:oil gas", "headline:oil MAYBE gas"},
      {"person:A person:B", "person:A AND person:B"},
  }));
  CAPTURE(text);
  const Node query = parse_query(text, kToday);
  CHECK(print(loosen(query)) == form);
}

TEST_CASE("arguments of a command line become one query") {
  using List = std::vector<std::string>;
  const auto [arguments, text] = GENERATE(table<List, std::string>({
      {List{}, ""},
      {List{"oil \"price cap\""}, "oil \"price cap\""},
      {List{"oil", "gas"}, "oil gas"},
      {List{"oil", "price cap"}, "oil \"price cap\""},
      {List{"oil", "person:Sergey Lavrov"}, "oil person:\"Sergey Lavrov\""},
      {List{"oil", "-person:Sergey Lavrov"}, "oil -person:\"Sergey Lavrov\""},
      {List{"person:Sergey Lavrov"}, "person:\"Sergey Lavrov\""},
      {List{"date:last week"}, "date:\"last week\""},
      {List{"person:Trump oil OR gas"}, "person:Trump oil OR gas"},
      {List{"person:Trump date:2025"}, "person:Trump date:2025"},
      {List{"person:(A OR B)"}, "person:(A OR B)"},
      {List{"oil price"}, "oil price"},
  }));
  CAPTURE(text);
  CHECK(join_arguments(arguments) == text);
}
