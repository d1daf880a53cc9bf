// The paragraphs of a page's story.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/readers/html_region.h"

namespace dateline::html {

// What of the story stands in other fields than its body.
struct NotBody {
  NodeIndex headline = 0;          // the headline's element; 0: none was found
  std::vector<std::string> texts;  // headline, captions: paragraphs that say the same are left out
  std::vector<std::string> authors;
  std::string stated_text;  // the text as the metadata give it; empty: they do not
};

// The paragraphs in `region`, headings between them included; without what comes before the headline, lines
// about author and date, lists of links and calls to read, follow or subscribe.
[[nodiscard]] std::vector<std::string> paragraphs_of(const Page& page, const std::vector<Block>& blocks,
                                                     const Prose& prose, NodeIndex region,
                                                     const NotBody& others);

}  // namespace dateline::html
