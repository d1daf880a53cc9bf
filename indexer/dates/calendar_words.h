// The names of months in most European languages, Turkish and Indonesian, and of weekdays in English, German,
// French, Spanish, Italian, Portuguese and Dutch.
#pragma once

#include <optional>
#include <string_view>

namespace dateline {

// 1..12 for a month's name or, in the languages whose weekdays are known, its beginning of three letters or
// more ("september", "sept", "fevr", "grudnia"). `word` is folded (text.h). Absent: no month, or the
// beginning of two different ones.
[[nodiscard]] std::optional<unsigned> month_of(std::string_view word);

// Whether the word is a weekday's name or its beginning of two letters or more. `word` is folded.
[[nodiscard]] bool is_weekday(std::string_view word);

}  // namespace dateline
