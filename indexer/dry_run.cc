#include <iostream>

#include "dateline/json.h"
#include "indexer/archive/report.h"
#include "indexer/authority_file.h"
#include "indexer/index_run.h"
#include "indexer/run_files.h"

namespace dateline {

int run_dry(const IndexOptions& options) {
  const RunFiles found = find_files(options);
  bool failed = false;
  const auto tell = [&](const std::string& path, const FileFault& fault) {
    const bool is_error = fault.diagnostic.severity == Severity::error;
    failed = failed || is_error;
    if (is_error || options.verbose) std::cerr << to_line({path, fault, true}) << '\n';
  };
  for (const auto& [path, diagnostic] : found.faults) tell(path, {{}, diagnostic});
  const Mentions mentions = options.mentions ? Mentions::list : Mentions::leave_out;
  const Remembered remembered(options.root);
  catch_signals();
  const Authority authority = read_authority(options.authority).authority;
  const auto use = [&](std::size_t file, const PreparedPiece& piece) {
    for (const ReadyArticle& ready : piece.ready) {
      std::cout << dump(to_json(ready.article, mentions)) << '\n';
      for (const Diagnostic& d : ready.article.diagnostics)
        tell(found.files[file].path.string(), {ready.article.source.member.value_or(""), d});
    }
    for (const FileFault& fault : piece.read.faults) tell(found.files[file].path.string(), fault);
    return std::cout.good();
  };
  read_files(options, authority, found.files, found.issues, remembered, {}, Build::no, use);
  std::cout.flush();
  if (signal_caught() != 0) return kExitSignal + signal_caught();
  return failed ? 1 : 0;
}

}  // namespace dateline
