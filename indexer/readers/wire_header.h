// The header of wire copy kept as text: lines of `-- headline`, `-- By names`, `-- date`, `-- address`.
#pragma once

#include <string_view>

#include "indexer/readers/article_builder.h"
#include "indexer/readers/text_layout.h"

namespace dateline {

// Takes the header from the front of the queue; false, and nothing taken: there is none. The first line that
// is no address is the headline; the others may come in any order, be empty or be missing.
bool read_wire_header(BlockQueue& blocks, ArticleBuilder& article);

// Whether the text is a web address and nothing else.
[[nodiscard]] bool is_url(std::string_view text);

// Takes a header of labelled lines off the front block: "HEADLINE: ...", "BYLINE: ...", "DATE: ...". False:
// there is none; it has at least two such lines, one of them the headline's.
bool read_labelled_header(BlockQueue& blocks, ArticleBuilder& article);

}  // namespace dateline
