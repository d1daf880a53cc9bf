#include "indexer/entities/train/crf.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <unordered_map>

namespace dateline {

namespace {

constexpr std::uint32_t kSeed = 7;
constexpr double kFirstStep = 0.1;

using Row = std::array<double, kLabels>;

// Features as numbers, with those left out that are too rare.
struct NumberedSequence {
  std::vector<std::vector<std::uint32_t>> features;
  const std::vector<Label>* labels;
};

std::vector<std::uint64_t> common_features(const std::vector<const Sequence*>& sequences,
                                           std::uint32_t least) {
  std::unordered_map<std::uint64_t, std::uint32_t> counts;
  for (const Sequence* sequence : sequences) {
    for (const auto& features : sequence->features) {
      for (const std::uint64_t feature : features) ++counts[feature];
    }
  }
  std::vector<std::uint64_t> common;
  for (const auto& [feature, count] : counts) {
    if (count >= least) common.push_back(feature);
  }
  std::ranges::sort(common);
  return common;
}

std::vector<NumberedSequence> number_features(const std::vector<const Sequence*>& sequences,
                                              const std::vector<std::uint64_t>& common) {
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;
  for (const std::uint64_t feature : common)
    numbers.emplace(feature, static_cast<std::uint32_t>(numbers.size()));
  std::vector<NumberedSequence> all;
  for (const Sequence* sequence : sequences) {
    NumberedSequence numbered{{}, &sequence->labels};
    for (const auto& features : sequence->features) {
      auto& row = numbered.features.emplace_back();
      for (const std::uint64_t feature : features) {
        const auto found = numbers.find(feature);
        if (found != numbers.end()) row.push_back(found->second);
      }
    }
    all.push_back(std::move(numbered));
  }
  return all;
}

// The weights are kept divided by `scale_`, so that shrinking all of them at each step costs nothing.
class Descent {
 public:
  Descent(std::vector<NumberedSequence> sequences, std::size_t features, const CrfOptions& options)
      : sequences_(std::move(sequences)),
        weights_(features),
        options_(options),
        lambda_(options.penalty / static_cast<double>(sequences_.size())) {
    for (auto& row : transitions_) row.fill(0);
    for (auto& row : weights_) row.fill(0);
  }

