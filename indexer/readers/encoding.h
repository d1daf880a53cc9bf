// From the bytes of a delivery to UTF-8 text, and whether they are text at all.
#pragma once

#include <string>
#include <string_view>

#include "dateline/diagnostic.h"

namespace dateline {

// `text` is valid UTF-8 without byte order mark, and without control characters other than white space; marks
// that only steer layout (zero-width spaces, soft hyphens, direction marks) are left out too. `encoding`
// names what the bytes were read as ("UTF-8", "windows-1252"). What was odd is told once a text, with line
// and column of the first: `text.invalid-utf8`, bytes that became U+FFFD (in another encoding
// `text.invalid-bytes`, without a place); `text.nul-bytes`, zero bytes that were dropped.
struct DecodedText {
  std::string text;
  std::string encoding;
  Diagnostics diagnostics;
};

// Whether bytes that begin so are text: they do not start as a known binary format does, and hardly any of
// them are control characters. UTF-16 and UTF-32 count with their byte order mark only. Empty: text.
[[nodiscard]] bool is_text(std::string_view head);

// The byte order mark that text in UTF-16 begins with, or lacks; empty: it is not in UTF-16. Without a mark,
// bytes that are no text otherwise are taken for UTF-16 where that makes characters and some of them are
// ASCII.
[[nodiscard]] std::string_view utf16_mark(std::string_view head);

// Decides by byte order mark, then takes what is valid UTF-8, or UTF-8 but for a few bytes, as such; then
// goes by `declared` (a name as in HTTP or XML; empty or unknown: ignored), last by statistics. ISO-8859-1 is
// read as windows-1252, which holds it.
[[nodiscard]] DecodedText decode(std::string_view bytes, std::string_view declared = {});

}  // namespace dateline
