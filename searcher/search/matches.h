// The articles that match a query, as sorted document ids, and walks over their values.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace dateline {

using DocIds = std::vector<Xapian::docid>;  // ascending

// All that match. Far faster than a ranked match: nothing is weighed and no document opened.
[[nodiscard]] DocIds matching(const Xapian::Database& database, const Xapian::Query& query);

// Calls `use(index of the id, value)` for each id that has a value in the slot, in order.
template <class Use>
void for_each_value(const Xapian::Database& database, Xapian::valueno slot, const DocIds& ids, Use use) {
  auto value = database.valuestream_begin(slot);
  const auto end = database.valuestream_end(slot);
  for (std::size_t i = 0; i < ids.size() && value != end; ++i) {
    if (value.get_docid() < ids[i]) {
      value.skip_to(ids[i]);
      if (value == end) break;
    }
    if (value.get_docid() == ids[i]) use(i, *value);
  }
}

}  // namespace dateline
