// The command line of dateline-search.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "searcher/render/renderer.h"
#include "searcher/search/request.h"

namespace dateline {

// The command line cannot be understood; the message is one sentence.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

enum class When : std::uint8_t { automatic, always, never };

struct Options {
  std::vector<std::string> archives;
  Request request;
  Format format = Format::text;
  std::vector<std::string> fields;  // csv
  bool count = false;               // the total alone
  std::optional<std::string> show;  // one article's id
  When color = When::automatic;
  bool pager = true;
  bool quiet = false;  // no output, the exit code tells
  bool help = false;
  bool version = false;
};

// Throws UsageError, or QueryError for the query itself. Reads DATELINE_DB where no --db is given.
[[nodiscard]] Options read_options(const std::vector<std::string>& arguments);

[[nodiscard]] std::string search_help();

}  // namespace dateline
