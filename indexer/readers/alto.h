// The format `alto`: pages of scanned newspapers with their recognised text, ALTO 1 to 4, by themselves.
#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

[[nodiscard]] Confidence sniff_alto(const Head& head);

// A page is an article, as a page's file alone does not tell where articles begin: text blocks are
// paragraphs, words broken at line ends are whole. A page whose articles a METS file of the same run tells is
// left to that (`alto.of-issue`).
void read_alto(Input& input, ArticleSink& sink);

inline constexpr Format kAlto{"alto", "ALTO pages of scanned newspapers", sniff_alto, read_alto};

}  // namespace dateline
