#include "indexer/walk.h"

#include <fnmatch.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <stdexcept>
#include <string_view>

#include "dateline/text.h"

namespace dateline {

namespace fs = std::filesystem;

namespace {

// Pictures, sound, video, fonts, scripts and styles: what a site's mirror or a delivery holds beside its
// articles.
constexpr std::array<std::string_view, 46> kIgnoredExtensions{
    ".avi", ".avif", ".bmp", ".class", ".css", ".cur", ".eot",  ".eps",  ".flac", ".flv",  ".gif", ".heic",
    ".ico", ".ind",  ".jpe", ".jpeg",  ".jpg", ".js",  ".jp2",  ".m4a",  ".m4v",  ".map",  ".mjs", ".mkv",
    ".mov", ".mp3",  ".mp4", ".mpeg",  ".mpg", ".oga", ".ogg",  ".ogv",  ".otf",  ".png",  ".psd", ".scss",
    ".svg", ".swf",  ".tif", ".tiff",  ".ttf", ".wav", ".webm", ".webp", ".woff", ".woff2"};

bool is_ignored_extension(const fs::path& path) {
  return std::ranges::find(kIgnoredExtensions, fold(path.extension().string())) != kIgnoredExtensions.end();
}

bool is_archive(const fs::path& directory) {
  std::error_code none;
  return fs::exists(directory / "XAPIANDB", none) || fs::exists(directory / "iamglass", none);
}

const char* kind_of(mode_t mode) {
  if (S_ISFIFO(mode)) return "a named pipe";
  if (S_ISSOCK(mode)) return "a socket";
  if (S_ISCHR(mode) || S_ISBLK(mode)) return "a device";
  return "not a regular file";
}

struct DirectoryId {
  dev_t device;
  ino_t inode;
  bool operator==(const DirectoryId&) const = default;
};

class Walker {
 public:
  explicit Walker(const WalkOptions& options) : options_(options), now_(std::time(nullptr)) {}

  void start(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) throw std::runtime_error(path + ": " + std::strerror(errno));
    root_ = path;
    if (S_ISDIR(status.st_mode))
      directory(path, status);
    else
      file(path, status, true);
  }

  Walk take() { return std::move(walk_); }

 private:
  void directory(const fs::path& path, const struct stat& status) {
    const DirectoryId id{status.st_dev, status.st_ino};
    if (std::ranges::find(above_, id) != above_.end())
      return fault(path, error("walk.loop", "the directory holds itself"));
    std::error_code problem;
    std::vector<fs::path> entries;
    for (fs::directory_iterator it(path, problem), end; !problem && it != end; it.increment(problem))
      entries.push_back(it->path());
    if (problem) fault(path, error("file.unreadable", problem.message()));
    std::ranges::sort(entries, {}, [](const fs::path& p) -> const std::string& { return p.native(); });
    above_.push_back(id);
    for (const fs::path& found : entries) entry(found);
    above_.pop_back();
  }

  void entry(const fs::path& path) {
    if (path.filename().native().starts_with('.')) return;
    struct stat link {
    }, status{};
    if (::lstat(path.c_str(), &link) != 0) return fault(path, error("file.unreadable", std::strerror(errno)));
    if (::stat(path.c_str(), &status) != 0)
      return fault(path, error("file.unreadable", std::strerror(errno)));
    const bool is_directory = S_ISDIR(status.st_mode);
    if (left_out(path, is_directory)) {
      if (!is_directory) ++walk_.ignored;
    } else if (!is_directory) {
      file(path, status, false);
    } else if (S_ISLNK(link.st_mode) && !options_.follow) {
      fault(path, warning("walk.link", "a link to a directory is not followed without --follow"));
    } else if (is_archive(path)) {
      ++walk_.ignored;
    } else {
      directory(path, status);
    }
  }

  void file(const fs::path& path, const struct stat& status, bool named) {
    if (!S_ISREG(status.st_mode)) return fault(path, error("file.not-regular", kind_of(status.st_mode)));
    const bool young = now_ - status.st_mtime < options_.min_age_seconds;
    if (young || (!named && is_ignored_extension(path))) {
      ++walk_.ignored;
      return;
    }
    walk_.files.push_back({path, static_cast<std::uint64_t>(status.st_size),
                           std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec,
                           named});
  }

  bool left_out(const fs::path& path, bool is_directory) const {
    const std::string relative = path.lexically_relative(root_).generic_string();
    const auto takes = [&](const std::string& pattern) {
      return matches_pattern(pattern, relative, is_directory);
    };
    if (std::ranges::any_of(options_.exclude, takes)) return true;
    return !is_directory && !options_.include.empty() && std::ranges::none_of(options_.include, takes);
  }

  void fault(const fs::path& path, Diagnostic what) {
    walk_.faults.emplace_back(path.native(), std::move(what));
  }

  const WalkOptions& options_;
  std::time_t now_;
  fs::path root_;
  std::vector<DirectoryId> above_;
  Walk walk_;
};

}  // namespace

bool matches_pattern(const std::string& pattern, const std::string& path, bool is_directory) {
  std::string_view body = pattern;
  const bool directories_only = body.ends_with('/');
  if (directories_only) body.remove_suffix(1);
  if (directories_only && !is_directory) return false;
  const bool anchored = body.find('/') != std::string_view::npos;
  if (body.starts_with('/')) body.remove_prefix(1);
  std::string glob(body);
  if (!anchored) return ::fnmatch(glob.c_str(), path.substr(path.rfind('/') + 1).c_str(), 0) == 0;
  if (glob.find("**") == std::string::npos) return ::fnmatch(glob.c_str(), path.c_str(), FNM_PATHNAME) == 0;
  // `**/x` takes x at the root too.
  if (glob.starts_with("**/") && ::fnmatch(glob.c_str() + 3, path.c_str(), FNM_PATHNAME) == 0) return true;
  return ::fnmatch(glob.c_str(), path.c_str(), 0) == 0;
}

Walk walk(const std::vector<std::string>& paths, const WalkOptions& options) {
  Walker walker(options);
  for (const std::string& path : paths) walker.start(path);
  Walk found = walker.take();
  // A file that two PATHs name is read once.
  std::ranges::stable_sort(found.files, {},
                           [](const FoundFile& f) -> const std::string& { return f.path.native(); });
  const auto twice = std::ranges::unique(found.files, {}, &FoundFile::path);
  found.files.erase(twice.begin(), twice.end());
  return found;
}

}  // namespace dateline
