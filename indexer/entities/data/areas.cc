// Continents, and physical and political regions, from the table.
#include <algorithm>
#include <stdexcept>

#include "indexer/entities/data/facts.h"

namespace dateline::gazetteer {

namespace {

PlaceKind kind_of(const std::string& name) {
  const auto* found = std::ranges::find(kPlaceKindNames, name);
  if (found == std::end(kPlaceKindNames)) throw std::runtime_error("areas.tsv: no such kind: " + name);
  return static_cast<PlaceKind>(found - std::begin(kPlaceKindNames));
}

}  // namespace

void add_areas(const Sources& sources, Facts& facts) {
  for (auto row : read_table(sources.tables / "areas.tsv")) {
    row.resize(5);  // name, kind, country or empty, continent or empty, other names
    PlaceFact area{row[0], kind_of(row[1]), row[2], row[3]};
    // What somebody took the trouble to write down by hand is meant before a small town of that name.
    area.population = 1'000'000;
    const FactId id = facts.add(std::move(area));
    for (const std::string& name : split(row[4], ';')) {
      const bool exact = name.starts_with('=');
      facts.name(id, exact ? std::string_view(name).substr(1) : name, exact);
    }
    // "Severn", "River Severn" and "Severn River" are one.
    const std::string stem = facts.places[id].name;
    if (stem.ends_with(" River")) facts.name(id, "River " + stem.substr(0, stem.size() - 6));
  }
}

}  // namespace dateline::gazetteer
