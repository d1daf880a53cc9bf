// What dateline-gazetteer gathers from its sources before it writes the file. Each source adds to Facts; the
// order of the calls in main.cc is part of the meaning, as later sources build on the places of earlier ones.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.h"

namespace dateline {
class Gazetteer;
}

namespace dateline::gazetteer {

using FactId = std::uint32_t;

struct PlaceFact {
  std::string name;
  PlaceKind kind = PlaceKind::city;
  std::string country;    // ISO code; empty above countries
  std::string continent;  // may be filled from the country
  std::optional<FactId> region{};
  std::optional<double> latitude{};
  std::optional<double> longitude{};
  std::uint32_t population = 0;
  bool capital = false;
  bool preferred = false;  // has its name bare before others of any size
  bool tabled = false;     // from a hand-written table
  bool minor = false;      // so small that its bare name needs evidence
  std::string value{};     // filled by name_values
};

class Facts {
 public:
  std::vector<PlaceFact> places;
  std::map<std::string, std::uint32_t> flags;        // of words and phrases, by key
  std::map<std::string, std::set<FactId>> names;     // places by key
  std::map<std::string, std::set<FactId>> demonyms;  // countries (or other places) by key

  // Adds the place under its own name.
  FactId add(PlaceFact place);
  // A further name of a place. `exact`: only as it is written ("US", "Calif.").
  void name(FactId place, std::string_view name, bool exact = false);
  void demonym(FactId place, std::string_view word);
  void mark(std::string_view word, std::uint32_t flag);
  void unmark(std::string_view word, std::uint32_t flag);

  [[nodiscard]] std::optional<FactId> country(const std::string& code) const;
  // The most populous place of that name and kind, in that country where one is given.
  [[nodiscard]] std::optional<FactId> find(std::string_view name, PlaceKind kind,
                                           std::string_view code) const;

 private:
  std::map<std::string, FactId> countries_;
};

// Directories of the sources.
struct Sources {
  std::filesystem::path iso = "/usr/share/iso-codes/json";
  std::filesystem::path cldr = "/usr/share/unicode/cldr/common";
  std::filesystem::path wordnet = "/usr/share/wordnet";
  std::filesystem::path scowl = "/usr/share/dict/scowl";
  std::filesystem::path towns = "/usr/share/maps/gis";       // xygrib-maps
  std::filesystem::path census = "/usr/share/weather-util";  // weather-util-data
  std::filesystem::path tables;                              // the hand-written ones
};

// All throw std::runtime_error, naming the file, where a source is missing or cannot be read.
void add_countries(const Sources& sources, Facts& facts);   // CLDR, ISO 3166-1 and -3, countries.tsv
void add_regions(const Sources& sources, Facts& facts);     // CLDR subdivisions, regions.tsv
void add_cities(const Sources& sources, Facts& facts);      // libgeonames
void add_towns(const Sources& sources, Facts& facts);       // xygrib-maps, weather-util-data
void add_city_names(const Sources& sources, Facts& facts);  // cities.tsv
void add_areas(const Sources& sources, Facts& facts);       // areas.tsv
void add_wordnet(const Sources& sources, Facts& facts);     // other names, natural places, demonyms, persons
void add_words(const Sources& sources, Facts& facts);       // SCOWL, words.tsv

// The greater, the more likely the place is meant by its bare name.
[[nodiscard]] std::uint64_t prominence(const PlaceFact& place);

// Small places lose names that are a people's, a language's, a day's or a plain word's: nobody means the town
// in Queensland by "Roma".
void drop_misleading_names(Facts& facts);

// Gives every place that has none its unique value; drops nothing.
void name_values(Facts& facts);

// What a compiled gazetteer holds.
[[nodiscard]] Facts facts_of(const Gazetteer& gazetteer);

// Adds the populated places and the regions of a table of GeoNames' (19 columns) that are not known yet.
// Places that are known keep their values. Throws std::runtime_error, naming file and line, for a row that is
// none of GeoNames', or more than kMostAddedPlaces.
void add_geonames(const std::filesystem::path& file, Facts& facts);
inline constexpr std::size_t kMostAddedPlaces = 1'000'000;

// The file's bytes: the same for the same facts.
[[nodiscard]] std::string serialise(const Facts& facts);

// Rows of a table: fields parted by tabs, lines that are empty or begin with '#' left out.
[[nodiscard]] std::vector<std::vector<std::string>> read_table(const std::filesystem::path& file);
[[nodiscard]] std::vector<std::string> split(std::string_view text,
                                             char by);  // trimmed, empty parts left out
[[nodiscard]] std::string read_file(const std::filesystem::path& file);

}  // namespace dateline::gazetteer
