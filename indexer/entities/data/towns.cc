// Smaller towns than libgeonames has: GeoNames' places of 3,000 people and more from xygrib-maps, and the
// counties, places and townships of the United States' census from weather-util-data.
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numbers>
#include <stdexcept>

#include "indexer/entities/data/facts.h"
#include "indexer/entities/data/neighbourhood.h"
#include "indexer/entities/gazetteer.h"

namespace dateline::gazetteer {

namespace {

std::string read_gzip(const std::filesystem::path& file) {
  const std::unique_ptr<gzFile_s, decltype(&gzclose)> in(gzopen(file.c_str(), "rb"), &gzclose);
  if (!in) throw std::runtime_error(file.string() + ": missing");
  std::string bytes;
  std::array<char, 1 << 16> block{};
  int size = 0;
  while ((size = gzread(in.get(), block.data(), block.size())) > 0)
    bytes.append(block.data(), static_cast<std::size_t>(size));
  if (size < 0 || bytes.empty()) throw std::runtime_error(file.string() + ": cannot be read");
  return bytes;
}

// A row of the census: "Abbeville city, AL" with its code and centre.
struct CensusRow {
  std::string code;  // five digits: a county; seven: a place; ten: a county's subdivision
  std::string name;
  std::string state;  // its postal code
  Position at;
};

// The words behind "(": two angles in radians.
Position centroid(std::string_view line) {
  const std::size_t open = line.find('(');
  const std::size_t comma = line.find(',');
  if (open == std::string_view::npos || comma == std::string_view::npos || comma < open) return {};
  const auto degrees = [](std::string_view text) {
    return std::stod(std::string(text)) * 180 / std::numbers::pi;
  };
  return {degrees(line.substr(open + 1, comma - open - 1)), degrees(line.substr(comma + 1))};
}

std::vector<CensusRow> read_census(const std::filesystem::path& file) {
  std::vector<CensusRow> rows;
  for (const std::string& line : split(read_gzip(file), '\n')) {
    if (line.starts_with("[fips")) rows.push_back({line.substr(5, line.size() - 6), {}, {}, {}});
    if (rows.empty()) continue;
    if (line.starts_with("centroid")) rows.back().at = centroid(line);
    const std::size_t comma = line.rfind(", ");
    if (!line.starts_with("description = ") || comma == std::string::npos) continue;
    rows.back().name = line.substr(14, comma - 14);
    rows.back().state = line.substr(comma + 2);
  }
  return rows;
}

// The name without the word that says what it is ("city", "CDP"); empty where that word tells of no town.
std::string place_name(const std::string& name) {
  static constexpr std::array<std::string_view, 6> kTowns{"city",    "town", "village",
                                                          "borough", "CDP",  "municipality"};
  const std::size_t blank = name.rfind(' ');
  if (blank == std::string::npos) return {};
  const bool town = std::ranges::find(kTowns, std::string_view(name).substr(blank + 1)) != kTowns.end();
  return town && name.find_first_of("/(") == std::string::npos ? name.substr(0, blank) : std::string();
}

// Where a county's subdivisions govern themselves as towns, and where as townships, which keep the word.
std::string subdivision_name(const CensusRow& row) {
  static constexpr std::array<std::string_view, 8> kTowns{"CT", "MA", "ME", "NH", "NY", "RI", "VT", "WI"};
  static constexpr std::array<std::string_view, 4> kTownships{"MI", "NJ", "OH", "PA"};
  const auto within = [&](const auto& states) {
    return std::ranges::find(states, row.state) != states.end();
  };
  if (row.name.ends_with(" town") && within(kTowns)) return row.name.substr(0, row.name.size() - 5);
  if (row.name.ends_with(" township") && within(kTownships))
    return row.name.substr(0, row.name.size() - 9) + " Township";
  return {};
}

class Census {
 public:
  explicit Census(Facts& facts) : facts_(facts) {
    for (FactId id = 0; id < facts.places.size(); ++id) {
      const PlaceFact& place = facts.places[id];
      if (place.country == "US" && place.kind == PlaceKind::city && place.region)
        known_[{*place.region, town_key(place.name)}] = id;
    }
  }

  // Places before subdivisions: a village and the town around it are one name.
  void add(const std::vector<CensusRow>& rows) {
    for (const CensusRow& row : rows) {
      if (row.code.size() == 7) add_town(row, place_name(row.name));
    }
    count_shared(rows);
    for (const CensusRow& row : rows) {
      if (row.code.size() == 5) add_county(row);
      if (row.code.size() == 10) add_subdivision(row);
    }
  }

 private:
  [[nodiscard]] std::optional<FactId> state(const std::string& code) const {
    const auto found = facts_.names.find("iso:US-" + code);
    if (found == facts_.names.end()) return std::nullopt;
    return *found->second.begin();
  }

