#include "indexer/archive/bulk_load.h"

#include <utility>

#include "dateline/calendar.h"

namespace dateline {

namespace fs = std::filesystem;

namespace {

// Measured best on news of 1 to 3 kB: smaller ones cost more merging, larger ones outgrow the cache.
constexpr std::size_t kArticlesPerSegment = 500;

// So many parts of one level are merged into one of the next: whatever is loaded, few files are open at a
// time, and each article is merged a few times only.
constexpr std::ptrdiff_t kPartsPerLevel = 16;

// Of several parts' values of one key the last part's is the newest. Xapian gives the values in no certain
// order, so the parts are asked.
class NewestMetadata : public Xapian::Compactor {
 public:
  explicit NewestMetadata(const std::vector<fs::path>& parts) {
    for (const fs::path& part : parts) parts_.emplace(parts_.begin(), part.string());
  }

  std::string resolve_duplicate_metadata(const std::string& key, std::size_t /*count*/,
                                         const std::string values[]) override {
    for (const Xapian::Database& part : parts_) {
      std::string value = part.get_metadata(key);
      if (!value.empty()) return value;
    }
    return values[0];
  }

 private:
  std::vector<Xapian::Database> parts_;  // the newest first
};

// Each document goes as soon as the segment has it: as an object it is much larger than its text.
void write_segment(const fs::path& path, std::vector<BuiltDocument> batch) {
  // Nothing reads a segment that was not finished, so it needs none of Xapian's care for torn writes.
  Xapian::WritableDatabase segment(
      path.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC);
  for (BuiltDocument& waiting : batch) {
    const BuiltDocument built = std::exchange(waiting, {});
    for (const auto& [key, value] : built.expansions) segment.add_synonym(key, value);
    segment.add_document(built.document);
  }
  segment.commit();
}

}  // namespace

BulkLoad::BulkLoad(ArchiveDirectory& directory, unsigned threads)
    : directory_(directory), before_(directory.parts()), threads_(threads) {}

void BulkLoad::add(BuiltDocument built) {
  ++count_;
  batch_.push_back(std::move(built));
  if (batch_.size() == kArticlesPerSegment) build_segment();
}

void BulkLoad::build_segment() {
  fs::create_directories(directory_.segments());
  segments_.push_back(directory_.segments() /
                      ("s" + zero_padded(static_cast<unsigned>(segments_.size()), 6)));
  wait_for(threads_ - 1);
  building_.push_back(
      std::async(std::launch::async, [path = segments_.back(), batch = std::move(batch_)]() mutable {
        write_segment(path, std::move(batch));
      }));
  batch_.clear();
}

// The oldest first: what they throw comes out here.
void BulkLoad::wait_for(std::size_t most) {
  while (building_.size() > most) {
    building_.front().get();
    building_.erase(building_.begin());
  }
}

void BulkLoad::commit() {
  if (!batch_.empty() || (segments_.empty() && !metadata_.empty())) build_segment();
  wait_for(0);
  if (segments_.empty()) return;
  {
    Xapian::WritableDatabase last(segments_.back().string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    for (const auto& [key, value] : metadata_) last.set_metadata(key, value);
    last.commit();
  }
  parts_.push_back({directory_.next_part(), 0});
  merge_databases(segments_, parts_.back().path);
  name_parts();
  segments_.clear();
  metadata_.clear();
  while (std::ssize(parts_) >= kPartsPerLevel && parts_.end()[-kPartsPerLevel].level == parts_.back().level)
    merge_level();
}

void BulkLoad::merge_level() {
  const auto first = parts_.end() - kPartsPerLevel;
  std::vector<fs::path> paths;
  for (auto part = first; part != parts_.end(); ++part) paths.push_back(part->path);
  const Part merged{directory_.next_part(), first->level + 1};
  merge_databases(paths, merged.path);
  parts_.erase(first, parts_.end());
  parts_.push_back(merged);
  name_parts();
}

void BulkLoad::name_parts() {
  std::vector<fs::path> all = before_;
  for (const Part& part : parts_) all.push_back(part.path);
  directory_.set_parts(all);
}

void merge_databases(const std::vector<fs::path>& parts, const fs::path& to) {
  Xapian::Database all;
  for (const fs::path& part : parts) all.add_database(Xapian::Database(part.string()));
  NewestMetadata newest(parts);
  all.compact(to.string(), 0, 0, newest);
}

void merge_parts(ArchiveDirectory& directory) {
  const std::vector<fs::path> parts = directory.parts();
  if (parts.size() < 2) return;
  const fs::path merged = directory.next_part();
  merge_databases(parts, merged);
  directory.set_parts({merged});
}

}  // namespace dateline
