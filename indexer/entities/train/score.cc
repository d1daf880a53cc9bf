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

Spans spans_of(const Example& example, NameKind kind) {
  Spans spans;
  for (const Span& span : example.spans) {
    if (span.kind == kind && span.field != TextField::dateline) spans.insert(span);
  }
  return spans;
}

void count(const Spans& found, const Spans& known, Score& score) {
  score.known += known.size();
  score.found += found.size();
  for (const Span& span : known) score.right += found.contains(span);
}

const std::string& text_of(const Article& article, const Span& span) {
  switch (span.field) {
    case TextField::headline:
      return article.headline;
    case TextField::abstract:
      return article.abstract;
    case TextField::caption:
      return article.captions.at(span.index).text;
    default:
      return article.body;
  }
}

bool is_place(const Gazetteer& gazetteer, const std::string& name) {
  return !gazetteer.find(name_key(name)).places.empty() || !gazetteer.find('=' + name).places.empty();
}

}  // namespace

EntityScores score(const Gazetteer& gazetteer, const EntityFinder& finder,
                   const std::vector<Example>& examples) {
  EntityScores scores;
  for (const Example& example : examples) {
    Article article = example.article;
    finder.find(article, EntityChoice::text, "");
    count(spans_of(article.persons, NameKind::person), spans_of(example, NameKind::person), scores.persons);
    count(spans_of(article.organisations, NameKind::organisation), spans_of(example, NameKind::organisation),
          scores.organisations);
    const Spans found = spans_of(article.places, NameKind::place);
    Spans known = spans_of(example, NameKind::place);
    count(found, known, scores.places);
    std::erase_if(known, [&](const Span& span) {
      const std::string& text = text_of(article, span);
      return !is_place(gazetteer, text.substr(span.start, span.end - span.start));
    });
    count(found, known, scores.known_places);
  }
  return scores;
}

}  // namespace dateline
