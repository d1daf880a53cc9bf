#include "indexer/dates/date_tokens.h"

#include "dateline/text.h"

namespace dateline {

namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

char mark_of(char32_t c) {
  switch (c) {
    case U'-':
    case U'‐':
    case U'‑':
    case U'–':
    case U'—':
    case U'−':
      return '-';
    case U'\'':
    case U'’':
    case U'‘':
      return '\'';
    case U'º':
    case U'ª':
    case U'°':
      return '*';
    case U'|':
    case U'·':
    case U'•':
    case U',':
    case U';':
      return ',';
    default:
      return c < 0x80 ? static_cast<char>(c) : '?';
  }
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<DateToken> run(std::size_t most) {
    while (at_ < text_.size() && tokens_.size() < most) {
      const std::size_t start = at_;
      const char32_t c = next_code_point(text_, at_);
      if (is_space(c)) {
        spaced_ = true;
        continue;
      }
      if (is_digit(c)) number(start);
      // The ordinal signs are letters to Unicode.
      else if (is_letter(c) && mark_of(c) != '*')
        word(start);
      else
        add(DateToken::Kind::mark, start), tokens_.back().mark = mark_of(c);
    }
    return std::move(tokens_);
  }

 private:
  void add(DateToken::Kind kind, std::size_t start) {
    tokens_.push_back({kind, text_.substr(start, at_ - start), {}, 0, spaced_});
    spaced_ = false;
  }

  void number(std::size_t start) {
    while (at_ < text_.size() && is_digit(static_cast<unsigned char>(text_[at_]))) ++at_;
    add(DateToken::Kind::number, start);
  }

  bool letter_at(std::size_t at) const { return at < text_.size() && is_letter(next_code_point(text_, at)); }

  // Letters; a dot between two of them belongs to the word ("p.m").
  void word(std::size_t start) {
    for (;;) {
      const bool dot = at_ < text_.size() && text_[at_] == '.';
      if (!letter_at(at_ + (dot ? 1 : 0))) break;
      if (dot) ++at_;
      (void)next_code_point(text_, at_);
    }
    add(DateToken::Kind::word, start);
    tokens_.back().folded = fold(tokens_.back().raw);
    std::erase(tokens_.back().folded, '.');
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool spaced_ = false;
  std::vector<DateToken> tokens_;
};

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text, std::size_t most) {
  return Scanner(text).run(most);
}

}  // namespace dateline
