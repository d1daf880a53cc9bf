// What a member's name tells of it.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// `outer!name`; the name alone where `outer` is empty, the file itself. An empty name is shown as `?`.
[[nodiscard]] std::string inner_member(const std::string& outer, std::string_view name);

// Whether a walk over the unpacked container would pass the member over: hidden (a part of its path begins
// with a dot, or is the `__MACOSX` of Apple's zips), or of a kind that holds no articles.
[[nodiscard]] bool is_passed_over(std::string_view name);

// Whether a zip whose first member has this name is an office document, an electronic book or a program.
[[nodiscard]] bool begins_document(std::string_view name);

}  // namespace dateline
