// A run over files: what `dateline-index --db ARCHIVE PATH...` and `--dry-run` do.
#pragma once

#include "indexer/options.h"

namespace dateline {

// The exit code of a run that was asked to stop by SIGINT or SIGTERM is this plus the signal's number.
inline constexpr int kExitSignal = 128;

// Each returns the exit code. What ends a run is told and reported; they throw only where the report cannot
// be written.
[[nodiscard]] int run_index(const IndexOptions& options);
[[nodiscard]] int run_dry(const IndexOptions& options);

}  // namespace dateline
