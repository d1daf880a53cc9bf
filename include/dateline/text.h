// What indexer and searcher must do to text in exactly the same way: normalise, fold, split into words.
// All strings are UTF-8. Invalid bytes are replaced by U+FFFD, never passed on.
#pragma once

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

// The longest word that is indexed, in bytes; longer runs (base64, rules of dashes) are no words and are left
// out. Xapian takes 245 bytes a term; 64 leaves room for any prefix and holds every real word.
inline constexpr std::size_t kMaxWordBytes = 64;

[[nodiscard]] inline bool is_ascii(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
}

// The code point that starts at `at`, which is moved past it; U+FFFD for invalid bytes. `at` must be < size.
[[nodiscard]] inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  auto i = static_cast<std::int64_t>(at);
  const auto size = static_cast<std::int64_t>(text.size());
  UChar32 c = 0;
  // The macro narrows an int to a byte, which some versions of ICU do without a cast.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
  U8_NEXT_OR_FFFD(text.data(), i, size, c);
#pragma GCC diagnostic pop
  at = static_cast<std::size_t>(i);
  return static_cast<char32_t>(c);
}

inline void append_utf8(std::string& out, char32_t c) {
  char buffer[U8_MAX_LENGTH];
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(buffer, size, c);
  out.append(buffer, static_cast<std::size_t>(size));
}

namespace detail {

inline std::string normalize(std::string_view text, const UNormalizer2* normalizer) {
  std::u16string wide(text.size() + 1, u'\0');
  std::int32_t size = 0;
  UErrorCode fault = U_ZERO_ERROR;
  u_strFromUTF8WithSub(wide.data(), static_cast<std::int32_t>(wide.size()), &size, text.data(),
                       static_cast<std::int32_t>(text.size()), 0xFFFD, nullptr, &fault);
  wide.resize(static_cast<std::size_t>(size));
  std::u16string normal(wide.size() * 3 + 16, u'\0');
  for (;;) {
    fault = U_ZERO_ERROR;
    size = unorm2_normalize(normalizer, wide.data(), static_cast<std::int32_t>(wide.size()), normal.data(),
                            static_cast<std::int32_t>(normal.size()), &fault);
    if (fault != U_BUFFER_OVERFLOW_ERROR) break;
    normal.resize(static_cast<std::size_t>(size) + 1);
  }
  normal.resize(static_cast<std::size_t>(size));
  std::string out;
  out.reserve(normal.size() + normal.size() / 2);
  for (std::size_t i = 0; i < normal.size();) {
    char32_t c = normal[i++];
    if (U16_IS_LEAD(c) && i < normal.size()) c = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(c, normal[i++]));
    append_utf8(out, c);
  }
  return out;
}

// Letters that a reader without the key types as one or two ASCII letters and that Unicode does not
// decompose.
inline void append_folded(std::string& out, char32_t c) {
  switch (c) {
    case U'ß':
      out += "ss";
      break;
    case U'æ':
      out += "ae";
      break;
    case U'œ':
      out += "oe";
      break;
    case U'ø':
      out += "o";
      break;
    case U'ł':
      out += "l";
      break;
    case U'đ':
    case U'ð':
      out += "d";
      break;
    case U'ħ':
      out += "h";
      break;
    case U'ı':
      out += "i";
      break;
    case U'þ':
      out += "th";
      break;
    case U'’':
    case U'‘':
    case U'ʼ':
    case U'ʻ':
      out += "'";
      break;
    default:
      append_utf8(out, c);
  }
}

}  // namespace detail

// Unicode NFC; a copy of the text where it is plain ASCII.
[[nodiscard]] inline std::string nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode fault = U_ZERO_ERROR;
  return detail::normalize(text, unorm2_getNFCInstance(&fault));
}

// Lower case without accents: "Erdoğan" -> "erdogan", "Łódź" -> "lodz", "Straße" -> "strasse". Curly
// apostrophes become straight ones. Both sides of every comparison of names or words that ignores case and
// accents call this.
[[nodiscard]] inline std::string fold(std::string_view text) {
  std::string out;
  if (is_ascii(text)) {
    out.assign(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; });
    return out;
  }
  UErrorCode fault = U_ZERO_ERROR;
  const std::string apart = detail::normalize(text, unorm2_getNFKDInstance(&fault));
  for (std::size_t at = 0; at < apart.size();) {
    const auto c = static_cast<UChar32>(next_code_point(apart, at));
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    detail::append_folded(out, static_cast<char32_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT)));
  }
  return out;
}

// Lower case, accents kept: the form in which words are indexed and stemmed. Not for names: see fold.
[[nodiscard]] inline std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      out += byte >= 'A' && byte <= 'Z' ? char(byte | 0x20) : char(byte);
      ++at;
    } else {
      append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(next_code_point(text, at)))));
    }
  }
  return out;
}

// White space and control characters, of any script, folded to single blanks and trimmed.
[[nodiscard]] inline std::string fold_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    while (at < text.size() && text[at] > ' ' && text[at] < '\x7F') ++at;
    if (at > start) {
      if (gap) out += ' ';
      gap = false;
      out.append(text.substr(start, at - start));
      continue;
    }
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    if (c <= 0x20 || c == 0x7F || (c >= 0x80 && (u_isUWhiteSpace(c) || u_iscntrl(c)))) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    if (c == 0xFFFD)
      append_utf8(out, 0xFFFD);
    else
      out.append(text.substr(start, at - start));
  }
  return out;
}

}  // namespace dateline
