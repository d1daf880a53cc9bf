// The headline of a page and where it stands.
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/html_blocks.h"
#include "indexer/readers/html_facts.h"

namespace dateline::html {

struct Headline {
  std::string text;    // without the site's name
  NodeIndex node = 0;  // its element, or the first text of its line, on the page; 0: none is
};

// Weighs the page's headings, or lines that are none where no heading prints the title, against what the
// metadata give as headline.
[[nodiscard]] Headline find_headline(const Page& page, const std::vector<std::uint32_t>& marks,
                                     const std::vector<Block>& blocks, const PageFacts& facts);

// A page's title without the name of its site at the end: "Bell returned | The Post" -> "Bell returned".
// `sites` are names that the site goes by.
[[nodiscard]] std::string without_site(const std::string& title, const std::vector<std::string>& sites);

// The letters and digits alone, in small letters without accents: what two prints of one headline share.
[[nodiscard]] std::string bare_letters(std::string_view text);

}  // namespace dateline::html
