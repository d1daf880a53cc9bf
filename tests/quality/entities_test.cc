// How well names are found in articles from which nothing was learned. The floors stand a little below what
// was measured when the model was made (docs/TRAINING.md): falling through one means that the rules, the
// tables or the features changed and the model is to be made anew.

#include <catch2/catch.hpp>

#include "indexer/entities/train/gold.h"
#include "indexer/entities/train/score.h"

using namespace dateline;

namespace {

std::vector<Example> held_out() {
  std::vector<Example> examples = read_gold(DATELINE_CORPUS);
  std::erase_if(examples, [](const Example& example) { return !is_held_out(example.name); });
  return examples;
}

EntityScores scores_of(const EntityFinder& finder) {
  return score(Gazetteer(DATELINE_DATA_DIR "/gazetteer.dat"), finder, held_out());
}

}  // namespace

TEST_CASE("a fair share of the corpus is held out") {
  const std::size_t all = read_gold(DATELINE_CORPUS).size();
  const std::size_t kept = held_out().size();
  CHECK(kept * 8 > all);
  CHECK(kept * 3 < all);
}

TEST_CASE("the model finds names in the held-out articles") {
  const EntityScores scores = scores_of(EntityFinder(DATELINE_DATA_DIR));
  CHECK(scores.persons.f1() > 0.925);
  CHECK(scores.places.f1() > 0.925);
  CHECK(scores.known_places.f1() > 0.96);
  CHECK(scores.organisations.f1() > 0.70);
}

TEST_CASE("without a model the rules find most of them") {
  const EntityScores scores = scores_of(EntityFinder(DATELINE_DATA_DIR, ""));
  CHECK(scores.persons.f1() > 0.88);
  CHECK(scores.places.f1() > 0.91);
}

TEST_CASE("short forms are joined to the person who is meant") {
  const JoinScore score =
      score_joining(Gazetteer(DATELINE_DATA_DIR "/gazetteer.dat"), read_gold(DATELINE_CORPUS));
  CAPTURE(score.wrong);
  CHECK(score.all > 1500);
  CHECK(static_cast<double>(score.right) >= 0.97 * static_cast<double>(score.all));
}
