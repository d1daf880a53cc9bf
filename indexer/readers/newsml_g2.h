// The format `newsml-g2`: the IPTC's NewsML-G2, news messages and single items, with XHTML, HTML or NITF
// inside.
#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

[[nodiscard]] Confidence sniff_newsml_g2(const Head& head);

// A text item is an article. Pictures, graphics, sound and video give their captions to the articles that
// name them by link or package, and are articles of captions where none does; a package is an article of its
// headlines where its items are not in the file. Items of knowledge, concepts, events and planning are left
// out with a warning.
void read_newsml_g2(Input& input, ArticleSink& sink);

inline constexpr Format kNewsmlG2{"newsml-g2", "NewsML-G2 messages and items", sniff_newsml_g2,
                                  read_newsml_g2};

}  // namespace dateline
