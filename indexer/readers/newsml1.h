// The format `newsml1`: the IPTC's NewsML 1.x, with NITF, XHTML, HTML or bare paragraphs inside.
#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

[[nodiscard]] Confidence sniff_newsml1(const Head& head);

// A NewsItem is an article; its components give text, captions and tags. The id is the public identifier
// without its revision, so that a later revision replaces.
void read_newsml1(Input& input, ArticleSink& sink);

inline constexpr Format kNewsml1{"newsml1", "NewsML 1.x", sniff_newsml1, read_newsml1};

}  // namespace dateline
