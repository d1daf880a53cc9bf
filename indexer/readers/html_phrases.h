// Lines that sites of all makes print in and below a story's text that are not of it, by what they say.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::html {

// A call to read, follow, subscribe or buy, or a label of such a box.
[[nodiscard]] bool is_call(std::string_view line);

// What a short line by itself says of what follows it.
enum class Heads : std::uint8_t {
  nothing,
  others,  // other stories, as sites also print between paragraphs: "Related"
  end,     // what only stands below a story: "Leave a comment", "About the author"
};
[[nodiscard]] Heads heads(std::string_view line);

// Whether a line says that the text goes on for subscribers alone; offers follow it.
[[nodiscard]] bool begins_wall(std::string_view line);

// Whether a line below a text is one of rights, terms, adverts or newsletters.
[[nodiscard]] bool is_small_print(std::string_view line);

// Whether a text asks for consent to cookies or the like.
[[nodiscard]] bool asks_consent(std::string_view text);

}  // namespace dateline::html
