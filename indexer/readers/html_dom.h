// A page as a flat tree: its nodes lie in document order, so a subtree is a range and no walk needs
// recursion.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/diagnostic.h"

namespace dateline::html {

using NodeIndex = std::uint32_t;

// Elements deeper than this are left out; their text goes to the deepest that is kept.
inline constexpr std::size_t kMaxDepth = 256;

struct Attribute {
  std::string_view name;  // in small letters
  std::string_view value;
};

// An element, or a run of text. Views point into the page.
struct Node {
  std::string_view name;  // in small letters; empty: a text
  std::string_view text;  // of a text alone; scripts and styles hold theirs
  NodeIndex parent = 0;   // the root's is itself
  NodeIndex end = 0;      // one past its last descendant; the first child, if any, follows the node
  std::uint32_t first_attribute = 0;
  std::uint32_t attribute_count = 0;
};

// The nodes of one page; node 0 is a root without name that holds all the others.
class Page {
 public:
  Page() = default;
  Page(Page&&) = default;
  Page& operator=(Page&&) = default;

  [[nodiscard]] const Node& operator[](NodeIndex node) const { return nodes_[node]; }
  [[nodiscard]] NodeIndex size() const { return static_cast<NodeIndex>(nodes_.size()); }

  // The value of an attribute, empty where the element has none.
  [[nodiscard]] std::string_view attribute(NodeIndex node, std::string_view name) const;
  [[nodiscard]] bool has_attribute(NodeIndex node, std::string_view name) const;

  [[nodiscard]] bool is_element(NodeIndex node) const { return !nodes_[node].name.empty(); }
  [[nodiscard]] bool is(NodeIndex node, std::string_view name) const { return nodes_[node].name == name; }
  [[nodiscard]] bool contains(NodeIndex outer, NodeIndex inner) const {
    return inner >= outer && inner < nodes_[outer].end;
  }
  // The nearest ancestor, or the node itself, of that name; 0: there is none.
  [[nodiscard]] NodeIndex closest(NodeIndex node, std::string_view name) const;

  // The text below a node, its first megabyte, in NFC with white space folded; blocks and line breaks
  // (`Apart::elements`: all elements) are divided by a blank, and scripts and styles left out.
  enum class Apart : std::uint8_t { blocks, elements };
  [[nodiscard]] std::string text(NodeIndex node, Apart apart = Apart::blocks) const;

 private:
  friend class PageBuilder;
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::deque<std::string> strings_;  // what the views point into
};

struct ParsedPage {
  Page page;
  Diagnostics diagnostics;
};

// Parses a page in valid UTF-8. Never fails: what is too deep or too much is left out and told
// (`html.too-deep`, `html.too-many-tags`, `html.too-many-attributes`).
[[nodiscard]] ParsedPage parse_page(std::string text);

// Whether an element begins a line of its own (`div`, `p`, `li`).
[[nodiscard]] bool is_block(std::string_view name);

}  // namespace dateline::html
