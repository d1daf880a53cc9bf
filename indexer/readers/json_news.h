// The formats `ninjs` and `json`: news as JSON objects, one or many, in lines, lists or inside other objects.
// Which value fills which field is in tables (field_map.h).
#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

[[nodiscard]] Confidence sniff_ninjs(const Head& head);
[[nodiscard]] Confidence sniff_json(const Head& head);
void read_ninjs(Input& input, ArticleSink& sink);
void read_json(Input& input, ArticleSink& sink);

inline constexpr Format kNinjs{"ninjs", "ninjs 1.x to 3.x", sniff_ninjs, read_ninjs};
inline constexpr Format kJson{"json", "news in any JSON objects or JSON lines", sniff_json, read_json};

}  // namespace dateline
