// Where a page of hits ended, as text that means something to this program alone.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>

#include "searcher/search/request.h"

namespace dateline {

struct Cursor {
  std::uint64_t rank = 0;      // hits before the next page
  Xapian::docid id = 0;        // the last hit's, and its place in time
  std::uint64_t time = 0;      //
  std::uint64_t revision = 0;  // of the archive, under relevance
};

// The text of a cursor for this request in this order.
[[nodiscard]] std::string print(const Cursor& cursor, const Request& request, Sort sort);

// Reads it back. Throws QueryError when it is none, or belongs to another query or order.
[[nodiscard]] Cursor read_cursor(const std::string& text, const Request& request, Sort sort);

}  // namespace dateline
