// Which files a run reads: the PATHs of the command line, directories walked, in an order that is the same on
// every machine (names compared as bytes).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "dateline/diagnostic.h"

namespace dateline {

// The code of what is there but cannot be opened or read.
inline constexpr const char* kUnreadable = "file.unreadable";

// The PATH that means standard input.
inline constexpr const char* kStandardInput = "-";

struct WalkOptions {
  // gitignore patterns; the last one that takes a path decides, and `!` before it takes that back.
  std::vector<std::string> include;  // files to read, or directories with all their files; empty: everything
  std::vector<std::string> exclude;
  bool follow = false;               // links to directories too
  std::int64_t min_age_seconds = 0;  // leave files changed more recently than this
};

// A regular file to read. `named` says that it is a PATH itself, not found in a walk.
struct FoundFile {
  std::filesystem::path path;
  std::uint64_t size = 0;
  std::int64_t modified = 0;  // nanoseconds since 1970
  bool named = false;
};

struct Walk {
  std::vector<FoundFile> files;
  std::uint64_t ignored = 0;  // pictures, sound and the like; excluded; too young
  // What could not be read, and links that were not followed: (path, what).
  std::vector<std::pair<std::string, Diagnostic>> faults;
};

// Throws std::runtime_error, naming it, for a PATH that is not there.
[[nodiscard]] Walk walk(const std::vector<std::string>& paths, const WalkOptions& options);

// Whether a file of this name is a picture, sound, video, font, script or style, by its extension.
[[nodiscard]] bool has_no_articles(const std::filesystem::path& name);

// Whether a gitignore pattern (without `!`) takes the path, given relative to the walk's root with `/`
// between parts: a pattern with a slash before its end is anchored at the root, another matches a name at any
// depth, one that ends in `/` takes directories alone; a part `**` stands for any number of parts.
[[nodiscard]] bool matches_pattern(const std::string& pattern, const std::string& path, bool is_directory);

}  // namespace dateline
