#include "indexer/entities/recognise.h"

#include <catch2/catch.hpp>
#include <string>

#include "gazetteer_data.h"
#include "indexer/entities/join.h"

using namespace dateline;

namespace {

// "P:Ann Lee L:Paris O:World Bank" for the names found, in order.
std::string names_in(const std::string& text, bool english = true) {
  std::vector<Passage> passages{tokenize(test_gazetteer(), TextField::body, 0, text)};
  std::string found;
  for (const Name& name : recognise(test_gazetteer(), passages, english)) {
    found += found.empty() ? "" : " ";
    found += "PLO"[static_cast<int>(name.kind)];
    found += ':' + mention_of(name, passages).text;
  }
  return found;
}

using Rows = std::initializer_list<std::tuple<std::string, std::string>>;

}  // namespace

TEST_CASE("persons are found by title, given name and what they do") {
  const auto [text, names] = GENERATE(table<std::string, std::string>(Rows{
      {"Prime Minister Odalys Brandvold left early.", "P:Odalys Brandvold"},
      {"The mayor, Ms Quellmalz, agreed.", "P:Quellmalz"},
      {"He met Mr Okonkwo's lawyer.", "P:Okonkwo"},
      {"She thanked Henrietta Vossberg for the soup.", "P:Henrietta Vossberg"},
      {"Zbigniew Treblin, 45, rowed home.", "P:Zbigniew Treblin"},
      {"A farmer named Walter O'Dowd sold it.", "P:Walter O'Dowd"},
      {"Talks with Abdul Karim al-Rashid failed.", "P:Abdul Karim al-Rashid"},
      {"It pleased Wilhelmina van der Groot.", "P:Wilhelmina van der Groot"},
      {"They heard Kim Soo-yeon sing.", "P:Kim Soo-yeon"},
      {"It was agreed by Ban Ki-moon.", "P:Ban Ki-moon"},
      {"Mr Farid Shah bin Osman waved.", "P:Farid Shah bin Osman"},
      {"A note from J. R. Pennyfeather arrived.", "P:J. R. Pennyfeather"},
      {"They asked Osgood Pell Jr. again.", "P:Osgood Pell Jr."},
      {"It was Jack London who wrote it.", "P:Jack London"},
      {"The Trump administration waited.", "P:Trump"},
  }));
  CAPTURE(text);
  CHECK(names_in(text) == names);
}

TEST_CASE("places are found where the gazetteer knows them and nothing else explains the name") {
  const auto [text, names] = GENERATE(table<std::string, std::string>(Rows{
      {"Rain fell in Riyadh, Saudi Arabia.", "L:Riyadh L:Saudi Arabia"},
      {"A ship left Port-au-Prince for Rio de Janeiro.", "L:Port-au-Prince L:Rio de Janeiro"},
      {"Turkey's harvest was late.", "L:Turkey"},
      {"The US-Russia talks went on.", "L:US L:Russia"},
      {"A pro-Russia crowd sang.", "L:Russia"},
      {"Snow closed roads in Northern Algeria.", "L:Algeria"},
      {"They drove to Fresno, Calif., at night.", "L:Fresno L:Calif."},
      {"The Isle of Man voted.", "L:Isle of Man"},
      {"They sailed up the Danube.", "L:Danube"},
      {"She flew to Washington, DC.", "L:Washington L:DC"},
      {"Three major U.S. banks closed.", "L:U.S."},
      {"London mayor Priscilla Ogunbanjo spoke.", "L:London P:Priscilla Ogunbanjo"},
  }));
  CAPTURE(text);
  CHECK(names_in(text) == names);
}

TEST_CASE("what only looks like a person or a place is neither") {
  const auto text = GENERATE("They dined at Marrow Palace.", "It rained on Monday and in February.",
                             "Turkish and Kenyan teachers met.", "Reading is good for children.",
                             "The Ministry said nothing.", "However, Nothing was decided.",
                             "He prays in Arabic at Easter.", "The Paris Agreement was signed.");
  CAPTURE(text);
  CHECK(names_in(text).empty());
}

TEST_CASE("a name inside an organisation's belongs to the organisation") {
  const auto [text, names] = GENERATE(table<std::string, std::string>(Rows{
      {"He studied at the University of Oxford for a year.", "O:University of Oxford"},
      {"The London Symphony Orchestra played.", "O:London Symphony Orchestra"},
      {"She joined the Ministry of Trade in spring.", "O:Ministry of Trade"},
      {"Shares of Pendlebury Holdings Inc rose.", "O:Pendlebury Holdings Inc"},
      {"The United Nations sent rice.", "O:United Nations"},
  }));
  CAPTURE(text);
  CHECK(names_in(text) == names);
}

TEST_CASE("capitals of headlines and sentence starts tell little by themselves") {
  const auto [text, names] = GENERATE(table<std::string, std::string>(Rows{
      {"TURKEY AND EGYPT SIGN WATER PACT", "L:TURKEY L:EGYPT"},
      {"Farmers March On Brussels After Price Collapse", "L:Brussels"},
      {"Mark the date.", ""},
      {"South Korea won.", "L:South Korea"},
  }));
  CAPTURE(text);
  CHECK(names_in(text) == names);
}

TEST_CASE("the rest of the article says whose a bare name is") {
  CHECK(names_in("Denzel Washington arrived. Washington smiled.") == "P:Denzel Washington P:Washington");
  CHECK(names_in("Denzel Washington arrived in Washington.") == "P:Denzel Washington L:Washington");
  CHECK(names_in("Yesterday Mr Kvist spoke. The plan of Kvist is new.") == "P:Kvist P:Kvist");
  CHECK(names_in("Boeing Co fell. Analysts like Boeing.") == "O:Boeing Co O:Boeing");
}

TEST_CASE("in other languages only given names and the gazetteer are believed") {
  CHECK(names_in("Der Minister sprach mit Angela Brandauer in Berlin über den Haushalt.", false) ==
        "P:Angela Brandauer L:Berlin");
}

TEST_CASE("a bare name that trades is a company's, and a storm's is no person's") {
  const auto [text, names] = GENERATE(table<std::string, std::string>(Rows{
      {"Treblin said it would grow. Few own Treblin shares.", "O:Treblin O:Treblin"},
      {"Treblin said no. An analyst with Treblin agreed.", "O:Treblin O:Treblin"},
      {"Mr Treblin said he would sell Treblin shares.", "P:Treblin P:Treblin"},
      {"Zbigniew Treblin left. Treblin shares fell.", "P:Zbigniew Treblin P:Treblin"},
  }));
  CAPTURE(text);
  CHECK(names_in(text) == names);
}
