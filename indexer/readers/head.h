// The beginning of a file, as sniffers see it. What several of them ask is found out once.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/json_sniff.h"
#include "indexer/readers/xml_sniff.h"

namespace dateline {

// The text must outlive it. One thread at a time may ask it.
class Head {
 public:
  // Any text is one, so that sniffers can be asked about a text.
  template <std::convertible_to<std::string_view> Text>
  Head(const Text& text) : text_(text) {}

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] bool has(std::string_view part) const { return text_.find(part) != std::string_view::npos; }

  // See xml_root(), json_head() and sgml_root().
  [[nodiscard]] const XmlRoot& xml_root() const;
  [[nodiscard]] const JsonHead& json() const;
  [[nodiscard]] const std::string& sgml_root() const;

  // Whether a text that begins so is XML, or SGML like it: a declaration opens it, or an element that is
  // closed again or holds others.
  [[nodiscard]] bool is_xml() const;

 private:
  std::string_view text_;
  mutable std::optional<XmlRoot> xml_root_;
  mutable std::optional<JsonHead> json_;
  mutable std::optional<std::string> sgml_root_;
};

}  // namespace dateline
