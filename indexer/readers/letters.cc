#include "indexer/readers/letters.h"

#include <algorithm>

#include "dateline/text.h"

namespace dateline {

namespace {

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool is_small(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }

}  // namespace

std::vector<std::string_view> split_at_blanks(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
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

namespace {

bool is_ascii_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

bool ends_sentence(std::string_view text) {
  // Most words that are asked about end with a letter.
  if (!text.empty() && is_ascii_letter_or_digit(text.back())) return false;
  constexpr std::string_view kClosing[]{"\"", "'", ")", "]", " ", "”", "’", "»", "«", "“"};
  for (bool trimmed = true; trimmed;) {
    trimmed = false;
    for (std::string_view mark : kClosing) {
      if (!text.ends_with(mark)) continue;
      text.remove_suffix(mark.size());
      trimmed = true;
    }
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':') ||
         text.ends_with("…") || text.ends_with("。");
}

std::string_view trim(std::string_view text, std::string_view characters) {
  const std::size_t start = text.find_first_not_of(characters);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(characters) - start + 1);
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

std::optional<std::string_view> after_label(std::string_view text, std::string_view label) {
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
