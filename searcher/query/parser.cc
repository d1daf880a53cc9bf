#include "searcher/query/parser.h"

#include "dateline/schema.h"
#include "dateline/words.h"
#include "searcher/query/lexer.h"

namespace dateline {

namespace {

bool is_date_field(const std::string& name) {
  return name == "date" || name == "updated" || name == "indexed";
}

// Recursive descent, one function a level of binding: OR, then AND and side by side, then signs, then NEAR
// and ADJ.
class Parser {
 public:
  Parser(std::string_view text, Day today) : lexer_(text), today_(today) {}

  Node parse() {
    if (lexer_.peek().kind == TokenKind::end) return {};
    Node root = any_of();
    if (lexer_.peek().kind == TokenKind::close)
      lexer_.fail(lexer_.peek().at, "this parenthesis closes none that is open");
    return root;
  }

 private:
  Node any_of() {
    std::vector<Node> parts;
    parts.push_back(all_of());
    while (lexer_.peek().kind == TokenKind::op_or) {
      const Token op = lexer_.take();
      need_operand(op, "after");
      parts.push_back(all_of());
    }
    return make_group(NodeKind::any, std::move(parts));
  }

  Node all_of() {
    std::vector<Node> parts;
    bool joined = false;  // by AND to the part before
    for (;;) {
      const TokenKind kind = lexer_.peek().kind;
      if (kind == TokenKind::op_and) {
        const Token op = lexer_.take();
        if (parts.empty()) lexer_.fail(op.at, "expected a word before AND");
        need_operand(op, "after");
        parts.back().required = joined = true;
        continue;
      }
      if (kind == TokenKind::end || kind == TokenKind::close || kind == TokenKind::op_or) break;
      parts.push_back(signed_part());
      if (joined) parts.back().required = true;
      joined = false;
    }
    if (parts.empty() && lexer_.peek().kind == TokenKind::op_or)
      lexer_.fail(lexer_.peek().at, "expected a word before OR");
    return make_group(NodeKind::all, std::move(parts));
  }

  // NOT and - exclude, + requires.
  Node signed_part() {
    bool except = false, required = false;
    for (;;) {
      const TokenKind kind = lexer_.peek().kind;
      if (kind != TokenKind::op_not && kind != TokenKind::minus && kind != TokenKind::plus) break;
      const Token sign = lexer_.take();
      if (sign.kind == TokenKind::op_not) need_operand(sign, "after");
      if (sign.kind == TokenKind::plus)
        required = true;
      else
        except = !except;
    }
    Node part = close_by();
    if (except) {
      std::vector<Node> child;
      child.push_back(std::move(part));
      return make_group(NodeKind::except, std::move(child));
    }
    if (required) part.required = true;
    return part;
  }

  Node close_by() {
    const std::size_t at = lexer_.peek().at;
    Node first = primary();
    const TokenKind op = lexer_.peek().kind;
    if (op != TokenKind::op_near && op != TokenKind::op_adj) return first;
    Node near;
    near.kind = NodeKind::near;
    near.ordered = op == TokenKind::op_adj;
    near.distance = lexer_.peek().distance;
    add_near(near, std::move(first), at);
    while (lexer_.peek().kind == TokenKind::op_near || lexer_.peek().kind == TokenKind::op_adj) {
      const Token next = lexer_.take();
      if (next.kind != op || next.distance != near.distance)
        lexer_.fail(next.at, "NEAR and ADJ cannot be mixed, nor their distances, in one row of words");
      need_operand(next, "after");
      const std::size_t operand_at = lexer_.peek().at;
      add_near(near, primary(), operand_at);
    }
    return near;
  }

  void add_near(Node& near, Node operand, std::size_t at) {
    if (!is_near_operand(operand, near.children.empty() ? nullptr : &near.field, near.field))
      lexer_.fail(at, "NEAR and ADJ join words and phrases of one field, or (this OR that)");
    near.children.push_back(std::move(operand));
  }

  // Words, or a choice between words, all of one field; `field` is set to the first one's.
  static bool is_near_operand(const Node& node, const std::string* known, std::string& field) {
    if (node.kind == NodeKind::words) {
      if (known && *known != node.field) return false;
      field = node.field;
      return true;
    }
    if (node.kind != NodeKind::any) return false;
    for (const Node& child : node.children) {
      if (!is_near_operand(child, known, field)) return false;
      known = &field;
    }
    return true;
  }

  Node primary() {
    const Token token = lexer_.take();
    switch (token.kind) {
      case TokenKind::open:
        return group(token);
      case TokenKind::field:
        return field(token);
      case TokenKind::phrase:
      case TokenKind::word:
        return leaf(token);
      case TokenKind::close:
        lexer_.fail(token.at, "this parenthesis closes none that is open");
      case TokenKind::end:
        lexer_.fail(token.at, "expected a word here");
      case TokenKind::op_and:
      case TokenKind::op_or:
      case TokenKind::op_not:
      case TokenKind::op_near:
      case TokenKind::op_adj:
      case TokenKind::minus:
      case TokenKind::plus:
        break;
    }
    lexer_.fail(token.at, "expected a word before " + token.text);
  }

