// What indexing and --dry-run share: which files, how they are read and prepared, and when to stop.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/archive/writer.h"
#include "indexer/entities/authority.h"
#include "indexer/options.h"
#include "indexer/read_file.h"

namespace dateline {

// Where the compiled data files lie: beside the program in a build tree, in ../share/dateline once installed.
[[nodiscard]] std::filesystem::path data_directory();

// Now as RFC 3339 in UTC.
[[nodiscard]] std::string utc_now();

// The files of PATHs and --files-from; standard input is a file of path `-`.
struct RunFiles : Walk {
  IssueFiles issues;
};

// Throws std::runtime_error for a PATH that is not there.
[[nodiscard]] RunFiles find_files(const IndexOptions& options);

// The paths that articles are remembered by: absolute, or relative to a root when they lie below it.
class Remembered {
 public:
  explicit Remembered(const std::string& root);
  [[nodiscard]] std::string name(const std::filesystem::path& path) const;
  // The file of a remembered name.
  [[nodiscard]] std::filesystem::path file(const std::string& name) const { return root_ / name; }
  // The root as an absolute path; empty: none.
  [[nodiscard]] std::string root() const { return root_.string(); }

 private:
  std::filesystem::path root_;
};

// The worker threads that --jobs asks for.
[[nodiscard]] unsigned thread_count(const IndexOptions& options);

// Some articles of a file, prepared, and what was read beside them.
struct PreparedPiece {
  ReadPiece read;  // its articles have moved into `ready`
  std::vector<ReadyArticle> ready;
};

// Whether documents are built for the archive.
enum class Build : bool { no, documents };

// The entity finder with its data; tells where there is no model.
[[nodiscard]] EntityFinder make_finder(const IndexOptions& options);

// Reads `files` with all workers and hands each piece to `use` in order, on this thread; `use` returns false
// to stop. Stops by itself when a signal was caught.
void read_files(const IndexOptions& options, const Authority& authority, const std::vector<FoundFile>& files,
                const IssueFiles& issues, const Remembered& remembered, const std::string& indexed,
                Build build, const std::function<bool(std::size_t, PreparedPiece)>& use);

// From now on the first SIGINT or SIGTERM only sets a flag: the number of the signal that came, or 0. A
// second one of the same kind ends the program where it stands.
void catch_signals();
[[nodiscard]] int signal_caught();

}  // namespace dateline
