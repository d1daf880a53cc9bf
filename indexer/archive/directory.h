// An archive's directory: the lock, and the stub file XAPIANDB that names its parts.
//
//     ARCHIVE/XAPIANDB     "auto g000001": what Xapian::Database(ARCHIVE) opens; a line for each part
//     ARCHIVE/g000001/     a part, an ordinary Xapian database; outside of a bulk load there is one
//     ARCHIVE/segments/    what a bulk load has not yet merged into a part
//     ARCHIVE/gazetteer-HASH.dat   what --gazetteer compiled (entities/wider_gazetteer.h); may be removed
//     ARCHIVE/lock         held by flock(2) while a run writes; its content means nothing
//
// Small changes are committed into the one part. A bulk load adds parts beside it and merges them in the end.
// Each change of the parts is one rename of the stub, so a reader sees the state before or after it, and a
// killed run leaves only directories that no stub names, which the next run removes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace dateline {

// Another process writes this archive.
class ArchiveLocked : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Made by another version, or not an archive at all; the message says what to do.
class ArchiveUnusable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A lock on the archive for as long as this lives.
class ArchiveDirectory {
 public:
  // Makes the directory when absent and `create` is set. Throws ArchiveLocked when another run holds the lock
  // for longer than `wait_seconds`, ArchiveUnusable when there is no archive and none may be made, or when
  // the directory holds something else.
  ArchiveDirectory(const std::filesystem::path& path, bool create, std::uint32_t wait_seconds);
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  // What the stub names, the first first; none in a new archive.
  [[nodiscard]] std::vector<std::filesystem::path> parts() const;
  // A name for a new part; nothing is made.
  [[nodiscard]] std::filesystem::path next_part() const;
  // Where a bulk load keeps its segments; may not exist.
  [[nodiscard]] std::filesystem::path segments() const { return path_ / "segments"; }
  // Makes `parts` (whole, committed databases inside the archive) what the stub names, durably, and removes
  // the parts that it named before and names no more.
  void set_parts(const std::vector<std::filesystem::path>& parts);

 private:
  void take_lock(std::uint32_t wait_seconds);
  void remove_leftovers() const;

  // An open file, closed when this goes.
  struct File {
    int descriptor = -1;
    File() = default;
    ~File();
    File(const File&) = delete;
    File& operator=(const File&) = delete;
  };

  std::filesystem::path path_;
  File lock_;
};

}  // namespace dateline
