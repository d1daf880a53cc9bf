// Countries: CLDR's names and containment, ISO's official names and former states, and the table of capitals,
// demonyms and press forms.
#include <fstream>
#include <nlohmann/json.hpp>

#include "indexer/entities/data/cldr.h"
#include "indexer/entities/data/facts.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/gazetteer_format.h"

namespace dateline::gazetteer {

namespace {

using Names = std::map<std::string, std::vector<std::string>>;  // by code, CLDR's main name first

Names cldr_names(const std::filesystem::path& cldr) {
  Names names;
  each_element(cldr / "main/en.xml", "territory", [&](const XmlElement& territory) {
    names[territory.attribute("type")].push_back(plain_name(territory.text));
  });
  return names;
}

nlohmann::json iso_list(const std::filesystem::path& file, const char* key) {
  return nlohmann::json::parse(read_file(file)).at(key);
}

// "US", "UK": in lower or mixed case these are words.
bool is_abbreviation(const std::string& name) {
  return name.size() <= 5 && name.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
}

void add_name(Facts& facts, FactId id, std::string name) {
  const bool exact = name.starts_with('=');
  if (exact) name.erase(0, 1);
  facts.name(id, name, exact || is_abbreviation(name));
}

void add_country(const nlohmann::json& iso, const Names& names, const std::string& continent, Facts& facts) {
  const std::string code = iso.at("alpha_2");
  const auto cldr = names.find(code);
  PlaceFact country{cldr == names.end() ? iso.at("name").get<std::string>() : cldr->second.front(),
                    PlaceKind::country, code, continent};
  const FactId id = facts.add(std::move(country));
  facts.names["iso:" + code].insert(id);
  for (const std::string& alias : {iso.value("alpha_3", ""), name_key(iso.at("name").get<std::string>())}) {
    if (!alias.empty()) facts.names["iso:" + alias].insert(id);
  }
  if (cldr != names.end()) {
    for (const std::string& name : cldr->second) add_name(facts, id, name);
  }
  for (const char* key : {"name", "common_name", "official_name"}) {
    const std::string name = plain_name(iso.value(key, ""));
    if (name.find(',') == std::string::npos) facts.name(id, name);
  }
}

// A former state is listed only if the table names it: the others have become aliases of what they are today.
FactId add_former_state(const std::string& code, const std::string& name, const nlohmann::json& former,
                        const std::map<std::string, std::string>& within, Facts& facts) {
  std::string continent;
  for (const auto& state : former) {
    if (state.at("alpha_4") == code) continent = continent_of(state.at("alpha_2"), within);
  }
  const FactId id = facts.add({name, PlaceKind::country, code, continent});
  facts.names["iso:" + code].insert(id);
  return id;
}

}  // namespace

void add_countries(const Sources& sources, Facts& facts) {
  const Names names = cldr_names(sources.cldr);
  const auto within = containers(sources.cldr);
  for (const auto& iso : iso_list(sources.iso / "iso_3166-1.json", "3166-1"))
    add_country(iso, names, continent_of(iso.at("alpha_2"), within), facts);
  add_country({{"alpha_2", "XK"}, {"name", "Kosovo"}}, names, continent_of("XK", within), facts);

  const nlohmann::json former = iso_list(sources.iso / "iso_3166-3.json", "3166-3");
  for (auto row : read_table(sources.tables / "countries.tsv")) {
    row.resize(5);  // code, name, capital, other names, demonyms
    auto id = facts.country(row[0]);
    if (!id) id = add_former_state(row[0], row[1], former, within, facts);
    if (!row[1].empty()) facts.places[*id].name = row[1];
    if (!row[1].empty()) facts.name(*id, row[1]);
    for (const std::string& name : split(row[3], ';')) add_name(facts, *id, name);
    for (const std::string& demonym : split(row[4], ';')) facts.demonym(*id, demonym);
  }
}

}  // namespace dateline::gazetteer
