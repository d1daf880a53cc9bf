// The format `mets`: an issue of a scanned newspaper, a METS file that points into the ALTO files of its
// pages.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace dateline {

[[nodiscard]] Confidence sniff_mets(const Head& head);

// Articles from their blocks on all pages. A page that cannot be read is `mets.page-missing` or its own
// fault; what else is known of its articles is kept.
void read_mets(Input& input, ArticleSink& sink);

inline constexpr Format kMets{"mets", "METS issues of scanned newspapers, with their ALTO pages", sniff_mets,
                              read_mets};

// Whether an article of that METS file lies, in part, on that page.
[[nodiscard]] bool describes_page(std::string_view mets, const std::string& page);

}  // namespace dateline
