// One or several archives opened as one database, and what goes wrong with them as sentences.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace dateline {

// An archive cannot be read; the message is one sentence that names it.
class ArchiveError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Archive {
 public:
  // Throws ArchiveError when one is not there, is no archive, has another schema version or is damaged.
  explicit Archive(std::vector<std::string> paths);

  [[nodiscard]] const Xapian::Database& database() const { return database_; }

  // Opens all of them anew: a writer may have put another generation in place, which Database::reopen would
  // not see.
  void reopen();

  // Which of the paths holds the article.
  [[nodiscard]] unsigned archive_of(Xapian::docid id) const;

  // Grows with each commit; the sum over all databases.
  [[nodiscard]] std::uint64_t revision() const { return revision_; }

  // The languages of its articles, primary subtags ("en"), each once.
  [[nodiscard]] const std::vector<std::string>& languages() const { return languages_; }

 private:
  void open_all();
  void add(const std::string& path, unsigned number);
  void add_languages(const Xapian::Database& one);

  std::vector<std::string> paths_;
  Xapian::Database database_;
  std::vector<unsigned> archive_of_shard_;
  std::vector<std::string> languages_;
  std::uint64_t revision_ = 0;
};

// What went wrong, for people: "the archive is damaged: ...".
[[nodiscard]] std::string sentence(const Xapian::Error& error);

// Runs `work`; when a writer has meanwhile replaced what it was reading, opens the archive anew and runs it
// again.
template <class Work>
auto with_retry(Archive& archive, Work work) {
  constexpr int kAttempts = 5;
  for (int attempt = 1;; ++attempt) {
    try {
      return work();
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (attempt == kAttempts) throw;
    }
    archive.reopen();
  }
}

}  // namespace dateline
