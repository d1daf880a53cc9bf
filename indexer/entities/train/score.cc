#include "indexer/entities/train/score.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "indexer/entities/join.h"

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

// The names as the recogniser would hand them over.
std::vector<Name> names_of(const std::vector<Passage>& passages, const Example& example) {
  std::vector<Name> names;
  for (std::size_t p = 0; p < passages.size(); ++p) {
    const std::vector<Token>& tokens = passages[p].tokens;
    for (const Span& span : example.spans) {
      if (span.kind != NameKind::person || span.field != passages[p].field || span.index != passages[p].index)
        continue;
      const auto first = std::ranges::find_if(tokens, [&](const Token& t) { return t.end > span.start; });
      const auto last =
          std::find_if(first, tokens.end(), [&](const Token& t) { return t.start >= span.end; });
      if (first == last) continue;
      names.push_back({p,
                       static_cast<std::size_t>(first - tokens.begin()),
                       static_cast<std::size_t>(last - tokens.begin()),
                       NameKind::person,
                       0,
                       {}});
      names.back().honorifics = honorifics_before(tokens, names.back());
    }
  }
  return names;
}

// The person of the list whom the mention was counted for.
const Person* owner_of(const Mention& mention, const std::vector<Person>& persons) {
  for (const Person& person : persons) {
    for (const Mention& m : person.mentions) {
      if (m.field == mention.field && m.index == mention.index && m.start <= mention.start &&
          mention.start < m.end)
        return &person;
    }
  }
  return nullptr;
}

// Whether all its words stand in the full name, of which it lacks some. "Jokowi" is another name.
bool is_short(const std::string& form, const std::string& full) {
  std::istringstream words(full);
  std::set<std::string> known;
  for (std::string word; words >> word;) known.insert(name_key(word));
  words = std::istringstream(form);
  std::size_t count = 0;
  for (std::string word; words >> word; ++count) {
    if (!known.contains(name_key(word))) return false;
  }
  return count < known.size();
}

void score_joining(const Person& known, const std::vector<Person>& joined, JoinScore& score) {
  for (const Mention& mention : known.mentions) {
    if (mention.field == TextField::metadata || !is_short(mention.text, known.name)) continue;
    const Person* owner = owner_of(mention, joined);
    if (!owner) continue;
    ++score.all;
    if (name_key(owner->name) == name_key(known.name))
      ++score.right;
    else
      score.wrong.push_back(known.name + ": " + mention.text + " -> " + owner->name);
  }
}

}  // namespace

JoinScore score_joining(const Gazetteer& gazetteer, const std::vector<Example>& examples) {
  JoinScore score;
  for (const Example& example : examples) {
    const std::vector<Passage> passages = passages_of(gazetteer, example.article);
    const std::vector<Person> joined = join_persons(names_of(passages, example), passages);
    for (const Person& person : example.persons) score_joining(person, joined, score);
  }
  return score;
}

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
