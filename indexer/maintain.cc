#include "indexer/maintain.h"

#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <cerrno>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <system_error>

#include "dateline/record.h"
#include "dateline/schema.h"
#include "indexer/archive/directory.h"
#include "indexer/archive/reading.h"
#include "indexer/failure.h"

namespace dateline {

namespace {

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
      tell_damaged(*posting);
    damaged = damaged || !article;
    next = *posting + 1;
    if (!std::cout) return;
  }
}

// The faults of a part's tables, told on standard error.
std::size_t check_part(const std::filesystem::path& part) {
  std::ostringstream told;
  std::size_t found = 0;
  try {
    found = Xapian::Database::check(part.string(), 0, &told);
  } catch (const Xapian::DatabaseError& fault) {
    told << part.string() << ": " << fault.get_msg() << '\n';
    found = 1;
  }
  if (found > 0) std::cerr << told.str();
  return found;
}

std::size_t check_records(const Xapian::Database& database) {
  std::size_t damaged = 0;
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting) {
    if (decode_record(database.get_document(*posting).get_data())) continue;
    ++damaged;
    tell_damaged(*posting);
  }
  return damaged;
}

int check_archive(const IndexOptions& options, const ArchiveDirectory& directory) try {
  std::size_t faults = 0;
  for (const auto& part : directory.parts()) faults += check_part(part);
  std::uint64_t articles = 0;
  // What is damaged so badly that it cannot be read on is one fault more.
  try {
    const Xapian::Database database = open_to_read(options.db);
    articles = database.get_doccount();
    faults += check_records(database);
  } catch (const Xapian::DatabaseError& fault) {
    std::cerr << "dateline-index: " << fault.get_msg() << '\n';
    ++faults;
  }
  if (!options.quiet)
    std::cerr << "dateline-index: " << articles << " articles checked, " << faults << " faults\n";
  return faults > 0 ? 1 : 0;
} catch (...) {
  const Failure failure = current_failure();
  std::cerr << "dateline-index: " << failure.why << '\n';
  return failure.exit;
}

void print_stats(const Xapian::Database& database, std::ostream& out) {
  out << "articles       " << database.get_doccount() << '\n';
  out << "first date     " << database.get_value_lower_bound(kPublishedSlot) << '\n';
  out << "last date      " << database.get_value_upper_bound(kPublishedSlot) << '\n';
  for (const Field& field : kFields) {
    if (!is_facet(field)) continue;
    std::string name = field.name;
    name.resize(15, ' ');
    out << name << count_terms(database, field.filter_prefix) << '\n';
  }
}

}  // namespace

int run_export(const IndexOptions& options) {
  Xapian::docid next = 1;
  bool damaged = false;
  follow_commits([&] { export_from(open_to_read(options.db), next, options.mentions, damaged); });
  return damaged ? 1 : 0;
}

int run_check(const IndexOptions& options) {
  const ArchiveDirectory directory(options.db, false, options.wait_seconds);
  // In a process of its own: Xapian trusts the blocks of a table and may crash on damaged ones.
  const pid_t child = ::fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (child == 0) ::_exit(check_archive(options, directory));
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) return WEXITSTATUS(status);
  std::cerr << "dateline-index: " << options.db << ": so damaged that checking it crashed\n";
  return 1;
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
  std::string stats;
  follow_commits([&] {
    std::ostringstream out;
    print_stats(open_to_read(options.db), out);
    stats = out.str();
  });
  std::cout << stats;
  return 0;
}

}  // namespace dateline
