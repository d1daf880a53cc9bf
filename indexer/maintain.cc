#include "indexer/maintain.h"

#include <xapian.h>

#include <filesystem>
#include <iostream>
#include <sstream>

#include "dateline/record.h"
#include "dateline/schema.h"
#include "indexer/archive/directory.h"
#include "indexer/archive/writer.h"

namespace dateline {

namespace {

// How often a reader starts anew when a writer's commits overtake it, before it gives up.
constexpr int kReopenings = 100;

Xapian::Database open_to_read(const std::string& path) {
  if (!std::filesystem::exists(std::filesystem::path(path) / "XAPIANDB"))
    throw ArchiveUnusable(path + ": there is no archive here");
  Xapian::Database database(path);
  check_version(database, path);
  return database;
}

// The values of a boolean prefix, each once.
std::uint64_t count_terms(const Xapian::Database& database, const std::string& prefix) {
  std::uint64_t count = 0;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) ++count;
  return count;
}

void tell_damaged(Xapian::docid docid) {
  std::cerr << "dateline-index: article " << docid << ": the stored record is damaged [record.damaged]\n";
}

void export_from(const Xapian::Database& database, Xapian::docid& next, bool mentions, bool& damaged) {
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting) {
    if (*posting < next) posting.skip_to(next);
    if (posting == database.postlist_end("")) break;
    const auto article = decode_record(database.get_document(*posting).get_data());
    if (article)
      std::cout << dump(to_json(*article, mentions ? Mentions::list : Mentions::leave_out)) << '\n';
    else
      std::cerr << "dateline-index: article " << *posting
                << ": the stored record is damaged [record.damaged]\n";
    damaged = damaged || !article;
    next = *posting + 1;
    if (!std::cout) return;
  }
}

}  // namespace

int run_export(const IndexOptions& options) {
  Xapian::docid next = 1;
  bool damaged = false;
  for (int attempt = 0;; ++attempt) {
    try {
      export_from(open_to_read(options.db), next, options.mentions, damaged);
      break;
    } catch (const Xapian::DatabaseError&) {
      if (attempt == kReopenings) throw;
    }
  }
  std::cout.flush();
  return damaged ? 1 : 0;
}

int run_check(const IndexOptions& options) {
  const ArchiveDirectory directory(options.db, false, options.wait_seconds);
  const Xapian::Database database = open_to_read(options.db);
  std::size_t faults = 0;
  for (const auto& part : directory.parts()) {
    std::ostringstream told;
    const std::size_t found = Xapian::Database::check(part.string(), 0, &told);
    if (found > 0) std::cerr << told.str();
    faults += found;
  }
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting) {
    if (decode_record(database.get_document(*posting).get_data())) continue;
    ++faults;
    tell_damaged(*posting);
  }
  if (!options.quiet)
    std::cerr << "dateline-index: " << database.get_doccount() << " articles checked, " << faults
              << " faults\n";
  return faults > 0 ? 1 : 0;
}

int run_compact(const IndexOptions& options) {
  ArchiveDirectory directory(options.db, false, options.wait_seconds);
  check_version(open_to_read(options.db), options.db);
  const auto next = directory.next_part();
  merge_databases(directory.parts(), next);
  directory.set_parts({next});
  return 0;
}

int run_stats(const IndexOptions& options) {
  const Xapian::Database database = open_to_read(options.db);
  std::cout << "articles       " << database.get_doccount() << '\n';
  std::cout << "first date     " << database.get_value_lower_bound(kPublishedSlot) << '\n';
  std::cout << "last date      " << database.get_value_upper_bound(kPublishedSlot) << '\n';
  for (const Field& field : kFields) {
    if (!is_facet(field)) continue;
    std::string name = field.name;
    name.resize(15, ' ');
    std::cout << name << count_terms(database, field.filter_prefix) << '\n';
  }
  return 0;
}

}  // namespace dateline
