#include "searcher/query/parser.h"

namespace dateline {

namespace {

bool is_group(const Node& node) {
  return node.kind == NodeKind::all || node.kind == NodeKind::any || node.kind == NodeKind::maybe;
}

std::string in_field(const Node& node, const std::string& text) {
  return node.field.empty() ? text : node.field + ":" + text;
}

std::string quote_if_spaced(const std::string& text) {
  return text.find(' ') == std::string::npos ? text : '"' + text + '"';
}

std::string print_words(const Node& node) {
  std::string text;
  for (const QueryWord& word : node.words) text += (text.empty() ? "" : " ") + word.term;
  if (node.prefix) text += '*';
  if (node.quoted || node.words.size() > 1) text = '"' + text + '"';
  return in_field(node, text);
}

std::string operand(const Node& node) { return is_group(node) ? "(" + print(node) + ")" : print(node); }

std::string joined(const Node& node, const std::string& op) {
  std::string text;
  for (const Node& child : node.children) text += (text.empty() ? "" : " " + op + " ") + operand(child);
  return text;
}

}  // namespace

std::string print(const Node& node) {
  switch (node.kind) {
    case NodeKind::everything:
      return "*";
    case NodeKind::nothing:
      return "nothing";
    case NodeKind::words:
      return print_words(node);
    case NodeKind::all:
      return joined(node, "AND");
    case NodeKind::any:
      return joined(node, "OR");
    case NodeKind::maybe:
      return joined(node, "MAYBE");
    case NodeKind::except:
      return "NOT " + operand(node.children.front());
    case NodeKind::near:
      return joined(node, (node.ordered ? "ADJ/" : "NEAR/") + std::to_string(node.distance));
    case NodeKind::filter:
      return in_field(node, node.quoted ? '"' + node.value + '"' : quote_if_spaced(node.value));
    case NodeKind::has:
      return in_field(node, node.value);
    case NodeKind::dates:
      return in_field(node, quote_if_spaced(print(*node.dates)));
  }
  return {};
}

}  // namespace dateline
