#include "indexer/entities/train/trainer.h"

#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>

#include "indexer/entities/tagger.h"
#include "indexer/entities/train/columns.h"
#include "indexer/entities/train/gold.h"
#include "indexer/entities/train/lesson.h"
#include "indexer/entities/train/noise.h"
#include "indexer/entities/train/word_clusters.h"

namespace dateline {

namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t kCoarseClasses = 64;
constexpr std::uint32_t kFineClasses = 400;
constexpr std::uint32_t kLeastAppearances = 3;  // of a word that gets classes
constexpr std::size_t kFolds = 4;
constexpr std::size_t kGoldWeight = 2;  // how often each article of the corpus counts

std::string read_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw std::runtime_error(file.string() + ": cannot be read");
  return std::move(text).str();
}

std::vector<std::pair<std::string, model::Clusters>> cluster_words(const Gazetteer& gazetteer,
                                                                   const fs::path& raw) {
  NumberedText text = number_words(gazetteer, read_text(raw), kLeastAppearances);
  const auto coarse = exchange_classes(text, kCoarseClasses);
  const auto fine = exchange_classes(text, kFineClasses);
  std::vector<std::pair<std::string, model::Clusters>> words;
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    const model::Clusters classes{static_cast<std::uint16_t>(coarse[i] + 1),
                                  static_cast<std::uint16_t>(fine[i] + 1)};
    words.emplace_back(std::move(text.words[i]), classes);
  }
  return words;
}

// All articles to learn from, each with a copy whose first sentence is dressed as a headline, and a snippet.
std::vector<Example> training_examples(const TrainingInput& input, std::ostream& report) {
  std::vector<Example> examples;
  for (const Example& example : read_gold(input.gold)) {
    if (!is_held_out(example.name)) examples.insert(examples.end(), kGoldWeight, example);
  }
  report << "corpus: " << examples.size() / kGoldWeight << " articles, each taken " << kGoldWeight
         << " times; the fifth kept for tests is not among them\n";
  for (const fs::path& file : input.columns) {
    std::vector<Example> more = read_columns(file);
    report << file.filename().string() << ": " << more.size() << " articles\n";
    std::ranges::move(more, std::back_inserter(examples));
  }
  const std::size_t originals = examples.size();
  for (std::size_t i = 0; i < originals; ++i)
    examples.push_back(dressed_copy(examples[i], i % 2 == 0 ? Dress::capitals : Dress::title));
  for (std::size_t i = 0; i < originals; ++i) {
    Example snippet = snippet_of(examples[i]);
    if (!snippet.article.body.empty()) examples.push_back(std::move(snippet));
  }
  return examples;
}

TrainedWeights learn_all(const std::vector<Sequence>& sequences, const CrfOptions& options) {
  std::vector<const Sequence*> pointers;
  pointers.reserve(sequences.size());
  for (const Sequence& sequence : sequences) pointers.push_back(&sequence);
  return learn(pointers, options);
}

class Trainer {
 public:
  Trainer(const Gazetteer& gazetteer, const TrainingInput& input, fs::path out, std::ostream& report)
      : out_(std::move(out)), report_(report) {
    parts_.words = cluster_words(gazetteer, input.raw);
    report_ << input.raw.filename().string() << ": " << parts_.words.size() << " words with classes\n";
    examples_ = training_examples(input, report);
    const auto clusters = saved();
    for (const Example& example : examples_) lessons_.emplace_back(gazetteer, *clusters, example);
  }

  void run() {
    learn_second_pass(first_looks());
    learn_first_pass();
    const ModelSize size = write_model(out_, parts_);
    report_ << "model: " << size.features << " features, " << size.weights << " weights, " << size.bytes
            << " bytes\n";
  }

 private:
  // What a first look says of the runs of a lesson.
  using Look = std::vector<std::vector<Label>>;

  // The model as far as it is learned.
  [[nodiscard]] std::unique_ptr<Model> saved() const {
    write_model(out_, parts_);
    return std::make_unique<Model>(out_);
  }

  // Copies are in the fold of their original.
  [[nodiscard]] static std::size_t fold_of(const Lesson& lesson) {
    return cluster_key(lesson.name()) / 5 % kFolds;
  }

  // Of each lesson, by a model that has not learned from it: such mistakes are what the second pass will
  // meet.
  [[nodiscard]] std::vector<Look> first_looks() {
    std::vector<Look> looks(lessons_.size());
    for (std::size_t fold = 0; fold < kFolds; ++fold) {
      std::vector<Sequence> sequences;
      for (const Lesson& lesson : lessons_) {
        if (fold_of(lesson) != fold) std::ranges::move(lesson.sequences(), std::back_inserter(sequences));
      }
      CrfOptions options;
      options.epochs /= 2;
      parts_.passes[0] = learn_all(sequences, options);
      const auto model = saved();
      for (std::size_t i = 0; i < lessons_.size(); ++i) {
        if (fold_of(lessons_[i]) == fold) looks[i] = first_look(*model, lessons_[i].view());
      }
    }
    return looks;
  }

  void learn_first_pass() {
    std::vector<Sequence> sequences;
    for (const Lesson& lesson : lessons_)
      std::ranges::move(lesson.sequences(), std::back_inserter(sequences));
    report_ << "runs of capitalised words: " << sequences.size() << "\n";
    parts_.passes[0] = learn_all(sequences, {});
  }

  void learn_second_pass(const std::vector<Look>& looks) {
    std::vector<Sequence> sequences;
    for (std::size_t i = 0; i < lessons_.size(); ++i)
      std::ranges::move(lessons_[i].sequences(looks[i]), std::back_inserter(sequences));
    parts_.passes[1] = learn_all(sequences, {});
  }

  fs::path out_;
  std::ostream& report_;
  ModelParts parts_;
  std::vector<Example> examples_;
  std::vector<Lesson> lessons_;
};

}  // namespace

void train(const Gazetteer& gazetteer, const TrainingInput& input, const fs::path& out,
           std::ostream& report) {
  Trainer(gazetteer, input, out, report).run();
}

}  // namespace dateline
