// Puts articles into an archive. With bulk_load.h the only place that writes Xapian databases.
//
// Every commit is a whole state: articles, and the manifest rows of files all of whose articles it holds. A
// killed run leaves the last commit; files whose rows were not committed are read again by the next run and
// give the same articles.
#pragma once

#include <xapian.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "indexer/archive/bulk_load.h"
#include "indexer/archive/directory.h"
#include "indexer/archive/document.h"
#include "indexer/archive/identity.h"
#include "indexer/archive/manifest.h"

namespace dateline {

// Metadata: the authority file's text; and, where all articles are linked by it, "RULES:HASH" of kNameRules
// and that text. "RULES:" where articles from before the present file are not.
inline constexpr const char* kAuthorityKey = "authority";
inline constexpr const char* kLinkedKey = "linked";

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
  // Opens the archive's one part, merging what an interrupted bulk load left, or makes the first. Throws
  // ArchiveUnusable for one of another schema version.
  explicit ArchiveWriter(ArchiveDirectory& directory);

  [[nodiscard]] std::string metadata(const std::string& key) const { return database_.get_metadata(key); }
  void set_metadata(const std::string& key, const std::string& value);
  [[nodiscard]] std::optional<ManifestRow> row(const std::string& remembered_path) const;
  // Of everything taken in so far, committed or not.
  [[nodiscard]] std::uint64_t article_count() const;
  // The article of that id; absent: none, or its record is damaged. During a bulk load, of those from before
  // it.
  [[nodiscard]] std::optional<Article> article(const std::string& id) const;

  // Keeps the text of an authority file; its `aliases` (kAliasKey entries of the synonym table) take the
  // place of the former ones. Not during a bulk load.
  void keep_authority(const std::string& text, const std::vector<Expansion>& aliases);

  // Puts a document in the place of the one with this docid. Commits when a commit is due.
  void rewrite(Xapian::docid docid, const BuiltDocument& built);
  // The stored records of at most `most` articles, those with the docid `from` and up, in order.
  [[nodiscard]] std::vector<std::pair<Xapian::docid, std::string>> records(Xapian::docid from,
                                                                           std::size_t most) const;

  // Says how much is to come, before the first article: enough of it against what is there starts a bulk
  // load.
  void expect(std::uint64_t bytes, unsigned threads);

  // Takes one article in by the rules of identity.h; its id must be set. Commits when a commit is due, within
  // a file too. `done` learns what became of it, now
  // or, when another article has its id during a bulk load, by the end of finish().
  using Done = std::function<void(const AddResult&)>;
  void add(ReadyArticle ready, Done done);
  // Gives an article that is not in the archive yet another id.
  void rename(ReadyArticle& ready, const std::string& id);
  // Ends a file: the next article is of another.
  void end_file(const ManifestRow& row);
  // The same for a file that holds what `old_path` held: its row replaces that path's, and the source path of
  // its articles changes, nothing else.
  void end_renamed_file(const std::string& old_path, const ManifestRow& row);
  // Commits everything and ends a bulk load.
  void finish();
  // Commits what can be committed quickly, for a run that was told to stop. Files with articles still waiting
  // for their turn are read again by the next run.
  void stop();

 private:
  struct Waiting {
    Article article;
    Done done;
  };

  struct Held {
    Xapian::docid docid = 0;
    Article article;
  };

  AddResult take(const ReadyArticle& ready);
  AddResult resolve(std::vector<Held> holders, const ReadyArticle& ready);
  std::vector<Xapian::docid> drop_former(std::vector<Held>& holders, const Article& newcomer) const;
  void store(std::vector<Held> claimants, const std::vector<Settled>& settled, const BuiltDocument& built,
             std::vector<Xapian::docid> free);
  AddResult withdraw(const Article& notice);
  void replace(Xapian::docid docid, const BuiltDocument& built);
  void remove(Xapian::docid docid);
  [[nodiscard]] Xapian::docid find(const std::string& id) const;
  // The articles under an id and under the ids made of it for those that claim it too; empty: none has it.
  [[nodiscard]] std::vector<Held> holders_of(const std::string& id) const;
  [[nodiscard]] std::optional<Article> article(Xapian::docid docid) const;
  [[nodiscard]] bool is_killed(const Article& article) const;
  [[nodiscard]] bool is_of_run(const std::string& id) const;
  void remember(const std::string& id);
  void move(const std::string& id, const std::string& from, const std::string& to);
  void set_row(const ManifestRow& row);
  void end_bulk_load();
  void commit_if_due();
  void commit();

  ArchiveDirectory& directory_;
  Xapian::WritableDatabase
      database_;  // always within a transaction: Xapian would commit when its buffer is full
  WordForms forms_;
  std::unordered_set<std::uint64_t> ids_of_run_;  // hashes of ids that this run has put in or confirmed
  std::uint32_t uncommitted_ = 0;
  std::chrono::steady_clock::time_point last_commit_ = std::chrono::steady_clock::now();

  std::optional<BulkLoad> bulk_;
  std::vector<Waiting> waiting_;   // articles of a bulk load whose id is another's too
  std::vector<ManifestRow> held_;  // rows of files with articles in waiting_
  bool file_waits_ = false;        // the file that is being read has articles in waiting_
};

// Checks the schema version of an open database. Throws ArchiveUnusable.
void check_version(const Xapian::Database& database, const std::string& path);

}  // namespace dateline
