#include "searcher/search/compiler.h"

#include <algorithm>

#include "searcher/search/date_terms.h"
#include "searcher/search/verify.h"

namespace dateline {

namespace {

using Xapian::Query;

constexpr std::size_t kNamesInNote = 5;
constexpr std::size_t kFormsInExplanation = 20;
constexpr std::size_t kMaxExpansions = 100'000;

Query join(Query::op op, const std::vector<Query>& parts) { return {op, parts.begin(), parts.end()}; }

Query unweighted(const Query& query) { return {Query::OP_SCALE_WEIGHT, query, 0.0}; }

std::string text_prefix(const std::string& field) {
  return field.empty() ? "" : find_field(field)->text_prefix;
}

// Forms of one word count as one word in the ranking; inside a phrase Xapian takes only OR.
Query any_form(const std::string& prefix, const WordList& forms, Query::op op) {
  std::vector<Query> terms;
  for (const std::string& form : forms) terms.emplace_back(prefix + form);
  return terms.size() == 1 ? terms.front() : join(op, terms);
}

Query in_a_row(const std::string& prefix, const std::vector<WordList>& forms) {
  if (forms.size() == 1) return any_form(prefix, forms.front(), Query::OP_SYNONYM);
  std::vector<Query> parts;
  for (const WordList& word : forms) parts.push_back(any_form(prefix, word, Query::OP_OR));
  return {Query::OP_PHRASE, parts.begin(), parts.end(), static_cast<Xapian::termcount>(parts.size())};
}

std::string listed(const std::vector<std::string>& names, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < std::min(most, names.size()); ++i) text += (i > 0 ? ", " : "") + names[i];
  if (names.size() > most) text += " and " + std::to_string(names.size() - most) + " more";
  return text;
}

}  // namespace

Query Compiler::compile(const Node& node) {
  switch (node.kind) {
    case NodeKind::everything:
      return unweighted(Query::MatchAll);
    case NodeKind::nothing:
      return Query::MatchNothing;
    case NodeKind::words:
      return words(node);
    case NodeKind::all:
      return all(node);
    case NodeKind::any: {
      std::vector<Query> parts;
      for (const Node& child : node.children) parts.push_back(compile(child));
      return join(Query::OP_OR, parts);
    }
    case NodeKind::maybe: {
      const Query must = compile(node.children[0]);
      return {Query::OP_AND_MAYBE, must, compile(node.children[1])};
    }
    case NodeKind::except:
      return {Query::OP_AND_NOT, unweighted(Query::MatchAll), except(node)};
    case NodeKind::near:
      return near(node);
    case NodeKind::filter:
      return filter(*find_field(node.field), node.value, node.quoted);
    case NodeKind::has:
      return unweighted(Query(kHasPrefix + node.value));
    case NodeKind::dates: {
      const Field& field = *find_field(node.field);
      return unweighted(field.slot == kPublishedSlot ? published_in(*node.dates, archive_.database())
                                                     : slot_in(*node.dates, field.slot, archive_.database()));
    }
  }
  return {};
}

// What a NOT leaves out; nothing in there is pointed out to the reader.
Query Compiler::except(const Node& node) {
  negated_ = !negated_;
  Query query = compile(node.children.front());
  negated_ = !negated_;
  return query;
}

Query Compiler::all(const Node& node) {
  std::vector<Query> kept, left_out;
  for (const Node& child : node.children) {
    if (child.kind == NodeKind::except)
      left_out.push_back(except(child));
    else
      kept.push_back(compile(child));
  }
  const Query query = kept.empty() ? unweighted(Query::MatchAll) : join(Query::OP_AND, kept);
  return left_out.empty() ? query : Query(Query::OP_AND_NOT, query, join(Query::OP_OR, left_out));
}

// A plain word stands for its family; in quotes, in a row or beside NEAR it is exact but for accents.
WordList Compiler::forms_of(const Node& node, std::size_t at) {
  const std::string& term = node.words[at].term;
  const bool last = at + 1 == node.words.size();
  if (node.prefix && last) {
    WordList words = forms_.beginning(term, text_prefix(node.field));
    spend(words.size());
    return words;
  }
  if (exact_) return {term};
  if (node.quoted || node.words.size() > 1) return forms_.variants(term);
  return forms_.family(term);
}

Run Compiler::run(const Node& node, std::vector<WordList>& forms) {
  Run tests;
  for (std::size_t i = 0; i < node.words.size(); ++i) {
    forms.push_back(forms_of(node, i));
    WordTest test;
    test.terms = {forms.back().begin(), forms.back().end()};
    test.surface = node.words[i].surface;
    test.beginning = node.prefix && i + 1 == node.words.size();
    test.exact = exact_;
    tests.push_back(std::move(test));
    explanation_.push_back(node.words[i].term + ": " + listed(forms.back(), kFormsInExplanation));
  }
  return tests;
}

