// What agencies print above and below a story in its copy.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.h"

namespace dateline {

// Takes what precedes the story off the front: the headline once more, bylines, notes to editors ("(Adds
// quotes)", "Eds: Updates throughout"), and the dateline off the first paragraph. Where a dateline comes a
// little later, all that stands before it is furniture. Bylines and dateline go to the article, a note to
// `extra` as "ednote", sentences to the abstract where there is none, and other lines are decks.
void take_opening(Article& article, std::vector<std::string>& paragraphs);

// Whether a paragraph can be nothing but a note to editors: "(Repeats for all clients)", "Eds: ...".
[[nodiscard]] bool is_note_to_editors(std::string_view text);

// Takes the signs off the end: "abc/de", "(END)", "dpa xy n1". Something stays.
void take_closing(std::vector<std::string>& paragraphs);

}  // namespace dateline
