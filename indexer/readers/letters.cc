#include "indexer/readers/letters.h"

#include <algorithm>

#include "dateline/text.h"

namespace dateline {

namespace {

bool is_small(char32_t c) {
  return c < 0x80 ? c >= 'a' && c <= 'z' : u_islower(static_cast<UChar32>(c)) != 0;
}

// string_view's own searches call a function for every character of theirs.
bool is_any_of(char c, std::string_view characters) {
  return std::ranges::any_of(characters, [c](char other) { return c == other; });
}

}  // namespace

std::vector<std::string_view> split_at_blanks(std::string_view text) {
  std::vector<std::string_view> words;
  words.reserve(word_count(text));
  for (auto word = take_word(text); !word.empty(); word = take_word(text)) words.push_back(word);
  return words;
}

std::string_view take_word(std::string_view& rest) {
  std::size_t start = 0;
  while (start < rest.size() && rest[start] == ' ') ++start;
  std::size_t end = start;
  while (end < rest.size() && rest[end] != ' ') ++end;
  const std::string_view word = rest.substr(start, end - start);
  rest.remove_prefix(end);
  return word;
}

std::size_t word_count(std::string_view text) {
  std::size_t count = 0;
  char last = ' ';
  for (char c : text) count += last == ' ' && c != ' ', last = c;
  return count;
}

bool is_all_capitals(std::string_view text) {
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_small(c)) return false;
    any = any || is_letter(c);
  }
  return any;
}

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool begins_with_capital(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (is_letter(c)) return !is_small(c);
    if (c >= '0' && c <= '9') return false;
  }
  return false;
}

bool begins_with_small_letter(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_small(next_code_point(text, at));
}

bool ends_sentence(std::string_view text) {
  constexpr std::string_view kClosing[]{"”", "’", "»", "«", "“"};
  while (!text.empty()) {
    const char last = text.back();
    if (is_any_of(last, ".!?:")) return true;
    std::size_t closing = is_any_of(last, "\"')] ") ? 1 : 0;
    // Most texts that are asked about end with a letter.
    if (closing == 0 && static_cast<unsigned char>(last) < 0x80) return false;
    for (std::string_view mark : kClosing) {
      if (text.ends_with(mark)) closing = mark.size();
    }
    if (closing == 0) return text.ends_with("…") || text.ends_with("。");
    text.remove_suffix(closing);
  }
  return false;
}

std::string_view trim(std::string_view text, std::string_view characters) {
  while (!text.empty() && is_any_of(text.front(), characters)) text.remove_prefix(1);
  while (!text.empty() && is_any_of(text.back(), characters)) text.remove_suffix(1);
  return text;
}

std::string_view trim_marks(std::string_view text, std::string_view characters) {
  for (std::size_t before = text.size() + 1; text.size() < before;) {
    before = text.size();
    text = trim(text, characters);
    for (std::string_view mark : {"–", "—", "·", "•"}) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size());
      if (text.ends_with(mark)) text.remove_suffix(mark.size());
    }
  }
  return text;
}

std::optional<std::string_view> detail::after_label(std::string_view text, std::string_view label) {
  if (text.size() < label.size()) return std::nullopt;
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? char(a | 0x20) : a) == b; };
  if (!std::ranges::equal(text.substr(0, label.size()), label, same)) return std::nullopt;
  text.remove_prefix(label.size());
  std::size_t at = 0;
  if (!text.empty() && is_letter(next_code_point(text, at))) return std::nullopt;
  text = trim(text);
  if (text.starts_with(':')) text = trim(text.substr(1));
  return text;
}

std::string_view prefix(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return text.substr(0, size);
}

}  // namespace dateline
