// Fast loading of many new articles. Each few hundred documents become a small database of their own, built
// by a thread that stays within its processor's cache; every few thousand articles those segments are merged
// into a part that the stub names, which is the commit; in the end all parts are merged into one.
//
// One growing database would take several times as long: its position table is rewritten all over at each
// flush.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <future>
#include <string>
#include <utility>
#include <vector>

#include "indexer/archive/directory.h"
#include "indexer/archive/document.h"

namespace dateline {

class BulkLoad {
 public:
  // `threads` segments at most are built at a time.
  BulkLoad(ArchiveDirectory& directory, unsigned threads);

  void add(BuiltDocument built);
  void set_metadata(const std::string& key, const std::string& value) { metadata_.emplace_back(key, value); }
  // Merges what was added since the last commit into a part and has the stub name it. Metadata goes in with
  // it.
  void commit();
  // The articles that were added.
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  // What this load has committed: parts in the order of their articles, larger ones first.
  struct Part {
    std::filesystem::path path;
    unsigned level = 0;  // how often its articles were merged into larger parts
  };

  void build_segment();
  void wait_for(std::size_t most);
  void merge_level();
  void name_parts();

  ArchiveDirectory& directory_;
  const std::vector<std::filesystem::path> before_;  // the parts that were there
  std::vector<Part> parts_;
  unsigned threads_;
  std::uint64_t count_ = 0;
  std::vector<BuiltDocument> batch_;
  std::vector<std::pair<std::string, std::string>> metadata_;
  std::vector<std::filesystem::path> segments_;  // since the last commit, in the order of their articles
  std::vector<std::future<void>> building_;
};

// Merges all parts into one, in their order, and has the stub name that alone. Does nothing when there is but
// one.
void merge_parts(ArchiveDirectory& directory);

// Writes `parts` as one new database, compacted; of metadata under one key the last is kept.
void merge_databases(const std::vector<std::filesystem::path>& parts, const std::filesystem::path& to);

}  // namespace dateline
