// What every run over files does around its work: it times it, tells how it ended, and writes its report.
#pragma once

#include <functional>

#include "indexer/archive/report.h"
#include "indexer/options.h"

namespace dateline {

// Calls `work`, which fills the report, and ends the report with the exit code, also where `work` throws.
// Throws only where the report cannot be written.
[[nodiscard]] RunReport reported_run(const IndexOptions& options,
                                     const std::function<void(RunReport&)>& work);

}  // namespace dateline
