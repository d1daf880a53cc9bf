// The authority file: what people say of names (docs/NAMES.md). A line is one fact, so that files are easily
// compared:
//
//     # comment
//     person Sergey Lavrov         the preferred name
//       alias S. V. Lavrov         is him too
//     place Kyiv
//       alias Kiev
//       country UA
//     organisation European Union
//     hide person Foreign Ministry
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "dateline/article.h"
#include "dateline/schema.h"
#include "indexer/entities/gazetteer.h"

namespace dateline {

class Authority {
 public:
  // What is said of a name.
  struct Ruling {
    std::string name;  // the preferred one
    bool hidden = false;
    std::optional<Place> country;  // of a place: the country it lies in
  };

  // Says nothing of any name.
  Authority() = default;
  // Reads the file's text. Each fault, with its line and column, is appended to `faults`; where there are
  // any, the rest of the file still counts. Countries are the gazetteer's.
  Authority(std::string_view text, const Gazetteer& gazetteer, Diagnostics& faults);

  // Of the name with that key (value_key), preferred or alias; nullptr: nothing.
  [[nodiscard]] const Ruling* find(ValueKind kind, const std::string& key) const;

  // Entries of the synonym table by which a query finds the preferred name (schema.h, kAliasKey).
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> expansions() const;

 private:
  friend class AuthorityReader;

  // The name with this key is one of an entry.
  struct Known {
    std::size_t entry = 0;
    std::uint64_t line = 0;
  };
  struct Entry {
    ValueKind kind = ValueKind::none;
    std::string key;  // of the preferred name
    Ruling ruling;
  };

  std::vector<Entry> entries_;
  std::unordered_map<std::string, Known> known_;  // by kind, tab, key
};

}  // namespace dateline
