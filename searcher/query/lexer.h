// Splits a query into signs, words, phrases, parentheses, operators and fields.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/query/query.h"

namespace dateline {

enum class TokenKind : std::uint8_t {
  end,
  open,
  close,
  minus,
  plus,
  phrase,
  word,
  field,
  op_and,
  op_or,
  op_not,
  op_near,
  op_adj
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::string text;       // word, phrase: the text; field: the known name, lower case; operators: as typed
  unsigned distance = 0;  // near, adj
  std::size_t at = 0;     // byte where it starts
};

// What may stand before a colon: the schema's fields, `has` and `undated`.
[[nodiscard]] bool is_query_field(std::string_view name);

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) { advance(); }

  [[nodiscard]] const Token& peek() const { return token_; }
  Token take();

  // Fails at this byte of the text.
  [[noreturn]] void fail(std::size_t at, const std::string& message, const std::string& nearest = {}) const;

 private:
  void advance();
  bool read_token();
  void skip_space();
  bool read_sign();
  bool read_field();
  void read_phrase();
  void read_value();
  void read_word();
  [[nodiscard]] std::size_t run_end(std::size_t at) const;
  [[nodiscard]] std::size_t quote_size(std::size_t at) const;
  void step(std::size_t& at) const;  // past one character
  [[nodiscard]] bool is_space(std::size_t at) const;

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t value_at_ = std::string_view::npos;  // where the value of the last field token starts
  Token token_;
};

}  // namespace dateline
