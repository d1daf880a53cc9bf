// The captions of a page's pictures.
#pragma once

#include <cstdint>
#include <vector>

#include "dateline/article.h"
#include "indexer/readers/html_region.h"

namespace dateline::html {

// The captions of the story's own pictures, those of teasers left out: `figcaption`, what is marked as a
// caption, `data-caption`. Each once, in the order of the page; a credit that stands apart is its credit.
[[nodiscard]] std::vector<Caption> find_captions(const Page& page, const std::vector<std::uint32_t>& marks,
                                                 const Prose& prose, NodeIndex headline, NodeIndex region);

}  // namespace dateline::html
