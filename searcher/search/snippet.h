// What of an article to show under a hit, and why it matched.
#pragma once

#include <string>
#include <vector>

#include "searcher/search/answer.h"
#include "searcher/search/compiler.h"

namespace dateline {

inline constexpr std::size_t kSnippetBytes = 240;  // about two lines of a wide terminal

// The headline where it has a match, then the best piece of at most two other fields. Where nothing matches
// in the text (a filter by date, say): the beginning of the abstract or the body, in one part. Empty: the
// article has no text.
[[nodiscard]] std::vector<Snippet> make_snippets(const Article& article, const Wanted& wanted);

// For --explain: each field with the matches in it, one sentence each.
[[nodiscard]] std::vector<std::string> reasons(const Article& article, const Wanted& wanted);

}  // namespace dateline
