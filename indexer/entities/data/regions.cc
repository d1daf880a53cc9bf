// States and provinces: CLDR's two levels of subdivisions, the table of press abbreviations, and that of the
// words that the press joins to their names.
#include "indexer/entities/data/cldr.h"
#include "indexer/entities/data/facts.h"

namespace dateline::gazetteer {

namespace {

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

using Regions = std::map<std::string, FactId>;  // by ISO 3166-2 code

// CLDR's "usca" is ISO's "US-CA".
std::string iso_code(const std::string& code) {
  return upper(code.substr(0, 2)) + '-' + upper(code.substr(2));
}

// Those directly in a country, then those in one of these, which are minor: "Mayo" is oftener a man.
void add_subdivisions(const Sources& sources, Facts& facts, Regions& regions) {
  std::map<std::string, std::string> names;  // "usca" -> "California"
  each_element(sources.cldr / "subdivisions/en.xml", "subdivision",
               [&](const XmlElement& e) { names.emplace(e.attribute("type"), plain_name(e.text)); });
  const auto add = [&](const XmlElement& e, bool outermost) {
    const std::string whole = e.attribute("type");
    const std::string country = upper(whole.substr(0, 2));
    if ((whole.size() == 2) != outermost || !facts.country(country)) return;
    const auto parent = outermost ? regions.end() : regions.find(iso_code(whole));
    for (const std::string& code : split(e.attribute("contains"), ' ')) {
      const auto name = names.find(code);
      // Territories that have a country code of their own (Guam, Réunion) are countries here.
      if (name == names.end() || facts.find(name->second, PlaceKind::country, upper(code.substr(2))))
        continue;
      // A city that is a province of its own, and a province named as the region around it.
      if (!outermost && facts.find(name->second, PlaceKind::region, country)) continue;
      PlaceFact place{name->second, PlaceKind::region, country, ""};
      if (parent != regions.end()) place.region = parent->second;
      place.minor = !outermost;
      const FactId id = facts.add(std::move(place));
      regions[iso_code(code)] = id;
      facts.names["iso:" + iso_code(code)].insert(id);
    }
  };
  const auto file = sources.cldr / "supplemental/subdivisions.xml";
  each_element(file, "subgroup", [&](const XmlElement& e) { add(e, true); });
  each_element(file, "subgroup", [&](const XmlElement& e) { add(e, false); });
}

// The region of a table's row: by its code, else by its name, else a new one.
FactId region_of(const std::string& code, const std::string& name, Facts& facts, Regions& regions) {
  if (const auto known = regions.find(code); known != regions.end()) return known->second;
  const std::string country = code.substr(0, 2);
  if (const auto named = facts.find(name, PlaceKind::region, country)) return *named;
  return facts.add({name, PlaceKind::region, country, ""});
}

// "Volta Region", "County Mayo".
void add_forms(const Sources& sources, Facts& facts) {
  std::map<std::string, std::vector<std::string>> forms;
  for (const auto& row : read_table(sources.tables / "region-forms.tsv")) forms[row[0]] = split(row[1], ';');
  for (FactId id = 0; id < facts.places.size(); ++id) {
    const PlaceFact& place = facts.places[id];
    if (place.kind != PlaceKind::region) continue;
    for (std::string form : forms[place.country]) {
      form.replace(form.find('*'), 1, place.name);
      facts.name(id, form);
    }
  }
}

}  // namespace

void add_regions(const Sources& sources, Facts& facts) {
  Regions regions;
  add_subdivisions(sources, facts, regions);
  for (auto row : read_table(sources.tables / "regions.tsv")) {
    row.resize(4);  // code, name, other names, "first"
    const FactId id = region_of(row[0], row[1], facts, regions);
    PlaceFact& place = facts.places[id];
    place.tabled = true;
    place.minor = false;
    place.preferred = row[3] == "first";
    if (!row[1].empty()) place.name = row[1];
    if (!row[1].empty()) facts.name(id, row[1]);
    for (const std::string& name : split(row[2], ';')) {
      const bool exact = name.starts_with('=');
      facts.name(id, exact ? std::string_view(name).substr(1) : name, exact);
    }
  }
  add_forms(sources, facts);
}

}  // namespace dateline::gazetteer
