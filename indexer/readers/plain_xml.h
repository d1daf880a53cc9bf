// The format `xml`: news in XML of a kind that has no reader of its own, by what its elements are called.
#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

[[nodiscard]] Confidence sniff_plain_xml(const Head& head);
void read_plain_xml(Input& input, ArticleSink& sink);

inline constexpr Format kPlainXml{"xml",
                                  "other XML: elements called headline, byline, date, body and the like",
                                  sniff_plain_xml, read_plain_xml};

}  // namespace dateline
