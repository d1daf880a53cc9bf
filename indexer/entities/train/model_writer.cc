#include "indexer/entities/train/model_writer.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <map>
#include <stdexcept>

#include "indexer/entities/model.h"

namespace dateline {

namespace {

constexpr float kSmallest = 0.08F;

int in_units(float weight) {
  return std::clamp(static_cast<int>(std::lround(weight * static_cast<float>(model::kUnit))),
                    -model::kLargest, model::kLargest);
}

template <class Object>
void append(std::string& out, const Object& object) {
  char bytes[sizeof object];
  std::memcpy(bytes, &object, sizeof object);
  out.append(bytes, sizeof object);
}

// What a table keeps of its keys, in order; of keys that it cannot tell apart only the first.
template <class Value>
class TableWriter {
 public:
  explicit TableWriter(std::map<std::uint64_t, Value> entries) {
    // About two keys share a directory entry.
    while (bits_ < 24 && entries.size() >> (bits_ + 1) > 0) ++bits_;
    std::uint64_t last = 0;
    for (auto& [key, value] : entries) {
      const std::uint64_t kept = key >> (32 - bits_);
      if (!entries_.empty() && kept == last) continue;
      last = kept;
      entries_.emplace_back(key, std::move(value));
    }
  }

  [[nodiscard]] const auto& entries() const { return entries_; }
  [[nodiscard]] model::TableSize size() const { return {bits_, static_cast<std::uint32_t>(entries_.size())}; }

  void append_directory(std::string& out) const {
    std::uint32_t at = 0;
    for (std::uint64_t bucket = 0; bucket <= std::uint64_t{1} << bits_; ++bucket) {
      while (at < entries_.size() && model::bucket(entries_[at].first, bits_) < bucket) ++at;
      append(out, at);
    }
  }

 private:
  std::uint32_t bits_ = 1;
  std::vector<std::pair<std::uint64_t, Value>> entries_;
};

using Weights = std::vector<model::Weight>;

std::map<std::uint64_t, Weights> packed_weights(const ModelParts& parts) {
  std::map<std::uint64_t, Weights> all;
  for (std::size_t pass = 0; pass < model::kPasses; ++pass) {
    for (const auto& [key, weights] : parts.passes[pass].features) {
      for (std::size_t label = 0; label < kLabels; ++label) {
        if (std::abs(weights[label]) < kSmallest) continue;
        all[key].push_back(
            model::pack(static_cast<int>(pass), static_cast<int>(label), in_units(weights[label])));
      }
    }
  }
  return all;
}

std::map<std::uint64_t, model::Clusters> words_by_key(const ModelParts& parts) {
  std::map<std::uint64_t, model::Clusters> words;
  for (const auto& [word, clusters] : parts.words) words.emplace(cluster_key(word), clusters);
  return words;
}

void append_transitions(std::string& out, const ModelParts& parts) {
  for (const TrainedWeights& pass : parts.passes) {
    for (const auto& row : pass.transitions) {
      for (const float weight : row) append(out, static_cast<std::int16_t>(in_units(weight)));
    }
  }
}

}  // namespace

ModelSize write_model(const std::filesystem::path& file, const ModelParts& parts) {
  const TableWriter words(words_by_key(parts));
  const TableWriter features(packed_weights(parts));
  std::string body;
  words.append_directory(body);
  for (const auto& [key, clusters] : words.entries())
    append(body, model::WordEntry{model::remainder(key, words.size().bits), clusters});
  features.append_directory(body);
  std::uint32_t weights = 0;
  for (const auto& [key, packed] : features.entries()) {
    append(body, model::FeatureEntry{model::remainder(key, features.size().bits), weights});
    weights += static_cast<std::uint32_t>(packed.size());
  }
  append(body, model::FeatureEntry{0, weights});
  for (const auto& [key, packed] : features.entries()) {
    for (const model::Weight weight : packed) append(body, weight);
  }
  append_transitions(body, parts);
  body.resize((body.size() + 3) / 4 * 4);

  model::Header header{};
  std::ranges::copy(model::kMagic, header.magic);
  header.version = model::kVersion;
  header.labels = kLabels;
  header.words = words.size();
  header.features = features.size();
  header.weights = weights;
  header.checksum = XXH3_64bits(body.data(), body.size());
  std::string head;
  append(head, header);
  std::ofstream out(file, std::ios::binary);
  out << head << body;
  if (!out.flush()) throw std::runtime_error(file.string() + ": cannot be written");
  return {features.entries().size(), weights, head.size() + body.size()};
}

}  // namespace dateline
