// Names printed in capitals, as they are written elsewhere.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// Words in capitals get small letters behind the first: "EL PASO, Texas" -> "El Paso, Texas",
// "PORT-AU-PRINCE" -> "Port-au-Prince", "RIO DE JANEIRO" -> "Rio de Janeiro", "JANE O'NEIL" -> "Jane O'Neil".
// Abbreviations with dots, a few without (DC, UK), numerals (III) and two letters behind a comma (TX) stay;
// so do words with small letters.
[[nodiscard]] std::string natural_case(std::string_view text);

}  // namespace dateline
