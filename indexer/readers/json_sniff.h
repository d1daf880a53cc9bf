// What the beginning of a JSON file says of its kind, without parsing it, so that it may be cut anywhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

struct JsonHead {
  // The first keys of the first object and of those inside it, as they stand, escapes and all.
  struct Key {
    std::string_view name;
    std::size_t depth = 1;  // 1: of the outermost object
  };
  std::vector<Key> keys;
  bool broken = false;  // what follows the last key is no JSON

  [[nodiscard]] bool has(std::string_view folded) const;  // at any depth
};

// Whether the text begins as a JSON object, or a list of objects, does.
[[nodiscard]] bool is_json(std::string_view head);

// No keys: the text is no JSON object or list of objects.
[[nodiscard]] JsonHead json_head(std::string_view head);

}  // namespace dateline
