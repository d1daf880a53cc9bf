// Reads one file, with what is packed in it, and hands on articles in pieces.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "dateline/article.h"
#include "indexer/archive/manifest.h"
#include "indexer/dates/parse_date.h"
#include "indexer/issue_files.h"
#include "indexer/readers/field_map.h"
#include "indexer/walk.h"

namespace dateline {

// Some articles of a file or of one member of it, in their order; the last piece says what the whole file
// was. Faults may be of any member.
struct ReadPiece {
  std::vector<Article> articles;
  std::vector<FileFault> faults;
  bool one_of_many = false;  // the file, or the member they lie in, holds more than one article
  bool last = false;
  std::string content;      // hex_hash of the file's bytes; of those that were read, where the reader gave up
  std::uint64_t bytes = 0;  // of the file
};

struct ReadSettings {
  std::string format;  // empty: by content
  DateOptions dates;
  std::shared_ptr<const FieldMap> map = {};  // null: none
  const IssueFiles* issues = nullptr;        // of the run; nullptr: none
};

// Calls `emit` for each piece, at least once: the last. Articles have their source filled, with the
// source_path of `remembered`, and no id but their source's. When `stopped` turns true the bytes seem to end:
// what is emitted from then on is not to be used. `file.path` may be kStandardInput.
void read_file(const FoundFile& file, const std::string& remembered, const ReadSettings& settings,
               const std::function<void(ReadPiece)>& emit, const std::function<bool()>& stopped);

}  // namespace dateline
