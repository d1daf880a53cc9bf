#include "indexer/entities/data/facts.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "indexer/entities/data/neighbourhood.h"
#include "indexer/entities/gazetteer.h"

namespace dateline::gazetteer {

FactId Facts::add(PlaceFact place) {
  const auto id = static_cast<FactId>(places.size());
  if (place.kind == PlaceKind::country) countries_.emplace(place.country, id);
  const std::string own_name = place.name;
  places.push_back(std::move(place));
  name(id, own_name);
  return id;
}

void Facts::name(FactId place, std::string_view name, bool exact) {
  const std::string key = exact ? '=' + std::string(name) : name_key(name);
  if (!key.empty()) names[key].insert(place);
  if (exact) return;
  // "St. Louis" and "Saint Louis", "Mt. Everest" and "Mount Everest", "Ft. Worth" and "Fort Worth".
  static constexpr std::array<std::array<std::string_view, 2>, 3> kShort{
      {{"saint ", "st "}, {"mount ", "mt "}, {"fort ", "ft "}}};
  for (const auto& [full, brief] : kShort) {
    if (key.starts_with(full)) names[std::string(brief) + key.substr(full.size())].insert(place);
    if (key.starts_with(brief)) names[std::string(full) + key.substr(brief.size())].insert(place);
  }
}

void Facts::demonym(FactId place, std::string_view word) {
  const std::string key = name_key(word);
  if (!key.empty()) demonyms[key].insert(place);
}

void Facts::mark(std::string_view word, std::uint32_t flag) {
  const std::string key = word.starts_with('=') ? std::string(word) : name_key(word);
  if (!key.empty()) flags[key] |= flag;
}

void Facts::unmark(std::string_view word, std::uint32_t flag) {
  if (const auto found = flags.find(name_key(word)); found != flags.end()) found->second &= ~flag;
}

std::optional<FactId> Facts::country(const std::string& code) const {
  const auto found = countries_.find(code);
  return found == countries_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<FactId> Facts::find(std::string_view name, PlaceKind kind, std::string_view code) const {
  const auto found = names.find(name_key(name));
  if (found == names.end()) return std::nullopt;
  std::optional<FactId> best;
  for (const FactId id : found->second) {
    const PlaceFact& place = places[id];
    if (place.kind != kind || (!code.empty() && place.country != code)) continue;
    if (!best || prominence(place) > prominence(places[*best])) best = id;
  }
  return best;
}

std::string town_key(const std::string& name) {
  std::string key = name_key(name);
  if (key.starts_with("saint ")) key.replace(0, 5, "st");
  return key;
}

std::string read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in && !in.eof()) throw std::runtime_error(file.string() + ": cannot be read");
  if (bytes.empty()) throw std::runtime_error(file.string() + ": missing or empty");
  return bytes;
}

std::vector<std::string> split(std::string_view text, char by) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(by), text.size());
    std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ') || part.ends_with('\r')) part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
  }
  return parts;
}

std::vector<std::vector<std::string>> read_table(const std::filesystem::path& file) {
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : split(read_file(file), '\n')) {
    if (line.starts_with('#')) continue;
    std::vector<std::string> fields;
    std::string_view rest = line;
    for (;;) {
      const std::size_t tab = std::min(rest.find('\t'), rest.size());
      fields.emplace_back(rest.substr(0, tab));
      if (tab == rest.size()) break;
      rest.remove_prefix(tab + 1);
    }
    rows.push_back(std::move(fields));
  }
  return rows;
}

}  // namespace dateline::gazetteer
