// The news and picture agencies that bylines, datelines and credits name all over the world.
#pragma once

#include <string_view>

namespace dateline {

// Whether the whole text is an agency's name or short form, in any case ("AP", "The Associated Press",
// "dpa").
[[nodiscard]] bool is_agency(std::string_view name);

// The same, with the agencies of single countries and houses that send out press releases: many of their
// names are words or persons' names as well, so they count only where datelines and signs print them.
[[nodiscard]] bool is_wire_agency(std::string_view name);

// Whether the text begins or ends with an agency's name as whole words ("AP Photo", "AFP via Getty Images").
[[nodiscard]] bool names_agency(std::string_view text);

}  // namespace dateline
