// The format `rss`: feeds of any age (RSS 0.9 to 2.0, RSS 1.0 in RDF, Atom 0.3 and 1.0) and WordPress exports
// (WXR).
#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

[[nodiscard]] Confidence sniff_rss(const Head& head);

// An entry is an article, in the feed's order; a feed of any size is read entry by entry. Attachments, menus
// and revisions of a WordPress export are no articles, and what it holds unpublished is left out with a
// warning.
void read_rss(Input& input, ArticleSink& sink);

inline constexpr Format kRss{"rss", "RSS 0.9-2.0, Atom 0.3 and 1.0, WordPress exports", sniff_rss, read_rss};

}  // namespace dateline
