#include <iostream>

#include "dateline/json.h"
#include "indexer/authority_file.h"
#include "indexer/index_run.h"
#include "indexer/reported_run.h"
#include "indexer/run_files.h"

namespace dateline {

namespace {

class DryRun {
 public:
  DryRun(const IndexOptions& options, RunReport& report) : options_(options), report_(report) {}

  void run() {
    const RunFiles found = find_files(options_);
    report_.files.ignored = found.ignored;
    for (const auto& [path, diagnostic] : found.faults) {
      report_.files.failed += diagnostic.severity == Severity::error ? 1U : 0U;
      tell(path, {{}, diagnostic});
    }
    catch_signals();
    const Authority authority = read_authority(options_.authority).authority;
    read_files(options_, authority, found.files, found.issues, Remembered(options_.root), {}, Build::no,
               [&](std::size_t file, const PreparedPiece& piece) {
                 take(found.files[file].path.string(), piece);
                 return std::cout.good();
               });
    std::cout.flush();
  }

 private:
  void take(const std::string& path, const PreparedPiece& piece) {
    for (const ReadyArticle& ready : piece.ready) print(path, ready.article);
    for (const FileFault& fault : piece.read.faults) {
      failed_ |= fault.diagnostic.severity == Severity::error;
      tell(path, fault);
    }
    printed_ |= !piece.ready.empty();
    if (!piece.read.last) return;
    ++(failed_ && !printed_ ? report_.files.failed : report_.files.read);
    report_.bytes_read += piece.read.bytes;
    failed_ = printed_ = false;
  }

  void print(const std::string& path, const Article& article) {
    std::cout << dump(to_json(article, options_.mentions ? Mentions::list : Mentions::leave_out)) << '\n';
    ++report_.articles.added;
    report_.articles.undated += article.published ? 0U : 1U;
    report_.articles.without_model += EntityFinder::reads(article.language) ? 0U : 1U;
    for (const Diagnostic& diagnostic : article.diagnostics)
      tell(path, {article.source.member.value_or(""), diagnostic});
  }

  void tell(const std::string& path, const FileFault& fault) {
    const bool is_error = fault.diagnostic.severity == Severity::error;
    if (is_error || options_.verbose) std::cerr << to_line({path, fault, true}) << '\n';
    if (is_error)
      report_.failures.push_back({path, fault, true});
    else
      report_.warn(path, fault);
  }

  const IndexOptions& options_;
  RunReport& report_;
  bool printed_ = false;  // an article of the file that is being read
  bool failed_ = false;   // in that file
};

}  // namespace

int run_dry(const IndexOptions& options) {
  return reported_run(options, [&](RunReport& report) { DryRun(options, report).run(); }).exit;
}

}  // namespace dateline
