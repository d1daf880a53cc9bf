#include "indexer/archive/writer.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <utility>

#include "dateline/record.h"
#include "dateline/schema.h"
#include "dateline/terms.h"

namespace dateline {

namespace {

// What a killed run may lose at most (docs/OPERATIONS.md).
constexpr std::uint32_t kArticlesPerCommit = 10'000;
constexpr std::chrono::seconds kSecondsPerCommit{30};

// Xapian writes its buffered postings out after so many documents. Its buffer is a map of maps that outgrows
// the processor's cache: 1,000 was measured faster than the default of 10,000.
constexpr const char* kFlushThreshold = "1000";

// A bulk load merges the whole archive in the end. It pays when what comes is at least this share of what is
// there, and more than a few segments.
constexpr std::uint64_t kBytesPerArticle = 2'000;
constexpr std::uint64_t kLeastBulkLoad = 2'000;
constexpr std::uint64_t kBulkShare = 50;

// A bulk load with more articles than this under ids that are taken goes on in place, as an update does.
constexpr std::size_t kMostWaiting = 1'000;

Xapian::WritableDatabase open(ArchiveDirectory& directory) {
  ::setenv("XAPIAN_FLUSH_THRESHOLD", kFlushThreshold, 0);
  if (const auto parts = directory.parts(); !parts.empty()) {
    check_version(Xapian::Database(parts[0].string()), directory.path().string());
    merge_parts(directory);
    Xapian::WritableDatabase database(directory.parts()[0].string(), Xapian::DB_OPEN);
    database.begin_transaction();
    return database;
  }
  const auto first = directory.next_part();
  Xapian::WritableDatabase database(first.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  database.set_metadata(kVersionMetadata, std::to_string(kSchemaVersion));
  database.commit();
  directory.set_parts({first});
  database.begin_transaction();
  return database;
}

std::uint64_t short_hash(const std::string& id) { return XXH3_64bits(id.data(), id.size()); }

std::string killed_key(const std::string& id) { return kKilledKey + hex_hash(id); }

std::string later_key(const std::string& id) { return kLaterKey + hex_hash(id); }

}  // namespace

void check_version(const Xapian::Database& database, const std::string& path) {
  const std::string version = database.get_metadata(kVersionMetadata);
  if (version == std::to_string(kSchemaVersion)) return;
  throw ArchiveUnusable(
      path + ": " + (version.empty() ? "not an archive of Dateline's" : "an archive of schema " + version) +
      "; this program reads and writes schema " + std::to_string(kSchemaVersion) +
      ": index the sources into a new archive");
}

ArchiveWriter::ArchiveWriter(ArchiveDirectory& directory)
    : directory_(directory), database_(open(directory)) {}

void ArchiveWriter::set_metadata(const std::string& key, const std::string& value) {
  if (metadata(key) == value) return;
  database_.set_metadata(key, value);
  ++uncommitted_;
}

void ArchiveWriter::expect(std::uint64_t bytes, unsigned threads) {
  const std::uint64_t articles = bytes / kBytesPerArticle;
  if (articles < kLeastBulkLoad || articles < article_count() / kBulkShare) return;
  commit();
  bulk_.emplace(directory_, threads);
}

std::uint64_t ArchiveWriter::article_count() const {
  return database_.get_doccount() + (bulk_ ? bulk_->count() : 0);
}

std::optional<ManifestRow> ArchiveWriter::row(const std::string& remembered_path) const {
  const std::string text = database_.get_metadata(file_key(remembered_path));
  return text.empty() ? std::nullopt : std::optional(decode_row(text));
}

void ArchiveWriter::keep_authority(const std::string& text, const std::vector<Expansion>& aliases) {
  set_metadata(kAuthorityKey, text);
  const std::vector<std::string> former(database_.synonym_keys_begin(kAliasKey),
                                        database_.synonym_keys_end(kAliasKey));
  for (const std::string& key : former) database_.clear_synonyms(key);
  for (const auto& [key, value] : aliases) {
    if (value.size() <= kMaxTerm) database_.add_synonym(key, value);
  }
  ++uncommitted_;
}

void ArchiveWriter::rewrite(Xapian::docid docid, const BuiltDocument& built) {
  replace(docid, built);
  commit_if_due();
}

std::vector<std::pair<Xapian::docid, std::string>> ArchiveWriter::records(Xapian::docid from,
                                                                          std::size_t most) const {
  std::vector<std::pair<Xapian::docid, std::string>> all;
  auto posting = database_.postlist_begin("");
  if (posting == database_.postlist_end("")) return all;
  for (posting.skip_to(from); posting != database_.postlist_end("") && all.size() < most; ++posting)
    all.emplace_back(*posting, database_.get_document(*posting).get_data());
  return all;
}

void ArchiveWriter::set_row(const ManifestRow& row) {
  const auto set = [&](const std::string& key, const std::string& value) {
    if (bulk_)
      bulk_->set_metadata(key, value);
    else
      database_.set_metadata(key, value);
  };
  set(file_key(row.path), encode_row(row));
  if (!row.content.empty()) set(kContentKey + row.content, row.path);
}

Xapian::docid ArchiveWriter::find(const std::string& id) const {
  const std::string term = id_term(id);
  const auto posting = database_.postlist_begin(term);
  return posting == database_.postlist_end(term) ? 0 : *posting;
}

std::optional<Article> ArchiveWriter::article(Xapian::docid docid) const {
  return decode_record(database_.get_document(docid).get_data());
}

std::optional<Article> ArchiveWriter::article(const std::string& id) const {
  const Xapian::docid docid = find(id);
  return docid == 0 ? std::nullopt : article(docid);
}

void ArchiveWriter::replace(Xapian::docid docid, const BuiltDocument& built) {
  for (const auto& [key, value] : built.expansions) database_.add_synonym(key, value);
  if (docid == 0)
    database_.add_document(built.document);
  else
    database_.replace_document(docid, built.document);
  ++uncommitted_;
}

void ArchiveWriter::remove(Xapian::docid docid) {
  database_.delete_document(docid);
  ++uncommitted_;
}

void ArchiveWriter::rename(ReadyArticle& ready, const std::string& id) {
  ready.article.id = id;
  ready.built = build_document(ready.article, forms_);
}

bool ArchiveWriter::is_killed(const Article& article) const {
  const std::string version = database_.get_metadata(killed_key(article.id));
  return !version.empty() && article.version <= parse_digits(version).value_or(0);
}

bool ArchiveWriter::is_of_run(const std::string& id) const { return ids_of_run_.contains(short_hash(id)); }

void ArchiveWriter::remember(const std::string& id) { ids_of_run_.insert(short_hash(id)); }

void ArchiveWriter::add(ReadyArticle ready, Done done) {
  const Article& article = ready.article;
  if (!bulk_) {
    done(take(ready));
    return commit_if_due();
  }
  if (is_killed(article)) return done({Added::killed, article.id, false});
  if (article.status == Status::withdrawn || is_of_run(article.id) || find(article.id) != 0) {
    file_waits_ = true;
    waiting_.push_back({std::move(ready.article), std::move(done)});
    if (waiting_.size() > kMostWaiting) end_bulk_load();
    return;
  }
  remember(article.id);
  ++uncommitted_;
  const AddResult result{Added::added, article.id, false};
  bulk_->add(std::move(ready.built));
  done(result);
  commit_if_due();
}

AddResult ArchiveWriter::take(const ReadyArticle& ready) {
  const Article& article = ready.article;
  if (is_killed(article)) return {Added::killed, article.id, false};
  if (article.status == Status::withdrawn) return withdraw(article);
  if (auto holders = holders_of(article.id); !holders.empty()) return resolve(std::move(holders), ready);
  remember(article.id);
  const Xapian::docid damaged = find(article.id);
  AddResult result{damaged == 0 ? Added::added : Added::updated, article.id, false};
  replace(damaged, ready.built);
  return result;
}

std::vector<ArchiveWriter::Held> ArchiveWriter::holders_of(const std::string& id) const {
  std::vector<Held> found;
  const auto add = [&](const std::string& held) {
    const Xapian::docid docid = find(held);
    auto article = docid == 0 ? std::nullopt : this->article(docid);
    if (article) found.push_back({docid, std::move(*article)});
  };
  add(id);
  if (found.empty()) return found;
  std::istringstream later(metadata(later_key(id)));
  for (std::string tail; later >> tail;) add(id + tail);
  return found;
}

AddResult ArchiveWriter::withdraw(const Article& notice) {
  const std::vector<Held> holders = holders_of(notice.id);
  if (!holders.empty() && holders[0].article.version > notice.version)
    return {Added::superseded, notice.id, false};
  set_metadata(killed_key(notice.id), std::to_string(notice.version));
  set_metadata(later_key(notice.id), "");
  for (const Held& holder : holders) remove(holder.docid);
  return {holders.empty() ? Added::killed : Added::deleted, notice.id, false};
}

AddResult ArchiveWriter::resolve(std::vector<Held> holders, const ReadyArticle& ready) {
  const Article newcomer = ready.article;
  const auto is_same = [&](const Held& held) { return same_content(held.article, newcomer); };
  const bool known = std::ranges::any_of(holders, is_same);
  std::vector<Xapian::docid> free;
  if (!known) free = drop_former(holders, newcomer);
  const bool replaces = !free.empty();

  holders.push_back({0, newcomer});
  std::vector<Article> claimants;
  for (const Held& held : holders) claimants.push_back(held.article);
  const std::vector<Settled> settled = settle(newcomer.id, claimants);
  const auto stays =
      std::ranges::find_if(settled, [&](const Settled& s) { return is_same(holders[s.claimant]); });
  AddResult result{Added::superseded, newcomer.id, false};
  if (stays != settled.end()) {
    const bool went = replaces || settled.size() < claimants.size();
    result.outcome = known ? Added::unchanged : went ? Added::updated : Added::added;
    result.id = stays->id;
    result.claimed_twice = !known && settled.size() > 1;
    remember(result.id);
  }
  store(std::move(holders), settled, ready.built, std::move(free));
  return result;
}

// What the newcomer's file held under the id before this run goes, unless it is of a later version. Gives its
// document.
std::vector<Xapian::docid> ArchiveWriter::drop_former(std::vector<Held>& holders,
                                                      const Article& newcomer) const {
  const auto former = std::ranges::find_if(holders, [&](const Held& held) {
    const Source &had = held.article.source, &has = newcomer.source;
    return had.path == has.path && had.member == has.member && !is_of_run(held.article.id) &&
           held.article.version <= newcomer.version;
  });
  if (former == holders.end()) return {};
  const Xapian::docid docid = former->docid;
  holders.erase(former);
  return {docid};
}

// Makes the documents of an id those of the claimants that stay; the last claimant is new and `built` its
// document under the plain id.
void ArchiveWriter::store(std::vector<Held> claimants, const std::vector<Settled>& settled,
                          const BuiltDocument& built, std::vector<Xapian::docid> free) {
  const std::string id = claimants.back().article.id;
  std::vector<std::string> names(claimants.size());  // what each is called now; empty: it goes
  for (const Settled& s : settled) names[s.claimant] = s.id;
  for (std::size_t i = 0; i + 1 < claimants.size(); ++i) {
    if (names[i] != claimants[i].article.id) free.push_back(claimants[i].docid);
  }
  std::string tails;
  for (const Settled& s : settled) {
    Held& held = claimants[s.claimant];
    tails += s.id.substr(id.size()) + ' ';
    if (held.docid != 0 && held.article.id == s.id) continue;
    if (held.docid != 0 && is_of_run(held.article.id)) remember(s.id);
    const bool is_built = held.docid == 0 && s.id == id;
    ReadyArticle ready{std::move(held.article), {}};
    if (!is_built) rename(ready, s.id);
    const Xapian::docid docid = free.empty() ? 0 : free.front();
    if (docid != 0) free.erase(free.begin());
    replace(docid, is_built ? built : ready.built);
  }
  for (const Xapian::docid docid : free) remove(docid);
  set_metadata(later_key(id), settled.size() > 1 ? tails : "");
}

// An id that two files claim is left to the other file's article.
void ArchiveWriter::move(const std::string& id, const std::string& from, const std::string& to) {
  const Xapian::docid docid = find(id);
  auto held = docid == 0 ? std::nullopt : article(docid);
  if (!held || held->source.path != from) return;
  ReadyArticle moved{std::move(*held), {}};
  moved.article.source.path = to;
  moved.built = build_document(moved.article, forms_);
  replace(docid, moved.built);
}

void ArchiveWriter::end_file(const ManifestRow& row) {
  if (file_waits_)
    held_.push_back(row);
  else
    set_row(row);
  file_waits_ = false;
  ++uncommitted_;
  commit_if_due();
}

// All of it goes in place, a bulk load or not, so that one commit holds all of it.
void ArchiveWriter::end_renamed_file(const std::string& old_path, const ManifestRow& row) {
  for (const std::string& id : row.ids) move(id, source_path(old_path), source_path(row.path));
  database_.set_metadata(file_key(old_path), "");
  database_.set_metadata(file_key(row.path), encode_row(row));
  database_.set_metadata(kContentKey + row.content, row.path);
  ++uncommitted_;
  commit_if_due();
}

void ArchiveWriter::commit_if_due() {
  const bool due = std::chrono::steady_clock::now() - last_commit_ >= kSecondsPerCommit;
  if (due || uncommitted_ >= kArticlesPerCommit) commit();
}

void ArchiveWriter::commit() {
  if (bulk_) bulk_->commit();
  if (uncommitted_ > 0) {
    database_.commit_transaction();
    database_.begin_transaction();
  }
  uncommitted_ = 0;
  last_commit_ = std::chrono::steady_clock::now();
}

void ArchiveWriter::end_bulk_load() {
  commit();
  bulk_.reset();
  database_.close();
  database_ = open(directory_);
  file_waits_ = false;
  for (Waiting& waiting : waiting_) {
    ReadyArticle ready{std::move(waiting.article), {}};
    ready.built = build_document(ready.article, forms_);
    waiting.done(take(ready));
  }
  waiting_.clear();
  for (const ManifestRow& row : held_) set_row(row);
  uncommitted_ += static_cast<std::uint32_t>(held_.size());
  held_.clear();
}

void ArchiveWriter::finish() {
  if (bulk_) end_bulk_load();
  commit();
}

void ArchiveWriter::stop() { commit(); }

}  // namespace dateline
