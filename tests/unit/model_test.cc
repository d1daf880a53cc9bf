#include "indexer/entities/model.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "indexer/entities/train/model_writer.h"

using namespace dateline;
using Catch::Contains;

namespace {

// A file that is gone when the test ends.
struct TemporaryFile {
  ~TemporaryFile() { std::filesystem::remove(path); }
  void write(const std::string& bytes) const { std::ofstream(path, std::ios::binary) << bytes; }
  [[nodiscard]] std::string read() const {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("dateline-model-test-" + std::to_string(::getpid()));
};

constexpr std::uint64_t kBoth = 0x1234'5678'9ABC'DEF0;
constexpr std::uint64_t kSecondOnly = 0xFEDC'BA98'7654'3210;

ModelParts small_model() {
  ModelParts parts;
  parts.words = {{"harbour", {3, 17}}, {"Lisbon", {5, 399}}, {"0000", {9, 2}}};
  std::array<float, kLabels> weights{};
  weights[0] = -1.5F;
  weights[12] = 0.25F;
  weights[4] = 0.001F;  // too small to be kept
  parts.passes[0].features = {{kBoth, weights}};
  weights[0] = 100;  // more than a weight can hold
  parts.passes[1].features = {{kBoth, weights}, {kSecondOnly, weights}};
  parts.passes[1].transitions[1][2] = -0.5F;
  return parts;
}

PassScores scores_of(const Model& model, std::uint64_t feature) {
  PassScores scores{};
  model.add(std::span(&feature, 1), scores);
  return scores;
}

}  // namespace

TEST_CASE("a model gives back the weights it was written with, in whole units") {
  const TemporaryFile file;
  const ModelSize size = write_model(file.path, small_model());
  CHECK(size.features == 2);
  CHECK(size.weights == 6);
  CHECK(size.bytes == file.read().size());
  const Model model(file.path);

  const PassScores both = scores_of(model, kBoth);
  CHECK(both[0][0] == -192);
  CHECK(both[0][12] == 32);
  CHECK(both[0][4] == 0);
  CHECK(both[1][0] == model::kLargest);
  const PassScores second = scores_of(model, kSecondOnly);
  CHECK(second[0] == Scores{});
  CHECK(second[1][12] == 32);
  CHECK(scores_of(model, 42) == PassScores{});
  CHECK(model.transition(0, 1, 2) == 0);
  CHECK(model.transition(1, 1, 2) == -64);
}

TEST_CASE("words have classes, in capitals too, and digits count as one") {
  const TemporaryFile file;
  write_model(file.path, small_model());
  const Model model(file.path);
  const auto [word, coarse, fine] = GENERATE(table<std::string, int, int>({
      {"harbour", 3, 17},
      {"HARBOUR", 3, 17},
      {"Harbour", 0, 0},
      {"LISBON", 5, 399},
      {"1987", 9, 2},
      {"quay", 0, 0},
      {"", 0, 0},
      {std::string(5000, 'x'), 0, 0},
  }));
  CAPTURE(word);
  CHECK(model.clusters(word).coarse == coarse);
  CHECK(model.clusters(word).fine == fine);
}

TEST_CASE("a model without words and features knows nothing") {
  const TemporaryFile file;
  write_model(file.path, {});
  const Model model(file.path);
  CHECK(scores_of(model, kBoth) == PassScores{});
  CHECK(model.clusters("harbour").coarse == 0);
}

TEST_CASE("a damaged model is refused, and the fault names the file") {
  const TemporaryFile file;
  write_model(file.path, small_model());
  const std::string good = file.read();
  for (std::size_t at = 0; at < good.size(); ++at) {
    CAPTURE(at);
    std::string damaged = good;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
    file.write(damaged);
    CHECK_THROWS_WITH(Model(file.path), Contains(file.path.string()));
  }
  for (std::size_t size = 0; size < good.size(); ++size) {
    CAPTURE(size);
    file.write(good.substr(0, size));
    CHECK_THROWS_AS(Model(file.path), std::runtime_error);
  }
  file.write(good + "more");
  CHECK_THROWS_WITH(Model(file.path), Contains("truncated"));
}

TEST_CASE("a model that is not there is refused, and the fault names the file") {
  CHECK_THROWS_WITH(Model("/nowhere/model.dat"), Contains("/nowhere/model.dat"));
}
