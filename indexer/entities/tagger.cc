#include "indexer/entities/tagger.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <unordered_set>

#include "indexer/entities/chunks.h"
#include "indexer/entities/signs.h"

namespace dateline {

using namespace gazetteer;

namespace {

// Far below what a run's weights can sum up to.
constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::min() / 2;

// A label's best predecessor, for each token.
using Steps = std::vector<std::array<Label, kLabels>>;

// The best sums of paths that end in each label of the token behind `before`'s.
Scores step(const Model& model, std::size_t pass, const Scores& before, const Scores& here,
            std::array<Label, kLabels>& from) {
  Scores best;
  best.fill(kNever);
  for (const auto [first, second] : kPairs) {
    const std::int32_t sum = before[first] + model.transition(pass, first, second);
    if (sum <= best[second]) continue;
    best[second] = sum;
    from[second] = first;
  }
  for (std::size_t label = 0; label < kLabels; ++label) best[label] += here[label];
  return best;
}

// The sums of all tokens of a run; `scores` is as long.
void add_scores(const Model& model, const ArticleView& view, const Run& run, std::span<PassScores> scores) {
  FeatureList features;
  for (std::size_t at = run.first; at < run.last; ++at) {
    view.features(run, at, features);
    model.add(features.all(), scores[at - run.first]);
  }
}

class Tagger {
 public:
  Tagger(const Gazetteer& gazetteer, const Model& model, const std::vector<Passage>& passages,
         std::span<const Name> rules)
      : gazetteer_(gazetteer),
        model_(model),
        passages_(passages),
        rules_(rules),
        view_(gazetteer, model, passages, rules) {}

  std::vector<Name> run() {
    std::size_t tokens = 0;
    for (const Run& run : view_.runs()) tokens += run.last - run.first;
    scores_.resize(tokens);
    each_run([this](const Run& run, std::span<PassScores> scores) {
      add_scores(model_, view_, run, scores);
      labels_.push_back(best_labels(model_, 0, scores));
    });
    const Consensus consensus(view_, labels_);
    std::vector<Name> names;
    std::size_t r = 0;
    each_run([&](const Run& run, std::span<PassScores> scores) {
      add_names(run, second_look(consensus, r++, scores), names);
    });
    mend_companies(names);
    add_rules_places(names);
    return names;
  }

 private:
  // Calls use(run, its tokens' scores).
  template <class Use>
  void each_run(Use use) {
    std::span<PassScores> left = scores_;
    for (const Run& run : view_.runs()) {
      use(run, left.first(run.last - run.first));
      left = left.subspan(run.last - run.first);
    }
  }

  std::vector<Label> second_look(const Consensus& consensus, std::size_t r, std::span<PassScores> scores) {
    const Run& run = view_.runs()[r];
    FeatureList features;
    for (std::size_t at = run.first; at < run.last; ++at) {
      features.clear();
      consensus.add_features(r, at, features);
      model_.add(features.all(), scores[at - run.first]);
    }
    return best_labels(model_, 1, scores);
  }

  void add_names(const Run& run, const std::vector<Label>& labels, std::vector<Name>& names) const {
    for (std::size_t i = 0; i < labels.size();) {
      std::size_t end = i + 1;
      if (labels[i] != kOutside) {
        while (!may_end(labels[end - 1])) ++end;
        add_name({run.passage, run.first + i, run.first + end, kind_of(labels[i]), 0, {}}, names);
      }
      i = end;
    }
  }

  void add_name(Name name, std::vector<Name>& names) const {
    const std::vector<Token>& tokens = passages_[name.passage].tokens;
    while (name.last > name.first && is_share_code(tokens[name.last - 1])) --name.last;
    if (name.first == name.last) return;
    if (name.kind == NameKind::person) name.honorifics = honorifics_before(tokens, name);
    // "the Trump administration" speaks of Trump.
    if (name.kind == NameKind::organisation && name.last < tokens.size() && is_ruled_person(name)) {
      const Token& behind = tokens[name.last];
      if (!behind.capital && behind.has(kFollower) && runs_on(tokens, name.last))
        name.kind = NameKind::person;
    }
    if (name.kind == NameKind::place && !find_place(tokens, name)) return;
    names.push_back(name);
  }

  // Whether the rules took exactly this name for a person's.
  [[nodiscard]] bool is_ruled_person(const Name& name) const {
    for (std::size_t i = name.first; i < name.last; ++i) {
      if (view_.word(name.passage, i).rules != label_in(NameKind::person, name.first, name.last, i))
        return false;
    }
    return true;
  }

