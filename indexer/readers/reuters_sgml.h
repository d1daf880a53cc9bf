// The format `reuters-sgml`: Reuters-21578 and collections like it.
#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

[[nodiscard]] Confidence sniff_reuters_sgml(const Head& head);
void read_reuters_sgml(Input& input, ArticleSink& sink);

inline constexpr Format kReutersSgml{"reuters-sgml", "Reuters-21578: <REUTERS> items in SGML",
                                     sniff_reuters_sgml, read_reuters_sgml};

}  // namespace dateline
