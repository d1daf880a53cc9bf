// Who wrote a page's article.
#pragma once

#include <cstdint>
#include <vector>

#include "dateline/article.h"
#include "indexer/readers/html_blocks.h"
#include "indexer/readers/html_facts.h"

namespace dateline::html {

// The persons that the surest kind of metadata names, else those of the line marked as byline; agencies and
// papers only where no person is named. `region`: the element of the story's text.
[[nodiscard]] std::vector<Byline> find_bylines(const Page& page, const std::vector<std::uint32_t>& marks,
                                               const std::vector<Block>& blocks, const PageFacts& facts,
                                               NodeIndex headline, NodeIndex region);

}  // namespace dateline::html
