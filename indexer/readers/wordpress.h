// What a WordPress export (WXR) says of an entry beyond RSS, and how WordPress writes text.
#pragma once

#include "dateline/article.h"
#include "indexer/dates/parse_date.h"
#include "indexer/readers/feed_entry.h"
#include "indexer/readers/xml.h"

namespace dateline {

[[nodiscard]] bool is_wordpress(XmlNode entry);

// Sets again what WordPress knows better: its date as the site prints it, categories as section and tags as
// keywords, the writer's full name, and the text with WordPress's paragraphs and captions. False: the entry
// is no article, or was not published.
[[nodiscard]] bool fill_from_wordpress(Article& article, const Feed& feed, XmlNode entry,
                                       const DateOptions& dates);

}  // namespace dateline
