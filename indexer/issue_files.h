// Which files of a run belong together: a newspaper's METS file and the pages in its directory and below.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/readers/reader.h"
#include "indexer/walk.h"

namespace dateline {

// The METS files of a run by their directory: files with `mets` in their name that end in .xml.
using IssueFiles = std::map<std::filesystem::path, std::vector<std::filesystem::path>>;

// Also adds to the time of change of each METS file the sizes and times of what lies in its directory and two
// levels below, so that an issue counts as changed when one of its pages comes, goes or changes.
[[nodiscard]] IssueFiles join_issues(std::vector<FoundFile>& files);

// What lies around a file on disk. Names that lead out of its directory, by `..`, as absolute paths or
// through links, and files over 64 MB are as if they were not there.
class FileCompanions : public Companions {
 public:
  // `issues`: nullptr: none are known.
  FileCompanions(std::filesystem::path file, const IssueFiles* issues)
      : file_(std::move(file)), issues_(issues) {}

  [[nodiscard]] std::optional<std::string> read(const std::string& relative) const override;
  [[nodiscard]] std::vector<Issue> issues() const override;

 private:
  std::filesystem::path file_;
  const IssueFiles* issues_;
};

}  // namespace dateline
