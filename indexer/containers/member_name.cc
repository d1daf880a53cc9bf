#include "indexer/containers/member_name.h"

#include <algorithm>

#include "indexer/walk.h"

namespace dateline {

namespace {

bool is_hidden(std::string_view part) {
  return part == "__MACOSX" || (part.starts_with('.') && part != "." && part != "..");
}

}  // namespace

std::string inner_member(const std::string& outer, std::string_view name) {
  return (outer.empty() ? "" : outer + "!") + (name.empty() ? "?" : std::string(name));
}

bool is_passed_over(std::string_view name) {
  for (std::string_view rest = name; !rest.empty();) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    if (is_hidden(rest.substr(0, end))) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return has_no_articles(name);
}

// Office Open XML; OpenDocument and EPUB; Java.
bool begins_document(std::string_view name) {
  return name == "[Content_Types].xml" || name == "mimetype" || name.starts_with("META-INF/");
}

}  // namespace dateline
