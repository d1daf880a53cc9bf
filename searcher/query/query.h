// A query as a tree, read from text by parse_query. It knows fields, words and dates, and nothing of Xapian.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "searcher/query/date_range.h"

namespace dateline {

// The user's query or one of the user's options cannot be read. Ends the query; the message is one sentence.
class QueryError : public std::runtime_error {
 public:
  // `column` counts characters from 1; 0: not a place in the query text. `nearest`: the name that may be
  // meant.
  explicit QueryError(const std::string& message, std::size_t at_column = 0, std::string nearest_name = {})
      : std::runtime_error(message), column(at_column), nearest(std::move(nearest_name)) {}
  std::size_t column;
  std::string nearest;
};

// One word of a query: `term` as the archive indexes it, `surface` as it was typed (NFC).
struct QueryWord {
  std::string term;
  std::string surface;
};

enum class NodeKind : std::uint8_t {
  everything,
  nothing,  // a word that no archive can hold, such as 100 letters without a blank
  words,    // one word, or several in a row
  all,      // AND
  any,      // OR
  maybe,    // the first child; the second only adds to the rank
  except,   // NOT its child
  near,     // its children, at most `distance` words apart
  filter,   // a value of a field
  dates,    // a range of `date`, `updated` or `indexed`
  has,      // what an article has: caption, byline, date
};

struct Node {
  NodeKind kind = NodeKind::everything;
  std::string field;             // name of a Field; empty: any text
  std::string value;             // filter, has: as typed, without quotes
  std::vector<QueryWord> words;  // words: never empty
  bool quoted = false;           // words: these forms alone; filter: a final * is no wildcard
  bool prefix = false;           // words: the last one is the beginning of a word
  bool ordered = false;          // near: in this order
  unsigned distance = 0;         // near: 1..kMaxDistance
  bool required = false;         // marked + or joined by AND: never loosened
  std::optional<DateRange> dates;
  std::vector<Node> children;
};

// What a hostile or careless query may cost. NEAR must stay below kFieldGap, or it would reach into the next
// field.
inline constexpr unsigned kMaxDistance = 99;
inline constexpr unsigned kDefaultDistance = 10;
inline constexpr unsigned kMaxDepth = 100;
inline constexpr unsigned kMaxLeaves = 1000;
inline constexpr unsigned kMaxBeginnings = 50;  // words with a *, each of which may stand for thousands

[[nodiscard]] inline Node make_group(NodeKind kind, std::vector<Node> children) {
  if (children.empty()) return Node{};
  if (children.size() == 1 && kind != NodeKind::except) return std::move(children.front());
  Node group;
  group.kind = kind;
  group.children = std::move(children);
  return group;
}

}  // namespace dateline
