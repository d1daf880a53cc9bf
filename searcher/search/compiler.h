// Turns a query tree into Xapian's.
#pragma once

#include <xapian.h>

#include <set>
#include <string>
#include <vector>

#include "searcher/query/query.h"
#include "searcher/search/archive.h"
#include "searcher/search/forms.h"
#include "searcher/search/names.h"
#include "searcher/search/pattern.h"

namespace dateline {

// What the query looks for in an article, to be pointed out in it.
struct Wanted {
  std::vector<Pattern> patterns;
  std::set<std::string> names;  // keys of persons, places and organisations, each after its kind and a blank
};

class Compiler {
 public:
  Compiler(const Archive& archive, bool exact) : archive_(archive), forms_(archive), exact_(exact) {}

  // Filters have no weight. Throws QueryError.
  [[nodiscard]] Xapian::Query compile(const Node& node);

  // One filter given by its option; `names` receives what its value was taken for.
  [[nodiscard]] Xapian::Query filter(const Field& field, const std::string& value, bool quoted,
                                     TakenNames* names = nullptr);

  [[nodiscard]] Wanted& wanted() { return wanted_; }
  // What a reader should know: whom a name was taken for, what is not in the archive.
  [[nodiscard]] std::vector<std::string>& notes() { return notes_; }
  // The forms of each word, for --explain.
  [[nodiscard]] std::vector<std::string>& explanation() { return explanation_; }
  // Whether any words are searched for, so that there is a relevance to sort by.
  [[nodiscard]] bool has_words() const { return has_words_; }

 private:
  Xapian::Query all(const Node& node);
  Xapian::Query except(const Node& node);
  Xapian::Query words(const Node& node);
  Xapian::Query near(const Node& node);
  Run run(const Node& node, std::vector<WordList>& forms);
  WordList forms_of(const Node& node, std::size_t at);
  std::vector<Run> alternatives(const Node& node, std::vector<Xapian::Query>& single,
                                Xapian::Query& candidates);
  Xapian::Query finish(const Xapian::Query& query, Pattern pattern, bool check);
  void spend(std::size_t expansions);
  void note_names(const Field& field, const std::string& value, const TakenNames& taken);

  const Archive& archive_;
  Forms forms_;
  bool exact_;
  std::size_t spent_ = 0;  // words and names that those with a * stand for
  bool negated_ = false;
  bool has_words_ = false;
  Wanted wanted_;
  std::vector<std::string> notes_;
  std::vector<std::string> explanation_;
};

}  // namespace dateline
