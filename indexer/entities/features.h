// What the trained recogniser looks at: the runs of capitalised words of an article, and each word's features
// as hashes. The trainer and the tagger both take them from here; a change of any of them needs a new model.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "indexer/entities/labels.h"
#include "indexer/entities/model.h"
#include "indexer/entities/recognise.h"
#include "indexer/entities/tokens.h"

namespace dateline {

// The tokens [first, last) of a passage: words with a capital and the small words that may join them. Only
// these can be names.
struct Run {
  std::size_t passage = 0;
  std::size_t first = 0;
  std::size_t last = 0;
};

// In the order of the text. A dateline has none: it holds places only, which the rules find.
[[nodiscard]] std::vector<Run> runs_of(const std::vector<Passage>& passages);

// The features of one token.
class FeatureList {
 public:
  void clear() { size_ = 0; }
  void add(std::uint64_t feature) { features_[size_++] = feature; }
  [[nodiscard]] std::span<const std::uint64_t> all() const { return {features_.data(), size_}; }

 private:
  // About 110 questions, and one for each bit of WordView::facts and WordView::trade.
  static constexpr std::size_t kMost = 256;
  std::array<std::uint64_t, kMost> features_;
  std::size_t size_ = 0;
};

// What is known of a token by itself and by the phrases it stands in.
struct WordView {
  std::uint64_t key = 0;
  std::uint64_t text = 0;
  std::uint64_t shape = 0;  // "Xx", "X.", "Xx'X"
  model::Clusters clusters;
  std::uint32_t names = 0;  // gazetteer flags that say what kind of name it can be
  std::uint32_t cues = 0;   // those that say what its neighbours can be
  std::uint32_t state = 0;  // how much its capital tells
  std::uint32_t place =
      0;  // the longest place's name here: size of the place, and where in the name it stands
  Label rules = kOutside;   // what the rules say
  std::uint32_t facts = 0;  // what the whole article says of the same word
  std::uint32_t trade = 0;  // which of its signs, anywhere in the article, no person shows
  std::uint32_t signs = 0;  // the signs at this very place
};

class ArticleView {
 public:
  // `rules` are the names that the rules found. All arguments must outlive the view.
  ArticleView(const Gazetteer& gazetteer, const Model& model, const std::vector<Passage>& passages,
              std::span<const Name> rules);

  [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }
  // Of the token at `at` of the run. The features replace what `features` held.
  void features(const Run& run, std::size_t at, FeatureList& features) const;
  [[nodiscard]] std::uint64_t key(const Run& run, std::size_t at) const {
    return words_[run.passage][at].key;
  }
  // The token at `at` of the passage; filled in where it stands in or beside a run.
  [[nodiscard]] const WordView& word(std::size_t passage, std::size_t at) const {
    return words_[passage][at];
  }
  [[nodiscard]] bool has_capital(const Run& run, std::size_t at) const {
    return passages_[run.passage].tokens[at].capital;
  }

 private:
  void look_at_words(const Run& run);
  void look_at_places(const Run& run);
  void gather_facts();

  const Gazetteer& gazetteer_;
  const Model& model_;
  const std::vector<Passage>& passages_;
  std::vector<Run> runs_;
  std::vector<std::vector<WordView>> words_;  // of every passage; filled in and beside runs only
};

// How a first look labelled the words of an article: what the second look sees of the first.
class Consensus {
 public:
  // `labels` has one list a run.
  Consensus(const ArticleView& view, std::span<const std::vector<Label>> labels);

  // Adds to `features` those of the token at `at` of run number `run`.
  void add_features(std::size_t run, std::size_t at, FeatureList& features) const;

 private:
  // Of one word, by kind; the last count of `all` is of those outside of names.
  struct Votes {
    std::array<std::uint32_t, kKinds + 1> all{};
    std::array<std::uint32_t, kKinds> in_longer{};
  };

  const ArticleView& view_;
  std::span<const std::vector<Label>> labels_;
  std::unordered_map<std::uint64_t, Votes> votes_;
};

}  // namespace dateline
