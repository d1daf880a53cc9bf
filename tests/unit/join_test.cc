#include "indexer/entities/join.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "gazetteer_data.h"

using namespace dateline;

namespace {

// "Ann Lee 2, Bo Lee 1": each person's name and count.
std::string persons_in(const std::string& text) {
  std::vector<Passage> passages{tokenize(test_gazetteer(), TextField::body, 0, text)};
  const std::vector<Name> names = recognise(test_gazetteer(), passages, true);
  std::string all;
  for (const Person& person : join_persons(names, passages))
    all += (all.empty() ? "" : ", ") + person.name + ' ' + std::to_string(person.count);
  return all;
}

}  // namespace

TEST_CASE("short forms of a name count for the person") {
  const auto [text, persons] = GENERATE(table<std::string, std::string>({
      {"Sergio Malkov spoke. Mr Malkov left.", "Sergio Malkov 2"},
      {"Mr Malkov left. Later Sergio Malkov spoke.", "Sergio Malkov 2"},
      {"Maria Luisa Hernando sang. Maria Hernando bowed.", "Maria Luisa Hernando 2"},
      {"J. Fenwick paid. John Fenwick denied it.", "John Fenwick 2"},
      {"Ana María Orozco sang. Ana Maria OROZCO bowed.", "Ana María Orozco 2"},
      {"Joost van der Meer won. Van der Meer wept.", "Joost van der Meer 2"},
      {"Samir al-Khatib spoke. Mr al-Khatib left.", "Samir al-Khatib 2"},
      {"Sir Arthur Pym dined. Sir Arthur slept.", "Arthur Pym 2"},
      {"Osgood Pell Jr. sang. Mr Pell bowed.", "Osgood Pell Jr. 2"},
      {"Joseph ole Sankale spoke. Mr Ole Sankale left.", "Joseph ole Sankale 2"},
  }));
  CAPTURE(text);
  CHECK(persons_in(text) == persons);
}

TEST_CASE("two full names are two persons") {
  const auto [text, persons] = GENERATE(table<std::string, std::string>({
      {"Alice Pennington sang. Robert Pennington bowed.", "Alice Pennington 1, Robert Pennington 1"},
      {"Osgood Pell Jr. sang. Osgood Pell Sr. bowed.", "Osgood Pell Jr. 1, Osgood Pell Sr. 1"},
      {"Henry von Lahr sang. Henry Lahrmann bowed.", "Henry von Lahr 1, Henry Lahrmann 1"},
  }));
  CAPTURE(text);
  CHECK(persons_in(text) == persons);
}

TEST_CASE("a bare name goes to the person of that name who was named last") {
  CHECK(persons_in("Alice Pennington sang. Robert Pennington bowed. Later Pennington left.") ==
        "Alice Pennington 1, Robert Pennington 2");
}

TEST_CASE("a bare name means the article's subject rather than a relative") {
  CHECK(persons_in("Robert Pennington sang. Mr Pennington bowed. Mr Pennington left. Alice Pennington wept. "
                   "Then Pennington slept.") == "Robert Pennington 4, Alice Pennington 1");
}

TEST_CASE("half a name joined by a hyphen is the least likely short form") {
  CHECK(persons_in("Moon Jae-in spoke. It was agreed by Ban Ki-moon. Mr Moon bowed.") ==
        "Moon Jae-in 2, Ban Ki-moon 1");
  CHECK(persons_in("Ketevan Tsiklauri-Moss spoke. Mr Moss left.") == "Ketevan Tsiklauri-Moss 2");
}

// Were each name held against all others, this would take minutes.
TEST_CASE("a hundred thousand namesakes are told apart in linear time") {
  constexpr std::size_t kMany = 100'000;
  std::string text;
  for (std::size_t i = 0; i < kMany; ++i) {
    std::string given;
    for (std::size_t rest = i + 26 * 26 * 26; rest > 0; rest /= 26)
      given += static_cast<char>('a' + rest % 26);
    given[0] = static_cast<char>(given[0] - 'a' + 'A');
    text += "Mr " + given + " Featherstonehaugh spoke. ";
  }
  std::vector<Passage> passages{tokenize(test_gazetteer(), TextField::body, 0, text)};
  const auto persons = join_persons(recognise(test_gazetteer(), passages, true), passages);
  CHECK(persons.size() > kMany * 9 / 10);
  CHECK(std::ranges::all_of(persons, [](const Person& person) { return person.count > 0; }));
}

TEST_CASE("an honorific's gender chooses between namesakes") {
  CHECK(persons_in("Alice Pennington sang. Robert Pennington bowed. Then Mrs Pennington left.") ==
        "Alice Pennington 2, Robert Pennington 1");
}

TEST_CASE("mentions are counted by field and hold the name alone") {
  std::vector<Passage> passages{tokenize(test_gazetteer(), TextField::headline, 0, "Malkov's plan fails"),
                                tokenize(test_gazetteer(), TextField::body, 0, "Mr. Malkov’s wife spoke.")};
  const auto persons = join_persons(recognise(test_gazetteer(), passages, true), passages);
  REQUIRE(persons.size() == 1);
  CHECK(persons[0].count == 2);
  CHECK(persons[0].in == std::vector{TextField::headline, TextField::body});
  REQUIRE(persons[0].mentions.size() == 2);
  CHECK(persons[0].mentions[1].text == "Malkov");
  CHECK(persons[0].mentions[1].start == 4);
  CHECK(persons[0].mentions[1].end == 10);
}

TEST_CASE("an organisation is one with and without its legal form") {
  std::vector<Passage> passages{
      tokenize(test_gazetteer(), TextField::body, 0, "Boeing Co fell. Few like Boeing.")};
  const auto bodies = join_organisations(recognise(test_gazetteer(), passages, true), passages);
  REQUIRE(bodies.size() == 1);
  CHECK(bodies[0].name == "Boeing Co");
  CHECK(bodies[0].count == 2);
}
