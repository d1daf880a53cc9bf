#include "indexer/walk.h"

#include <fnmatch.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <span>
#include <stdexcept>
#include <string_view>
#include <unordered_set>

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

// Whether the last pattern that takes the path, or a directory that it lies in, is one without `!`.
bool is_taken(const std::vector<std::string>& patterns, const fs::path& path, bool is_directory) {
  const auto takes = [&](const std::string& pattern) {
    if (matches_pattern(pattern, path.generic_string(), is_directory)) return true;
    for (fs::path above = path.parent_path(); !above.empty(); above = above.parent_path()) {
      if (matches_pattern(pattern, above.generic_string(), true)) return true;
    }
    return false;
  };
  bool taken = false;
  for (const std::string& pattern : patterns) {
    const bool back = pattern.starts_with('!');
    if (takes(pattern.substr(back ? 1 : 0))) taken = !back;
  }
  return taken;
}

std::vector<std::string> parts_of(std::string_view path) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t slash = path.find('/');
    parts.emplace_back(path.substr(0, slash));
    if (slash == std::string_view::npos) return parts;
    path.remove_prefix(slash + 1);
  }
}

bool match_parts(std::span<const std::string> globs, std::span<const std::string> parts) {
  if (globs.empty()) return parts.empty();
  if (globs[0] != "**")
    return !parts.empty() && ::fnmatch(globs[0].c_str(), parts[0].c_str(), 0) == 0 &&
           match_parts(globs.subspan(1), parts.subspan(1));
  // At the end it takes everything inside, but not the directory itself.
  if (globs.size() == 1) return !parts.empty();
  for (std::size_t skipped = 0; skipped <= parts.size(); ++skipped) {
    if (match_parts(globs.subspan(1), parts.subspan(skipped))) return true;
  }
  return false;
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
    if (!S_ISDIR(status.st_mode))
      file(path, status, true);
    else if (is_archive(path))
      fault(path, error("file.no-articles", "an archive, which holds no files to read"));
    else
      directory(path, status);
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
    if (problem) fault(path, error(kUnreadable, problem.message()));
    std::ranges::sort(entries, {}, [](const fs::path& p) -> const std::string& { return p.native(); });
    above_.push_back(id);
    for (const fs::path& found : entries) entry(found);
    above_.pop_back();
  }

  void entry(const fs::path& path) {
    if (path.filename().native().starts_with('.')) return;
    struct stat link {
    }, status{};
    if (::lstat(path.c_str(), &link) != 0) return fault(path, error(kUnreadable, std::strerror(errno)));
    if (::stat(path.c_str(), &status) != 0) return fault(path, error(kUnreadable, std::strerror(errno)));
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

  // One dated in the future is not young: another machine's clock set that, and it would wait for ever.
  [[nodiscard]] bool is_young(const struct stat& status) const {
    return std::abs(now_ - status.st_mtime) < options_.min_age_seconds;
  }

  void file(const fs::path& path, const struct stat& status, bool named) {
    if (!S_ISREG(status.st_mode)) return fault(path, error("file.not-regular", kind_of(status.st_mode)));
    const bool ignored = has_no_articles(path);
    if (ignored && named)
      return fault(path, error("file.no-articles", "a picture, sound, video, font, script or style"));
    if (ignored || is_young(status)) {
      ++walk_.ignored;
      return;
    }
    walk_.files.push_back({path, static_cast<std::uint64_t>(status.st_size),
                           std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec,
                           named});
  }

  bool left_out(const fs::path& path, bool is_directory) const {
    const fs::path relative = path.lexically_relative(root_);
    if (is_taken(options_.exclude, relative, is_directory)) return true;
    return !is_directory && !options_.include.empty() && !is_taken(options_.include, relative, false);
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

bool has_no_articles(const fs::path& name) {
  return std::ranges::find(kIgnoredExtensions, fold(name.extension().string())) != kIgnoredExtensions.end();
}

bool matches_pattern(const std::string& pattern, const std::string& path, bool is_directory) {
  std::string_view body = pattern;
  const bool directories_only = body.ends_with('/');
  if (directories_only) body.remove_suffix(1);
  if (directories_only && !is_directory) return false;
  const bool anchored = body.find('/') != std::string_view::npos;
  if (body.starts_with('/')) body.remove_prefix(1);
  if (anchored) return match_parts(parts_of(body), parts_of(path));
  return ::fnmatch(std::string(body).c_str(), path.substr(path.rfind('/') + 1).c_str(), 0) == 0;
}

Walk walk(const std::vector<std::string>& paths, const WalkOptions& options) {
  Walker walker(options);
  for (const std::string& path : paths) walker.start(path);
  Walk found = walker.take();
  std::ranges::stable_sort(found.files, {},
                           [](const FoundFile& f) -> const std::string& { return f.path.native(); });
  // A file that two PATHs name is read once, under whatever spelling of its path comes first.
  if (paths.size() > 1) {
    std::unordered_set<std::string> seen;
    std::erase_if(found.files, [&](const FoundFile& file) {
      return !seen.insert(fs::absolute(file.path).lexically_normal().string()).second;
    });
  }
  return found;
}

}  // namespace dateline
