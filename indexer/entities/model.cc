#include "indexer/entities/model.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "dateline/text.h"

namespace dateline {

using model::Clusters;
using model::FeatureEntry;
using model::Header;
using model::TableSize;
using model::WordEntry;

namespace {

bool is_plausible(TableSize size) { return size.bits >= 1 && size.bits <= 24; }

// Of the filter: a tenth of them is set.
constexpr std::uint32_t kFilterBits = 1U << 20U;

// Which bit of the filter is the feature's.
std::uint32_t filter_bit(std::uint64_t feature) { return (feature >> 32U) % kFilterBits; }

std::size_t table_bytes(TableSize size, std::size_t entry) {
  return ((std::size_t{1} << size.bits) + 1) * sizeof(std::uint32_t) + size.keys * entry;
}

// Of the parts behind the header.
std::size_t body_bytes(const Header& header) {
  const std::size_t bytes = table_bytes(header.words, sizeof(WordEntry)) +
                            table_bytes(header.features, sizeof(FeatureEntry)) + sizeof(FeatureEntry) +
                            header.weights * sizeof(model::Weight) +
                            model::kPasses * kLabels * kLabels * sizeof(std::int16_t);
  return (bytes + 3) / 4 * 4;
}

void check_header(const Header& header, std::size_t file_size) {
  if (!std::ranges::equal(header.magic, model::kMagic)) throw std::runtime_error("not a model");
  if (header.version != model::kVersion || header.labels != kLabels || header.zero != 0)
    throw std::runtime_error("of another version");
  if (!is_plausible(header.words) || !is_plausible(header.features)) throw std::runtime_error("inconsistent");
  if (body_bytes(header) != file_size - sizeof(Header)) throw std::runtime_error("truncated");
}

}  // namespace

Model::Model(const std::filesystem::path& file) {
  try {
    map(file);
    check();
    spread();
  } catch (const std::runtime_error& fault) {
    throw std::runtime_error("model " + file.string() + ": " + fault.what());
  }
}

void Model::map(const std::filesystem::path& path) {
  file_ = MappedFile(path, sizeof(Header));
  const std::size_t size = file_.size();
  const char* at = file_.data();
  const Header& header = take<Header>(at, 1)[0];
  check_header(header, size);
  if (XXH3_64bits(at, size - sizeof(Header)) != header.checksum)
    throw std::runtime_error("checksum does not match");
  const auto take_table = [&at](auto& table, TableSize of, std::size_t more) {
    using Entry = typename decltype(table.entries)::value_type;
    table.bits = of.bits;
    table.directory = take<std::uint32_t>(at, (std::size_t{1} << of.bits) + 1);
    table.entries = take<Entry>(at, of.keys + more);
  };
  take_table(words_, header.words, 0);
  take_table(features_, header.features, 1);
  weights_ = take<model::Weight>(at, header.weights);
  for (auto& transitions : transitions_) transitions = take<std::int16_t>(at, kLabels * kLabels);
}

void Model::spread() {
  // Half of them stay free, so that searches are short.
  rows_.resize(features_.entries.size() * 2);
  filter_.resize(kFilterBits / 64);
  for (std::uint32_t bucket = 0; bucket + 1 < features_.directory.size(); ++bucket) {
    for (std::uint32_t i = features_.directory[bucket]; i < features_.directory[bucket + 1]; ++i) {
      const std::uint32_t remainder = features_.entries[i].key;
      const std::uint64_t feature = (std::uint64_t{bucket} << 32U | remainder) << (32 - features_.bits);
      filter_[filter_bit(feature) / 64] |= std::uint64_t{1} << filter_bit(feature) % 64;
      std::size_t at = home(feature);
      while (rows_[at].taken()) at = (at + 1) % rows_.size();
      rows_[at].take(remainder);
      for (std::uint32_t w = features_.entries[i].first; w < features_.entries[i + 1].first; ++w)
        rows_[at].set(model::place(weights_[w]), model::value(weights_[w]));
    }
  }
}

template <class Entry>
bool Model::Table<Entry>::consistent() const {
  return std::ranges::is_sorted(directory) && directory.front() == 0 && directory.back() <= entries.size();
}

// The checksum tells of damage; this tells of a writer's fault before anything is read out of bounds.
void Model::check() const {
  bool good = words_.consistent() && features_.consistent();
  good &= features_.directory.back() < features_.entries.size();
  good &= std::ranges::is_sorted(features_.entries, {}, &FeatureEntry::first);
  good &= features_.entries.back().first == weights_.size();
  good &= std::ranges::all_of(weights_, [](model::Weight w) { return model::label(w) < kLabels; });
  if (!good) throw std::runtime_error("inconsistent");
}

template <class Entry>
const Entry* Model::Table<Entry>::find(std::uint64_t key) const {
  const std::uint32_t bucket = model::bucket(key, bits);
  const std::uint32_t wanted = model::remainder(key, bits);
  for (std::uint32_t at = directory[bucket]; at < directory[bucket + 1]; ++at) {
    if (entries[at].key == wanted) return &entries[at];
  }
  return nullptr;
}

Clusters Model::clusters(std::string_view word) const {
  const WordEntry* entry = words_.find(cluster_key(word));
  if (!entry && word.size() > 3 && is_ascii(word) &&
      std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; })) {
    std::string other = lower(word);
    other[0] = word[0];
    entry = words_.find(cluster_key(other));
    if (!entry) entry = words_.find(cluster_key(lower(word)));
  }
  return entry ? entry->clusters : Clusters{};
}

