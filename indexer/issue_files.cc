#include "indexer/issue_files.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <utility>

#include "dateline/text.h"

namespace dateline {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kMostBytes = 64U << 20U;

// Pages lie beside their METS file, or in a directory for their kind of file and their language.
constexpr int kLevels = 3;

bool is_mets(const fs::path& path) {
  const std::string name = lower(path.filename().string());
  return name.ends_with(".xml") && name.find("mets") != std::string::npos;
}

// The directories in whose tree a file may be a page, the nearest first.
std::vector<fs::path> directories_above(const fs::path& file) {
  std::vector<fs::path> found;
  for (fs::path at = file; static_cast<int>(found.size()) < kLevels && at.has_relative_path();)
    found.push_back(at = at.parent_path());
  return found;
}

bool lies_below(const fs::path& file, const fs::path& directory) {
  return std::mismatch(directory.begin(), directory.end(), file.begin(), file.end()).first == directory.end();
}

// The regular file behind all links; absent: none, too large, or outside of the directory.
std::optional<fs::path> real_file(const fs::path& directory, const fs::path& relative) {
  const bool leads_out = std::ranges::find(relative, "..") != relative.end();
  if (relative.empty() || relative.is_absolute() || leads_out) return std::nullopt;
  std::error_code fault;
  const fs::path base = fs::canonical(directory.empty() ? "." : directory, fault);
  if (fault) return std::nullopt;
  const fs::path file = fs::canonical(base / relative, fault);
  if (fault || !lies_below(file, base) || !fs::is_regular_file(file, fault)) return std::nullopt;
  return fs::file_size(file, fault) > kMostBytes || fault ? std::nullopt : std::optional(file);
}

std::optional<std::string> bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string bytes(std::istreambuf_iterator<char>(file), {});
  return file.bad() || bytes.size() > kMostBytes ? std::nullopt : std::optional(std::move(bytes));
}

}  // namespace

IssueFiles join_issues(std::vector<FoundFile>& files) {
  IssueFiles issues;
  for (const FoundFile& file : files) {
    if (is_mets(file.path)) issues[file.path.parent_path()].push_back(file.path);
  }
  if (issues.empty()) return issues;
  std::map<fs::path, std::uint64_t> changes;
  for (const FoundFile& file : files) {
    for (const fs::path& directory : directories_above(file.path)) {
      if (issues.contains(directory) && !is_mets(file.path))
        changes[directory] += static_cast<std::uint64_t>(file.modified) + file.size;
    }
  }
  for (FoundFile& file : files) {
    if (is_mets(file.path))
      file.modified = static_cast<std::int64_t>(static_cast<std::uint64_t>(file.modified) +
                                                changes[file.path.parent_path()]);
  }
  return issues;
}

std::optional<std::string> FileCompanions::read(const std::string& relative) const {
  const auto file = real_file(file_.parent_path(), relative);
  return file ? bytes_of(*file) : std::nullopt;
}

std::vector<Companions::Issue> FileCompanions::issues() const {
  std::vector<Issue> found;
  if (!issues_) return found;
  for (const fs::path& directory : directories_above(file_)) {
    const auto here = issues_->find(directory);
    if (here == issues_->end()) continue;
    const fs::path name = directory.empty() ? file_ : file_.lexically_relative(directory);
    for (const fs::path& mets : here->second) {
      auto bytes = mets == file_ ? std::nullopt : bytes_of(mets);
      if (bytes) found.push_back({std::move(*bytes), name.generic_string()});
    }
  }
  return found;
}

}  // namespace dateline