  Node group(const Token& open) {
    if (++depth_ > kMaxDepth)
      lexer_.fail(open.at, "parentheses nest deeper than " + std::to_string(kMaxDepth));
    Node inside = any_of();
    if (lexer_.peek().kind != TokenKind::close)
      lexer_.fail(open.at, "the parenthesis that opens here is not closed");
    lexer_.take();
    --depth_;
    return inside;
  }

  Node field(const Token& name) {
    if (!field_.empty()) lexer_.fail(name.at, name.text + ": stands inside " + field_ + ":(...)");
    field_ = name.text;
    const Token value = lexer_.take();
    Node node = value.kind == TokenKind::open ? group(value) : leaf(value);
    field_.clear();
    return node;
  }

  // One word, phrase or value under the field in force.
  Node leaf(const Token& token) {
    if (++leaves_ > kMaxLeaves)
      lexer_.fail(token.at, "a query holds at most " + std::to_string(kMaxLeaves) + " words");
    const bool quoted = token.kind == TokenKind::phrase;
    if (!quoted && token.text.size() > 1 && token.text.ends_with('*') && ++beginnings_ > kMaxBeginnings)
      lexer_.fail(token.at, "a query holds at most " + std::to_string(kMaxBeginnings) + " words with *");
    if (is_date_field(field_)) return dates(token);
    if (field_ == "has" || field_ == "undated") return has(token);
    const Field* known = field_.empty() ? nullptr : find_field(field_);
    if (known && !known->text_prefix) return filter(token, quoted);
    return words(token, quoted);
  }

  Node words(const Token& token, bool quoted) {
    Node node;
    if (!quoted && token.text == "*" && field_.empty()) return node;
    node.kind = NodeKind::words;
    node.field = field_;
    node.quoted = quoted;
    node.prefix = !quoted && token.text.ends_with('*');
    const std::string text = nfc(token.text);
    for_each_word(text, [&](Word word) {
      if (!word.term.empty())
        node.words.push_back({std::move(word.term), text.substr(word.start, word.end - word.start)});
    });
    leaves_ += node.words.empty() ? 0 : node.words.size() - 1;
    if (leaves_ > kMaxLeaves)
      lexer_.fail(token.at, "a query holds at most " + std::to_string(kMaxLeaves) + " words");
    if (node.words.empty()) {
      if (!field_.empty()) lexer_.fail(token.at, field_ + ": needs a word");
      node.kind = quoted ? NodeKind::everything : NodeKind::nothing;
    }
    return node;
  }

  Node filter(const Token& token, bool quoted) const {
    if (fold_space(token.text).empty() || token.text == "*")
      lexer_.fail(token.at, field_ + ": needs a value");
    Node node = filter_node(field_, token.text);
    node.quoted = quoted;
    return node;
  }

  Node dates(const Token& token) const {
    const ParsedRange parsed = parse_date_range(token.text, today_);
    if (!parsed.range) lexer_.fail(token.at, parsed.fault);
    Node node;
    node.kind = NodeKind::dates;
    node.field = field_;
    node.dates = parsed.range;
    return node;
  }

  // `undated:yes` is no more than NOT has:date.
  Node has(const Token& token) const {
    Node node;
    node.kind = NodeKind::has;
    node.field = "has";
    node.value = lower(token.text);
    if (field_ == "has") {
      if (node.value != "caption" && node.value != "byline" && node.value != "date")
        lexer_.fail(token.at, "has: takes caption, byline or date");
      return node;
    }
    if (node.value != "yes" && node.value != "no") lexer_.fail(token.at, "undated: takes yes or no");
    const bool undated = node.value == "yes";
    node.value = "date";
    if (!undated) return node;
    std::vector<Node> child;
    child.push_back(std::move(node));
    return make_group(NodeKind::except, std::move(child));
  }

  void need_operand(const Token& op, const char* side) const {
    const TokenKind next = lexer_.peek().kind;
    if (next == TokenKind::end || next == TokenKind::close || next == TokenKind::op_or ||
        next == TokenKind::op_and || next == TokenKind::op_near || next == TokenKind::op_adj)
      lexer_.fail(op.at, std::string("expected a word ") + side + " " + op.text);
  }

  Lexer lexer_;
  Day today_;
  std::string field_;
  unsigned depth_ = 0;
  std::size_t leaves_ = 0;
  unsigned beginnings_ = 0;
};

}  // namespace

Node parse_query(std::string_view text, Day today) { return Parser(text, today).parse(); }

Node filter_node(const std::string& field, const std::string& value) {
  Node node;
  node.kind = NodeKind::filter;
  node.field = field;
  node.value = fold_space(value);
  return node;
}

Node parse_plain(std::string_view text) {
  std::vector<Node> parts;
  const std::string normal = fold_space(nfc(std::string(text)));
  for (std::size_t at = 0; at < normal.size();) {
    const std::size_t end = std::min(normal.find(' ', at), normal.size());
    const std::string run = normal.substr(at, end - at);
    Node node;
    node.kind = NodeKind::words;
    for_each_word(run, [&](Word word) {
      if (!word.term.empty())
        node.words.push_back({std::move(word.term), run.substr(word.start, word.end - word.start)});
    });
    if (!node.words.empty()) parts.push_back(std::move(node));
    if (parts.size() > kMaxLeaves)
      throw QueryError("a query holds at most " + std::to_string(kMaxLeaves) + " words");
    at = end + 1;
  }
  return make_group(NodeKind::all, std::move(parts));
}

}  // namespace dateline
