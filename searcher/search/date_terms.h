// Ranges of days as Xapian queries.
#pragma once

#include <xapian.h>

#include "searcher/query/date_range.h"

namespace dateline {

// The articles published in the range: every day that an article may have lies in it. Answers with year terms
// for whole years, month terms for whole months and day terms at the ends.
[[nodiscard]] Xapian::Query published_in(const DateRange& range, const Xapian::Database& database);

// The same for a slot that holds sortable dates (schema.h) but has no terms.
[[nodiscard]] Xapian::Query slot_in(const DateRange& range, Xapian::valueno slot,
                                    const Xapian::Database& database);

}  // namespace dateline
