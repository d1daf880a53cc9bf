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

// How many they are.
[[nodiscard]] std::size_t word_count(std::string_view text);

// Takes the next of them from the front of `rest`; empty: there is none.
[[nodiscard]] std::string_view take_word(std::string_view& rest);

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

namespace detail {
[[nodiscard]] std::optional<std::string_view> after_label(std::string_view text, std::string_view label);
}

// What stands behind `label` where the text begins with it, as a whole word and in any case of ASCII letters;
// blanks and one colon after it are taken too. Absent: it does not. `label` is in small letters.
[[nodiscard]] inline std::optional<std::string_view> after_label(std::string_view text,
                                                                 std::string_view label) {
  // Texts are asked for many labels, and mostly begin with another letter.
  if (text.empty() || (text[0] | 0x20) != (label[0] | 0x20)) return std::nullopt;
  return detail::after_label(text, label);
}

// At most `size` bytes from the front, cut between characters.
[[nodiscard]] std::string_view prefix(std::string_view text, std::size_t size);

}  // namespace dateline
