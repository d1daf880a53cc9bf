// Small questions about the words and ends of a printed line. All text is UTF-8 with white space folded to
// blanks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// The words between blanks; they point into `text`.
[[nodiscard]] std::vector<std::string_view> split_at_blanks(std::string_view text);

// Capital letters and no small ones, and at least one letter.
[[nodiscard]] bool is_all_capitals(std::string_view text);

[[nodiscard]] bool has_digit(std::string_view text);

// Whether the first character that is a letter, behind quotes and brackets, is a capital (or of a script
// without).
[[nodiscard]] bool begins_with_capital(std::string_view word);

// Whether the text begins with a small letter.
[[nodiscard]] bool begins_with_small_letter(std::string_view text);

// Whether the text ends as a sentence does: with . ! ? or : behind which only quotes and brackets may stand.
[[nodiscard]] bool ends_sentence(std::string_view text);

// `text` without any of the (ASCII) characters at its ends.
[[nodiscard]] std::string_view trim(std::string_view text, std::string_view characters = " ");

// The same, with the dashes, dots and bullets beyond ASCII that divide the parts of a line.
[[nodiscard]] std::string_view trim_marks(std::string_view text, std::string_view characters);

// What stands behind `label` where the text begins with it, as a whole word and in any case of ASCII letters;
// blanks and one colon after it are taken too. Absent: it does not. `label` is in small letters.
[[nodiscard]] std::optional<std::string_view> after_label(std::string_view text, std::string_view label);

// At most `size` bytes from the front, cut between characters.
[[nodiscard]] std::string_view prefix(std::string_view text, std::size_t size);

}  // namespace dateline