const Model::Row* Model::find(std::uint64_t feature) const {
  const std::uint32_t remainder = model::remainder(feature, features_.bits);
  const Row* row = &rows_[home(feature)];
  while (row->taken()) {
    if (row->remainder() == remainder) return row;
    if (++row == rows_.data() + rows_.size()) row = rows_.data();
  }
  return nullptr;
}

// Adds the rows' weights by place; as many rows as 16 bits hold the sums of.
void Model::add_rows(std::span<const Row* const> rows, PlaceSums& sums) {
  std::array<Row::Lane, Row::kLanes> part{};
  for (const Row* row : rows) {
    for (std::size_t lane = 0; lane < Row::kLanes; ++lane) part[lane] += row->lanes[lane];
  }
  std::array<std::int16_t, model::kPlaces> weights;
  std::memcpy(weights.data(), part.data(), sizeof weights);
  for (std::size_t place = 0; place < model::kPlaces; ++place) sums[place] += weights[place];
}

// In steps over a batch, so that the waits for memory overlap: most of the time of the recogniser is here.
void Model::add(std::span<const std::uint64_t> features, PassScores& scores) const {
  constexpr std::size_t kBatch = 128;
  constexpr std::size_t kSummed = 32;
  static_assert(kSummed * (model::kLargest + 1) <= 1U << 15U);
  std::array<std::uint64_t, kBatch> likely;
  std::array<const Row*, kBatch> found;
  PlaceSums sums{};
  while (!features.empty()) {
    const std::size_t size = std::min(features.size(), kBatch);
    std::size_t left = 0;
    for (const std::uint64_t feature : features.first(size)) {
      likely[left] = feature;
      left += filter_[filter_bit(feature) / 64] >> filter_bit(feature) % 64 & 1U;
    }
    for (std::size_t i = 0; i < left; ++i) __builtin_prefetch(&rows_[home(likely[i])]);
    std::size_t known = 0;
    for (std::size_t i = 0; i < left; ++i) {
      found[known] = find(likely[i]);
      known += found[known] != nullptr ? 1U : 0U;
    }
    for (std::size_t first = 0; first < known; first += kSummed)
      add_rows(std::span(found).subspan(first, std::min(kSummed, known - first)), sums);
    features = features.subspan(size);
  }
  for (std::size_t pass = 0; pass < scores.size(); ++pass) {
    for (std::size_t label = 0; label < kLabels; ++label) scores[pass][label] += sums[pass * 16 + label];
  }
}

std::uint64_t cluster_key(std::string_view word) {
  char plain[kMaxWordBytes];
  const std::size_t size = std::min(word.size(), sizeof plain);
  std::ranges::transform(word.substr(0, size), plain, [](char c) { return c >= '0' && c <= '9' ? '0' : c; });
  return XXH3_64bits(plain, size);
}

}  // namespace dateline
