// What the archive remembers of each file that was read, so that a run reads only what changed. It lies in
// the database's metadata, committed together with the articles of the file:
//
//     file:HASH     a row as JSON; HASH is of the remembered path, as keys are limited to 255 bytes
//     content:HASH  the remembered path of the file that last held these bytes, to know a renamed file
//     killed:HASH   the highest version of an id (hashed) that was withdrawn
//     later:HASH    what stands behind an id (hashed) in the ids of items that claim it too
//     root          what paths are remembered relative to; absent: they are absolute
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dateline/diagnostic.h"

namespace dateline {

inline constexpr const char* kFileKey = "file:";
inline constexpr const char* kContentKey = "content:";
inline constexpr const char* kKilledKey = "killed:";
inline constexpr const char* kLaterKey = "later:";
inline constexpr const char* kRootKey = "root";

// A fault of a file, with the member of the container it lies in (empty: the file itself).
struct FileFault {
  std::string member;
  Diagnostic diagnostic;
};

// A file of more articles than this keeps the ids of its first ones only, so that a row is small however
// large its file. Who needs all ids asks for those of files that are read in one piece, which holds fewer.
inline constexpr std::size_t kMostIds = 100;

struct ManifestRow {
  std::string path;           // as remembered
  std::uint64_t size = 0;     // bytes
  std::int64_t modified = 0;  // nanoseconds since 1970
  std::string content;        // hex_hash of the bytes that were read
  std::vector<std::string> ids;
  std::vector<FileFault> failures;  // what gave nothing
  std::uint64_t further = 0;        // articles beyond `ids`; absent in the stored row: 0

  void add_id(const std::string& id);
  [[nodiscard]] std::uint64_t articles() const { return ids.size() + further; }
};

[[nodiscard]] std::string encode_row(const ManifestRow& row);
// A damaged row reads as one that matches no file.
[[nodiscard]] ManifestRow decode_row(const std::string& text);

[[nodiscard]] std::string file_key(const std::string& path);

// A remembered path as an article shows it: in UTF-8, each byte that is none as `\xE9`.
[[nodiscard]] std::string source_path(const std::string& remembered);

}  // namespace dateline