  // The first of a name in a state stands for it.
  void add_town(const CensusRow& row, const std::string& name) {
    const auto region = state(row.state);
    if (name.empty() || !region) return;
    const auto [known, fresh] = known_.try_emplace({*region, town_key(name)}, 0);
    if (!fresh) return;
    PlaceFact town{name, PlaceKind::city, "US", ""};
    town.region = region;
    town.latitude = row.at.latitude;
    town.longitude = row.at.longitude;
    town.minor = true;
    known->second = facts_.add(std::move(town));
  }

  // Ohio has 43 townships named Washington: such a name says nothing.
  void count_shared(const std::vector<CensusRow>& rows) {
    for (const CensusRow& row : rows) {
      if (row.code.size() == 10) ++shared_[row.state + ' ' + row.name];
    }
  }

  void add_subdivision(const CensusRow& row) {
    if (shared_[row.state + ' ' + row.name] == 1) add_town(row, subdivision_name(row));
  }

  void add_county(const CensusRow& row) {
    const auto region = state(row.state);
    const bool county =
        row.name.ends_with(" County") || row.name.ends_with(" Parish") || row.name.ends_with(" Borough");
    if (!region || !county) return;
    PlaceFact place{row.name, PlaceKind::region, "US", ""};
    place.region = region;
    place.latitude = row.at.latitude;
    place.longitude = row.at.longitude;
    facts_.add(std::move(place));
  }

  Facts& facts_;
  std::map<std::pair<FactId, std::string>, FactId> known_;  // by state and key
  std::map<std::string, int> shared_;                       // how often a state has a subdivision's name
};

// Degrees within which a large town of any name is the same.
constexpr double kSamePlace = 0.02;
constexpr std::uint32_t kLarge = 15'000;  // libgeonames has all of this size

// xygrib's list is older than two states: their towns are those that lie nearer to a town of theirs.
std::string country_today(const std::string& then, Position at, const Neighbourhood& cities) {
  static const std::map<std::string, std::string> kParted{{"SD", "SS"}, {"RS", "XK"}};
  const auto parted = kParted.find(then);
  if (parted == kParted.end()) return then;
  const auto is_known = [](const PlaceFact& place) { return !place.minor; };
  const auto ours = cities.nearest(parted->second, at, is_known);
  const auto theirs = cities.nearest(then, at, is_known);
  return ours && (!theirs || ours->second < theirs->second) ? parted->second : then;
}

// A row of xygrib's: country;name;population;latitude;longitude.
void add_world_town(const std::vector<std::string>& row, Facts& facts, Neighbourhood& cities) {
  const auto people = static_cast<std::uint32_t>(std::stoul(row[2]));
  const Position at{std::stod(row[3]), std::stod(row[4])};
  const std::string country = country_today(row[0], at, cities);
  const std::string key = town_key(row[1]);
  const auto twin = cities.nearest(country, at, [&](const PlaceFact& p) { return town_key(p.name) == key; });
  if (twin && twin->second < kSameName) {
    std::uint32_t& known = facts.places[twin->first].population;
    if (known == 0) known = people;
    return;
  }
  const auto next = cities.nearest(country, at, [](const PlaceFact& p) { return !p.minor; });
  // What has grown since keeps the name it had then as another one.
  if (next && next->second < kSamePlace && people >= kLarge) return facts.name(next->first, row[1]);
  // The census names every town of the United States, and with its state.
  if (country == "US" || !facts.country(country)) return;
  PlaceFact town{row[1], PlaceKind::city, country, ""};
  if (next) town.region = facts.places[next->first].region;
  town.latitude = at.latitude;
  town.longitude = at.longitude;
  town.population = people;
  town.minor = true;
  cities.add(facts.add(std::move(town)));
}

// A county counts as many people as the towns that lie nearest to its middle.
void weigh_counties(FactId first, Facts& facts) {
  std::map<FactId, std::vector<FactId>> counties;  // by state
  for (FactId id = first; id < facts.places.size(); ++id) {
    if (facts.places[id].kind == PlaceKind::region) counties[*facts.places[id].region].push_back(id);
  }
  const auto position = [&](FactId id) {
    return Position{*facts.places[id].latitude, *facts.places[id].longitude};
  };
  for (FactId id = 0; id < facts.places.size(); ++id) {
    const PlaceFact& town = facts.places[id];
    if (town.kind != PlaceKind::city || !town.region || !counties.contains(*town.region)) continue;
    const FactId county = *std::ranges::min_element(
        counties[*town.region], {}, [&](FactId other) { return distance(position(id), position(other)); });
    facts.places[county].population += town.population;
  }
}

}  // namespace

void add_towns(const Sources& sources, Facts& facts) {
  const auto first = static_cast<FactId>(facts.places.size());
  Census(facts).add(read_census(sources.census / "places.gz"));
  Neighbourhood cities(facts);
  for (const char* file : {"cities_10k-more.txt.gz", "cities_3k-10k.txt.gz"}) {
    for (const std::string& line : split(read_gzip(sources.towns / file), '\n')) {
      const auto row = split(line, ';');
      if (!line.starts_with('#') && row.size() == 5) add_world_town(row, facts, cities);
    }
  }
  weigh_counties(first, facts);
}

}  // namespace dateline::gazetteer
