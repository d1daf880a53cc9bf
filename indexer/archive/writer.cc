#include "indexer/archive/writer.h"

#include <algorithm>
#include <cstdlib>

#include "dateline/record.h"
#include "dateline/schema.h"
#include "dateline/terms.h"

namespace dateline {

namespace {

// What a killed run may lose at most (docs/OPERATIONS.md); each commit costs a few milliseconds.
constexpr std::uint32_t kArticlesPerCommit = 10'000;
constexpr std::chrono::seconds kSecondsPerCommit{30};

// Xapian writes its buffered postings out after so many documents. Its buffer is a map of maps that outgrows
// the processor's cache: 1,000 was measured half again as fast as the default of 10,000.
constexpr const char* kFlushThreshold = "1000";

Xapian::WritableDatabase open(ArchiveDirectory& directory) {
  ::setenv("XAPIAN_FLUSH_THRESHOLD", kFlushThreshold, 0);
  const auto current = directory.current();
  if (!current.empty()) {
    Xapian::WritableDatabase database(current.string(), Xapian::DB_OPEN);
    check_version(database, directory.path().string());
    return database;
  }
  const auto first = directory.next();
  Xapian::WritableDatabase database(first.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  database.set_metadata(kVersionMetadata, std::to_string(kSchemaVersion));
  database.commit();
  directory.switch_to(first);
  return database;
}

std::string killed_key(const std::string& id) { return kKilledKey + hex_hash(id); }

}  // namespace

void check_version(const Xapian::Database& database, const std::string& path) {
  const std::string version = database.get_metadata(kVersionMetadata);
  if (version == std::to_string(kSchemaVersion)) return;
  throw ArchiveUnusable(
      path + ": " + (version.empty() ? "not an archive of Dateline's" : "an archive of schema " + version) +
      "; this program reads and writes schema " + std::to_string(kSchemaVersion) +
      ": index the sources into a new archive");
}

ArchiveWriter::ArchiveWriter(ArchiveDirectory& directory) : database_(open(directory)) {}

std::optional<ManifestRow> ArchiveWriter::row(const std::string& remembered_path) const {
  const std::string text = database_.get_metadata(file_key(remembered_path));
  return text.empty() ? std::nullopt : std::optional(decode_row(text));
}

void ArchiveWriter::set_row(const ManifestRow& row) {
  database_.set_metadata(file_key(row.path), encode_row(row));
  database_.set_metadata(kContentKey + row.content, row.path);
}

void ArchiveWriter::remove_row(const std::string& remembered_path) {
  database_.set_metadata(file_key(remembered_path), "");
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

void ArchiveWriter::replace(Xapian::docid docid, BuiltDocument built) {
  for (const auto& [key, value] : built.expansions) database_.add_synonym(key, value);
  if (docid == 0)
    database_.add_document(built.document);
  else
    database_.replace_document(docid, built.document);
  ++uncommitted_;
}

void ArchiveWriter::rename(ReadyArticle& ready, const std::string& id) {
  ready.article.id = id;
  ready.built = build_document(ready.article, forms_);
}

AddResult ArchiveWriter::add(ReadyArticle ready) {
  const Article& article = ready.article;
  const std::string killed = database_.get_metadata(killed_key(article.id));
  if (!killed.empty() && article.version <= parse_digits(killed).value_or(0))
    return {Added::killed, article.id, false};
  if (article.status == Status::withdrawn) return withdraw(article);
  const Xapian::docid docid = find(article.id);
  if (docid != 0) {
    if (const auto holder = this->article(docid)) return resolve(*holder, docid, std::move(ready));
  }
  ids_of_file_.insert(article.id);
  AddResult result{Added::added, article.id, false};
  replace(docid, std::move(ready.built));
  return result;
}

AddResult ArchiveWriter::withdraw(const Article& notice) {
  const Xapian::docid docid = find(notice.id);
  const auto holder = docid == 0 ? std::nullopt : article(docid);
  if (holder && holder->version > notice.version) return {Added::superseded, notice.id, false};
  database_.set_metadata(killed_key(notice.id), std::to_string(notice.version));
  ++uncommitted_;
  if (docid == 0) return {Added::killed, notice.id, false};
  database_.delete_document(docid);
  return {Added::deleted, notice.id, false};
}

AddResult ArchiveWriter::resolve(const Article& holder, Xapian::docid docid, ReadyArticle ready) {
  Article& article = ready.article;
  const bool same_place =
      holder.source.path == article.source.path && holder.source.member == article.source.member;
  const bool reread = same_place && !ids_of_file_.contains(article.id);
  AddResult result{Added::unchanged, article.id, false};
  switch (judge(holder, article, reread)) {
    case Claim::equal:
      ids_of_file_.insert(article.id);
      return result;
    case Claim::keep:
      result.outcome = Added::superseded;
      return result;
    case Claim::replace:
      ids_of_file_.insert(article.id);
      replace(docid, std::move(ready.built));
      result.outcome = Added::updated;
      return result;
    case Claim::both:
      break;
  }
  if (comes_first(article, holder)) {
    ReadyArticle later{holder, {}};
    result.outcome = Added::added;
    replace(docid, std::move(ready.built));
    rename(later, id_of_later(holder, article));
    replace(find(later.article.id), std::move(later.built));
  } else {
    rename(ready, id_of_later(article, holder));
    result = add(std::move(ready));
  }
  result.claimed_twice = true;
  return result;
}

void ArchiveWriter::move(const std::string& id, const std::string& remembered_path) {
  const Xapian::docid docid = find(id);
  auto held = docid == 0 ? std::nullopt : article(docid);
  if (!held) return;
  ReadyArticle moved{std::move(*held), {}};
  moved.article.source.path = remembered_path;
  moved.built = build_document(moved.article, forms_);
  replace(docid, std::move(moved.built));
}

void ArchiveWriter::end_file(const ManifestRow& row) {
  set_row(row);
  ids_of_file_.clear();
  ++uncommitted_;
  const bool due = std::chrono::steady_clock::now() - last_commit_ >= kSecondsPerCommit;
  if (due || uncommitted_ >= kArticlesPerCommit) commit();
}

void ArchiveWriter::commit() {
  if (uncommitted_ > 0) database_.commit();
  uncommitted_ = 0;
  last_commit_ = std::chrono::steady_clock::now();
}

}  // namespace dateline
