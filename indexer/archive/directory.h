// An archive's directory: the lock, and the stub file XAPIANDB that names the current generation.
//
//     ARCHIVE/XAPIANDB     "auto g000001": what Xapian::Database(ARCHIVE) opens
//     ARCHIVE/g000001/     a generation, an ordinary Xapian database
//     ARCHIVE/lock         held by flock(2) while a run writes; its content means nothing
//
// Small changes are committed into the current generation. A new generation is built beside it and becomes
// current by one rename of the stub, so a reader sees the one or the other and a killed run leaves only a
// directory that no stub names, which the next run removes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>

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
  ~ArchiveDirectory();
  ArchiveDirectory(const ArchiveDirectory&) = delete;
  ArchiveDirectory& operator=(const ArchiveDirectory&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  // The generation that the stub names; empty in a new archive.
  [[nodiscard]] std::filesystem::path current() const;
  // A name for the next generation; nothing is made.
  [[nodiscard]] std::filesystem::path next() const;
  // Makes `generation` (a whole, committed database inside the archive) the current one, durably, and removes
  // the former one.
  void switch_to(const std::filesystem::path& generation);

 private:
  void take_lock(std::uint32_t wait_seconds);
  void remove_leftovers() const;

  std::filesystem::path path_;
  int lock_ = -1;
};

}  // namespace dateline
