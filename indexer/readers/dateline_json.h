// The format `dateline-json`: articles as --dry-run and --export print them, one JSON object a line or any
// other run of JSON objects. Fields stay as they stand: nothing is moved from one into another.
#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

[[nodiscard]] Confidence sniff_dateline_json(const Head& head);
void read_dateline_json(Input& input, ArticleSink& sink);

inline constexpr Format kDatelineJson{"dateline-json", "Dateline's own articles, one JSON object a line",
                                      sniff_dateline_json, read_dateline_json};

}  // namespace dateline
