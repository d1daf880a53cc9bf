#include "indexer/index_run.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <set>

#include "dateline/terms.h"
#include "indexer/archive/report.h"
#include "indexer/archive/writer.h"
#include "indexer/authority_file.h"
#include "indexer/reported_run.h"
#include "indexer/run_files.h"

namespace dateline {

namespace fs = std::filesystem;

namespace {

constexpr const char* kSourceKey = "source:";  // metadata: a PATH that once held files

class IndexRun {
 public:
  IndexRun(const IndexOptions& options, RunReport& report)
      : options_(options),
        report_(report),
        directory_(options.db, true, options.wait_seconds),
        writer_(directory_),
        remembered_(options.root.empty() ? writer_.metadata(kRootKey) : options.root) {
    if (!options.root.empty()) writer_.set_metadata(kRootKey, remembered_.root());
  }

  void run() {
    const Authority authority = settle_authority(writer_, options_.authority, options_.quiet);
    RunFiles found = find_files(options_);
    report_.files.ignored = found.ignored;
    for (const auto& [path, diagnostic] : found.faults) walk_fault(path, diagnostic);
    check_sources(found);
    const std::vector<FoundFile> files = changed_files(std::move(found.files));
    std::uint64_t bytes = 0;
    for (const FoundFile& file : files) bytes += file.size;
    writer_.expect(bytes, thread_count(options_));
    catch_signals();
    read_files(options_, authority, files, found.issues, remembered_, report_.started, Build::documents,
               [&](std::size_t file, PreparedPiece piece) {
                 take(files[file], std::move(piece));
                 show_progress();
                 return true;
               });
    if (signal_caught() != 0)
      writer_.stop();
    else
      writer_.finish();
    report_.total_articles = writer_.article_count();
    if (shown_) std::cerr << "\r\x1b[K";
  }

 private:
  // --- which files ---

  // What cannot be read has a row without bytes, so that a later run knows it.
  void walk_fault(const std::string& path, const Diagnostic& diagnostic) {
    if (diagnostic.severity == Severity::warning) return warn({path, {{}, diagnostic}, true});
    const std::string name = remembered_.name(path);
    const auto former = writer_.row(name);
    const bool is_new = options_.retry_failed || !former || !had_fault(*former, diagnostic);
    ++report_.files.failed;
    fail({path, {{}, diagnostic}, is_new});
    if (!is_new) return;
    ManifestRow row{name, 0, 0, {}, {}, {{{}, diagnostic}}};
    if (former) keep_ids(row, *former);
    writer_.end_file(row);
  }

  static void keep_ids(ManifestRow& row, const ManifestRow& former) {
    row.ids = former.ids;
    row.further = former.further;
  }

  // A directory that held files once and holds none now is more likely not mounted than emptied.
  void check_sources(const Walk& found) {
    for (const std::string& path : options_.paths) {
      if (path == "-" || !fs::is_directory(path)) continue;
      const std::string key = kSourceKey + hex_hash(remembered_.name(path));
      const std::string source = (fs::path(path) / "").string();
      const bool holds = std::ranges::any_of(
          found.files, [&](const FoundFile& file) { return file.path.string().starts_with(source); });
      if (holds)
        writer_.set_metadata(key, "1");
      else if (!writer_.metadata(key).empty())
        fail({path,
              {{}, error("source.empty", "the directory held files in an earlier run and holds none now")},
              true});
    }
  }

  std::vector<FoundFile> changed_files(std::vector<FoundFile> all) {
    std::vector<FoundFile> files;
    for (FoundFile& file : all) {
      const auto row = writer_.row(remembered_.name(file.path));
      if (row && is_unchanged(file, *row))
        leave(file, *row);
      else
        files.push_back(std::move(file));
    }
    return files;
  }

  bool is_unchanged(const FoundFile& file, const ManifestRow& row) const {
    if (options_.full || file.path == "-") return false;
    if (options_.retry_failed && !row.failures.empty()) return false;
    if (is_unreadable(row)) return false;
    return row.size == file.size && row.modified == file.modified;
  }

