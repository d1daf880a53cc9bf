// The format `xml`: news in XML of a dialect that has no reader of its own, by the names its elements usually
// have.
#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

// `likely` for XML that says it is XML, so that any reader that knows the dialect goes first.
[[nodiscard]] Confidence sniff_xml_news(std::string_view head);

// An element with both a headline and a text among its children is an article, as
// `<story><headline/><body/>`; docs/FORMATS.md lists the names. A file is one item: over 16 MB it is refused.
void read_xml_news(Input& input, ArticleSink& sink);

inline constexpr Format kXmlNews{"xml", "XML of other dialects, by the usual names of elements",
                                 sniff_xml_news, read_xml_news};

}  // namespace dateline
