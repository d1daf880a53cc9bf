// What the class names, ids and roles of an element say that it is. The words are those that sites of all
// makes use; none belongs to one site.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/readers/html_dom.h"

namespace dateline::html {

enum Mark : std::uint32_t {
  kBody = 1U << 0U,       // the story's text: "article-body", "entry-content"
  kFurniture = 1U << 1U,  // hardly ever of the story: menus, comments, related stories, share bars
  kAside = 1U << 2U,      // often not of the story: teasers, boxes, widgets
  kCaption = 1U << 3U,
  kCredit = 1U << 4U,
  kByline = 1U << 5U,
  kDate = 1U << 6U,
  kHeadline = 1U << 7U,
  kStandfirst = 1U << 8U,  // the summary above the text
  kHidden = 1U << 9U,      // not shown, or for screen readers only
  kUpdated = 1U << 10U,    // a date of change
  kPublished = 1U << 11U,  // a date of publication
  kComments = 1U << 12U,   // what readers wrote
};

// The marks of every node; texts have none.
[[nodiscard]] std::vector<std::uint32_t> marks_of(const Page& page);

}  // namespace dateline::html
