// The format `rcv1`: the items of Reuters Corpus Volume 1 and its sisters, one newsitem a file or many.
#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

[[nodiscard]] Confidence sniff_rcv1(const Head& head);
void read_rcv1(Input& input, ArticleSink& sink);

inline constexpr Format kRcv1{"rcv1", "Reuters Corpus Volume 1 (newsitem)", sniff_rcv1, read_rcv1};

}  // namespace dateline
