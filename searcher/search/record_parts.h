// Parts of a stored record, for where many are read and decode_record, which reads the whole, would take too
// long.
#pragma once

#include <optional>
#include <string_view>

#include "dateline/article.h"

namespace dateline {

// An article with nothing but its id; absent: the record is damaged.
[[nodiscard]] std::optional<Article> read_id(std::string_view record);

// An article with nothing but its searched texts, with a `field` (a query's name for it) only what that field
// needs. A damaged record gives an empty article.
[[nodiscard]] Article read_texts(std::string_view record, std::string_view field);

}  // namespace dateline
