#include "indexer/entities/train/word_clusters.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

#include "indexer/entities/tokens.h"

namespace dateline {

namespace {

constexpr int kMostRounds = 15;

// Calls `use` with each word, and with the mark that parts two words; a sentence ends in a mark.
template <class Use>
void each_piece(const Gazetteer& gazetteer, std::string_view text, Use use) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    for (const Token& token : tokenize(gazetteer, TextField::body, 0, text.substr(at, end - at)).tokens) {
      if (token.gap == Gap::comma || token.gap == Gap::other) use(",");
      if (token.gap >= Gap::stop) use(".");
      std::string word(token.text);
      std::ranges::replace_if(
          word, [](char c) { return c >= '0' && c <= '9'; }, '0');
      use(word);
    }
    at = end + 1;
  }
}

struct Count {
  std::uint32_t number;
  std::uint32_t count;
};

// Of each word, what stands on one side of it how often.
using Neighbours = std::vector<std::vector<Count>>;

// The neighbours at the given distance, -1 or 1.
Neighbours neighbours(const NumberedText& text, bool before) {
  std::vector<std::map<std::uint32_t, std::uint32_t>> counts(text.words.size());
  for (std::size_t i = 0; i + 1 < text.text.size(); ++i) {
    const std::uint32_t word = text.text[before ? i + 1 : i];
    if (word < counts.size()) ++counts[word][text.text[before ? i : i + 1]];
  }
  Neighbours all(counts.size());
  for (std::size_t w = 0; w < counts.size(); ++w) {
    for (const auto& [number, count] : counts[w]) all[w].push_back({number, count});
  }
  return all;
}

double n_log_n(double n) { return n > 0 ? n * std::log(n) : 0; }

// The state of the exchange: how often each class stands beside each word.
class Exchange {
 public:
  Exchange(const NumberedText& text, std::uint32_t classes)
      : classes_(classes),
        before_(neighbours(text, true)),
        behind_(neighbours(text, false)),
        class_of_(text.words.size()),
        frequency_(text.words.size()),
        sizes_(classes),
        beside_{std::vector<std::uint32_t>(std::size_t{text.numbers} * classes),
                std::vector<std::uint32_t>(std::size_t{text.numbers} * classes)},
        scores_(classes) {
    for (const std::uint32_t number : text.text) {
      if (number < frequency_.size()) ++frequency_[number];
    }
    logs_.resize(kTabulated);
    for (std::size_t n = 0; n < kTabulated; ++n) logs_[n] = n_log_n(static_cast<double>(n));
    for (std::uint32_t w = 0; w < class_of_.size(); ++w) {
      class_of_[w] = static_cast<std::uint16_t>(w % classes);
      put(w, class_of_[w], 1);
    }
  }

  std::vector<std::uint16_t> run() {
    for (int round = 0; round < kMostRounds; ++round) {
      std::size_t moved = 0;
      for (std::uint32_t w = 0; w < class_of_.size(); ++w) moved += move(w);
      if (moved < class_of_.size() / 100) break;
    }
    return class_of_;
  }

 private:
  static constexpr std::size_t kTabulated = 1U << 20U;

  [[nodiscard]] double value(std::uint64_t n) const {
    return n < kTabulated ? logs_[n] : n_log_n(static_cast<double>(n));
  }

  // Adds the word to the class, or with -1 takes it away.
  void put(std::uint32_t word, std::uint16_t to, int sign) {
    const auto scaled = [sign](std::uint32_t n) { return sign < 0 ? 0U - n : n; };
    for (const Count& c : before_[word]) beside_[0][std::size_t{c.number} * classes_ + to] += scaled(c.count);
    for (const Count& c : behind_[word]) beside_[1][std::size_t{c.number} * classes_ + to] += scaled(c.count);
    sizes_[to] += sign < 0 ? 0 - std::uint64_t{frequency_[word]} : frequency_[word];
  }

  void add_side(const std::vector<Count>& counts, const std::vector<std::uint32_t>& beside) {
    for (const Count& c : counts) {
      const std::uint32_t* row = &beside[std::size_t{c.number} * classes_];
      for (std::uint32_t k = 0; k < classes_; ++k) scores_[k] += value(row[k] + c.count) - value(row[k]);
    }
  }

  bool move(std::uint32_t word) {
    const std::uint16_t old = class_of_[word];
    put(word, old, -1);
    for (std::uint32_t k = 0; k < classes_; ++k)
      scores_[k] = -2 * (value(sizes_[k] + frequency_[word]) - value(sizes_[k]));
    add_side(before_[word], beside_[0]);
    add_side(behind_[word], beside_[1]);
    std::uint16_t best = old;
    for (std::uint32_t k = 0; k < classes_; ++k) {
      if (scores_[k] > scores_[best] + 1e-6) best = static_cast<std::uint16_t>(k);
    }
    class_of_[word] = best;
    put(word, best, 1);
    return best != old;
  }

  std::uint32_t classes_;
  Neighbours before_;
  Neighbours behind_;
  std::vector<std::uint16_t> class_of_;
  std::vector<std::uint32_t> frequency_;
  std::vector<std::uint64_t> sizes_;  // how often words of the class stand in the text
  std::vector<std::uint32_t>
      beside_[2];  // number x class: how often the class follows, and precedes, the number
  std::vector<double> scores_;
  std::vector<double> logs_;  // n log n
};

}  // namespace

NumberedText number_words(const Gazetteer& gazetteer, std::string_view text, std::uint32_t least) {
  std::unordered_map<std::string, std::uint32_t> counts;
  each_piece(gazetteer, text, [&](const std::string& piece) { ++counts[piece]; });
  std::vector<std::pair<std::uint32_t, std::string>> common;
  for (const auto& [word, count] : counts) {
    if (count >= least) common.emplace_back(count, word);
  }
  std::ranges::sort(common, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  NumberedText numbered;
  std::unordered_map<std::string, std::uint32_t> numbers;
  for (auto& [count, word] : common) {
    numbers[word] = static_cast<std::uint32_t>(numbered.words.size());
    numbered.words.push_back(std::move(word));
  }
  const auto rare = static_cast<std::uint32_t>(numbered.words.size());
  numbered.numbers = rare + 1;
  each_piece(gazetteer, text, [&](const std::string& piece) {
    const auto found = numbers.find(piece);
    numbered.text.push_back(found == numbers.end() ? rare : found->second);
  });
  return numbered;
}

std::vector<std::uint16_t> exchange_classes(const NumberedText& text, std::uint32_t classes) {
  return Exchange(text, classes).run();
}

}  // namespace dateline
