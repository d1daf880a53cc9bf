// The format `trec`: the news collections of the TREC conferences (AP, Wall Street Journal, Financial Times,
// Los Angeles Times and their like), and TREC-WEB's pages.
#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

[[nodiscard]] Confidence sniff_trec(const Head& head);
void read_trec(Input& input, ArticleSink& sink);

inline constexpr Format kTrec{"trec", "TREC collections: <DOC> items in SGML, or web pages", sniff_trec,
                              read_trec};

}  // namespace dateline
