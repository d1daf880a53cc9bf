// Learns the weights of a linear-chain conditional random field by stochastic gradient descent.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/labels.h"
#include "indexer/entities/train/model_writer.h"

namespace dateline {

// A run of words with their features and what is right.
struct Sequence {
  std::vector<std::vector<std::uint64_t>> features;  // of each word
  std::vector<Label> labels;                         // an allowed path
};

struct CrfOptions {
  int epochs = 25;
  double penalty = 1;       // how much large weights cost
  std::uint32_t least = 3;  // features that appear more rarely are not learned
};

// The same sequences and options give the same weights on one machine.
[[nodiscard]] TrainedWeights learn(const std::vector<const Sequence*>& sequences, const CrfOptions& options);

}  // namespace dateline
