#include "indexer/entities/gazetteer.h"

#include <xxhash.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace dateline {

using gazetteer::Header;
using gazetteer::kNone;

namespace {

// Between a place and its country: a city, a county, a state.
constexpr int kLevels = 3;

std::size_t body_size(const Header& header) {
  return std::size_t{header.entries} * (sizeof(gazetteer::Entry) + sizeof(gazetteer::Text)) +
         std::size_t{header.ids} * sizeof(PlaceId) + std::size_t{header.rows} * sizeof(gazetteer::Row) +
         header.text;
}

}  // namespace

Gazetteer::Gazetteer(const std::filesystem::path& file) {
  try {
    file_ = MappedFile(file, sizeof(Header));
    map(file_.data(), file_.size());
    check();
  } catch (const std::runtime_error& fault) {
    throw std::runtime_error("gazetteer " + file.string() + ": " + fault.what());
  }
}

Gazetteer Gazetteer::of_bytes(std::string bytes) {
  if (bytes.size() < sizeof(Header)) throw std::runtime_error("gazetteer: too short");
  Gazetteer gazetteer;
  gazetteer.bytes_ = std::move(bytes);
  gazetteer.map(gazetteer.bytes_.data(), gazetteer.bytes_.size());
  gazetteer.check();
  return gazetteer;
}

void Gazetteer::map(const char* at, std::size_t size) {
  const Header& header = take<Header>(at, 1)[0];
  if (!std::ranges::equal(header.magic, gazetteer::kMagic)) throw std::runtime_error("not a gazetteer");
  if (header.version != gazetteer::kVersion) throw std::runtime_error("of another version");
  if (body_size(header) != size - sizeof(Header)) throw std::runtime_error("truncated");
  if (XXH3_64bits(at, size - sizeof(Header)) != header.checksum)
    throw std::runtime_error("checksum does not match");
  checksum_ = header.checksum;
  entries_ = take<gazetteer::Entry>(at, header.entries);
  keys_ = take<gazetteer::Text>(at, header.entries);
  ids_ = take<PlaceId>(at, header.ids);
  rows_ = take<gazetteer::Row>(at, header.rows);
  text_ = at;
  text_size_ = header.text;
}

// The checksum tells of damage; this tells of a writer's fault before anything is read out of bounds.
void Gazetteer::check() const {
  const auto inside = [&](gazetteer::Text text) {
    return text.offset <= text_size_ && text.size <= text_size_ - text.offset;
  };
  const auto is_row = [&](std::uint32_t row) { return row == kNone || row < rows_.size(); };
  bool good = text_size_ > 0;
  bool ends = false;  // a search for what is not there
  for (const auto& entry : entries_) {
    good &= entry.first <= ids_.size() && entry.count <= ids_.size() - entry.first;
    ends |= entry.flags == 0;
  }
  good &= ends;
  for (const auto& key : keys_) good &= inside(key);
  for (const PlaceId id : ids_) good &= id < rows_.size();
  for (const auto& row : rows_) {
    good &= inside(row.name) && inside(row.value) && inside(row.country) && inside(row.continent);
    good &= is_row(row.nation) && is_row(row.region);
    good &= (row.kind & 0xFFU) < std::size(kPlaceKindNames);
  }
  if (!good) throw std::runtime_error("inconsistent");
}

std::uint64_t Gazetteer::hash(std::string_view key) { return XXH3_64bits(key.data(), key.size()); }

Gazetteer::Entry Gazetteer::find(std::uint64_t hash) const {
  const std::uint32_t check = gazetteer::check(hash);
  for (std::size_t at = gazetteer::home(hash, entries_.size()); entries_[at].flags != 0;) {
    if (entries_[at].check == check) return known(entries_[at]);
    if (++at == entries_.size()) at = 0;
  }
  return {};
}

bool Gazetteer::contains(PlaceId container, PlaceId place) const {
  if (place == container) return false;
  const gazetteer::Row& inner = rows_[place];
  const gazetteer::Row& outer = rows_[container];
  if (inner.region == container || inner.nation == container) return true;
  return outer.region != kNone && outer.region == inner.region && kind(container) == PlaceKind::region &&
         kind(place) == PlaceKind::city;
}

std::optional<PlaceId> Gazetteer::country(std::string_view code) const {
  const Entry entry = find(std::string("iso:").append(code));
  if (entry.places.empty()) return std::nullopt;
  return entry.places.front();
}

Place Gazetteer::facts(PlaceId id) const {
  const gazetteer::Row& row = rows_[id];
  Place place;
  place.name = text(row.name);
  place.value = text(row.value);
  place.kind = kind(id);
  place.country = text(row.country);
  place.continent = text(row.continent);
  place.path.push_back(place.value);
  // A district lies in its city.
  PlaceId region = row.region;
  for (int steps = 0; steps < kLevels && region != kNone && region != id; ++steps) {
    if (is_by_state(place.country) || kind(region) == PlaceKind::city)
      place.path.emplace_back(text(rows_[region].value));
    region = rows_[region].region;
  }
  // A state that had its country's code (West Germany) ends its own path, as every former state does.
  const bool is_inside = row.nation != kNone && row.nation != id && place.kind != PlaceKind::country;
  if (is_inside) place.path.emplace_back(text(rows_[row.nation].value));
  if (row.latitude != gazetteer::kNowhere) {
    place.latitude = row.latitude / 1e4;
    place.longitude = row.longitude / 1e4;
  }
  return place;
}

}  // namespace dateline
