#include "indexer/entities/train/lesson.h"

#include <algorithm>
#include <optional>

namespace dateline {

using namespace gazetteer;

namespace {

// The examples' "German" as a place is none here: a demonym is no name.
bool is_demonym(const Token& token) { return token.has(kDemonym) && !token.has(kPlaceName); }

// Some examples have "Bush administration" as an organisation: here it speaks of Bush.
bool is_followed_person(std::vector<Token>::const_iterator first, std::vector<Token>::const_iterator last,
                        NameKind kind) {
  if (kind != NameKind::organisation || last - first != 2) return false;
  return !(last - 1)->capital && (last - 1)->has(kFollower) &&
         !first->has(kPlaceName | kDemonym | kOrganisation);
}

// The kind of name that each token of the passage is part of, with the number of its span.
struct Part {
  std::size_t span;
  NameKind kind;
};

std::vector<std::optional<Part>> parts_of(const Passage& passage, const std::vector<Span>& spans) {
  std::vector<std::optional<Part>> parts(passage.tokens.size());
  for (std::size_t s = 0; s < spans.size(); ++s) {
    if (spans[s].field != passage.field || spans[s].index != passage.index) continue;
    const auto first = std::ranges::partition_point(
        passage.tokens, [&](const Token& token) { return token.end <= spans[s].start; });
    const auto last = std::partition_point(first, passage.tokens.end(),
                                           [&](const Token& token) { return token.start < spans[s].end; });
    if (spans[s].kind == NameKind::place && std::all_of(first, last, is_demonym)) continue;
    const NameKind kind = is_followed_person(first, last, spans[s].kind) ? NameKind::person : spans[s].kind;
    for (auto at = first; at != last; ++at)
      parts[static_cast<std::size_t>(at - passage.tokens.begin())] = Part{s, kind};
  }
  return parts;
}

// A name that reaches beyond the run is learned as far as it lies inside.
std::vector<Label> labels_of(const Run& run, const std::vector<std::optional<Part>>& parts) {
  std::vector<Label> labels;
  for (std::size_t i = run.first; i < run.last;) {
    std::size_t end = i + 1;
    if (!parts[i]) {
      labels.push_back(kOutside);
    } else {
      while (end < run.last && parts[end] && parts[end]->span == parts[i]->span) ++end;
      for (std::size_t at = i; at < end; ++at) labels.push_back(label_in(parts[i]->kind, i, end, at));
    }
    i = end;
  }
  return labels;
}

}  // namespace

Lesson::Lesson(const Gazetteer& gazetteer, const Model& clusters, const Example& example)
    : example_(&example),
      passages_(std::make_unique<std::vector<Passage>>(passages_of(gazetteer, example.article))),
      rules_(std::make_unique<std::vector<Name>>(recognise(gazetteer, *passages_, true))),
      view_(std::make_unique<ArticleView>(gazetteer, clusters, *passages_, *rules_)) {
  std::vector<std::vector<std::optional<Part>>> parts;
  for (const Passage& passage : *passages_) parts.push_back(parts_of(passage, example.spans));
  for (const Run& run : view_->runs()) labels_.push_back(labels_of(run, parts[run.passage]));
}

bool Lesson::is_learned(const Run& run) const {
  return !example_->only_headline || (*passages_)[run.passage].field == TextField::headline;
}

std::vector<Sequence> Lesson::sequences(const Consensus* consensus) const {
  std::vector<Sequence> all;
  FeatureList features;
  for (std::size_t r = 0; r < labels_.size(); ++r) {
    const Run& run = view_->runs()[r];
    if (!is_learned(run)) continue;
    Sequence& sequence = all.emplace_back();
    sequence.labels = labels_[r];
    for (std::size_t at = run.first; at < run.last; ++at) {
      view_->features(run, at, features);
      if (consensus) consensus->add_features(r, at, features);
      sequence.features.emplace_back(features.all().begin(), features.all().end());
    }
  }
  return all;
}

std::vector<Sequence> Lesson::sequences() const { return sequences(nullptr); }

std::vector<Sequence> Lesson::sequences(std::span<const std::vector<Label>> first_look) const {
  const Consensus consensus(*view_, first_look);
  return sequences(&consensus);
}

}  // namespace dateline
