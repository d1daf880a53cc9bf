// How well names are found, against examples whose names are known.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/entities/entities.h"
#include "indexer/entities/gazetteer.h"
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
  Score known_places;  // without those whose name the gazetteer does not have, which no recogniser could give
  Score organisations;
};

// Datelines are left out: their places are given.
[[nodiscard]] EntityScores score(const Gazetteer& gazetteer, const EntityFinder& finder,
                                 const std::vector<Example>& examples);

// How the short forms of the persons' names ("Mr Hart", "Gary") are joined, where every name is known.
struct JoinScore {
  std::size_t right = 0;  // with the full name of the person who is meant, and with no other
  std::size_t all = 0;
  std::vector<std::string> wrong;  // "NAME: short form -> whose it was taken for"
};

[[nodiscard]] JoinScore score_joining(const Gazetteer& gazetteer, const std::vector<Example>& examples);

}  // namespace dateline
