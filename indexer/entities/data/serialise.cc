#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "indexer/entities/data/facts.h"
#include "indexer/entities/gazetteer_format.h"

namespace dateline::gazetteer {

namespace {

// Each string once.
class Texts {
 public:
  Text add(const std::string& text) {
    const auto [at, fresh] = places_.try_emplace(
        text, Text{static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(text.size())});
    if (fresh) bytes_ += text;
    return at->second;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::map<std::string, Text> places_;
};

template <class Object>
void append(std::string& out, const std::vector<Object>& objects) {
  out.append(reinterpret_cast<const char*>(objects.data()), objects.size() * sizeof(Object));
}

std::int32_t degrees(const std::optional<double>& angle) {
  return angle ? static_cast<std::int32_t>(std::lround(*angle * 1e4)) : kNowhere;
}

std::vector<Row> rows_of(const Facts& facts, Texts& texts) {
  std::vector<Row> rows;
  for (const PlaceFact& place : facts.places) {
    const auto nation = facts.country(place.country);
    const std::string& continent =
        place.continent.empty() && nation ? facts.places[*nation].continent : place.continent;
    rows.push_back({texts.add(place.name), texts.add(place.value), texts.add(place.country),
                    texts.add(continent), degrees(place.latitude), degrees(place.longitude), place.population,
                    nation.value_or(kNone), place.region.value_or(kNone),
                    static_cast<std::uint32_t>(place.kind) | (place.capital ? kCapital : 0U) |
                        (place.minor ? kMinor : 0U) | (place.preferred ? kPreferred : 0U)});
  }
  return rows;
}

// Flags of every key, those that places and demonyms bring included.
std::map<std::string, std::uint32_t> all_flags(const Facts& facts) {
  std::map<std::string, std::uint32_t> flags = facts.flags;
  for (const auto& [key, places] : facts.names) {
    const bool minor = std::ranges::all_of(places, [&](FactId id) { return facts.places[id].minor; });
    flags[key] |= minor ? kMinorPlace : kPlaceName;
  }
  for (const auto& [key, places] : facts.demonyms) flags[key] |= kDemonym;
  std::vector<std::string> beginnings;
  for (const auto& [key, flag] : flags) {
    for (std::size_t blank = key.find(' '); blank != std::string::npos; blank = key.find(' ', blank + 1))
      beginnings.push_back(key.substr(0, blank));
  }
  for (const std::string& beginning : beginnings) flags[beginning] |= kContinues;
  return flags;
}

std::vector<FactId> ids_of(const Facts& facts, const std::string& key) {
  auto found = facts.names.find(key);
  if (found == facts.names.end()) {
    found = facts.demonyms.find(key);
    if (found == facts.demonyms.end()) return {};
  }
  std::vector<FactId> ids(found->second.begin(), found->second.end());
  std::ranges::stable_sort(ids, std::greater(), [&](FactId id) { return prominence(facts.places[id]); });
  return ids;
}

// The entries in the order in which they are searched, and their keys.
class Table {
 public:
  // Half of it stays free, so that searches are short.
  explicit Table(std::size_t size) : entries(size * 2 + 1), keys(size * 2 + 1) {}

  void add(const std::string& key, Text text, Entry entry) {
    const std::uint64_t hash = XXH3_64bits(key.data(), key.size());
    entry.check = check(hash);
    std::size_t at = home(hash, entries.size());
    while (entries[at].flags != 0) {
      if (entries[at].check == entry.check) return;
      at = (at + 1) % entries.size();
    }
    entries[at] = entry;
    keys[at] = text;
  }

  std::vector<Entry> entries;
  std::vector<Text> keys;
};

}  // namespace

std::string serialise(const Facts& facts) {
  Texts texts;
  const std::vector<Row> rows = rows_of(facts, texts);
  std::vector<FactId> ids;
  const std::map<std::string, std::uint32_t> all = all_flags(facts);
  Table table(all.size());
  for (const auto& [key, flags] : all) {
    const std::vector<FactId> own = ids_of(facts, key);
    table.add(key, texts.add(key),
              {0, flags, static_cast<std::uint32_t>(ids.size()), static_cast<std::uint32_t>(own.size())});
    ids.insert(ids.end(), own.begin(), own.end());
  }

  std::string body;
  append(body, table.entries);
  append(body, table.keys);
  append(body, ids);
  append(body, rows);
  body += texts.bytes();
  const auto count = [](const auto& part) { return static_cast<std::uint32_t>(part.size()); };
  Header header{{},
                kVersion,
                count(table.entries),
                count(ids),
                count(rows),
                count(texts.bytes()),
                0,
                XXH3_64bits(body.data(), body.size())};
  std::ranges::copy(kMagic, header.magic);
  return std::string(reinterpret_cast<const char*>(&header), sizeof header) + body;
}

}  // namespace dateline::gazetteer
