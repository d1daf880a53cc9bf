// Picture captions and the credits that close them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dateline/article.h"

namespace dateline {

// How surely a text ends with a picture's credit.
enum class CreditEvidence : std::uint8_t {
  none,
  weak,    // what can be a credit, as `(AP)` or `Jane Roe/The Post`
  strong,  // what hardly can be anything else: `(AP Photo/Jane Roe)`, `Photo: Jane Roe`, `SPA / AFP`
};

struct ParsedCaption {
  Caption
      caption;  // all of it is `text` where there is no credit; `text` is empty where it is a credit alone
  CreditEvidence evidence = CreditEvidence::none;
};

// Splits a caption (white space folded) from the credit at its end: in brackets, behind the last sentence, or
// before an agency. The credit is plain, as plain_credit gives it.
[[nodiscard]] ParsedCaption parse_caption(std::string_view text);

// The same for a text that is known to be a caption: there, names alone behind the last sentence are a credit
// too.
[[nodiscard]] ParsedCaption parse_known_caption(std::string_view text);

// A credit without brackets, "Photo:", "©" and the like: "(Photo: Jane Roe/AP)" -> "Jane Roe/AP",
// "Image source, Getty Images" -> "Getty Images". The label of an agency stays: "AP Photo/Jane Roe".
[[nodiscard]] std::string plain_credit(std::string_view credit);

// Whether a credit names a photographer beside an agency: "Jane Roe/Getty Images", "REUTERS/Jane Roe". Text
// agencies sign copy as "Reuters/The Post".
[[nodiscard]] bool names_photographer(std::string_view credit);

// Whether a line says by its first words that it is a caption: "FILE PHOTO: ...", "FILE - ...", "Image
// caption, ...".
[[nodiscard]] bool has_caption_label(std::string_view line);

}  // namespace dateline
