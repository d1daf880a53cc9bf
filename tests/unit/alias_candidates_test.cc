#include "indexer/entities/alias_candidates.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <string>

#include "dateline/person_key.h"

using namespace dateline;

namespace {

// "ALIAS -> NAME" for each candidate, sorted.
std::string candidates(const std::vector<std::pair<std::string, std::uint32_t>>& archive) {
  std::vector<KnownName> names;
  for (const auto& [form, articles] : archive) names.push_back({person_key(form), form, articles});
  std::vector<std::string> lines;
  for (const AliasCandidate& c : alias_candidates(names))
    lines.push_back(names[c.alias].form + " -> " + names[c.name].form);
  std::ranges::sort(lines);
  std::string all;
  for (const std::string& line : lines) all += (all.empty() ? "" : ", ") + line;
  return all;
}

}  // namespace

TEST_CASE("names that may be one person's are candidates") {
  using Archive = std::vector<std::pair<std::string, std::uint32_t>>;
  const auto [archive, expected] = GENERATE(table<Archive, std::string>({
      {{{"Sergio Malkov", 9}, {"S. Malkov", 2}}, "S. Malkov -> Sergio Malkov"},
      {{{"Sergio Malkov", 9}, {"Malkov", 20}}, "Malkov -> Sergio Malkov"},
      {{{"Sergio Malkov", 9}, {"Sergio B. Malkov", 2}}, "Sergio B. Malkov -> Sergio Malkov"},
      {{{"Osgood Pell", 9}, {"Osgood Pell Jr.", 2}}, "Osgood Pell Jr. -> Osgood Pell"},
      {{{"Kim Seo-yeon", 9}, {"Seo-yeon Kim", 2}}, "Seo-yeon Kim -> Kim Seo-yeon"},
      {{{"Kim Seo-yeon", 9}, {"Kim Seoyeon", 2}}, "Kim Seoyeon -> Kim Seo-yeon"},
      {{{"Slobodan Petrosevic", 9}, {"Slobodan Petrosovic", 2}},
       "Slobodan Petrosovic -> Slobodan Petrosevic"},
      {{{"Klaus Muller", 2}, {"Klaus Mueller", 9}}, "Klaus Muller -> Klaus Mueller"},
  }));
  CAPTURE(expected);
  CHECK(candidates(archive) == expected);
}

TEST_CASE("names of different persons are no candidates") {
  using Archive = std::vector<std::pair<std::string, std::uint32_t>>;
  const auto archive = GENERATE(values<Archive>({
      {{"Alice Pennington", 9}, {"Robert Pennington", 2}},
      {{"Alice Pennington", 9}, {"Robert Pennington", 8}, {"Pennington", 3}},
      {{"Sergio Malkov", 9}, {"Stefan Malkov", 8}, {"S. Malkov", 2}},
      {{"Osgood Pell Sr.", 9}, {"Osgood Pell Jr.", 2}},
      {{"Ann Lee", 9}, {"Ann Lea", 2}},
      {{"George H. Tolliver", 9}, {"George W. Tolliver", 2}},
  }));
  CHECK(candidates(archive).empty());
}

TEST_CASE("a hundred thousand names are compared in time") {
  std::vector<KnownName> names;
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    // One surname of the thousand is everybody's.
    const std::string form =
        "name" + std::to_string(i) + (i % 2 == 0 ? " smith" : " born" + std::to_string(i % 997));
    names.push_back({form, form, i % 50});
  }
  const auto start = std::chrono::steady_clock::now();
  (void)alias_candidates(names);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}
