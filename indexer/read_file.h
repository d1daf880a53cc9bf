// Reads one file: opens it, chooses the reader by content, and hands on articles in pieces.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "dateline/article.h"
#include "indexer/archive/manifest.h"
#include "indexer/dates/parse_date.h"
#include "indexer/issue_files.h"
#include "indexer/walk.h"

namespace dateline {

// Some articles of a file, in its order; the last piece of a file says what the whole file was.
struct ReadPiece {
  std::vector<Article> articles;
  std::vector<FileFault> faults;
  bool one_of_many = false;  // the file holds more than one article
  bool last = false;
  std::string content;      // hex_hash of the file's bytes; of those that were read, where the reader gave up
  std::uint64_t bytes = 0;  // of the file
};

struct ReadSettings {
  std::string format;  // empty: by content
  DateOptions dates;
  const IssueFiles* issues = nullptr;  // of the run; nullptr: none
};

// Calls `emit` for each piece, at least once: the last. Articles have their source filled, with the
// source_path of `remembered`, and no id but their source's. When `stopped` turns true the bytes seem to end:
// what is emitted from then on is not to be used. `file.path` may be kStandardInput.
void read_file(const FoundFile& file, const std::string& remembered, const ReadSettings& settings,
               const std::function<void(ReadPiece)>& emit, const std::function<bool()>& stopped);

}  // namespace dateline
