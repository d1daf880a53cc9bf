// The format `alto`: pages of scanned newspapers with their recognised text, ALTO 1 to 4, and METS beside
// them.
#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

[[nodiscard]] Confidence sniff_alto(std::string_view head);

// A page is an article, as a page's file alone does not tell where articles begin: text blocks are
// paragraphs, words broken at line ends are whole. A METS file, which only points at pages, is left out with
// a warning.
void read_alto(Input& input, ArticleSink& sink);

inline constexpr Format kAlto{"alto", "ALTO pages of scanned newspapers", sniff_alto, read_alto};

}  // namespace dateline
