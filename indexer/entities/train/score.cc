#include "indexer/entities/train/score.h"

#include <set>

namespace dateline {

namespace {

using Spans = std::set<Span>;

template <class List>
Spans spans_of(const std::optional<List>& entities, NameKind kind) {
  Spans spans;
  if (!entities) return spans;
  for (const Entity& entity : *entities) {
    for (const Mention& m : entity.mentions) {
      if (m.field != TextField::metadata && m.field != TextField::dateline)
        spans.insert({m.field, m.index, m.start, m.end, kind});
    }
  }
  return spans;
}

void count(const Spans& found, const std::vector<Span>& known, NameKind kind, Score& score) {
  for (const Span& span : known) {
    if (span.kind != kind || span.field == TextField::dateline) continue;
    ++score.known;
    score.right += found.contains(span);
  }
  score.found += found.size();
}

}  // namespace

EntityScores score(const EntityFinder& finder, const std::vector<Example>& examples) {
  EntityScores scores;
  for (const Example& example : examples) {
    Article article = example.article;
    finder.find(article, EntityChoice::text, "");
    count(spans_of(article.persons, NameKind::person), example.spans, NameKind::person, scores.persons);
    count(spans_of(article.places, NameKind::place), example.spans, NameKind::place, scores.places);
    count(spans_of(article.organisations, NameKind::organisation), example.spans, NameKind::organisation,
          scores.organisations);
  }
  return scores;
}

}  // namespace dateline
