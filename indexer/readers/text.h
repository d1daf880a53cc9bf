// The format `text`: one article a file, as scraped pages, wire copies and plain typescripts lay it out.
#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

[[nodiscard]] Confidence sniff_text(const Head& head);
void read_text(Input& input, ArticleSink& sink);

inline constexpr Format kText{"text", "plain text: captions, headline, byline, dateline, paragraphs",
                              sniff_text, read_text};

}  // namespace dateline
