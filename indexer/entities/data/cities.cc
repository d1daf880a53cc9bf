// Cities: libgeonames' list with its states, and the table of other and former names.
#include <geonames/geonames.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <stdexcept>

#include "indexer/entities/data/facts.h"
#include "indexer/entities/gazetteer.h"

namespace dateline::gazetteer {

namespace {

struct Free {
  void operator()(GeonamesCity* city) const { geonames_city_free(city); }
};

// "State of Maine" and "Maine" are one state: the words that only say what it is are left out.
std::string state_key(const std::string& name) {
  static constexpr std::array<std::string_view, 22> kGeneric{
      "state",      "province",   "oblast",  "kray",     "krai",    "governorate",  "region", "district",
      "of",         "prefecture", "city",    "republic", "county",  "municipality", "the",    "autonomous",
      "department", "emirate",    "special", "capital",  "federal", "oblast'"};
  std::string key;
  for (const std::string& word : split(name_key(name), ' ')) {
    if (std::ranges::find(kGeneric, word) == kGeneric.end()) key += (key.empty() ? "" : " ") + word;
  }
  return key.empty() ? name_key(name) : key;
}

constexpr std::uint32_t kTabledRegion = 500'000;

class States {
 public:
  explicit States(Facts& facts) : facts_(facts) {
    for (FactId id = 0; id < facts.places.size(); ++id) {
      const PlaceFact& place = facts.places[id];
      if (place.kind == PlaceKind::region) states_.emplace(place.country + ' ' + state_key(place.name), id);
    }
  }

  FactId of(const std::string& name, const std::string& country) {
    const auto [state, fresh] = states_.try_emplace(country + ' ' + state_key(name), 0);
    if (fresh) state->second = facts_.add({name, PlaceKind::region, country, ""});
    facts_.places[state->second].minor = false;
    return state->second;
  }

 private:
  Facts& facts_;
  std::map<std::string, FactId> states_;
};

void add_city(const GeonamesCity* const_city, States& states, Facts& facts) {
  GeonamesCity* city = const_cast<GeonamesCity*>(const_city);
  const std::string code = geonames_city_get_country_code(city);
  const auto country = facts.country(code);
  const std::string name = geonames_city_get_name(city);
  // A city state is its country.
  if (!country || facts.places[*country].name == name) return;
  PlaceFact place{name, PlaceKind::city, code, ""};
  place.region = states.of(geonames_city_get_state(city), code);
  place.latitude = geonames_city_get_latitude(city);
  place.longitude = geonames_city_get_longitude(city);
  place.population = geonames_city_get_population(city);
  facts.add(std::move(place));
}

// A region weighs what its cities weigh.
void weigh_regions(Facts& facts) {
  std::vector<std::uint32_t> largest(facts.places.size());
  for (const PlaceFact& city : facts.places) {
    if (city.kind == PlaceKind::city && city.region) facts.places[*city.region].population += city.population;
  }
  // A region that somebody wrote down by hand, or one whose cities are all small, is no nobody.
  for (PlaceFact& region : facts.places) {
    if (region.kind == PlaceKind::region && region.tabled)
      region.population = std::max(region.population, kTabledRegion);
  }
}

// A city is meant before the region around it that bears one of its names.
void shade_regions(Facts& facts) {
  const auto shade = [&](const PlaceFact& city) {
    PlaceFact& region = facts.places[*city.region];
    region.population = std::min(region.population, city.population / 2);
  };
  for (const PlaceFact& city : facts.places) {
    if (city.kind == PlaceKind::city && city.region &&
        state_key(facts.places[*city.region].name) == name_key(city.name))
      shade(city);
  }
  for (const auto& [key, places] : facts.names) {
    for (const FactId id : places) {
      const PlaceFact& city = facts.places[id];
      if (city.kind == PlaceKind::city && city.region && places.contains(*city.region)) shade(city);
    }
  }
}

// The city that bears one of the names, or a new one: the table may name towns that GeoNames' list leaves
// out.
FactId city_of(const std::vector<std::string>& names, const std::string& code, Facts& facts) {
  std::optional<FactId> best;
  for (const std::string& name : names) {
    const auto found = facts.find(name, PlaceKind::city, code);
    if (found && (!best || prominence(facts.places[*found]) > prominence(facts.places[*best]))) best = found;
  }
  if (best) return *best;
  return facts.add({names.front(), PlaceKind::city, code, ""});
}

bool is_near(std::optional<FactId> known, const PlaceFact& city, const Facts& facts) {
  constexpr double kFar = 0.4;  // degrees
  if (!known || !city.latitude || !facts.places[*known].latitude) return false;
  return std::abs(*facts.places[*known].latitude - *city.latitude) < kFar &&
         std::abs(*facts.places[*known].longitude - *city.longitude) < kFar;
}

// A city's boroughs and quarters, which lie where it lies.
void add_districts(const Sources& sources, Facts& facts) {
  for (const auto& row : read_table(sources.tables / "districts.tsv")) {
    const auto city = facts.find(row[1], PlaceKind::city, row[0]);
    if (!city) throw std::runtime_error("districts.tsv: no such city: " + row[1]);
    for (const std::string& name : split(row[2], ';')) {
      if (is_near(facts.find(name, PlaceKind::city, row[0]), facts.places[*city], facts)) continue;
      PlaceFact district{name, PlaceKind::city, row[0], ""};
      district.region = city;
      district.latitude = facts.places[*city].latitude;
      district.longitude = facts.places[*city].longitude;
      district.minor = true;
      facts.add(std::move(district));
    }
  }
}

}  // namespace

void add_cities(const Sources&, Facts& facts) {
  const int count = geonames_get_n_cities();
  if (count <= 0) throw std::runtime_error("libgeonames: no cities");
  States states(facts);
  for (int i = 0; i < count; ++i) {
    const std::unique_ptr<GeonamesCity, Free> city(geonames_get_city(i));
    if (city) add_city(city.get(), states, facts);
  }
}

void add_city_names(const Sources& sources, Facts& facts) {
  weigh_regions(facts);
  for (auto row : read_table(sources.tables / "cities.tsv")) {
    row.resize(4);  // country, name, other names, "first"
    std::vector<std::string> names = split(row[2], ';');
    names.insert(names.begin(), row[1]);
    const FactId id = city_of(names, row[0], facts);
    facts.places[id].name = row[1];
    facts.places[id].minor = false;
    facts.places[id].preferred = row[3] == "first";
    for (const std::string& name : names) {
      const bool exact = name.starts_with('=');
      facts.name(id, exact ? std::string_view(name).substr(1) : name, exact);
    }
  }
  add_districts(sources, facts);
  shade_regions(facts);
  for (auto row : read_table(sources.tables / "countries.tsv")) {
    row.resize(3);
    const auto country = facts.country(row[0]);
    if (row[2].empty() || row[2] == facts.places[*country].name) continue;
    facts.places[city_of({row[2]}, row[0], facts)].capital = row[0].size() == 2;
  }
}

}  // namespace dateline::gazetteer
