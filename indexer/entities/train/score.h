// How well names are found, against examples whose names are known.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/entities/entities.h"
#include "indexer/entities/train/example.h"

namespace dateline {

// Of exact spans.
struct Score {
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t known = 0;
  [[nodiscard]] double precision() const { return found == 0 ? 0 : double(right) / double(found); }
  [[nodiscard]] double recall() const { return known == 0 ? 0 : double(right) / double(known); }
  [[nodiscard]] double f1() const {
    return found + known == 0 ? 0 : 2 * double(right) / double(found + known);
  }
};

struct EntityScores {
  Score persons;
  Score places;
  Score organisations;
};

// Datelines are left out: their places are given.
[[nodiscard]] EntityScores score(const EntityFinder& finder, const std::vector<Example>& examples);

}  // namespace dateline
