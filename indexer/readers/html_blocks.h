// The lines of a page: what stands between two block elements or double line breaks.
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/html_dom.h"

namespace dateline::html {

struct Block {
  NodeIndex owner = 0;     // the innermost block element around it
  NodeIndex first = 0;     // its first text
  NodeIndex last = 0;      // its last text that is not blank
  std::string text;        // NFC, white space folded, never empty
  std::size_t linked = 0;  // bytes of it inside links
};

// All blocks below the page's root but those in elements that never hold a story's text: scripts, forms'
// fields, frames, pictures.
[[nodiscard]] std::vector<Block> blocks_of(const Page& page);

// The text of a block with a blank wherever an element begins or ends: some sites divide what stands in one
// line by its look alone.
[[nodiscard]] std::string text_apart(const Page& page, const Block& block);

// The lines of a block as its single line breaks divide it; those that are blank are left out.
[[nodiscard]] std::vector<std::string> lines_of(const Page& page, const Block& block);

// How much running text a block is, in bytes: 0 for headings, labels and what is mostly links.
[[nodiscard]] std::size_t prose_of(const Page& page, const Block& block);

[[nodiscard]] bool is_heading(std::string_view name);

}  // namespace dateline::html
