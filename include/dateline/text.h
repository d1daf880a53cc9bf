// What indexer and searcher must do to text in exactly the same way: normalise, fold, split into words.
// All strings are UTF-8. Invalid bytes are replaced by U+FFFD, never passed on.
#pragma once

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace dateline {

// The longest word that is indexed, in bytes; longer runs (base64, rules of dashes) are no words and are left
// out. Xapian takes 245 bytes a term; 64 leaves room for any prefix and holds every real word.
inline constexpr std::size_t kMaxWordBytes = 64;

namespace detail {

// Eight bytes at once, for what nearly all text passes.
inline constexpr std::size_t kBlock = 8;
inline constexpr std::uint64_t kOnes = 0x0101'0101'0101'0101, kHighBits = kOnes * 0x80;

inline std::uint64_t block_at(std::string_view text, std::size_t at) {
  std::uint64_t block = 0;
  std::memcpy(&block, text.data() + at, kBlock);
  return block;
}

inline bool has_zero(std::uint64_t block) { return ((block - kOnes) & ~block & kHighBits) != 0; }

// Bytes below a blank.
inline bool has_control(std::uint64_t block) { return ((block - kOnes * ' ') & ~block & kHighBits) != 0; }

// Control characters, DEL or bytes over 0x7F: one added, or a blank taken away, sets the highest bit of them.
inline bool has_unprinted(std::uint64_t block) {
  return ((block | (block + kOnes) | (block - kOnes * ' ')) & kHighBits) != 0;
}

// Where a run of bytes ends that `goes_on` holds for; it holds for all of a block where not `may_end`.
template <class MayEnd, class GoesOn>
std::size_t end_of_run(std::string_view text, std::size_t at, MayEnd may_end, GoesOn goes_on) {
  for (;;) {
    while (at + kBlock <= text.size() && !may_end(block_at(text, at))) at += kBlock;
    const std::size_t stop = std::min(at + kBlock, text.size());
    while (at < stop && goes_on(text[at])) ++at;
    if (at < stop || at == text.size()) return at;
  }
}

}  // namespace detail

[[nodiscard]] inline bool is_ascii(std::string_view text) {
  for (; text.size() >= detail::kBlock; text.remove_prefix(detail::kBlock)) {
    if ((detail::block_at(text, 0) & detail::kHighBits) != 0) return false;
  }
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

// Of any script. Most characters are ASCII, which needs no look into ICU's tables.
[[nodiscard]] inline bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(static_cast<UChar32>(c)) != 0;
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

// Of Latin script and common punctuation: no such character combines with its neighbours, and all of them
// are NFC.
inline bool is_simple(char32_t c) { return c < 0x300 || (c >= 0x2010 && c < 0x2028) || c == 0x20AC; }

// Valid UTF-8 of such characters alone.
inline bool is_simple(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if ((static_cast<unsigned char>(text[at]) & 0x80) == 0)
      ++at;
    else if (!is_simple(next_code_point(text, at)))
      return false;
  }
  return true;
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

inline bool is_printed(char c) { return c > ' ' && c < '\x7F'; }

// Whether the text is ASCII with nothing to fold.
inline bool is_space_folded(std::string_view text) {
  if (text.empty() || !is_printed(text.front()) || !is_printed(text.back())) return text.empty();
  std::size_t at = 1;
  for (; at + kBlock <= text.size(); at += kBlock) {
    const std::uint64_t block = block_at(text, at);
    if (has_unprinted(block) || has_zero((block | block_at(text, at - 1)) ^ (kOnes * ' '))) return false;
  }
  for (; at < text.size(); ++at) {
    if (!is_printed(text[at]) && (text[at] != ' ' || text[at - 1] == ' ')) return false;
  }
  return true;
}

inline char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; }

inline std::string ascii_lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return ascii_lower(c); });
  return out;
}

// The folded form of text in NFKD.
inline std::string without_marks(std::string_view apart) {
  std::string out;
  for (std::size_t at = 0; at < apart.size();) {
    const auto c = static_cast<UChar32>(next_code_point(apart, at));
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    append_folded(out, static_cast<char32_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT)));
  }
  return out;
}

// The same of one simple character, whose neighbours do not matter.
inline void append_simple_folded(std::string& out, char32_t c, const UNormalizer2* apart) {
  constexpr std::int32_t kLongest = 20;  // more than any character's parts
  char16_t parts[kLongest]{static_cast<char16_t>(c)};
  UErrorCode fault = U_ZERO_ERROR;
  const std::int32_t size =
      std::max(unorm2_getDecomposition(apart, static_cast<UChar32>(c), parts, kLongest, &fault), 1);
  for (std::int32_t i = 0; i < size; ++i) {
    if (u_charType(parts[i]) != U_NON_SPACING_MARK)
      append_folded(out, static_cast<char32_t>(u_foldCase(parts[i], U_FOLD_CASE_DEFAULT)));
  }
}

}  // namespace detail

// Unicode NFC.
[[nodiscard]] inline std::string nfc(std::string text) {
  if (detail::is_simple(text)) return text;
  UErrorCode fault = U_ZERO_ERROR;
  return detail::normalize(text, unorm2_getNFCInstance(&fault));
}

// Lower case without accents: "Erdoğan" -> "erdogan", "Łódź" -> "lodz", "Straße" -> "strasse". Curly
// apostrophes become straight ones. Both sides of every comparison of names or words that ignores case and
// accents call this.
[[nodiscard]] inline std::string fold(std::string_view text) {
  if (is_ascii(text)) return detail::ascii_lower(text);
  UErrorCode fault = U_ZERO_ERROR;
  const UNormalizer2* const apart = unorm2_getNFKDInstance(&fault);
  if (!detail::is_simple(text)) return detail::without_marks(detail::normalize(text, apart));
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c < 0x80)
      out += detail::ascii_lower(static_cast<char>(c));
    else
      detail::append_simple_folded(out, c, apart);
  }
  return out;
}

// The same as lower(), behind what `out` holds.
inline void append_lower(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if ((static_cast<unsigned char>(c) & 0x80) == 0)
      out += detail::ascii_lower(c), ++at;
    else
      append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(next_code_point(text, at)))));
  }
}

// Lower case, accents kept: the form in which words are indexed and stemmed. Not for names: see fold.
[[nodiscard]] inline std::string lower(std::string_view text) {
  if (is_ascii(text)) return detail::ascii_lower(text);
  std::string out;
  out.reserve(text.size());
  append_lower(out, text);
  return out;
}

// White space and control characters, of any script, folded to single blanks and trimmed.
[[nodiscard]] inline std::string fold_space(std::string_view text) {
  if (detail::is_space_folded(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    while (at < text.size() && detail::is_printed(text[at])) ++at;
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
