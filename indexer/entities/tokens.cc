#include "indexer/entities/tokens.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "dateline/text.h"
#include "indexer/entities/sign_offs.h"

namespace dateline {

using namespace gazetteer;

namespace {

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  const auto code = static_cast<UChar32>(c);
  return u_isalnum(code) || u_charType(code) == U_NON_SPACING_MARK ||
         u_charType(code) == U_COMBINING_SPACING_MARK;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_capital(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isUUppercase(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'ʼ' || c == U'ʻ' || c == U'‘'; }

// Of a share's code: "005930.KS".
constexpr std::size_t kLongestCode = 8;

class Tokenizer {
 public:
  Tokenizer(const Gazetteer& gazetteer, std::string_view text) : gazetteer_(gazetteer), text_(text) {}

  std::vector<Token> run() {
    constexpr std::size_t kBytesOfWord = 5;  // with what parts it from the next
    tokens_.reserve(text_.size() / kBytesOfWord + 1);
    while (at_ < text_.size()) {
      const std::size_t start = at_;
      const char32_t c = next_code_point(text_, at_);
      if (is_letter_or_digit(c))
        word(start, c);
      else
        mark(c);
    }
    for (Token& token : tokens_) look_up(token);
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] char32_t peek(std::size_t at) const {
    return at < text_.size() ? next_code_point(text_, at) : 0;
  }

  // `at_` stands behind the word's first character.
  void word(std::size_t start, char32_t first) {
    Token token;
    token.start = static_cast<std::uint32_t>(start);
    token.gap = tokens_.empty() ? Gap::paragraph : gap_;
    token.opens = opens_ || token.gap >= Gap::stop;
    token.capital = is_capital(first);
    int letters = 1;
    int capitals = token.capital ? 1 : 0;
    const bool has_apostrophe = scan(start, letters, capitals);
    token.text = text_.substr(start, at_ - start);
    if (has_apostrophe) cut_ending(token, letters);
    token.end = static_cast<std::uint32_t>(start + token.text.size());
    const bool initials = token.text.size() > 1 && token.text[1] == '.' && capitals == letters;
    token.initial = (letters == 1 && capitals == 1) || initials;
    token.shouted = letters > 1 && capitals == letters && !initials;
    finish(token);
    gap_ = Gap::other;
    opens_ = false;
    seen_ = false;
    dotted_ = token.text.ends_with('.') || take_dot(token);
    tokens_.push_back(std::move(token));
  }

  // To the word's end: apostrophes and the dots of "U.S." belong to it when letters surround them, as do the
  // marks of "1,507.5", "IBM.N" and "example.com". Whether there were apostrophes.
  bool scan(std::size_t start, int& letters, int& capitals) {
    bool has_apostrophe = false;
    while (at_ < text_.size()) {
      std::size_t ahead = at_;
      const char32_t c = next_code_point(text_, ahead);
      if (is_letter_or_digit(c)) {
        ++letters;
        capitals += is_capital(c);
      } else if (is_apostrophe(c) && is_letter_or_digit(peek(ahead))) {
        has_apostrophe = true;
      } else if (!inside_number(c, ahead) &&
                 (c != '.' || (!inside_initials(ahead) && !inside_code(start, ahead)))) {
        break;
      }
      at_ = ahead;
    }
    return has_apostrophe;
  }

  [[nodiscard]] bool inside_number(char32_t c, std::size_t ahead) const {
    if ((c != '.' && c != ',') || ahead < 2 || ahead >= text_.size()) return false;
    return is_digit(text_[ahead - 2]) && is_digit(text_[ahead]);
  }

  // The dot at `ahead` - 1 of a share's code, "IBM.N", "DAIGn.DE" or "005930.KS", or of an address,
  // "example.com".
  [[nodiscard]] bool inside_code(std::size_t start, std::size_t ahead) const {
    constexpr std::size_t kLongestExchange = 3;
    if (ahead >= text_.size()) return false;
    if (text_[ahead] >= 'a' && text_[ahead] <= 'z') return ahead >= start + 4;
    std::string_view code = text_.substr(start, ahead - 1 - start);
    if (code.size() > 3 && code.back() >= 'a' && code.back() <= 'z') code.remove_suffix(1);
    const auto is_of_code = [](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); };
    if (code.size() < 2 || code.size() > kLongestCode || !std::ranges::all_of(code, is_of_code)) return false;
    std::size_t end = ahead;
    while (end < text_.size() && text_[end] >= 'A' && text_[end] <= 'Z' && end - ahead <= kLongestExchange)
      ++end;
    return end > ahead && end - ahead <= kLongestExchange && !is_letter_or_digit(peek(end));
  }

  // "U.S.", "J.F.K.": the dot at `ahead` - 1 follows a single letter, and one letter with a dot follows it,
  // or one came before it.
  [[nodiscard]] bool inside_initials(std::size_t ahead) const {
    const std::size_t dot = ahead - 1;
    if (dot == 0 || !is_capital(static_cast<unsigned char>(text_[dot - 1]))) return false;
    const bool single = dot == 1 || !is_letter_or_digit(static_cast<unsigned char>(text_[dot - 2]));
    if (!single) return false;
    const bool another = ahead + 1 < text_.size() && is_capital(static_cast<unsigned char>(text_[ahead])) &&
                         text_[ahead + 1] == '.';
    const bool ended = dot >= 3 && text_[dot - 2] == '.' && !is_letter_or_digit(peek(ahead));
    return another || ended;
  }

  // The ending of "Hart's", and of the short forms "he'd" and "Hart'll".
  void cut_ending(Token& token, int& letters) const {
    for (const std::string_view ending : {"'s", "’s", "'S", "’S", "'d", "’d", "'ll", "’ll", "'ve", "’ve"}) {
      if (token.text.size() <= ending.size() || !token.text.ends_with(ending)) continue;
      token.text.remove_suffix(ending.size());
      token.possessive = ending.ends_with('s') || ending.ends_with('S');
      letters -= ending.ends_with('l') || ending.ends_with('e') ? 2 : 1;
      return;
    }
  }

  void finish(Token& token) {
    token.key = name_key(token.text);
    token.hash = Gazetteer::hash(token.key);
    gazetteer_.prefetch(token.hash);
    if (token.shouted || token.initial) use_exact(token, token.text);
  }

  void look_up(Token& token) const {
    token.entry = gazetteer_.find(token.hash);
    if (!token.exact) token.flags = token.entry.flags;
  }

  void use_exact(Token& token, std::string_view form) {
    const auto entry = gazetteer_.find('=' + std::string(form));
    if (entry.flags == 0) return;
    token.exact = true;
    token.flags = entry.flags;
    token.end = static_cast<std::uint32_t>(token.start + form.size());
    token.text = form;
  }

  // Whether the dot behind the word is the word's own: "Calif.", "Mr.", "J.". "No." ends a sentence, so only
  // what the tables know counts.
  bool take_dot(Token& token) {
    if (at_ >= text_.size() || text_[at_] != '.' || token.possessive || !token.capital) return false;
    if (token.initial && token.text.size() <= 2) return ++at_, true;
    look_up(token);
    use_exact(token, text_.substr(token.start, at_ + 1 - token.start));
    const bool short_title = token.has(kHonorific | kTitle | kSuffix) && token.text.size() <= 5;
    if (token.text.ends_with('.')) return ++at_, true;
    if (!short_title && token.key != "st") return false;
    if (token.has(kSuffix)) {
      token.end = static_cast<std::uint32_t>(at_ + 1);
      token.text = text_.substr(token.start, token.end - token.start);
    }
    return ++at_, true;
  }

  // White space and punctuation make the gap that the next word has before it: the most separating one wins.
  void mark(char32_t c) {
    Gap gap = Gap::other;
    switch (c) {
      case U' ':
      case U'\t':
      case 0xA0:
        gap = dotted_ ? Gap::dot : Gap::blank;
        break;
      case U'\n':
        gap = Gap::paragraph;
        break;
      case U'-':
      case U'‐':
      case U'‑':
        gap = Gap::hyphen;
        break;
      case U',':
        gap = Gap::comma;
        break;
      case U'.':
      case U'!':
      case U'?':
        gap = Gap::stop;
        break;
      case U'“':
      case U'"':
      case U'‘':
      case U'«':
      case U'„':
      case U':':
      case U'•':
      case U'—':
        opens_ = true;
        break;
      default:
        break;
    }
    if (c == U'-' && seen_ && gap_ == Gap::blank) gap = Gap::other;  // a dash between blanks
    if (c == U' ' && seen_ && gap_ == Gap::hyphen) gap = Gap::other;
    gap_ = seen_ ? std::max(gap_, gap) : gap;
    seen_ = true;
  }

  const Gazetteer& gazetteer_;
  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  Gap gap_ = Gap::paragraph;
  bool seen_ = false;  // a character since the last word
  bool opens_ = true;
  bool dotted_ = false;  // the last word ended in a dot of its own
};

// A line in which nearly every longer word has a capital is a title; its capitals tell little.
void find_styled_lines(std::vector<Token>& tokens) {
  for (std::size_t first = 0; first < tokens.size();) {
    std::size_t last = first + 1;
    while (last < tokens.size() && tokens[last].gap != Gap::paragraph) ++last;
    int longer = 0;
    int capitals = 0;
    for (std::size_t i = first; i < last; ++i) {
      if (tokens[i].text.size() < 4) continue;
      ++longer;
      capitals += tokens[i].capital;
    }
    const bool styled = longer >= 3 && capitals * 10 >= longer * 8;
    for (std::size_t i = first; i < last; ++i) tokens[i].styled = styled;
    first = last;
  }
}

// The dateline as printed, without the words that are not its place; the place alone where it is not found
// there.
Passage dateline_passage(const Gazetteer& gazetteer, const Dateline& dateline) {
  const std::string text = lower(dateline.text);
  const std::size_t at = text.find(lower(dateline.place));
  if (at == std::string::npos || text.size() != dateline.text.size() || dateline.place.empty())
    return tokenize(gazetteer, TextField::dateline, 0, dateline.place);
  const std::string_view printed = std::string_view(dateline.text).substr(0, at + dateline.place.size());
  Passage passage = tokenize(gazetteer, TextField::dateline, 0, printed);
  std::erase_if(passage.tokens, [at](const Token& token) { return token.start < at; });
  return passage;
}

// What dateline-json gives stands as it is: nothing in its body is taken for credits.
Passage body_passage(const Gazetteer& gazetteer, const Article& article) {
  Passage passage = tokenize(gazetteer, TextField::body, 0, article.body);
  if (article.source.format == "dateline-json") return passage;
  for (const auto& credit : sign_offs(article.body)) {
    std::erase_if(passage.tokens, [&](const Token& token) {
      return token.start >= credit.first && token.start < credit.second;
    });
  }
  return passage;
}

}  // namespace

Passage tokenize(const Gazetteer& gazetteer, TextField field, std::uint32_t index, std::string_view text) {
  Passage passage{field, index, text, Tokenizer(gazetteer, text).run()};
  find_styled_lines(passage.tokens);
  return passage;
}

std::vector<Passage> passages_of(const Gazetteer& gazetteer, const Article& article) {
  std::vector<Passage> passages;
  const auto add = [&](TextField field, std::size_t index, const std::string& text) {
    if (!text.empty())
      passages.push_back(tokenize(gazetteer, field, static_cast<std::uint32_t>(index), text));
  };
  add(TextField::headline, 0, article.headline);
  add(TextField::abstract, 0, article.abstract);
  for (std::size_t i = 0; i < article.captions.size(); ++i)
    add(TextField::caption, i, article.captions[i].text);
  if (!article.body.empty()) passages.push_back(body_passage(gazetteer, article));
  if (article.dateline) passages.push_back(dateline_passage(gazetteer, *article.dateline));
  return passages;
}

}  // namespace dateline
