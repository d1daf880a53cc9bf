// Puts articles into an archive. The only place that writes Xapian databases.
//
// Every commit is a whole state: articles together with the manifest rows of their files. A killed run leaves
// the last commit; files whose rows were not committed are read again by the next run and give the same
// articles.
#pragma once

#include <xapian.h>

#include <chrono>
#include <optional>
#include <string>
#include <unordered_set>

#include "indexer/archive/directory.h"
#include "indexer/archive/document.h"
#include "indexer/archive/identity.h"
#include "indexer/archive/manifest.h"

namespace dateline {

// An article ready to go in. A worker builds the document under the article's own id; where the id has to
// change the writer builds it again.
struct ReadyArticle {
  Article article;
  BuiltDocument built;
};

enum class Added : std::uint8_t {
  added,
  updated,
  unchanged,
  superseded,  // an article of the archive with this id is newer
  killed,      // its id was withdrawn
  deleted,     // it is itself a withdrawal and took an article out
};

struct AddResult {
  Added outcome = Added::added;
  std::string id;              // under which the article now stands
  bool claimed_twice = false;  // the id it came with is another article's too
};

class ArchiveWriter {
 public:
  // Opens the current generation or makes the first. Throws ArchiveUnusable for one of another schema
  // version.
  explicit ArchiveWriter(ArchiveDirectory& directory);

  [[nodiscard]] std::string metadata(const std::string& key) const { return database_.get_metadata(key); }
  void set_metadata(const std::string& key, const std::string& value) { database_.set_metadata(key, value); }
  [[nodiscard]] std::optional<ManifestRow> row(const std::string& remembered_path) const;
  void set_row(const ManifestRow& row);
  void remove_row(const std::string& remembered_path);
  [[nodiscard]] std::uint64_t article_count() const { return database_.get_doccount(); }
  // The article of that id; absent: none, or its record is damaged.
  [[nodiscard]] std::optional<Article> article(const std::string& id) const;

  // Takes one article in by the rules of identity.h. `id` of the article must be set.
  AddResult add(ReadyArticle ready);
  // Gives an article that is not in the archive yet another id.
  void rename(ReadyArticle& ready, const std::string& id);
  // Remembers that a file was renamed: its articles' source path changes, nothing else.
  void move(const std::string& id, const std::string& remembered_path);
  // Ends a file: the next article is of another. Commits when a commit is due.
  void end_file(const ManifestRow& row);
  void commit();

 private:
  AddResult resolve(const Article& holder, Xapian::docid docid, ReadyArticle ready);
  AddResult withdraw(const Article& notice);
  void replace(Xapian::docid docid, BuiltDocument built);
  Xapian::docid find(const std::string& id) const;
  std::optional<Article> article(Xapian::docid docid) const;

  Xapian::WritableDatabase database_;
  WordForms forms_;
  std::unordered_set<std::string> ids_of_file_;  // taken by the file that is being read
  std::uint32_t uncommitted_ = 0;
  std::chrono::steady_clock::time_point last_commit_ = std::chrono::steady_clock::now();
};

// Checks the schema version of an open database. Throws ArchiveUnusable.
void check_version(const Xapian::Database& database, const std::string& path);

}  // namespace dateline
