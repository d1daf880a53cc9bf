#include "indexer/reported_run.h"

#include <algorithm>
#include <chrono>
#include <iostream>

#include "indexer/failure.h"
#include "indexer/index_run.h"
#include "indexer/run_files.h"

namespace dateline {

namespace {

int exit_code(const RunReport& report, const IndexOptions& options) {
  if (signal_caught() != 0) return kExitSignal + signal_caught();
  const auto counts = [&](const LocatedFault& failure) { return failure.is_new || options.strict; };
  return std::ranges::any_of(report.failures, counts) ? 1 : 0;
}

}  // namespace

RunReport reported_run(const IndexOptions& options, const std::function<void(RunReport&)>& work) {
  const auto start = std::chrono::steady_clock::now();
  RunReport report;
  report.started = utc_now();
  try {
    work(report);
    report.exit = exit_code(report, options);
  } catch (...) {
    const Failure failure = current_failure();
    report.error = failure.why;
    report.exit = failure.exit;
  }
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  // First, lest a report that cannot be written hides why.
  if (!report.error.empty()) std::cerr << "dateline-index: " << report.error << '\n';
  if (!options.report.empty()) write_report(report, options.report);
  return report;
}

}  // namespace dateline
