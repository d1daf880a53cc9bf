// Commands on a whole archive that read no sources: --export, --check, --compact, --stats. Each returns the
// exit code.
#pragma once

#include "indexer/options.h"

namespace dateline {

// Every article as a line of JSON, in docid order, from the last commit. A commit of another run that
// overtakes the reading is followed: the export goes on after its last article.
[[nodiscard]] int run_export(const IndexOptions& options);
// 1: damaged, and standard error says where.
[[nodiscard]] int run_check(const IndexOptions& options);
// Rewrites the archive as one compacted part.
[[nodiscard]] int run_compact(const IndexOptions& options);
// Counts of articles, values of each facet and days, as text.
[[nodiscard]] int run_stats(const IndexOptions& options);

}  // namespace dateline
