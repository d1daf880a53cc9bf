// The format `html`: a news page of any site, one article a page.
#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

[[nodiscard]] Confidence sniff_html(const Head& head);
void read_html(Input& input, ArticleSink& sink);

inline constexpr Format kHtml{"html", "news pages: JSON-LD, microdata, OpenGraph, and the markup itself",
                              sniff_html, read_html};

// One page's article. `declared` names the encoding that came with the page (as HTTP's header does); empty:
// none did. What keeps it from being read goes to the sink as a fault.
void read_html_page(std::string_view bytes, std::string_view declared, const DateOptions& dates,
                    ArticleSink& sink);

}  // namespace dateline