  // "Northern Algeria" is said of Algeria: the longest known name that ends the label's span is the place.
  bool find_place(const std::vector<Token>& tokens, Name& name) const {
    for (; name.first < name.last; ++name.first) {
      const Phrase phrase = longest_phrase(gazetteer_, tokens, name.first, kAnyPlace);
      if (phrase.size == name.last - name.first && !phrase.places.empty()) {
        name.places = phrase.places;
        return true;
      }
      if (!tokens[name.first].has(kPart | kFunction)) return false;
    }
    return false;
  }

  // A word alone, which the article shows to be a company's or a storm's name and never a person's, is none;
  // a longer name is a company's by the signs beside it alone.
  void mend_companies(std::vector<Name>& names) const {
    std::unordered_set<std::string_view> parts;  // of longer names of persons
    for (Name& name : names) {
      if (name.kind != NameKind::person || name.last - name.first < 2) continue;
      if (is_marked_company(name) || is_known_body(name)) name.kind = NameKind::organisation;
      if (name.kind != NameKind::person) continue;
      for (std::size_t i = name.first; i < name.last; ++i)
        parts.insert(passages_[name.passage].tokens[i].key);
    }
    for (Name& name : names) {
      if (name.kind != NameKind::person || name.last - name.first > 1) continue;
      const WordView& word = view_.word(name.passage, name.first);
      const bool is_other = (word.trade & kNoPerson) != 0 || is_known_body(name);
      if (!is_other || (word.facts & kPersonal) != 0) continue;
      if (!parts.contains(passages_[name.passage].tokens[name.first].key)) name.kind = NameKind::organisation;
    }
  }

  // "Morgan Stanley"
  [[nodiscard]] bool is_known_body(const Name& name) const {
    const std::vector<Token>& tokens = passages_[name.passage].tokens;
    return longest_phrase(gazetteer_, tokens, name.first, kKnownBody).size == name.last - name.first;
  }

  // "analyst with Ann Brook", "Ann Brook ANB.UL", "Ann Brook Inc"
  [[nodiscard]] bool is_marked_company(const Name& name) const {
    const std::uint32_t before = view_.word(name.passage, name.first).signs;
    const std::uint32_t behind =
        view_.word(name.passage, name.last - 2).signs | view_.word(name.passage, name.last - 1).signs;
    return (before & kTitled) == 0 && ((before & kHasParts) != 0 || (behind & (kTraded | kPaired)) != 0);
  }

  // The places that the rules found where the model found no name. A dateline has no others.
  void add_rules_places(std::vector<Name>& names) const {
    std::vector<std::vector<bool>> taken;
    for (const Passage& passage : passages_) taken.emplace_back(passage.tokens.size());
    for (const Name& name : names) {
      for (std::size_t i = name.first; i < name.last; ++i) taken[name.passage][i] = true;
    }
    for (const Name& name : rules_) {
      const auto first = taken[name.passage].begin() + static_cast<std::ptrdiff_t>(name.first);
      const auto last = taken[name.passage].begin() + static_cast<std::ptrdiff_t>(name.last);
      if (name.kind == NameKind::place && std::find(first, last, true) == last) names.push_back(name);
    }
    std::ranges::sort(names, {}, [](const Name& name) { return std::pair(name.passage, name.first); });
  }

  const Gazetteer& gazetteer_;
  const Model& model_;
  const std::vector<Passage>& passages_;
  std::span<const Name> rules_;
  ArticleView view_;
  std::vector<PassScores> scores_;          // of the tokens of one run after the other
  std::vector<std::vector<Label>> labels_;  // of each run, by the first look
};

}  // namespace

std::vector<Label> best_labels(const Model& model, std::size_t pass, std::span<const PassScores> scores) {
  if (scores.empty()) return {};
  Steps steps(scores.size());
  Scores best = scores[0][pass];
  for (Label label = 0; label < kLabels; ++label) {
    if (!may_begin(label)) best[label] = kNever;
  }
  for (std::size_t i = 1; i < scores.size(); ++i) best = step(model, pass, best, scores[i][pass], steps[i]);
  for (Label label = 0; label < kLabels; ++label) {
    if (!may_end(label)) best[label] = kNever;
  }
  std::vector<Label> labels(scores.size());
  labels.back() = static_cast<Label>(std::ranges::max_element(best) - best.begin());
  for (std::size_t i = scores.size() - 1; i > 0; --i) labels[i - 1] = steps[i][labels[i]];
  return labels;
}

std::vector<std::vector<Label>> first_look(const Model& model, const ArticleView& view) {
  std::vector<std::vector<Label>> labels;
  for (const Run& run : view.runs()) {
    std::vector<PassScores> scores(run.last - run.first);
    add_scores(model, view, run, scores);
    labels.push_back(best_labels(model, 0, scores));
  }
  return labels;
}

std::vector<Name> tag(const Gazetteer& gazetteer, const Model& model, const std::vector<Passage>& passages,
                      std::span<const Name> rules) {
  return Tagger(gazetteer, model, passages, rules).run();
}

}  // namespace dateline
