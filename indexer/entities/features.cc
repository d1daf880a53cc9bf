#include "indexer/entities/features.h"

#include <algorithm>

namespace dateline {

namespace {

// Which question a feature answers; its hash starts with this. The numbers are part of the model.
enum Question : std::uint64_t {
  kAlways = 1,
  kKey,
  kText,
  kKeyBefore,
  kKeyBehind,
  kKeyTwoBefore,
  kKeyTwoBehind,
  kKeyAndBefore,
  kKeyAndBehind,
  kKeysAround,
  kKeysTwoBefore,
  kKeysTwoBehind,
  kShape,
  kShapeAndBefore,
  kShapeAndBehind,
  kShapesAround,
  kPrefix,
  kSuffix,
  kState,
  kStateAndShape,
  kStateAndKey,
  kNames,
  kNamesAndBefore,
  kNamesAndBehind,
  kNamesAround,
  kNamesAndState,
  kCues,
  kCuesBefore,
  kCuesBehind,
  kCuesTwoBefore,
  kCuesTwoBehind,
  kCuesAround,
  kPlaceInRun,
  kRunLength,
  kBeforeRun,
  kBehindRun,
  kFirstOfRun,
  kLastOfRun,
  kCuesBeforeRun,
  kCuesBehindRun,
  kPlace,
  kPlaceAndState,
  kPlaceBefore,
  kPlaceBehind,
  kRules,
  kRulesAndBefore,
  kRulesAndBehind,
  kRulesAndNames,
  kRulesAndFacts,
  kRulesAndCluster,
  kRulesAndCuesBefore,
  kRulesAndCuesBehind,
  kFacts,
  kFact,
  kFactsAndState,
  kFactsBefore,
  kFactsBehind,
  kCluster = 100,  // and the 29 after it
  kMajority = 140,
  kMajorityOfHow,
  kInLonger,
  kMajorityAndInLonger,
  kSomewhere,
  kFirstLook,
  kFirstLookAndMajority,
  kFirstLookBefore,
  kFirstLookBehind,
  kTrade,
  kTradeSign,
  kTradeAndFacts,
  kTradeAndRules,
  kTradeAndMajority,
  kSignsHere,
  kSignsHereAndShape,
  kSignsHereAndRules,
  kTradeBehind,
  kTradeBefore,
};

[[gnu::always_inline]] inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  a ^= b + 0x9E3779B97F4A7C15U + (a << 6U) + (a >> 2U);
  a *= 0xFF51AFD7ED558CCDU;
  return a ^ (a >> 32U);
}

template <class... More>
[[gnu::always_inline]] inline std::uint64_t mix(std::uint64_t a, std::uint64_t b, std::uint64_t c,
                                                More... more) {
  return mix(mix(a, b), c, more...);
}

// A token's word with what parts it from the token that is looked at.
struct Neighbour {
  const WordView* word;
  std::uint64_t gap = 0;
  [[nodiscard]] std::uint64_t key() const { return mix(word->key, gap); }
};

// Lists the features of one token.
class Lister {
 public:
  Lister(const Passage& passage, const std::vector<WordView>& words, const Run& run, std::size_t at,
         FeatureList& features)
      : tokens_(passage.tokens), words_(words), run_(run), at_(at), word_(words[at]), features_(features) {
    before_ = neighbour_before(at);
    behind_ = neighbour_behind(at);
    two_before_ = before_.word == &kBoundary ? before_ : neighbour_before(at - 1);
    two_behind_ = behind_.word == &kBoundary ? behind_ : neighbour_behind(at + 1);
  }

  void list() {
    add(kAlways);
    list_words();
    list_shape();
    list_names_and_cues();
    list_run();
    list_knowledge();
    list_signs();
    list_clusters();
  }

 private:
  // What stands beyond a sentence's end.
  static const WordView kBoundary;

  template <class... Values>
  void add(Question question, Values... values) {
    features_.add(mix(question, 0, static_cast<std::uint64_t>(values)...));
  }

  void add_each(Question question, std::uint32_t bits) {
    for (; bits != 0; bits &= bits - 1) add(question, bits & ~(bits - 1));
  }

  [[nodiscard]] static bool ends_sentence(Gap gap) { return gap >= Gap::stop; }
  // Blanks and an abbreviation's dot part nothing.
  [[nodiscard]] static std::uint64_t gap_code(Gap gap) {
    return gap == Gap::dot ? 0 : static_cast<std::uint64_t>(gap);
  }

  [[nodiscard]] Neighbour neighbour_before(std::size_t at) const {
    if (at == 0 || ends_sentence(tokens_[at].gap)) return {&kBoundary};
    return {&words_[at - 1], gap_code(tokens_[at].gap)};
  }
  [[nodiscard]] Neighbour neighbour_behind(std::size_t at) const {
    if (at + 1 >= tokens_.size() || ends_sentence(tokens_[at + 1].gap)) return {&kBoundary};
    return {&words_[at + 1], gap_code(tokens_[at + 1].gap)};
  }