  void run() {
    std::vector<std::size_t> order(sequences_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937 random(kSeed);
    for (int epoch = 0; epoch < options_.epochs; ++epoch) {
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      for (const std::size_t i : order) take_step(sequences_[i]);
    }
    rescale();
  }

  [[nodiscard]] TrainedWeights result(const std::vector<std::uint64_t>& names) const {
    TrainedWeights result;
    for (std::size_t i = 0; i < names.size(); ++i) result.features.emplace_back(names[i], weights_[i]);
    for (std::size_t a = 0; a < kLabels; ++a) {
      for (std::size_t b = 0; b < kLabels; ++b)
        result.transitions[a][b] = static_cast<float>(transitions_[a][b]);
    }
    return result;
  }

 private:
  void take_step(const NumberedSequence& sequence) {
    const double step = kFirstStep / (1 + lambda_ * kFirstStep * steps_++);
    look(sequence);
    forward();
    backward();
    const double gain = step / scale_;
    update_transitions(*sequence.labels, gain);
    update_features(sequence, gain);
    scale_ *= 1 - step * lambda_;
    if (scale_ < 1e-6) rescale();
  }

  // How well each label fits each word by itself, and each pair of labels.
  void look(const NumberedSequence& sequence) {
    fit_.assign(sequence.features.size(), Row{});
    for (std::size_t i = 0; i < fit_.size(); ++i) {
      std::array<float, kLabels> sum{};
      for (const std::uint32_t feature : sequence.features[i]) {
        for (std::size_t y = 0; y < kLabels; ++y) sum[y] += weights_[feature][y];
      }
      const float most = *std::ranges::max_element(sum);
      for (std::size_t y = 0; y < kLabels; ++y)
        fit_[i][y] = std::exp(scale_ * static_cast<double>(sum[y] - most));
    }
    for (const auto [a, b] : kPairs) pair_fit_[a][b] = std::exp(scale_ * transitions_[a][b]);
  }

  // Probabilities of the words up to each, by the label of the last; each row sums up to 1.
  void forward() {
    ahead_.assign(fit_.size(), Row{});
    sums_.assign(fit_.size(), 0);
    for (Label y = 0; y < kLabels; ++y) ahead_[0][y] = may_begin(y) ? fit_[0][y] : 0;
    for (std::size_t i = 0; i < fit_.size(); ++i) {
      if (i > 0) {
        for (const auto [a, b] : kPairs) ahead_[i][b] += ahead_[i - 1][a] * pair_fit_[a][b];
        for (std::size_t y = 0; y < kLabels; ++y) ahead_[i][y] *= fit_[i][y];
      }
      sums_[i] = std::accumulate(ahead_[i].begin(), ahead_[i].end(), 0.0);
      for (double& value : ahead_[i]) value /= sums_[i];
    }
  }

  // The same from the end, so that ahead x behind is the probability of a label at a word.
  void backward() {
    behind_.assign(fit_.size(), Row{});
    double total = 0;
    for (Label y = 0; y < kLabels; ++y) total += may_end(y) ? ahead_.back()[y] : 0;
    for (Label y = 0; y < kLabels; ++y) behind_.back()[y] = may_end(y) ? 1 / total : 0;
    for (std::size_t i = fit_.size() - 1; i > 0; --i) {
      for (const auto [a, b] : kPairs) behind_[i - 1][a] += pair_fit_[a][b] * fit_[i][b] * behind_[i][b];
      for (double& value : behind_[i - 1]) value /= sums_[i];
    }
  }

  void update_transitions(const std::vector<Label>& labels, double gain) {
    for (std::size_t i = 1; i < fit_.size(); ++i) {
      for (const auto [a, b] : kPairs) {
        const double expected = ahead_[i - 1][a] * pair_fit_[a][b] * fit_[i][b] * behind_[i][b] / sums_[i];
        transitions_[a][b] -= gain * expected;
      }
      transitions_[labels[i - 1]][labels[i]] += gain;
    }
  }

  void update_features(const NumberedSequence& sequence, double gain) {
    for (std::size_t i = 0; i < fit_.size(); ++i) {
      std::array<float, kLabels> change{};
      for (std::size_t y = 0; y < kLabels; ++y) {
        const double right = (*sequence.labels)[i] == y ? 1 : 0;
        change[y] = static_cast<float>(gain * (right - ahead_[i][y] * behind_[i][y]));
      }
      for (const std::uint32_t feature : sequence.features[i]) {
        for (std::size_t y = 0; y < kLabels; ++y) weights_[feature][y] += change[y];
      }
    }
  }

  void rescale() {
    for (auto& row : weights_) {
      for (float& weight : row) weight *= static_cast<float>(scale_);
    }
    for (auto& row : transitions_) {
      for (double& weight : row) weight *= scale_;
    }
    scale_ = 1;
  }

  std::vector<NumberedSequence> sequences_;
  std::vector<std::array<float, kLabels>> weights_;
  std::array<Row, kLabels> transitions_{};
  CrfOptions options_;
  double lambda_;
  double scale_ = 1;
  double steps_ = 0;
  // Of the sequence at hand.
  std::vector<Row> fit_;
  std::vector<Row> ahead_;
  std::vector<Row> behind_;
  std::vector<double> sums_;
  std::array<Row, kLabels> pair_fit_{};
};

}  // namespace

TrainedWeights learn(const std::vector<const Sequence*>& sequences, const CrfOptions& options) {
  const std::vector<std::uint64_t> common = common_features(sequences, options.least);
  Descent descent(number_features(sequences, common), common.size(), options);
  descent.run();
  return descent.result(common);
}

}  // namespace dateline
