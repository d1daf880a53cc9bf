// A table of GeoNames' own added to a gazetteer that is compiled already.
#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <stdexcept>

#include "indexer/entities/data/facts.h"
#include "indexer/entities/data/neighbourhood.h"
#include "indexer/entities/gazetteer.h"

namespace dateline::gazetteer {

namespace {

// Columns, https://download.geonames.org/export/dump/readme.txt
enum Column : std::size_t {
  kName = 1,
  kAsciiName = 2,
  kOtherNames = 3,
  kLatitude = 4,
  kLongitude = 5,
  kClass = 6,
  kCode = 7,
  kCountry = 8,
  kFirstRegion = 10,
  kPopulation = 14,
  kColumns = 19
};

using Fields = std::array<std::string_view, kColumns>;

bool read_fields(std::string_view line, Fields& fields) {
  for (std::size_t column = 0; column < kColumns; ++column) {
    const std::size_t tab = line.find('\t');
    if ((tab == std::string_view::npos) != (column + 1 == kColumns)) return false;
    fields[column] = line.substr(0, tab);
    line.remove_prefix(std::min(line.size(), fields[column].size() + 1));
  }
  return true;
}

template <class Number>
Number number(std::string_view text, Number least, Number most, const char* what) {
  Number value{};
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size() || !(value >= least && value <= most))
    throw std::runtime_error("no " + std::string(what) + ": '" + std::string(text) + "'");
  return value;
}

// ISO 3166-2 letters of GeoNames' numbers for the two countries whose towns are told apart by them.
std::string region_code(std::string_view country, std::string_view number) {
  static constexpr std::array<std::string_view, 15> kCanada{"",   "AB", "BC", "MB", "NB", "NL", "",  "NS",
                                                            "ON", "PE", "QC", "SK", "YT", "NT", "NU"};
  static constexpr std::array<std::string_view, 9> kAustralia{"",   "ACT", "NSW", "NT", "QLD",
                                                              "SA", "TAS", "VIC", "WA"};
  std::size_t index = 0;
  std::from_chars(number.data(), number.data() + number.size(), index);
  const std::string prefix = "iso:" + std::string(country) + '-';
  if (country == "CA" && index < kCanada.size()) return prefix + std::string(kCanada[index]);
  if (country == "AU" && index < kAustralia.size()) return prefix + std::string(kAustralia[index]);
  return prefix + std::string(number);
}

// Other names are of every language and kind: those in Latin letters, capitalised and no abbreviation.
bool is_usable(std::string_view name) {
  const auto is_plain = [](char c) { return static_cast<unsigned char>(c) < 0xD0; };
  return name.size() > 3 && name.front() >= 'A' && name.front() <= 'Z' &&
         std::ranges::all_of(name, is_plain) &&
         std::ranges::any_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
}

class Table {
 public:
  explicit Table(Facts& facts) : facts_(facts), cities_(facts) {}