  void list_words() {
    add(kKey, word_.key);
    add(kText, word_.text);
    add(kKeyBefore, before_.key());
    add(kKeyBehind, behind_.key());
    add(kKeyTwoBefore, two_before_.key());
    add(kKeyTwoBehind, two_behind_.key());
    add(kKeyAndBefore, before_.key(), word_.key);
    add(kKeyAndBehind, word_.key, behind_.key());
    add(kKeysAround, before_.key(), behind_.key());
    add(kKeysTwoBefore, two_before_.key(), before_.key());
    add(kKeysTwoBehind, behind_.key(), two_behind_.key());
  }

  void list_shape() {
    add(kShape, word_.shape);
    add(kShapeAndBefore, before_.word->shape, before_.gap, word_.shape);
    add(kShapeAndBehind, word_.shape, behind_.word->shape, behind_.gap);
    add(kShapesAround, before_.word->shape, word_.shape, behind_.word->shape);
    const std::string& key = tokens_[at_].key;
    for (std::size_t size = 2; size <= 4 && size <= key.size(); ++size) add(kPrefix, bytes(key.data(), size));
    for (std::size_t size = 1; size <= 5 && size <= key.size(); ++size)
      add(kSuffix, bytes(key.data() + key.size() - size, size));
    add(kState, word_.state);
    add(kStateAndShape, word_.state, word_.shape);
    add(kStateAndKey, word_.state, word_.key);
  }

  // Up to eight bytes as a number.
  [[nodiscard]] static std::uint64_t bytes(const char* text, std::size_t size) {
    std::uint64_t number = size;
    for (std::size_t i = 0; i < size; ++i) number = number << 8U | static_cast<unsigned char>(text[i]);
    return number;
  }

  void list_names_and_cues() {
    const std::uint32_t before = before_.word->names;
    const std::uint32_t behind = behind_.word->names;
    add(kNames, word_.names);
    add(kNamesAndBefore, before, before_.gap, word_.names);
    add(kNamesAndBehind, word_.names, behind, behind_.gap);
    add(kNamesAround, before, word_.names, behind);
    add(kNamesAndState, word_.names, word_.state);
    add(kCues, word_.cues);
    add(kCuesBefore, before_.word->cues, before_.gap);
    add(kCuesBehind, behind_.word->cues, behind_.gap);
    add(kCuesTwoBefore, two_before_.word->cues);
    add(kCuesTwoBehind, two_behind_.word->cues);
    add(kCuesAround, before_.word->cues, word_.cues, behind_.word->cues);
  }

  void list_run() {
    const std::size_t from_first = std::min<std::size_t>(at_ - run_.first, 5);
    const std::size_t to_last = std::min<std::size_t>(run_.last - 1 - at_, 5);
    const Neighbour before = neighbour_before(run_.first);
    const Neighbour behind = neighbour_behind(run_.last - 1);
    add(kPlaceInRun, from_first, to_last);
    add(kRunLength, std::min<std::size_t>(run_.last - run_.first, 6), word_.shape);
    add(kBeforeRun, before.key());
    add(kBehindRun, behind.key());
    add(kFirstOfRun, words_[run_.first].key, from_first);
    add(kLastOfRun, words_[run_.last - 1].key, to_last);
    add(kCuesBeforeRun, before.word->cues, before.gap, from_first);
    add(kCuesBehindRun, behind.word->cues, behind.gap, to_last);
  }

  void list_knowledge() {
    const Label before = before_.word->rules;
    const Label behind = behind_.word->rules;
    add(kPlace, word_.place);
    add(kPlaceAndState, word_.place, word_.state);
    add(kPlaceBefore, before_.word->place, before_.gap, word_.place);
    add(kPlaceBehind, word_.place, behind_.word->place, behind_.gap);
    add(kRules, word_.rules);
    add(kRulesAndBefore, before, word_.rules);
    add(kRulesAndBehind, word_.rules, behind);
    add(kRulesAndNames, word_.rules, word_.names);
    add(kRulesAndFacts, word_.rules, word_.facts);
    add(kRulesAndCluster, word_.rules, word_.clusters.fine);
    add(kRulesAndCuesBefore, word_.rules, before_.word->cues, before_.gap);
    add(kRulesAndCuesBehind, word_.rules, behind_.word->cues, behind_.gap);
    add(kFacts, word_.facts);
    add_each(kFact, word_.facts);
    add(kFactsAndState, word_.facts, word_.state);
    add(kFactsBefore, before_.word->facts, before_.gap);
    add(kFactsBehind, behind_.word->facts, behind_.gap);
  }

