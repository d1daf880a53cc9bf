// The trained model: weights of features, and the classes of words. Read-only and shared by threads. All
// weights are whole numbers, so that the same text gives the same names on every machine.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/entities/labels.h"
#include "indexer/entities/mapped_file.h"
#include "indexer/entities/model_format.h"

namespace dateline {

// One sum a label.
using Scores = std::array<std::int32_t, kLabels>;
using PassScores = std::array<Scores, model::kPasses>;

class Model {
 public:
  // Maps the file. Throws std::runtime_error, naming it, where it is missing, damaged or of another version.
  explicit Model(const std::filesystem::path& file);

  // Of a word as printed; its digits all count as 0. An unknown word in capitals has the clusters of its
  // other forms.
  [[nodiscard]] model::Clusters clusters(std::string_view word) const;

  // Adds the weights of all these features for both passes; those that the model does not know add nothing.
  void add(std::span<const std::uint64_t> features, PassScores& scores) const;

  // The weight of `second` directly behind `first`.
  [[nodiscard]] std::int32_t transition(std::size_t pass, Label first, Label second) const {
    return transitions_[pass][std::size_t{first} * kLabels + second];
  }

 private:
  template <class Entry>
  struct Table {
    // The entry of the key; nullptr where there is none.
    [[nodiscard]] const Entry* find(std::uint64_t key) const;
    [[nodiscard]] bool consistent() const;

    std::uint32_t bits = 0;
    std::span<const std::uint32_t> directory;
    std::span<const Entry> entries;
  };
  // The weights of a feature by place, zeros included, in one line of the cache: adding all of them takes
  // less time than finding out which there are. The two last places of a pass have no label; they hold the
  // feature's remainder and, behind the second pass, whether the row is taken.
  struct alignas(model::kPlaces * sizeof(model::Weight)) Row {
    static constexpr std::size_t kLanes = 4;  // of eight weights, which every processor adds at once
    using Lane = std::uint16_t __attribute__((vector_size(model::kPlaces / kLanes * sizeof(model::Weight))));
    std::array<Lane, kLanes> lanes{};

    void set(unsigned place, int weight) { lanes[place / 8][place % 8] = static_cast<std::uint16_t>(weight); }
    [[nodiscard]] std::uint32_t remainder() const { return word(7); }
    [[nodiscard]] bool taken() const { return word(15) != 0; }
    void take(std::uint32_t remainder) {
      word(7) = remainder;
      word(15) = 1;
    }

   private:
    using Word = std::uint32_t __attribute__((may_alias));
    [[nodiscard]] const Word& word(std::size_t at) const { return reinterpret_cast<const Word*>(this)[at]; }
    [[nodiscard]] Word& word(std::size_t at) { return reinterpret_cast<Word*>(this)[at]; }
  };

  using PlaceSums = std::array<std::int32_t, model::kPlaces>;
  static void add_rows(std::span<const Row* const> rows, PlaceSums& sums);

  void map(const std::filesystem::path& file);
  void check() const;
  void spread();
  // nullptr: the model does not know the feature.
  [[nodiscard]] const Row* find(std::uint64_t feature) const;
  // Where the search for a feature's row begins.
  [[nodiscard]] std::size_t home(std::uint64_t feature) const {
    return static_cast<std::size_t>((feature >> 32U) * rows_.size() >> 32U);
  }

  MappedFile file_;
  Table<model::WordEntry> words_;
  Table<model::FeatureEntry> features_;  // with one entry more, for the end of the last one's weights
  std::span<const model::Weight> weights_;
  std::vector<Row> rows_;              // of each feature at its home or behind it, around the end
  std::vector<std::uint64_t> filter_;  // a bit for each feature, small enough for the cache
  std::array<std::span<const std::int16_t>, model::kPasses> transitions_;
};

// The key of a word in the table of clusters.
[[nodiscard]] std::uint64_t cluster_key(std::string_view word);

}  // namespace dateline
