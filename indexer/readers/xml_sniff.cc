#include "indexer/readers/xml_sniff.h"

#include <algorithm>

#include "dateline/text.h"
#include "indexer/readers/encoding.h"

namespace dateline {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kSpace = " \t\r\n";
constexpr auto npos = std::string_view::npos;

bool is_space(char c) { return kSpace.find(c) != npos; }

// The character behind the quoted text that begins at `at`.
std::size_t behind_quoted(std::string_view text, std::size_t at) {
  const std::size_t end = text.find(text[at], at + 1);
  return end == npos ? text.size() : end + 1;
}

// The character behind `mark`, or the text's end.
std::size_t behind(std::string_view text, std::size_t at, std::string_view mark) {
  const std::size_t found = text.find(mark, at);
  return found == npos ? text.size() : found + mark.size();
}

// The character behind the document type declaration that begins at `at`: quotes, comments and the brackets
// of the internal subset may hold any `>`.
std::size_t behind_doctype(std::string_view text, std::size_t at) {
  int depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"' || c == '\'') {
      at = behind_quoted(text, at);
      continue;
    }
    if (text.substr(at).starts_with("<!--")) {
      at = behind(text, at, "-->");
      continue;
    }
    if (c == '[') ++depth;
    if (c == ']') --depth;
    ++at;
    if (c == '>' && depth <= 0) return at;
  }
  return at;
}

bool starts_declaration(std::string_view rest) {
  return rest.starts_with("<?xml") && rest.size() > 5 && is_space(rest[5]);
}

bool starts_doctype(std::string_view rest) {
  return rest.size() > 9 && lower(rest.substr(0, 9)) == "<!doctype";
}

// The value of an attribute in the text of a start tag.
std::string value_of(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != npos; at = tag.find(name, at + 1)) {
    std::size_t next = at + name.size();
    if (at == 0 || !is_space(tag[at - 1])) continue;
    next = tag.find_first_not_of(kSpace, next);
    if (next == npos || tag[next] != '=') continue;
    next = tag.find_first_not_of(kSpace, next + 1);
    if (next == npos || (tag[next] != '"' && tag[next] != '\'')) continue;
    const std::size_t end = behind_quoted(tag, next);
    return std::string(tag.substr(next + 1, end - next - 2));
  }
  return {};
}

std::string_view start_tag(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && text[at] != '>') {
    const bool quote = text[at] == '"' || text[at] == '\'';
    at = quote ? behind_quoted(text, at) : at + 1;
  }
  return text.substr(0, at);
}

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         (static_cast<unsigned char>(c) & 0x80);
}

XmlRoot root_of(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const XmlProlog prolog = read_prolog(text);
  text.remove_prefix(prolog.end);
  if (text.size() < 2 || text[0] != '<' || !is_name_start(text[1])) return {};
  XmlRoot root;
  root.tag = start_tag(text.substr(1));
  const std::string_view name = std::string_view(root.tag).substr(0, root.tag.find_first_of(" \t\r\n/"));
  const std::size_t colon = name.find(':');
  root.name = colon == npos ? name : name.substr(colon + 1);
  root.space = value_of(root.tag, colon == npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon)));
  return root;
}

}  // namespace

XmlProlog read_prolog(std::string_view text) {
  XmlProlog prolog;
  for (std::size_t& at = prolog.end;;) {
    at = std::min(text.find_first_not_of(kSpace, at), text.size());
    const std::string_view rest = text.substr(at);
    const std::size_t start = at;
    const bool declaration = starts_declaration(rest), doctype = starts_doctype(rest);
    if (rest.starts_with("<!--"))
      at = behind(text, at, "-->");
    else if (rest.starts_with("<?"))
      at = behind(text, at, "?>");
    else if (doctype)
      at = behind_doctype(text, at);
    else
      return prolog;
    prolog.unfinished = at == text.size();
    if (!declaration && !doctype) continue;
    prolog.declarations.emplace_back(start, at);
    if (doctype && text.substr(start, at - start).find("<!ENTITY") != npos) prolog.declares_entities = true;
  }
}

std::string declared_encoding(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  head.remove_prefix(std::min(head.find_first_not_of(kSpace), head.size()));
  if (!starts_declaration(head)) return {};
  return value_of(head.substr(0, head.find("?>")), "encoding");
}

std::string_view wide_mark(std::string_view head) {
  if (head.starts_with("\xFF\xFE"sv) || head.starts_with("<\0"sv)) return "\xFF\xFE"sv;
  if (head.starts_with("\xFE\xFF"sv) || head.starts_with("\0<"sv)) return "\xFE\xFF"sv;
  return {};
}

XmlRoot xml_root(std::string_view head) {
  const std::string_view mark = wide_mark(head);
  if (mark.empty()) return root_of(head);
  const std::string_view units = head.substr(0, head.size() & ~std::size_t{1});
  return root_of(decode(units.starts_with(mark) ? std::string(units) : std::string(mark).append(units)).text);
}

}  // namespace dateline