  // Of what trades, storms and the like; most words have none.
  void list_signs() {
    if (word_.signs != 0) {
      add(kSignsHere, word_.signs);
      add(kSignsHereAndShape, word_.signs, word_.shape);
      add(kSignsHereAndRules, word_.signs, word_.rules);
    }
    if (word_.trade != 0) {
      add(kTrade, word_.trade);
      add_each(kTradeSign, word_.trade);
      add(kTradeAndFacts, word_.trade, word_.facts);
      add(kTradeAndRules, word_.trade, word_.rules);
    }
    if (before_.word->trade != 0) add(kTradeBefore, before_.word->trade, before_.gap);
    if (behind_.word->trade != 0) add(kTradeBehind, behind_.word->trade, behind_.gap);
  }

  void list_clusters() {
    const Neighbour all[]{two_before_, before_, {&word_}, behind_, two_behind_};
    std::uint64_t question = kCluster;
    const auto next = [&question] { return Question(question++); };
    for (const Neighbour& one : all) {
      add(next(), one.word->clusters.coarse, one.gap);
      add(next(), one.word->clusters.fine, one.gap);
    }
    const model::Clusters before = before_.word->clusters;
    const model::Clusters here = word_.clusters;
    const model::Clusters behind = behind_.word->clusters;
    add(next(), before.coarse, before_.gap, here.coarse);
    add(next(), before.fine, before_.gap, here.fine);
    add(next(), here.coarse, behind.coarse, behind_.gap);
    add(next(), here.fine, behind.fine, behind_.gap);
    add(next(), before.coarse, here.coarse, behind.coarse);
    add(next(), here.fine, word_.shape);
    add(next(), before.fine, word_.names);
    add(next(), behind.fine, word_.names);
  }

  const std::vector<Token>& tokens_;
  const std::vector<WordView>& words_;
  const Run& run_;
  std::size_t at_;
  const WordView& word_;
  FeatureList& features_;
  Neighbour before_{}, behind_{}, two_before_{}, two_behind_{};
};

const WordView Lister::kBoundary{1, 1, 1, {}, 0, 0, 0, 0, kOutside, 0, 0, 0};

}  // namespace

void ArticleView::features(const Run& run, std::size_t at, FeatureList& features) const {
  features.clear();
  Lister(passages_[run.passage], words_[run.passage], run, at, features).list();
}

Consensus::Consensus(const ArticleView& view, std::span<const std::vector<Label>> labels)
    : view_(view), labels_(labels) {
  for (std::size_t r = 0; r < labels.size(); ++r) {
    const Run& run = view.runs()[r];
    for (std::size_t i = 0; i < labels[r].size(); ++i) {
      if (!view.has_capital(run, run.first + i)) continue;
      Votes& votes = votes_[view.key(run, run.first + i)];
      const Label label = labels[r][i];
      const std::size_t kind = label == kOutside ? kKinds : static_cast<std::size_t>(kind_of(label));
      ++votes.all[kind];
      if (label != kOutside && position_of(label) != Position::whole) ++votes.in_longer[kind];
    }
  }
}

void Consensus::add_features(std::size_t run, std::size_t at, FeatureList& features) const {
  const auto add = [&](Question question, auto... values) {
    features.add(mix(question, 0, static_cast<std::uint64_t>(values)...));
  };
  // The kind of most votes, from 1; 0: no vote.
  const auto leader = [](const auto& votes) {
    const auto most = std::ranges::max_element(votes);
    return *most == 0 ? 0 : most - votes.begin() + 1;
  };
  const std::vector<Label>& labels = labels_[run];
  const std::size_t i = at - view_.runs()[run].first;
  add(kFirstLook, labels[i]);
  if (i > 0) add(kFirstLookBefore, labels[i - 1], labels[i]);
  if (i + 1 < labels.size()) add(kFirstLookBehind, labels[i], labels[i + 1]);
  const auto found = votes_.find(view_.key(view_.runs()[run], at));
  if (found == votes_.end()) return;
  const Votes& votes = found->second;
  std::uint32_t total = 0;
  for (const std::uint32_t count : votes.all) total += count;
  const auto majority = leader(votes.all);
  const auto in_longer = leader(votes.in_longer);
  add(kMajority, majority);
  add(kMajorityOfHow, majority, std::min(total, 4U));
  add(kInLonger, in_longer);
  add(kMajorityAndInLonger, majority, in_longer);
  add(kFirstLookAndMajority, labels[i], majority, in_longer);
  if (const std::uint32_t trade = view_.word(view_.runs()[run].passage, at).trade; trade != 0)
    add(kTradeAndMajority, trade, majority, in_longer);
  for (std::size_t kind = 0; kind <= kKinds; ++kind) {
    if (votes.all[kind] > 0) add(kSomewhere, kind, votes.all[kind] * 2 > total);
  }
}

}  // namespace dateline
