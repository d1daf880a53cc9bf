// What the value of a filter stands for in the archive.
#pragma once

#include <string>
#include <vector>

#include "dateline/terms.h"
#include "searcher/search/archive.h"

namespace dateline {

// The values that a filter's value was taken for.
struct TakenNames {
  std::vector<std::string> keys;  // value_key of each; empty: the archive has no such value
  bool whole = false;             // it is a name as it stands, or an alias, not part of several
  std::string nearest;            // where there are none: the display form of the value that may be meant
};

// A value is (1) a name of the field in any of its spellings (value_key), or an alias; else (2) every name or
// alias that holds all its words. One that ends in * (unless `quoted`) is every name that has the words and a
// word beginning so.
[[nodiscard]] TakenNames take_names(const Archive& archive, const Field& field, const std::string& value,
                                    bool quoted);

// How the value of a key is shown: its commonest form, the first of equals. Unknown: the key itself.
[[nodiscard]] DisplayForm display_form(const Xapian::Database& database, FacetKey key,
                                       const std::string& otherwise);

// The keys of all values of the kind with a word that begins so.
[[nodiscard]] std::vector<std::string> names_with(const Xapian::Database& database, ValueKind kind,
                                                  const std::string& beginning);

}  // namespace dateline
