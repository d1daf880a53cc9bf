#include "searcher/query/lexer.h"

#include <algorithm>

#include "dateline/calendar.h"
#include "dateline/nearest.h"
#include "dateline/schema.h"
#include "dateline/text.h"

namespace dateline {

namespace {

constexpr std::size_t kShortestGuess = 5;  // letters of a field's name that is guessed at

bool has_letter_or_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (u_isalnum(static_cast<UChar32>(next_code_point(text, at)))) return true;
  }
  return false;
}

bool is_sign(char c) { return c == '-' || c == '+'; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A known name of five letters or more that is one edit away; empty: none.
std::string meant_field(const std::string& name) {
  std::vector<std::string> names{"undated"};
  for (const Field& field : kFields) names.emplace_back(field.name);
  for (const std::string& known : names) {
    if (known.size() >= kShortestGuess && edit_distance(name, known) == 1) return known;
  }
  return {};
}

// AND, OR, NOT, NEAR, NEAR/5, ADJ, ADJ/5; otherwise a word.
TokenKind operator_of(std::string_view run) {
  using enum TokenKind;
  if (run == "AND") return op_and;
  if (run == "OR") return op_or;
  if (run == "NOT") return op_not;
  if (run == "NEAR" || run.starts_with("NEAR/")) return op_near;
  if (run == "ADJ" || run.starts_with("ADJ/")) return op_adj;
  return word;
}

}  // namespace

bool is_query_field(std::string_view name) { return find_field(name) || name == "has" || name == "undated"; }

Token Lexer::take() {
  Token taken = std::move(token_);
  advance();
  return taken;
}

void Lexer::fail(std::size_t at, const std::string& message, const std::string& nearest) const {
  std::size_t column = 1;
  for (std::size_t i = 0; i < std::min(at, text_.size()); ++column) step(i);
  throw QueryError(message, column, nearest);
}

void Lexer::step(std::size_t& at) const { static_cast<void>(next_code_point(text_, at)); }

bool Lexer::is_space(std::size_t at) const {
  const auto c = static_cast<UChar32>(next_code_point(text_, at));
  return c <= 0x20 || u_isUWhiteSpace(c);
}

// Bytes of the quotation mark at `at`, 0: none. Curly and low ones are quotes; guillemets are too.
std::size_t Lexer::quote_size(std::size_t at) const {
  if (at >= text_.size()) return 0;
  std::size_t end = at;
  switch (next_code_point(text_, end)) {
    case U'"':
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'«':
    case U'»':
      return end - at;
    default:
      return 0;
  }
}

void Lexer::skip_space() {
  while (at_ < text_.size() && is_space(at_)) step(at_);
}

// Where the run of characters that starts at `at` ends: at white space, a parenthesis or a quote.
std::size_t Lexer::run_end(std::size_t at) const {
  while (at < text_.size() && !is_space(at) && text_[at] != '(' && text_[at] != ')' && quote_size(at) == 0)
    step(at);
  return at;
}

// A - or + is a sign where something to search for follows at once.
bool Lexer::read_sign() {
  if (!is_sign(text_[at_])) return false;
  std::size_t after = at_;
  while (after < text_.size() && is_sign(text_[after])) ++after;
  const std::size_t end = run_end(after);
  const bool group_follows =
      after == end && after < text_.size() && (text_[after] == '(' || quote_size(after) > 0);
  if (!group_follows && !has_letter_or_digit(text_.substr(after, end - after)) &&
      text_.substr(after, end - after) != "*")
    return false;
  token_.kind = text_[at_] == '-' ? TokenKind::minus : TokenKind::plus;
  at_ = after;
  return true;
}

bool Lexer::read_field() {
  std::size_t colon = at_;
  while (colon < text_.size() && is_letter(text_[colon])) ++colon;
  if (colon == at_ || colon + 1 >= text_.size() || text_[colon] != ':') return false;
  if (is_space(colon + 1) || text_[colon + 1] == ')') return false;
  const std::string name = lower(text_.substr(at_, colon - at_));
  if (!is_query_field(name)) {
    if (const std::string meant = meant_field(name); !meant.empty())
      fail(at_, "there is no field " + name + ": (did you mean " + meant + ":?)", meant);
    return false;
  }
  token_.kind = TokenKind::field;
  token_.text = name;
  at_ = value_at_ = colon + 1;
  return true;
}

void Lexer::read_phrase() {
  const std::size_t start = at_ + quote_size(at_);
  std::size_t end = start;
  while (end < text_.size() && quote_size(end) == 0) step(end);
  if (end >= text_.size()) fail(at_, "the quote that starts here is not closed");
  token_.kind = TokenKind::phrase;
  token_.text = text_.substr(start, end - start);
  at_ = end + quote_size(end);
}

// A field's value runs to white space, or to the parenthesis that closes the group around it.
void Lexer::read_value() {
  const std::size_t start = at_;
  int open = 0;
  while (at_ < text_.size() && !is_space(at_)) {
    if (text_[at_] == '(') ++open;
    if (text_[at_] == ')' && --open < 0) break;
    step(at_);
  }
  token_.kind = TokenKind::word;
  token_.text = text_.substr(start, at_ - start);
}

void Lexer::read_word() {
  const std::size_t end = run_end(at_);
  token_.text = text_.substr(at_, end - at_);
  token_.kind = operator_of(token_.text);
  at_ = end;
  if (token_.kind != TokenKind::op_near && token_.kind != TokenKind::op_adj) return;
  const std::size_t slash = token_.text.find('/');
  token_.distance = kDefaultDistance;
  if (slash == std::string::npos) return;
  const auto distance = parse_digits(std::string_view(token_.text).substr(slash + 1));
  if (!distance || *distance < 1 || *distance > kMaxDistance)
    fail(token_.at, token_.text + ": after the slash stands a number of words from 1 to " +
                        std::to_string(kMaxDistance));
  token_.distance = *distance;
}

// Reads one token; false where it was punctuation that stands alone, which is no word.
bool Lexer::read_token() {
  token_ = {};
  if (at_ != value_at_) skip_space();
  token_.at = at_;
  if (at_ >= text_.size()) return true;
  if (text_[at_] == '(' || text_[at_] == ')') {
    token_.kind = text_[at_++] == '(' ? TokenKind::open : TokenKind::close;
    return true;
  }
  if (quote_size(at_) > 0) return read_phrase(), true;
  if (at_ == value_at_) return read_value(), true;
  if (read_sign() || read_field()) return true;
  read_word();
  return token_.text == "*" || has_letter_or_digit(token_.text);
}

void Lexer::advance() {
  while (!read_token()) {
  }
}

}  // namespace dateline
