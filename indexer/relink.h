// --relink and --recognise: names of articles that are in the archive made anew from their records, without
// their sources.
#pragma once

#include "indexer/options.h"

namespace dateline {

// Links every article by the authority file (--authority, else the one that the archive keeps) and the
// present rules; with Command::recognise after finding its names anew with the present model. Articles for
// which nothing changes are left as they are. Told to stop, it commits what it has; the next run does the
// rest. Returns the exit code.
[[nodiscard]] int run_relink(const IndexOptions& options);

}  // namespace dateline
