// Questions about a JSON value, as the tables of field_map.h put them. Keys are compared as fold_key says.
#pragma once

#include <simdjson.h>

#include <span>
#include <string>
#include <string_view>

#include "indexer/readers/field_map.h"

namespace dateline {

using JsonValue = simdjson::dom::element;

// No path leads to more values than this: what a record lists more often is not worth reading.
inline constexpr std::size_t kMostValues = 1000;

namespace detail {
[[nodiscard]] bool same_key(std::string_view key, std::string_view folded);
}

[[nodiscard]] inline bool same_key(std::string_view key, std::string_view folded) {
  // Every key of a record is compared with many, and mostly begins with another letter.
  const bool letter = !key.empty() && (key[0] | 0x20) >= 'a' && (key[0] | 0x20) <= 'z';
  if (letter && !folded.empty() && (key[0] | 0x20) != folded[0]) return false;
  return detail::same_key(key, folded);
}

// Whether the member `step.filter` of an object is one of `step.values`; true without a filter.
[[nodiscard]] bool passes(JsonValue value, const PathStep& step);

namespace detail {

// `left` bounds the values, nested lists too.
template <class Use>
void walk(JsonValue value, std::span<const PathStep> steps, const PathStep* last, std::size_t& left,
          Use& use) {
  if (left == 0) return;
  if (value.is_array()) {
    for (JsonValue element : simdjson::dom::array(value)) walk(element, steps, last, left, use);
    return;
  }
  if (last && !passes(value, *last)) return;
  if (steps.empty()) return --left, use(value);
  if (!value.is_object()) return;
  for (const auto& [key, member] : simdjson::dom::object(value)) {
    if (steps.front().key == "*" || same_key(key, steps.front().key))
      walk(member, steps.subspan(1), &steps.front(), left, use);
  }
}

}  // namespace detail

// Calls `use` for each value, never a list, that the path leads to.
template <class Use>
void walk(JsonValue from, const FieldPath& path, Use use) {
  std::size_t left = kMostValues;
  detail::walk(from, path.steps, nullptr, left, use);
}

// A string or number as it stands; of an object its name, value or text, whatever it calls that; else empty.
[[nodiscard]] std::string text_of(JsonValue value);

// The same for what the path leads to first that is not empty.
[[nodiscard]] std::string first_text(JsonValue from, const FieldPaths& paths);

// A number that counts seconds, milliseconds or microseconds since 1970, as `2019-05-28T08:10:57Z`; one that
// can be a year or a day (1987, 20190528) as it stands; empty: neither.
[[nodiscard]] std::string moment_of(double number);

}  // namespace dateline