// Remembers the pattern for the snippets and, where the index cannot tell, has the stored text checked for
// it.
Query Compiler::finish(const Query& query, Pattern pattern, bool check) {
  has_words_ = true;
  if (!negated_) wanted_.patterns.push_back(pattern);
  return check || exact_ ? verified(query, std::move(pattern)) : query;
}

Query Compiler::words(const Node& node) {
  std::vector<WordList> forms;
  Pattern pattern;
  pattern.field = node.field;
  pattern.steps = {{run(node, forms)}};
  return finish(in_a_row(text_prefix(node.field), forms), std::move(pattern), node.field == "body");
}

// The runs of one operand. `single` receives one query a word, unless a phrase is among them; `candidates`
// what any article with the operand matches.
std::vector<Run> Compiler::alternatives(const Node& node, std::vector<Query>& single, Query& candidates) {
  std::vector<Run> runs;
  std::vector<Query> all_candidates, terms;
  bool phrases = false;
  for (const Node& choice : node.kind == NodeKind::any ? node.children : std::vector<Node>{node}) {
    if (choice.kind == NodeKind::any) throw QueryError("NEAR and ADJ take one level of parentheses");
    std::vector<WordList> forms;
    runs.push_back(run(choice, forms));
    const std::string prefix = text_prefix(choice.field);
    all_candidates.push_back(in_a_row(prefix, forms));
    phrases = phrases || forms.size() > 1;
    for (const std::string& form : forms.front()) terms.emplace_back(prefix + form);
  }
  candidates = join(Query::OP_OR, all_candidates);
  if (!phrases) single.push_back(join(Query::OP_OR, terms));
  return runs;
}

Query Compiler::near(const Node& node) {
  Pattern pattern;
  pattern.field = node.field;
  pattern.distance = node.distance;
  pattern.ordered = node.ordered;
  std::vector<Query> singles, candidates;
  for (const Node& child : node.children) {
    pattern.steps.push_back(alternatives(child, singles, candidates.emplace_back()));
  }
  const bool only_words = singles.size() == node.children.size();
  // Positions within so many words, counted as Xapian does: the words themselves and those that may be
  // between.
  const auto window = static_cast<Xapian::termcount>(node.distance + node.children.size() - 1);
  const Query query = only_words ? Query(node.ordered ? Query::OP_PHRASE : Query::OP_NEAR, singles.begin(),
                                         singles.end(), window)
                                 : join(Query::OP_AND, candidates);
  return finish(query, std::move(pattern), !only_words || node.field == "body");
}

Query Compiler::filter(const Field& field, const std::string& value, bool quoted, TakenNames* names) {
  const TakenNames taken = take_names(archive_, field, value, quoted);
  spend(taken.keys.size());
  note_names(field, value, taken);
  if (names) *names = taken;
  std::vector<Query> terms;
  for (const std::string& key : taken.keys) {
    terms.emplace_back(term_of(field.filter_prefix, key));
    if (!negated_)
      wanted_.names.insert(std::string(kValueKindNames[static_cast<std::size_t>(field.kind)]) + " " + key);
  }
  return unweighted(join(Query::OP_OR, terms));
}

// Keeps a query of a thousand one-letter beginnings from taking minutes.
void Compiler::spend(std::size_t expansions) {
  spent_ += expansions;
  if (spent_ > kMaxExpansions)
    throw QueryError("this query stands for more than " + std::to_string(kMaxExpansions) +
                     " words and names; give more letters before each *");
}

void Compiler::note_names(const Field& field, const std::string& value, const TakenNames& taken) {
  // A name that is shown just so needs no words.
  if (taken.whole && taken.keys.size() == 1 &&
      fold_name(display_form(archive_.database(), facet_key(field.kind, taken.keys[0]), value).value) ==
          fold_name(value))
    return;
  if (taken.keys.empty()) {
    std::string note = "no " + std::string(field.name) + " \"" + value + "\" in the archive";
    if (!taken.nearest.empty()) note += "; the nearest is \"" + taken.nearest + '"';
    notes_.push_back(std::move(note));
    return;
  }
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(kNamesInNote, taken.keys.size()); ++i)
    names.push_back(
        display_form(archive_.database(), facet_key(field.kind, taken.keys[i]), taken.keys[i]).value);
  names.resize(taken.keys.size());
  notes_.push_back(std::string(field.name) + ":" + value + " is taken for " + listed(names, kNamesInNote));
}

}  // namespace dateline
