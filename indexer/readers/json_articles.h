// The articles in a JSON object, wherever they lie in it.
#pragma once

#include "indexer/readers/json_objects.h"
#include "indexer/readers/mapped_article.h"
#include "indexer/readers/reader.h"

namespace dateline {

// An object with a text is an article. In another, articles are where the table's `items` lead, else it is
// one itself by its headline, else they are among its members. Packages without a text, events and plans are
// left out (`FORMAT.no-news`); an object without any article is a fault (`FORMAT.no-article`), a warning
// where a list of articles is there and empty.
//
// `slice` is where the object stands; `faults` go to the first article. Fills `mapping.by_id`.
void hand_on_articles(JsonValue root, Mapping& mapping, const JsonObjects::Slice& slice, Diagnostics faults,
                      ArticleSink& sink);

}  // namespace dateline
