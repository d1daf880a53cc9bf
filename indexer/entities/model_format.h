// The layout of model.dat, which dateline-train writes and Model maps into memory. All numbers are
// little-endian.
//
// After the header follow, without gaps: the table of words; the table of features with the end of the last
// one's weights behind; all weights of features; per pass, labels x labels weights of transitions; zeros up
// to a multiple of four bytes.
//
// A table of n keys of 64 bits is a directory with the index of the first entry for each value of a key's top
// `bits` bits, and n behind; then the entries in the order of their keys, each with the next 32 bits of its
// key. Two keys alike in all those bits are one.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace dateline::model {

static_assert(std::endian::native == std::endian::little, "model.dat is mapped as it is");

inline constexpr char kMagic[8] = {'D', 'L', 'M', 'O', 'D', 'E', 'L', '\n'};
// To be raised whenever a feature (features.cc) or the layout changes: weights fit no others.
inline constexpr std::uint32_t kVersion = 2;
inline constexpr int kPasses = 2;

struct TableSize {
  std::uint32_t bits;  // 1..24
  std::uint32_t keys;
};

// `checksum` is XXH3 (64 bits) of everything after the header.
struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t labels;
  TableSize words;
  TableSize features;
  std::uint32_t weights;
  std::uint32_t zero;  // keeps the checksum aligned
  std::uint64_t checksum;
};

// The word's classes in a coarse and a fine division of the vocabulary, from 1; 0: not in the vocabulary.
struct Clusters {
  std::uint16_t coarse = 0;
  std::uint16_t fine = 0;
};

struct WordEntry {
  std::uint32_t key;
  Clusters clusters;
};

// Its weights are those from `first` to the next entry's; those of the second pass are marked.
struct FeatureEntry {
  std::uint32_t key;
  std::uint32_t first;
};

// A weight of a feature: the label in the low four bits, above it one bit for the pass, above that the weight
// in units of 1/kUnit, signed.
using Weight = std::int16_t;
inline constexpr int kUnit = 128;
inline constexpr int kLargest = 1023;

[[nodiscard]] constexpr Weight pack(int pass, int label, int weight) {
  return static_cast<Weight>((weight * 32) | (pass * 16) | label);
}
[[nodiscard]] constexpr unsigned label(Weight weight) { return static_cast<unsigned>(weight) & 15U; }
// Label and pass together: label + 16 * pass.
[[nodiscard]] constexpr unsigned place(Weight weight) { return static_cast<unsigned>(weight) & 31U; }
inline constexpr std::size_t kPlaces = 32;
[[nodiscard]] constexpr int value(Weight weight) { return weight >> 5; }

// The place of a key in the directory, and what its entry keeps of it.
[[nodiscard]] constexpr std::uint32_t bucket(std::uint64_t key, std::uint32_t bits) {
  return static_cast<std::uint32_t>(key >> (64 - bits));
}
[[nodiscard]] constexpr std::uint32_t remainder(std::uint64_t key, std::uint32_t bits) {
  return static_cast<std::uint32_t>(key >> (32 - bits));
}

}  // namespace dateline::model
