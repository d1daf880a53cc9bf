// One JSON object, parsed; what is broken in it is mended where that changes nothing else.
#pragma once

#include <optional>
#include <string>

#include "dateline/diagnostic.h"
#include "indexer/readers/json_objects.h"
#include "indexer/readers/json_value.h"

namespace dateline {

// Where the parser found the slice broken: byte `offset` (from 1; 0: not known), with nlohmann-json's own
// words about it.
[[nodiscard]] Diagnostic syntax_fault(const JsonObjects::Slice& slice, std::size_t offset,
                                      const std::string& what);

class JsonDocument {
 public:
  // What JSON forbids but writers send is mended: bytes that are no UTF-8 (told as decode() tells), control
  // characters in strings, unknown escapes, halves of surrogate pairs, NaN and Infinity, integers over 64
  // bits (they become strings). Quotes inside strings that are not escaped and commas too many are mended by
  // guessing and told
  // (`json.mended`). Absent: it stays broken, or is no object, and `faults` ends with `json.syntax`. The
  // value lives until the next call.
  std::optional<JsonValue> parse(JsonObjects::Slice& slice, Diagnostics& faults);

 private:
  bool try_parse(std::string& text, JsonValue& value);

  simdjson::dom::parser parser_;
  std::string mended_;
};

}  // namespace dateline
