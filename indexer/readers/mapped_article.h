// From a JSON object to an article, as a table says.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "dateline/article.h"
#include "indexer/dates/parse_date.h"
#include "indexer/readers/field_map.h"
#include "indexer/readers/json_value.h"

namespace dateline {

// Objects by their "@id", which others give in their place.
using ById = std::unordered_map<std::string_view, JsonValue>;

struct Mapping {
  const FieldMap& map;
  std::string format;  // for the rule of a date: "json:date_published"
  DateOptions dates;
  ById by_id = {};
};

// Whether the table finds something for this field.
[[nodiscard]] bool has(JsonValue object, const FieldMap& map, MapField field);

// A picture, graphic, sound or video: it has a caption instead of a body.
[[nodiscard]] bool is_picture(JsonValue object);

// Texts may be plain or HTML. Members of the object that the table does not know go to `extra` where they are
// short texts or numbers. `line` is where the object begins.
[[nodiscard]] Article mapped_article(JsonValue object, const Mapping& mapping, std::uint64_t line);

}  // namespace dateline
