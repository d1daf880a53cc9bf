// The format `anpa`: messages of news wires, ANPA 1312 and IPTC 7901.
#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

[[nodiscard]] Confidence sniff_anpa(const Head& head);
void read_anpa(Input& input, ArticleSink& sink);

inline constexpr Format kAnpa{"anpa", "wire messages: ANPA 1312 and IPTC 7901", sniff_anpa, read_anpa};

}  // namespace dateline
