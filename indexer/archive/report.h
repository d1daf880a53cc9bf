// The run report: what a run saw, did and could not do (INTERFACE: "Run report").
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "dateline/json.h"
#include "indexer/archive/manifest.h"

namespace dateline {

inline constexpr int kReportSchema = 1;
inline constexpr std::size_t kExamplesPerWarning = 20;

// A fault with the file it lies in.
struct LocatedFault {
  std::string path;
  FileFault fault;
  bool is_new = true;  // found by this run; false: known from an earlier one, and the file has not changed
};

// `path:line:column: severity: message [code]`; a member is named as `a.zip!b.xml:1:1:`. An unknown line or
// column is left out. Control characters become `?`.
[[nodiscard]] std::string to_line(const LocatedFault& located);

struct RunReport {
  struct Files {
    std::uint64_t read = 0, unchanged = 0, ignored = 0, failed = 0, removed = 0;
  } files;
  struct Articles {
    std::uint64_t added = 0, updated = 0, unchanged = 0, deleted = 0, skipped = 0, undated = 0;
    std::uint64_t without_model = 0;  // in a language whose names only the gazetteer and tags tell
  } articles;
  struct Warnings {
    std::uint64_t count = 0;
    std::vector<LocatedFault> examples;
  };

  std::string archive;  // empty: a dry run, whose articles count as added
  std::string started;  // RFC 3339, UTC
  double seconds = 0;
  int exit = 0;
  std::string error;  // why the run could not finish; empty: it did
  std::uint64_t bytes_read = 0;
  std::uint64_t total_articles = 0;
  std::vector<LocatedFault> failures;
  std::map<std::string, Warnings> warnings;  // by code

  void warn(const std::string& path, FileFault fault);
};

[[nodiscard]] Json to_json(const RunReport& report);

// Writes the report in one rename, so that a reader never sees half of it; `-` is standard output. Throws
// std::system_error.
void write_report(const RunReport& report, const std::string& file);

}  // namespace dateline
