// What a source's tag means: "west-germany", "USA", "BAKER, JAMES", "Paris, Texas".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/entities/gazetteer.h"

namespace dateline {

// The tag as a name to show. All small letters get capitals ("james-baker" -> "James Baker",
// "von-weizsaecker"
// -> "von Weizsaecker"), and so do all capitals of more than a word; "Baker, James" is turned. Anything else
// is as it was.
[[nodiscard]] std::string person_of_tag(const Gazetteer& gazetteer, std::string_view tag);
// "bank-of-england" -> "Bank of England"; what is no English word stays or becomes an abbreviation ("imf").
[[nodiscard]] std::string body_of_tag(const Gazetteer& gazetteer, std::string_view tag);
[[nodiscard]] std::string place_of_tag(const Gazetteer& gazetteer, std::string_view tag);

// The place that the tag names or is the ISO code of: "nyc", "ussr", "GBR", "Fla.", "Paris, Texas", and
// "cc:FR". Nothing where the gazetteer does not know it.
[[nodiscard]] std::optional<PlaceId> place_tagged(const Gazetteer& gazetteer, std::string_view tag);

}  // namespace dateline