  void leave(const FoundFile& file, const ManifestRow& row) {
    ++report_.files.unchanged;
    report_.articles.unchanged += row.articles();
    for (const FileFault& fault : row.failures) fail({file.path.string(), fault, false});
  }

  // Rights and mounts change without the file's size or time: what could not be opened is tried again.
  static bool is_unreadable(const ManifestRow& row) {
    return std::ranges::any_of(row.failures,
                               [](const FileFault& f) { return f.diagnostic.code == kUnreadable; });
  }

  static bool had_fault(const ManifestRow& row, const Diagnostic& now) {
    return std::ranges::any_of(row.failures, [&](const FileFault& f) {
      return f.diagnostic.code == now.code && f.diagnostic.message == now.message;
    });
  }

  // --- one file ---

  void take(const FoundFile& file, PreparedPiece piece) {
    if (row_.path.empty()) begin(file);
    if (piece.read.last) row_.content = piece.read.content;
    if (!first_piece_ || !piece.read.last || !take_renamed(piece)) {
      for (ReadyArticle& ready : piece.ready) add(file, std::move(ready), piece.read.one_of_many);
    }
    for (FileFault& fault : piece.read.faults) take_fault(file, std::move(fault));
    first_piece_ = false;
    if (piece.read.last) end(piece.read.bytes);
  }

  void begin(const FoundFile& file) {
    row_ = {remembered_.name(file.path), file.size, file.modified, {}, {}, {}};
    former_ = writer_.row(row_.path);
    renamed_from_.clear();
    first_piece_ = true;
  }

  void end(std::uint64_t bytes) {
    const bool failed = row_.ids.empty() && !row_.failures.empty();
    ++(failed ? report_.files.failed : report_.files.read);
    report_.bytes_read += bytes;
    // Mended, the file's article shall find its id again.
    if (failed && former_) keep_ids(row_, *former_);
    if (!renamed_from_.empty())
      writer_.end_renamed_file(renamed_from_, row_);
    else if (row_.path != kStandardInput)
      writer_.end_file(row_);
    row_ = {};
  }

  // The same bytes under another name: the articles keep their ids. False: these bytes are new, or still
  // stand where they stood.
  bool take_renamed(const PreparedPiece& piece) {
    if (former_ || row_.path == kStandardInput || row_.content.empty()) return false;
    const std::string old_path = writer_.metadata(kContentKey + piece.read.content);
    const auto old_row = old_path.empty() ? std::nullopt : writer_.row(old_path);
    if (!old_row || old_row->content != piece.read.content || old_path == row_.path) return false;
    std::error_code unknown;
    if (fs::exists(remembered_.file(old_path), unknown) || unknown) return false;
    report_.articles.updated += old_row->articles();
    keep_ids(row_, *old_row);
    renamed_from_ = old_path;
    return true;
  }

  void add(const FoundFile& file, ReadyArticle ready, bool one_of_many) {
    settle_id(ready, one_of_many);
    if (!ready.article.published) ++report_.articles.undated;
    if (!EntityFinder::reads(ready.article.language)) ++report_.articles.without_model;
    for (const Diagnostic& diagnostic : ready.article.diagnostics)
      warn({file.path.string(), {ready.article.source.member.value_or(""), diagnostic}, true});
    row_.add_id(ready.article.id);
    writer_.add(std::move(ready), [this, path = file.path.string()](const AddResult& result) {
      count(result.outcome);
      if (result.claimed_twice)
        warn(
            {path, {{}, warning("id.claimed-twice", "another article has the same id: " + result.id)}, true});
    });
  }

  // A file of one article keeps the id its article has, whatever the file is called now; and an id made from
  // a path is made afresh where an article that has moved away still bears it. Standard input is no path:
  // there the bytes decide.
  void settle_id(ReadyArticle& ready, bool one_of_many) {
    const Article& article = ready.article;
    const auto made_up = [&](const std::string& id) { return id == made_up_id(article, one_of_many, {}); };
    if (!made_up(article.id)) return;
    const bool is_member = article.source.member.has_value();
    std::string id = article.id;
    if (former_) {
      if (!is_member && !one_of_many && former_->ids.size() == 1 && former_->ids[0].starts_with(kMadeUp))
        id = former_->ids[0];
    } else if (row_.path == kStandardInput) {
      if (!one_of_many) id = made_up_id(article, is_member, row_.content);
    } else {
      const auto holder = writer_.article(id);
      if (holder && holder->source.path != article.source.path)
        id = made_up_id(article, one_of_many, row_.content);
    }
    if (id != article.id) writer_.rename(ready, id);
  }

