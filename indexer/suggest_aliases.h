// --suggest-aliases: names of the archive that may be one person's, for people to decide.
#pragma once

#include "indexer/options.h"

namespace dateline {

// Prints, best first, entries for the authority file, each alias below a comment with what speaks for it.
// Changes nothing. Returns the exit code.
[[nodiscard]] int run_suggest_aliases(const IndexOptions& options);

}  // namespace dateline
