// The query language: text to tree. docs/QUERY.md describes it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"

namespace dateline {

// Throws QueryError with the column of what cannot be read. A text without any word is everything.
// A text of up to any size costs time linear in it.
[[nodiscard]] Node parse_query(std::string_view text, Day today);

// The same where every character is text: no fields, no operators, no phrases.
[[nodiscard]] Node parse_plain(std::string_view text);

// `match any`: the plain words that stand side by side become words any of which will do, ranked by how many
// an article holds. What is marked + or joined by AND, phrases, fields and filters stay as they are.
[[nodiscard]] Node loosen(Node query);

// Whether loosen would change it.
[[nodiscard]] bool can_loosen(const Node& query);

// The tree in the query language, every group in parentheses: `oil AND (gas OR coal) AND NOT "price cap"`.
[[nodiscard]] std::string print(const Node& query);

// The arguments of a command line as one query text. One argument is the query itself, but `name:value`
// without quotes or operators takes all the rest as its value. Of several, each is a word, and one that holds
// white space is a phrase or its name's value.
[[nodiscard]] std::string join_arguments(const std::vector<std::string>& arguments);

// The value of a filter given by its option, `--person 'Trump*'`: a filter on that field.
[[nodiscard]] Node filter_node(const std::string& field, const std::string& value);

}  // namespace dateline
