// The top of a plain text file: what stands before the copy.
#pragma once

#include "indexer/readers/article_builder.h"
#include "indexer/readers/text_layout.h"

namespace dateline {

// Takes captions, headline, byline and date lines, or a wire header, from the front of the queue; what is
// left is copy.
void read_text_head(BlockQueue& blocks, const TextShape& shape, ArticleBuilder& article);

}  // namespace dateline
