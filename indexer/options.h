// The options of dateline-index. One table drives parsing and --help; the man page and the shell completion
// are tested against --help.
#pragma once

#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "indexer/entities/entities.h"
#include "indexer/walk.h"

namespace dateline {

// What is wrong with the command line, ready to print after the program's name.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

enum class Command : std::uint8_t {
  index,
  dry_run,
  export_articles,
  check,
  compact,
  stats,
  list_formats,
  help,
  version
};

enum class Progress : std::uint8_t { automatic, always, never };

struct IndexOptions {
  Command command = Command::index;
  std::string db;
  std::vector<std::string> paths;
  std::string format;      // empty: by content
  std::string files_from;  // empty: none
  bool nul_separated = false;
  std::string root;  // empty: what the archive remembers, else absolute paths
  std::map<std::string, std::string> set;
  EntityChoice entities = EntityChoice::both;
  std::string home;
  std::string gazetteer;  // a table of GeoNames'; empty: none
  unsigned jobs = 0;      // 0: as many as there are cores
  bool full = false;
  bool retry_failed = false;
  WalkOptions walk;
  std::uint32_t wait_seconds = 0;
  bool mentions = false;
  std::string report;
  Progress progress = Progress::automatic;
  bool strict = false;
  bool quiet = false;
  bool verbose = false;
};

// Throws UsageError.
[[nodiscard]] IndexOptions parse_options(int argc, const char* const* argv);

[[nodiscard]] std::string index_help();

}  // namespace dateline
