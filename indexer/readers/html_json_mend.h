// JSON as pages hold it.
#pragma once

#include <optional>
#include <string_view>

#include "dateline/json.h"

namespace dateline::html {

// Reads a script's JSON, mended where it is broken: comment and CDATA marks around it, line ends and other
// control characters inside strings, quotes inside strings that are not escaped, unknown escapes, commas
// before a closing bracket. Absent: it stays broken.
[[nodiscard]] std::optional<Json> parse_mended(std::string_view script);

}  // namespace dateline::html
