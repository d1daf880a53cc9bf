// Writes model.dat (model_format.h).
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "indexer/entities/labels.h"
#include "indexer/entities/model_format.h"

namespace dateline {

// Of one pass, in real numbers.
struct TrainedWeights {
  std::vector<std::pair<std::uint64_t, std::array<float, kLabels>>> features;
  std::array<std::array<float, kLabels>, kLabels> transitions{};
};

struct ModelParts {
  std::vector<std::pair<std::string, model::Clusters>> words;
  std::array<TrainedWeights, model::kPasses> passes;
};

// How much of the model a file holds.
struct ModelSize {
  std::size_t features = 0;
  std::size_t weights = 0;
  std::size_t bytes = 0;
};

// Weights below 0.08 are left out. Throws std::runtime_error where the file cannot be written.
ModelSize write_model(const std::filesystem::path& file, const ModelParts& parts);

}  // namespace dateline
