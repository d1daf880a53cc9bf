// XML and HTML trees behind a small interface: articles of a delivery one by one, and questions about
// elements. libxml2 parses and stays inside xml.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/reader.h"

// NOLINTBEGIN(bugprone-reserved-identifier): libxml2's names
struct _xmlNode;
struct _xmlDoc;
// NOLINTEND(bugprone-reserved-identifier)

namespace dateline {

// An element or a run of text; it lives as long as its tree. A default one is no node: false, and every
// question about it has an empty answer.
class XmlNode {
 public:
  XmlNode() = default;
  explicit XmlNode(const _xmlNode* node) : node_(node) {}

  explicit operator bool() const { return node_ != nullptr; }
  [[nodiscard]] bool is_text() const;
  // The local name, without prefix; empty for text.
  [[nodiscard]] std::string_view name() const;
  // The namespace URI, or empty.
  [[nodiscard]] std::string_view space() const;
  // Of a run of text, as it stands.
  [[nodiscard]] std::string_view content() const;
  // By local name, whatever the namespace; white space folded; empty where there is none.
  [[nodiscard]] std::string attribute(std::string_view name) const;

  [[nodiscard]] XmlNode parent() const;
  [[nodiscard]] XmlNode first() const;  // child, element or text
  [[nodiscard]] XmlNode next() const;   // sibling, element or text
  // Where the element's start tag ends, in the file.
  [[nodiscard]] std::uint64_t line() const;

  friend bool operator==(XmlNode, XmlNode) = default;

 private:
  const _xmlNode* node_ = nullptr;
};

// All elements on a path of local names below `from`, as "body/body.head/hedline/hl1", in the order of the
// document. A first part `*` stands for any depth: "*/media-caption". Those inside a found one are left out,
// and so is what is behind the first 20,000.
[[nodiscard]] std::vector<XmlNode> find_all(XmlNode from, std::string_view path);

// The first of them; none: no node.
[[nodiscard]] XmlNode find(XmlNode from, std::string_view path);

// The text of a node and all below it as one line, white space folded, in NFC.
[[nodiscard]] std::string text_of(XmlNode node);

// The same with white space as it stands.
[[nodiscard]] std::string raw_text_of(XmlNode node);

// The first text on one of these paths that is not empty.
[[nodiscard]] std::string first_text(XmlNode from, std::initializer_list<std::string_view> paths);

// Calls `use` for every element of a delivery that has one of these names and does not lie in another of
// them, when it is whole; it is gone after. Its earlier siblings that are no items are still there.
//
// Faults go to the sink: `xml.not-well-formed`, `xml.too-deep` (256 levels), `xml.too-long` (a tag or CDATA
// section of 10 MB), with line and column, end the reading, and what was whole before is kept; an item over
// kMaxArticleBytes, with a million elements or with a text of 8 MB is left out
// (`article.too-large`), and so is an attribute over 64 KB (`xml.attribute-too-long`). Nothing is ever loaded
// from elsewhere.
//
// False: there is no such element, and no fault was told.
bool read_items(Input& input, std::span<const std::string_view> names, ArticleSink& sink,
                const std::function<void(XmlNode)>& use);

// The same for a file that is in memory.
bool read_items(std::string_view file, std::span<const std::string_view> names, ArticleSink& sink,
                const std::function<void(XmlNode)>& use);

// A tree of its own, from a fragment of HTML in whatever state.
class HtmlFragment {
 public:
  explicit HtmlFragment(std::string_view html);
  ~HtmlFragment();
  HtmlFragment(const HtmlFragment&) = delete;
  HtmlFragment& operator=(const HtmlFragment&) = delete;

  // No node where the fragment holds nothing.
  [[nodiscard]] XmlNode root() const;

 private:
  _xmlDoc* document_;
};

}  // namespace dateline
