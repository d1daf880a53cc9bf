// One run of dateline-search, from options to exit code.
#pragma once

#include "searcher/options.h"

namespace dateline {

// 0: something matches; 1: nothing does, or no article has that id. Throws what read_options, Search and
// Output throw.
[[nodiscard]] int run(const Options& options);

}  // namespace dateline
