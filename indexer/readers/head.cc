#include "indexer/readers/head.h"

#include "indexer/readers/sgml.h"

namespace dateline {

const XmlRoot& Head::xml_root() const {
  if (!xml_root_) xml_root_ = dateline::xml_root(text_);
  return *xml_root_;
}

const JsonHead& Head::json() const {
  if (!json_) json_ = json_head(text_);
  return *json_;
}

const std::string& Head::sgml_root() const {
  if (!sgml_root_) sgml_root_ = dateline::sgml_root(text_);
  return *sgml_root_;
}

bool Head::is_xml() const {
  constexpr std::size_t kLongestMark = 3;  // of byte order
  constexpr std::string_view kDeclaration = "<?xml";
  if (xml_root().name.empty()) return false;
  const std::string_view front = text_.substr(0, kLongestMark + kDeclaration.size());
  const bool declared = !wide_mark(text_).empty() || front.find(kDeclaration) != std::string_view::npos;
  return declared || has("</") || has("/>");
}

}  // namespace dateline
