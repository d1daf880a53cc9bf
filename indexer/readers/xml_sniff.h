// What an XML delivery says of itself before its first element, and which element that is. Needs no parser,
// so that a sniffer works on a beginning that is cut anywhere.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

// The root element of a document; `name` is empty where the text is no XML, or the root lies behind its end.
struct XmlRoot {
  std::string name;   // without prefix
  std::string space;  // its namespace URI, or empty
  std::string tag;    // all between its < and > (or the text's end)
};

// Comments, instructions, declarations, a byte order mark and UTF-16 before or around the root are survived.
[[nodiscard]] XmlRoot xml_root(std::string_view head);

// What comes before the root: white space, comments, instructions, XML and document type declarations.
struct XmlProlog {
  std::size_t end = 0;                                            // where the root begins, or the text's end
  std::vector<std::pair<std::size_t, std::size_t>> declarations;  // [start, end) of each declaration
  bool declares_entities = false;
  bool unfinished = false;  // the text ends inside it
};
[[nodiscard]] XmlProlog read_prolog(std::string_view text);

// The encoding that an XML declaration at the front names; empty: none does.
[[nodiscard]] std::string declared_encoding(std::string_view head);

// The byte order mark that a text in UTF-16 begins with or, where it begins with `<`, lacks; empty: it is not
// in UTF-16.
[[nodiscard]] std::string_view wide_mark(std::string_view head);

}  // namespace dateline
