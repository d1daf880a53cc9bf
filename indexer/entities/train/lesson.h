// An example as the learner sees it: the runs of its words with the right label of each.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "indexer/entities/features.h"
#include "indexer/entities/train/crf.h"
#include "indexer/entities/train/example.h"

namespace dateline {

class Lesson {
 public:
  // `example` must outlive the lesson.
  Lesson(const Gazetteer& gazetteer, const Model& clusters, const Example& example);

  [[nodiscard]] const std::string& name() const { return example_->name; }
  [[nodiscard]] const ArticleView& view() const { return *view_; }

  // The runs to learn from. With what a first look said of every run, they are those of the second pass.
  [[nodiscard]] std::vector<Sequence> sequences() const;
  [[nodiscard]] std::vector<Sequence> sequences(std::span<const std::vector<Label>> first_look) const;

 private:
  [[nodiscard]] bool is_learned(const Run& run) const;
  [[nodiscard]] std::vector<Sequence> sequences(const Consensus* consensus) const;

  const Example* example_;
  // On the heap, as the view refers to them.
  std::unique_ptr<std::vector<Passage>> passages_;
  std::unique_ptr<std::vector<Name>> rules_;
  std::unique_ptr<ArticleView> view_;
  std::vector<std::vector<Label>> labels_;  // of each run
};

}  // namespace dateline
