// Running text in markup (NITF, XHTML, HTML and what lies between them) as paragraphs and captions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.h"
#include "indexer/readers/xml.h"

namespace dateline {

// `paragraphs`: one for each block element that holds text (paragraphs, headings, list items, table rows), in
// order; two line breaks end a paragraph too. `captions`: from figcaption, elements of class caption, and
// NITF's media, with their credits. Scripts, navigation, headers and footers are in neither.
struct Prose {
  std::vector<std::string> paragraphs;
  std::vector<Caption> captions;
  std::size_t headings = 0;  // so many of the first paragraphs are headings
};

// What an empty line in the text itself means: nothing, as in HTML, or a new paragraph, as in plain text and
// in what WordPress exports.
enum class EmptyLine : std::uint8_t { space, paragraph };

[[nodiscard]] Prose prose_of(XmlNode root, EmptyLine empty_line = EmptyLine::space);

// The same for HTML that stands as text: escaped, or in a CDATA section.
[[nodiscard]] Prose prose_of_html(std::string_view html, EmptyLine empty_line = EmptyLine::space);

// The text of an element, whichever of these it holds: markup as elements, as escaped text, or plain text.
[[nodiscard]] Prose prose_in(XmlNode node);

// Whether HTML holds elements that divide its text; where it does not, line ends may.
[[nodiscard]] bool has_blocks(std::string_view html);

// Plain text: paragraphs end at empty lines, or at every line where there are none.
[[nodiscard]] std::vector<std::string> prose_of_text(std::string_view text);

}  // namespace dateline
