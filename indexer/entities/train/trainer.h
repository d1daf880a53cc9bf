// From examples and untagged text to model.dat.
#pragma once

#include <filesystem>
#include <ostream>
#include <vector>

#include "indexer/entities/gazetteer.h"

namespace dateline {

struct TrainingInput {
  std::filesystem::path gold;                  // the corpus
  std::vector<std::filesystem::path> columns;  // tagged text, a token a line
  std::filesystem::path raw;                   // untagged text
};

// Writes the model to `out`, which also holds it while it is being learned, and what was done to `report`.
// The same input gives the same model on one machine. Throws std::runtime_error for a file that cannot be
// used.
void train(const Gazetteer& gazetteer, const TrainingInput& input, const std::filesystem::path& out,
           std::ostream& report);

}  // namespace dateline
