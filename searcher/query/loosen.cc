#include <algorithm>

#include "searcher/query/parser.h"

namespace dateline {

namespace {

// A plain word, or a group of nothing but plain words.
bool is_plain(const Node& node) {
  if (node.required) return false;
  switch (node.kind) {
    case NodeKind::words:
      return !node.quoted && node.field.empty();
    case NodeKind::nothing:
      return true;
    case NodeKind::all:
    case NodeKind::any:
      return std::ranges::all_of(node.children, is_plain);
    case NodeKind::everything:
    case NodeKind::maybe:
    case NodeKind::except:
    case NodeKind::near:
    case NodeKind::filter:
    case NodeKind::dates:
    case NodeKind::has:
      break;
  }
  return false;
}

// Whether it is searched for in the text, not filtered by.
bool is_text(const Node& node) {
  if (node.kind == NodeKind::words || node.kind == NodeKind::near) return true;
  return (node.kind == NodeKind::all || node.kind == NodeKind::any) &&
         std::ranges::any_of(node.children, is_text);
}

Node loosen_all(std::vector<Node> children) {
  std::vector<Node> plain, kept;
  bool text_kept = false;
  for (Node& child : children) {
    if (is_plain(child)) {
      plain.push_back(std::move(child));
    } else {
      text_kept = text_kept || is_text(child);
      kept.push_back(std::move(child));
    }
  }
  if (plain.empty()) return make_group(NodeKind::all, std::move(kept));
  Node optional = make_group(NodeKind::any, std::move(plain));
  // Beside something else that is searched for, plain words only add to the rank; alone, one of them must be
  // there.
  if (!text_kept) {
    kept.push_back(std::move(optional));
    return make_group(NodeKind::all, std::move(kept));
  }
  std::vector<Node> both;
  both.push_back(make_group(NodeKind::all, std::move(kept)));
  both.push_back(std::move(optional));
  return make_group(NodeKind::maybe, std::move(both));
}

}  // namespace

Node loosen(Node query) {
  if (query.kind != NodeKind::all && query.kind != NodeKind::any) return query;
  for (Node& child : query.children) child = loosen(std::move(child));
  if (query.kind == NodeKind::any) return query;
  Node loose = loosen_all(std::move(query.children));
  loose.required = query.required;
  return loose;
}

bool can_loosen(const Node& query) {
  if (query.kind == NodeKind::any) return std::ranges::any_of(query.children, can_loosen);
  if (query.kind != NodeKind::all) return false;
  return std::ranges::any_of(query.children, [](const Node& n) { return is_plain(n) || can_loosen(n); });
}

}  // namespace dateline