  void count(Added outcome) {
    RunReport::Articles& articles = report_.articles;
    switch (outcome) {
      case Added::added:
        ++articles.added;
        break;
      case Added::updated:
        ++articles.updated;
        break;
      case Added::unchanged:
        ++articles.unchanged;
        break;
      case Added::deleted:
        ++articles.deleted;
        break;
      case Added::superseded:
      case Added::killed:
        ++articles.skipped;
        break;
    }
  }

  void take_fault(const FoundFile& file, FileFault fault) {
    // A file that could not be opened before is not news while it is the same file.
    const bool known = former_ && fault.diagnostic.code == kUnreadable && !options_.retry_failed &&
                       former_->size == file.size && former_->modified == file.modified &&
                       had_fault(*former_, fault.diagnostic);
    const LocatedFault located{file.path.string(), fault, !known};
    if (fault.diagnostic.severity == Severity::warning) return warn(located);
    row_.failures.push_back(std::move(fault));
    fail(located);
  }

  // --- telling ---

  void fail(const LocatedFault& located) {
    if (located.is_new) tell(located);
    report_.failures.push_back(located);
  }

  void warn(const LocatedFault& located) {
    if (options_.verbose) tell(located);
    report_.warn(located.path, located.fault);
  }

  void tell(const LocatedFault& located) {
    if (shown_) std::cerr << "\r\x1b[K";
    std::cerr << to_line(located) << '\n';
  }

  void show_progress() {
    const bool wanted =
        options_.progress == Progress::always ||
        (options_.progress == Progress::automatic && !options_.quiet && ::isatty(STDERR_FILENO) == 1);
    const auto now = std::chrono::steady_clock::now();
    if (!wanted || now - last_shown_ < std::chrono::milliseconds(250)) return;
    last_shown_ = now;
    shown_ = true;
    std::cerr << "\r\x1b[K" << report_.files.read + report_.files.failed << " files, "
              << report_.articles.added + report_.articles.updated << " articles" << std::flush;
  }

  const IndexOptions& options_;
  RunReport& report_;
  ArchiveDirectory directory_;
  ArchiveWriter writer_;
  Remembered remembered_;
  ManifestRow row_;                    // of the file that is being taken in; path empty: none
  std::optional<ManifestRow> former_;  // what the archive knew of it
  std::string renamed_from_;           // the path that held this file's bytes before; empty: none
  bool first_piece_ = true;
  bool shown_ = false;
  std::chrono::steady_clock::time_point last_shown_ = std::chrono::steady_clock::now();
};

void tell_tally(const RunReport& r, bool verbose) {
  std::cerr << "dateline-index: " << r.articles.added << " added, " << r.articles.updated << " updated, "
            << r.articles.unchanged << " unchanged, " << r.articles.deleted << " deleted; " << r.files.failed
            << " of " << r.files.read + r.files.unchanged + r.files.failed << " files failed; "
            << r.total_articles << " articles in all, " << zero_padded(static_cast<unsigned>(r.seconds), 1)
            << "." << static_cast<unsigned>(r.seconds * 10) % 10 << " s\n";
  if (r.articles.without_model > 0 && verbose)
    std::cerr << "dateline-index: articles in languages without a model: " << r.articles.without_model
              << "; they have only names of the gazetteer and of tags\n";
}

}  // namespace

int run_index(const IndexOptions& options) {
  const RunReport report = reported_run(options, [&](RunReport& filled) {
    filled.archive = options.db;
    IndexRun(options, filled).run();
  });
  if (report.error.empty() && !options.quiet) tell_tally(report, options.verbose);
  return report.exit;
}

}  // namespace dateline