  // Throws std::runtime_error without file and line.
  void add(std::string_view line) {
    Fields fields;
    if (!read_fields(line, fields)) throw std::runtime_error("not GeoNames' 19 columns");
    const Position at{number(fields[kLatitude], -90.0, 90.0, "latitude"),
                      number(fields[kLongitude], -180.0, 180.0, "longitude")};
    const auto people = static_cast<std::uint32_t>(number<std::uint64_t>(
        fields[kPopulation].empty() ? "0" : fields[kPopulation], 0, 4'000'000'000, "population"));
    if (fields[kName].empty()) throw std::runtime_error("no name");
    if (is_city(fields))
      add_city(fields, at, people);
    else if (fields[kCode] == "ADM1" || fields[kCode] == "ADM2")
      add_region(fields, at, people);
  }

 private:
  // Populated places, without those that are gone and without the parts of cities.
  static bool is_city(const Fields& fields) {
    const std::string_view code = fields[kCode];
    return fields[kClass] == "P" && code != "PPLH" && code != "PPLQ" && code != "PPLW";
  }

  [[nodiscard]] std::optional<FactId> region(const Fields& fields, Position at) const {
    const auto coded = facts_.names.find(region_code(fields[kCountry], fields[kFirstRegion]));
    if (coded != facts_.names.end()) return *coded->second.begin();
    const auto near = cities_.nearest(std::string(fields[kCountry]), at,
                                      [](const PlaceFact& place) { return place.region.has_value(); });
    return near ? facts_.places[near->first].region : std::nullopt;
  }

  void add_city(const Fields& fields, Position at, std::uint32_t people) {
    const std::string country(fields[kCountry]);
    if (!facts_.country(country)) return;
    const std::string key = town_key(std::string(fields[kName]));
    const auto twin =
        cities_.nearest(country, at, [&](const PlaceFact& p) { return town_key(p.name) == key; });
    if (twin && twin->second < kSameName) return name(twin->first, fields[kAsciiName]);
    PlaceFact place{std::string(fields[kName]), PlaceKind::city, country, ""};
    place.region = region(fields, at);
    const FactId id = add(std::move(place), fields, at, people);
    cities_.add(id);
  }

  void add_region(const Fields& fields, Position at, std::uint32_t people) {
    const std::string country(fields[kCountry]);
    if (!facts_.country(country) || facts_.find(fields[kName], PlaceKind::region, country)) return;
    add({std::string(fields[kName]), PlaceKind::region, country, ""}, fields, at, people);
  }

  FactId add(PlaceFact place, const Fields& fields, Position at, std::uint32_t people) {
    if (++added_ > kMostAddedPlaces)
      throw std::runtime_error("more than " + std::to_string(kMostAddedPlaces) +
                               " places: give a country's table or one of the large cities");
    place.latitude = at.latitude;
    place.longitude = at.longitude;
    place.population = people;
    place.minor = true;
    const FactId id = facts_.add(std::move(place));
    if (misleads(fields[kName])) facts_.names[name_key(fields[kName])].erase(id);
    name(id, fields[kAsciiName]);
    for (const std::string& other : split(fields[kOtherNames], ',')) {
      if (is_usable(other)) name(id, other);
    }
    return id;
  }

  void name(FactId id, std::string_view name) {
    if (!misleads(name)) facts_.name(id, name);
  }

  // A people's, a language's or a day's name.
  [[nodiscard]] bool misleads(std::string_view name) const {
    const std::string key = name_key(name);
    const auto flags = facts_.flags.find(key);
    return facts_.demonyms.contains(key) || (flags != facts_.flags.end() && (flags->second & kThing) != 0);
  }

  Facts& facts_;
  Neighbourhood cities_;
  std::size_t added_ = 0;
};

PlaceFact fact_of(const Gazetteer& gazetteer, PlaceId id) {
  const Row& row = gazetteer.row(id);
  PlaceFact place{std::string(gazetteer.text(row.name)), gazetteer.kind(id),
                  std::string(gazetteer.text(row.country)), std::string(gazetteer.text(row.continent))};
  if (row.region != kNone) place.region = row.region;
  if (row.latitude != kNowhere) {
    place.latitude = row.latitude / 1e4;
    place.longitude = row.longitude / 1e4;
  }
  place.population = row.population;
  place.capital = gazetteer.is_capital(id);
  place.minor = (row.kind & kMinor) != 0;
  place.preferred = (row.kind & kPreferred) != 0;
  place.value = gazetteer.text(row.value);
  return place;
}

}  // namespace

Facts facts_of(const Gazetteer& gazetteer) {
  Facts facts;
  for (PlaceId id = 0; id < gazetteer.size(); ++id) facts.add(fact_of(gazetteer, id));
  facts.names.clear();  // only those that the file has
  gazetteer.for_each([&](std::string_view text, const Gazetteer::Entry& entry) {
    const std::string key(text);
    constexpr std::uint32_t kDerived = kAnyPlace | kDemonym | kContinues;
    if ((entry.flags & ~kDerived) != 0) facts.flags[key] = entry.flags & ~kDerived;
    const bool named = (entry.flags & kAnyPlace) != 0;
    if (named) facts.names[key].insert(entry.places.begin(), entry.places.end());
    if ((entry.flags & kDemonym) == 0) return;
    auto& peoples = facts.demonyms[key];
    if (!named) peoples.insert(entry.places.begin(), entry.places.end());
  });
  return facts;
}

void add_geonames(const std::filesystem::path& file, Facts& facts) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(file.string() + ": cannot be read");
  Table table(facts);
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    try {
      if (!line.empty() && !line.starts_with('#')) table.add(line);
    } catch (const std::runtime_error& fault) {
      throw std::runtime_error(file.string() + ':' + std::to_string(number) + ": " + fault.what());
    }
  }
  if (in.bad()) throw std::runtime_error(file.string() + ": cannot be read");
}

}  // namespace dateline::gazetteer
