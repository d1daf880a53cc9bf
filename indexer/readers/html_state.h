// Articles that a page holds as data only: its script would draw them.
#pragma once

#include <optional>

#include "dateline/article.h"
#include "indexer/dates/parse_date.h"
#include "indexer/readers/html_dom.h"

namespace dateline::html {

// The longest article in the page's scripts of type application/json ("__NEXT_DATA__"), read as the format
// `json` is. Absent: none of them holds one with a headline and a text of some length.
[[nodiscard]] std::optional<Article> article_in_state(const Page& page, const DateOptions& dates);

}  // namespace dateline::html
