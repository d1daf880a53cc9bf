// The authority file on its way from the command line into the archive.
#pragma once

#include <string>

#include "indexer/archive/writer.h"
#include "indexer/entities/authority.h"

namespace dateline {

struct AuthorityFile {
  std::string text;
  Authority authority;
};

// Reads the file; an empty path gives an empty one. Prints every fault and throws std::runtime_error where
// there are any, or where it cannot be read.
[[nodiscard]] AuthorityFile read_authority(const std::string& path);

// The mark (kLinkedKey) of an archive whose articles are all linked by this text.
[[nodiscard]] std::string linked_mark(const std::string& text);

// Whether a mark is of the present rules for keys, whatever the text.
[[nodiscard]] bool has_present_rules(const std::string& mark);

// Keeps the file's text in the archive where it differs from the one that is kept. With an empty path: what
// the archive keeps.
[[nodiscard]] AuthorityFile keep_authority(ArchiveWriter& writer, const std::string& path);

// For a run that adds articles: what they are linked by. Tells, unless `quiet`, where the archive's articles
// are not yet.
[[nodiscard]] Authority settle_authority(ArchiveWriter& writer, const std::string& path, bool quiet);

}  // namespace dateline
