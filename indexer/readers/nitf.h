// The format `nitf`: the IPTC's News Industry Text Format, 2.x and 3.x, alone or inside other formats.
#pragma once

#include "indexer/dates/parse_date.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/xml.h"

namespace dateline {

// Fills what the article does not have yet from an nitf element: the format around it knows better.
void fill_from_nitf(Article& article, XmlNode nitf, const DateOptions& dates);

[[nodiscard]] Confidence sniff_nitf(const Head& head);
void read_nitf(Input& input, ArticleSink& sink);

inline constexpr Format kNitf{"nitf", "NITF 2.x and 3.x", sniff_nitf, read_nitf};

}  // namespace dateline
