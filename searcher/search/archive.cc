#include "searcher/search/archive.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "dateline/schema.h"

namespace dateline {

namespace {

// Revisions of the databases that a stub names. Xapian gives a revision only for a database opened by itself.
std::uint64_t stub_revision(const std::filesystem::path& archive) {
  std::ifstream stub(archive / "XAPIANDB");
  std::uint64_t sum = 0;
  for (std::string type, name; stub >> type >> name;) {
    if (type == "auto") sum += Xapian::Database((archive / name).string()).get_revision();
  }
  return sum;
}

void check_version(const Xapian::Database& database, const std::string& path) {
  const std::string version = database.get_metadata(kVersionMetadata);
  if (version == std::to_string(kSchemaVersion)) return;
  if (version.empty()) throw ArchiveError(path + " is a Xapian database but no Dateline archive");
  throw ArchiveError(path + " has schema version " + version + ", this program reads version " +
                     std::to_string(kSchemaVersion) +
                     "; dateline-index --upgrade brings an older one up to date");
}

// What may be gone when it is tried again.
class ArchiveChanged : public ArchiveError {
 public:
  using ArchiveError::ArchiveError;
};

}  // namespace

Archive::Archive(std::vector<std::string> paths) : paths_(std::move(paths)) { reopen(); }

// A writer may commit, or put a new generation in place and remove the former, between two steps of opening.
void Archive::reopen() {
  constexpr int kAttempts = 5;
  for (int attempt = 1;; ++attempt) {
    try {
      return open_all();
    } catch (const ArchiveChanged&) {
      if (attempt == kAttempts) throw;
    }
  }
}

void Archive::open_all() {
  database_ = Xapian::Database();
  archive_of_shard_.clear();
  languages_.clear();
  revision_ = 0;
  for (unsigned number = 0; number < paths_.size(); ++number) {
    try {
      add(paths_[number], number);
    } catch (const Xapian::DatabaseModifiedError& error) {
      throw ArchiveChanged(paths_[number] + ": " + sentence(error));
    } catch (const Xapian::DatabaseOpeningError& error) {
      throw ArchiveChanged(paths_[number] + ": " + sentence(error));
    } catch (const Xapian::Error& error) {
      throw ArchiveError(paths_[number] + ": " + sentence(error));
    }
  }
}

void Archive::add(const std::string& path, unsigned number) {
  const Xapian::Database one(path);
  check_version(one, path);
  revision_ += one.size() == 1 ? one.get_revision() : stub_revision(path);
  archive_of_shard_.insert(archive_of_shard_.end(), one.size(), number);
  database_.add_database(one);
  add_languages(one);
}

// Document ids of several databases are dealt out in turn.
unsigned Archive::archive_of(Xapian::docid id) const {
  return archive_of_shard_[(id - 1) % archive_of_shard_.size()];
}

void Archive::add_languages(const Xapian::Database& one) {
  const std::string prefix = find_field("language")->filter_prefix;
  for (auto term = one.allterms_begin(prefix); term != one.allterms_end(prefix); ++term) {
    const std::string key = (*term).substr(prefix.size());
    const std::string primary = key.substr(0, key.find(' '));
    if (std::ranges::find(languages_, primary) == languages_.end()) languages_.push_back(primary);
  }
}

std::string sentence(const Xapian::Error& error) {
  const std::string type = error.get_type();
  const std::string& detail = error.get_msg();
  if (type == "DatabaseNotFoundError") return "there is no archive (" + detail + ")";
  if (type == "DatabaseVersionError")
    return "the archive was written by another version of Xapian (" + detail + ")";
  if (type == "DatabaseOpeningError") return "the archive cannot be opened (" + detail + ")";
  if (type == "DatabaseCorruptError")
    return "the archive is damaged (" + detail + "); restore it from a backup";
  if (type == "DatabaseLockError") return "the archive is locked by another process (" + detail + ")";
  if (type == "DatabaseModifiedError") return "the archive changes faster than it can be read; try again";
  if (type == "NetworkError" || type == "NetworkTimeoutError")
    return "a remote archive does not answer (" + detail + ")";
  return "the archive cannot be read (" + type + ": " + detail + ")";
}

}  // namespace dateline
