// Which holder of a name has it bare, and what the others are called.
#include <algorithm>
#include <map>

#include "indexer/entities/data/facts.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/gazetteer_format.h"

namespace dateline::gazetteer {

namespace {

// "Paris, Texas", "Soho, London", else "Paris, Country".
std::string with_container(const Facts& facts, const PlaceFact& place) {
  if (place.region && (is_by_state(place.country) || facts.places[*place.region].kind == PlaceKind::city))
    return place.name + ", " + facts.places[*place.region].name;
  const auto country = facts.country(place.country);
  return country ? place.name + ", " + facts.places[*country].name : place.name;
}

std::string with_region(const Facts& facts, const PlaceFact& place) {
  const std::string region = place.region ? facts.places[*place.region].name + ", " : "";
  const auto country = facts.country(place.country);
  return place.name + ", " + region + (country ? facts.places[*country].name : "");
}

}  // namespace

void drop_misleading_names(Facts& facts) {
  for (auto entry = facts.names.begin(); entry != facts.names.end();) {
    const auto& [key, places] = *entry;
    const auto flags = facts.flags.find(key);
    const bool thing = flags != facts.flags.end() && (flags->second & kThing) != 0;
    const bool word = flags != facts.flags.end() && (flags->second & kCommonWord) != 0;
    // WordNet's "South" and "Red", which nobody has vouched for in a table.
    const bool nature = std::ranges::all_of(places, [&](FactId id) {
      return facts.places[id].kind == PlaceKind::area && facts.places[id].population == 0;
    });
    const bool small = std::ranges::all_of(places, [&](FactId id) {
      return facts.places[id].kind != PlaceKind::country && facts.places[id].population < 1'000'000;
    });
    if (((thing || facts.demonyms.contains(key)) && small) || (word && nature))
      entry = facts.names.erase(entry);
    else
      ++entry;
  }
}

std::uint64_t prominence(const PlaceFact& place) {
  constexpr std::uint64_t kStep = std::uint64_t{1} << 40U;
  if (place.kind == PlaceKind::country) return 5 * kStep + (place.country.size() == 2);
  if (place.kind == PlaceKind::continent) return 4 * kStep;
  std::uint64_t rank = place.population;
  if (place.preferred) rank += kStep;
  return rank;
}

void name_values(Facts& facts) {
  std::vector<FactId> order(facts.places.size());
  for (FactId id = 0; id < order.size(); ++id) order[id] = id;
  std::ranges::stable_sort(order, std::greater(), [&](FactId id) { return prominence(facts.places[id]); });
  std::map<std::string, int> taken;
  for (const PlaceFact& place : facts.places) {
    if (!place.value.empty()) ++taken[name_key(place.value)];
  }
  for (const FactId id : order) {
    PlaceFact& place = facts.places[id];
    if (!place.value.empty()) continue;
    const std::string forms[]{place.name, with_container(facts, place), with_region(facts, place)};
    for (const std::string& form : forms) {
      place.value = form;
      if (taken[name_key(form)]++ == 0) break;
      place.value.clear();
    }
    // Two small places of one name in one region: only a number can tell them apart.
    if (place.value.empty()) place.value = forms[2] + " (" + std::to_string(taken[name_key(forms[2])]) + ")";
  }
}

}  // namespace dateline::gazetteer
