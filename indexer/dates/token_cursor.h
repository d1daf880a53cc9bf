// A place in the tokens of a date, with the questions that the parsers ask about what stands there.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "dateline/calendar.h"
#include "indexer/dates/date_tokens.h"

namespace dateline {

class TokenCursor {
 public:
  explicit TokenCursor(std::span<const DateToken> tokens) : tokens_(tokens) {}

  [[nodiscard]] bool at_end(std::size_t ahead = 0) const { return at_ + ahead >= tokens_.size(); }
  void skip(std::size_t count = 1) { at_ += count; }

  // The token `ahead` of the cursor; past the end, one of no kind that matches nothing.
  [[nodiscard]] const DateToken& peek(std::size_t ahead = 0) const {
    static const DateToken kNone{};
    return at_end(ahead) ? kNone : tokens_[at_ + ahead];
  }

  [[nodiscard]] bool is_mark(std::size_t ahead, char mark) const { return peek(ahead).mark == mark; }
  [[nodiscard]] bool is_word(std::size_t ahead) const { return peek(ahead).kind == DateToken::Kind::word; }

  // The number `ahead` where it has at least `fewest` and at most `most` digits.
  [[nodiscard]] std::optional<unsigned> number(std::size_t ahead, std::size_t fewest,
                                               std::size_t most) const {
    const DateToken& token = peek(ahead);
    if (token.kind != DateToken::Kind::number) return std::nullopt;
    if (token.raw.size() < fewest || token.raw.size() > most) return std::nullopt;
    return parse_digits(token.raw);
  }

  // Whether the token `ahead` touches the one before it.
  [[nodiscard]] bool joined(std::size_t ahead) const { return !peek(ahead).spaced; }

 private:
  std::span<const DateToken> tokens_;
  std::size_t at_ = 0;
};

}  // namespace dateline
