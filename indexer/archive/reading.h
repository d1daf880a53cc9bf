// Reading an archive that another process may be writing.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>

#include "indexer/archive/directory.h"
#include "indexer/archive/writer.h"

namespace dateline {

// The archive's last commit. Throws ArchiveUnusable where there is none, or one of another schema version.
[[nodiscard]] inline Xapian::Database open_to_read(const std::string& path) {
  if (!std::filesystem::exists(std::filesystem::path(path) / "XAPIANDB"))
    throw ArchiveUnusable(path + ": there is no archive here");
  Xapian::Database database(path);
  check_version(database, path);
  return database;
}

// Calls `read`, which opens the archive, until no commit of a writer has overtaken it.
template <class Read>
void follow_commits(Read read) {
  constexpr int kReopenings = 100;  // before it gives up
  for (int attempt = 0;; ++attempt) {
    try {
      return read();
    } catch (const Xapian::DatabaseCorruptError&) {
      throw;
    } catch (const Xapian::DatabaseError&) {
      if (attempt == kReopenings) throw;
    }
  }
}

}  // namespace dateline
