// How text is split into words: the one tokenizer of indexing, queries, snippets and names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dateline/text.h"

namespace dateline {

// A word of a text: `term` is NFC lower case as it is indexed; [start, end) are its bytes in the text.
struct Word {
  std::string term;
  std::size_t start = 0;
  std::size_t end = 0;
};

namespace detail {

enum class CharClass : std::uint8_t { other, letter, digit, mark, apostrophe, dot, comma, ideograph };

inline CharClass classify(char32_t c) {
  using enum CharClass;
  if (c < 0x80) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return letter;
    if (c >= '0' && c <= '9') return digit;
    return c == '\'' ? apostrophe : c == '.' ? dot : c == ',' ? comma : other;
  }
  if (c == U'’' || c == U'ʼ') return apostrophe;
  const auto code = static_cast<UChar32>(c);
  if (u_hasBinaryProperty(code, UCHAR_IDEOGRAPHIC) || (c >= 0x3040 && c <= 0x30FF)) return ideograph;
  if (u_isalpha(code)) return letter;
  if (u_isdigit(code)) return digit;
  const auto type = u_charType(code);
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ? mark : other;
}

inline bool in_word(CharClass c) {
  return c == CharClass::letter || c == CharClass::digit || c == CharClass::mark;
}

// "u.s" -> "us", "l'onu" stays, "lavrov's" -> "lavrov", "1,000" -> "1000"; `raw` is lower case with straight
// apostrophes. Dots are dropped only between single letters, so "3.5" and "asp.net" stay.
inline std::string normal_word(std::string raw) {
  if (raw.ends_with("'s")) raw.resize(raw.size() - 2);
  if (raw.find('.') != std::string::npos) {
    bool initials = raw.size() > 2;
    for (std::size_t i = 0; i < raw.size() && initials; ++i)
      initials = (i % 2 == 1) == (raw[i] == '.') && (i % 2 == 1 || (raw[i] >= 'a' && raw[i] <= 'z'));
    if (initials) std::erase(raw, '.');
  }
  std::erase(raw, ',');
  return raw;
}

}  // namespace detail

// Calls `use(Word)` for each word, in order. Letters, digits and their marks make words; an apostrophe or dot
// between letters, and a dot or comma between digits, joins them; each ideograph or kana is a word of its
// own, so that a phrase of them finds them without a dictionary. Words over kMaxWordBytes are left out.
template <class Use>
void for_each_word(std::string_view text, Use use) {
  using detail::CharClass;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    char32_t c = next_code_point(text, at);
    CharClass kind = detail::classify(c);
    if (kind == CharClass::ideograph) {
      use(Word{std::string(text.substr(start, at - start)), start, at});
      continue;
    }
    if (kind != CharClass::letter && kind != CharClass::digit) continue;
    std::size_t end = at;
    std::string raw;
    append_lower(raw, text.substr(start, end - start));
    while (end < text.size()) {
      std::size_t ahead = end;
      c = next_code_point(text, ahead);
      CharClass next = detail::classify(c);
      if (detail::in_word(next)) {
        if (raw.size() <= kMaxWordBytes) append_lower(raw, text.substr(end, ahead - end));
        if (next != CharClass::mark) kind = next;
        end = ahead;
        continue;
      }
      if (next != CharClass::apostrophe && next != CharClass::dot && next != CharClass::comma) break;
      if (ahead >= text.size() || (next == CharClass::comma && kind != CharClass::digit)) break;
      std::size_t beyond = ahead;
      const CharClass after = detail::classify(next_code_point(text, beyond));
      if (after != kind || (next == CharClass::apostrophe && kind != CharClass::letter)) break;
      raw += next == CharClass::apostrophe ? '\'' : next == CharClass::dot ? '.' : ',';
      end = ahead;
    }
    at = end;
    if (raw.size() <= kMaxWordBytes) use(Word{detail::normal_word(std::move(raw)), start, end});
  }
}

[[nodiscard]] inline std::vector<Word> words(std::string_view text) {
  std::vector<Word> all;
  for_each_word(text, [&](Word word) { all.push_back(std::move(word)); });
  return all;
}

// The form under which names and other filter values are equal: their folded words joined by single blanks
// ("Paris, Texas" -> "paris texas", "al-Assad" -> "al assad"). A value without any word is its folded self.
[[nodiscard]] inline std::string fold_name(std::string_view name) {
  const std::string folded = fold(name);
  std::string key;
  for_each_word(folded, [&](const Word& word) {
    if (!key.empty()) key += ' ';
    key += word.term;
  });
  return key.empty() ? fold_space(folded) : key;
}

}  // namespace dateline
