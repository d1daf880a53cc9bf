// States and provinces: CLDR's first level of subdivisions, and the table of press abbreviations.
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

}  // namespace

void add_regions(const Sources& sources, Facts& facts) {
  std::map<std::string, std::string> names;  // "usca" -> "California"
  each_element(sources.cldr / "subdivisions/en.xml", "subdivision",
               [&](const XmlElement& e) { names.emplace(e.attribute("type"), plain_name(e.text)); });
  std::map<std::string, FactId> regions;  // by ISO 3166-2 code
  each_element(sources.cldr / "supplemental/subdivisions.xml", "subgroup", [&](const XmlElement& e) {
    const std::string country = e.attribute("type");
    if (!facts.country(country)) return;
    for (const std::string& code : split(e.attribute("contains"), ' ')) {
      const auto name = names.find(code);
      // Territories that have a country code of their own (Guam, Réunion) are countries here.
      const std::string own = upper(code.substr(2));
      if (name == names.end() || facts.find(name->second, PlaceKind::country, own)) continue;
      const FactId id = facts.add({name->second, PlaceKind::region, country, ""});
      regions[country + "-" + own] = id;
      facts.names["iso:" + country + "-" + own].insert(id);
    }
  });
  for (auto row : read_table(sources.tables / "regions.tsv")) {
    row.resize(4);  // code, name, other names, "first"
    auto region = regions.find(row[0]);
    if (region == regions.end()) {
      const FactId id = facts.add({row[1], PlaceKind::region, row[0].substr(0, 2), ""});
      region = regions.emplace(row[0], id).first;
    }
    PlaceFact& place = facts.places[region->second];
    place.tabled = true;
    place.preferred = row[3] == "first";
    if (!row[1].empty()) place.name = row[1];
    if (!row[1].empty()) facts.name(region->second, row[1]);
    for (const std::string& name : split(row[2], ';')) {
      if (name.starts_with('='))
        facts.name(region->second, name.substr(1), true);
      else
        facts.name(region->second, name);
    }
  }
}

}  // namespace dateline::gazetteer
