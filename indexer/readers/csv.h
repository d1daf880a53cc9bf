// The format `csv`: a table of articles, a row each, with the names of the columns in the first row. Commas,
// tabs, semicolons or bars divide the cells.
#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

[[nodiscard]] Confidence sniff_csv(const Head& head);
void read_csv(Input& input, ArticleSink& sink);

inline constexpr Format kCsv{"csv", "tables: CSV and TSV with a header row", sniff_csv, read_csv};

}  // namespace dateline
