#include "indexer/readers/encoding.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "dateline/text.h"

namespace dateline {

namespace {

using namespace std::string_view_literals;

// What western European text of eight bits is read as.
constexpr const char* kWestern = "windows-1252";

// Where one character in this many is lost, the encoding is another.
constexpr std::size_t kFewLost = 20;

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD itself, which is no fault of this text

constexpr std::array kBinaryMagic{"%PDF-"sv,
                                  "%!PS"sv,
                                  "{\\rtf"sv,
                                  "PK\x03\x04"sv,
                                  "\x1F\x8B"sv,
                                  "BZh"sv,
                                  "\xFD"
                                  "7zXZ"sv,
                                  "\x28\xB5\x2F\xFD"sv,
                                  "\x89PNG"sv,
                                  "GIF8"sv,
                                  "\xFF\xD8\xFF"sv,
                                  "RIFF"sv,
                                  "OggS"sv,
                                  "ID3"sv,
                                  "\x7F"
                                  "ELF"sv,
                                  "wOFF"sv,
                                  "wOF2"sv,
                                  "\xD0\xCF\x11\xE0"sv};

struct ByteOrderMark {
  std::string_view bytes;
  const char* encoding;
};

constexpr std::string_view kUtf16Little = "\xFF\xFE"sv, kUtf16Big = "\xFE\xFF"sv;

// UTF-32LE stands before UTF-16LE, whose mark begins it.
constexpr std::array kByteOrderMarks{
    ByteOrderMark{"\xEF\xBB\xBF"sv, "UTF-8"}, ByteOrderMark{"\xFF\xFE\x00\x00"sv, "UTF-32LE"},
    ByteOrderMark{"\x00\x00\xFE\xFF"sv, "UTF-32BE"}, ByteOrderMark{kUtf16Little, "UTF-16LE"},
    ByteOrderMark{kUtf16Big, "UTF-16BE"}};

const ByteOrderMark* byte_order_mark(std::string_view bytes) {
  const auto* found =
      std::ranges::find_if(kByteOrderMarks, [&](const auto& m) { return bytes.starts_with(m.bytes); });
  return found == kByteOrderMarks.end() ? nullptr : found;
}

bool is_dropped(char32_t c) {
  if (c < 0x20) return c < '\t' || c > '\r';
  if (c < 0xAD) return c >= 0x7F && c < 0xA0 && c != 0x85;
  return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         c == 0x2060 || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

bool is_plain(char c) { return (c >= ' ' && c < '\x7F') || (c >= '\t' && c <= '\r'); }

// Behind the plain characters from `at` on.
std::size_t end_of_plain(std::string_view bytes, std::size_t at) {
  return detail::end_of_run(bytes, at, detail::has_unprinted, is_plain);
}

// A warning at byte `at`: the place costs a walk over the text, so it is made for the first fault alone.
Diagnostic warning_at(std::string_view bytes, std::size_t at, const char* code, std::string message) {
  const std::string_view before = bytes.substr(0, at);
  const auto line = static_cast<std::uint64_t>(std::ranges::count(before, '\n')) + 1;
  const std::size_t start = before.rfind('\n') + 1;  // npos + 1 is 0
  return warning(code, std::move(message), line, at - start + 1);
}

// `skip` bytes of a mark precede the text; places count them.
DecodedText from_utf8(std::string_view bytes, std::size_t skip) {
  DecodedText result{{}, "UTF-8", {}};
  result.text.reserve(bytes.size() - skip);
  std::size_t invalid = 0, first_invalid = 0, nuls = 0, first_nul = 0;
  for (std::size_t at = skip; at < bytes.size();) {
    const std::size_t start = at;
    at = end_of_plain(bytes, at);
    result.text.append(bytes.substr(start, at - start));
    if (at == bytes.size()) break;
    const std::size_t odd = at;
    const char32_t c = next_code_point(bytes, at);
    if (c == 0xFFFD && bytes.substr(odd, 3) != kReplacement && invalid++ == 0) first_invalid = odd;
    if (c == 0 && nuls++ == 0) first_nul = odd;
    if (!is_dropped(c)) append_utf8(result.text, c);
  }
  if (invalid > 0)
    result.diagnostics.push_back(
        warning_at(bytes, first_invalid, "text.invalid-utf8",
                   std::to_string(invalid) + " invalid UTF-8 sequences, the first here"));
  if (nuls > 0)
    result.diagnostics.push_back(
        warning_at(bytes, first_nul, "text.nul-bytes", std::to_string(nuls) + " zero bytes, the first here"));
  return result;
}

struct CloseConverter {
  void operator()(UConverter* c) const { ucnv_close(c); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// Null where ICU does not know the name.
Converter open_converter(const std::string& name) {
  UErrorCode fault = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &fault));
  return U_SUCCESS(fault) ? std::move(converter) : nullptr;
}

std::u16string to_utf16(std::string_view bytes, UConverter* converter) {
  std::u16string wide;
  std::array<char16_t, 4096> buffer;
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  for (UErrorCode fault = U_BUFFER_OVERFLOW_ERROR; fault == U_BUFFER_OVERFLOW_ERROR;) {
    fault = U_ZERO_ERROR;
    char16_t* to = buffer.data();
    ucnv_toUnicode(converter, &to, buffer.data() + buffer.size(), &from, end, nullptr, true, &fault);
    wide.append(buffer.data(), to);
  }
  return wide;
}

// `lost`: how many characters are no text: those that cannot be read, and controls of eight bits, as which
// some converters take bytes that their encoding does not have.
DecodedText from_converter(std::string_view bytes, UConverter* converter, std::string encoding,
                           std::size_t* lost = nullptr) {
  DecodedText result{{}, std::move(encoding), {}};
  const std::u16string wide = to_utf16(bytes, converter);
  result.text.reserve(wide.size());
  std::size_t invalid = 0;
  for (std::size_t i = 0; i < wide.size();) {
    char32_t c = wide[i++];
    if (U16_IS_LEAD(c) && i < wide.size() && U16_IS_TRAIL(wide[i]))
      c = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(c, wide[i++]));
    if (U_IS_SURROGATE(c)) c = 0xFFFD;
    if (c < 0x80 && is_plain(static_cast<char>(c))) {
      result.text += static_cast<char>(c);
      continue;
    }
    if (c == 0xFFFD) ++invalid;
    if (lost && (c == 0xFFFD || (c >= 0x80 && c < 0xA0))) ++*lost;
    if (!is_dropped(c)) append_utf8(result.text, c);
  }
  if (invalid > 0)
    result.diagnostics.push_back(warning(
        "text.invalid-bytes", std::to_string(invalid) + " characters cannot be read as " + result.encoding));
  return result;
}

// How many ASCII characters the bytes hold as UTF-16 of this mark's order; 0 where they make no text. The end
// of `head` may cut a character in two.
std::size_t ascii_in_utf16(std::string_view head, std::string_view mark) {
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(head[at]),
               second = static_cast<unsigned char>(head[at + 1]);
    return static_cast<char16_t>(mark == kUtf16Little ? second << 8U | first : first << 8U | second);
  };
  std::size_t ascii = 0;
  for (std::size_t at = 0; at + 1 < head.size(); at += 2) {
    char32_t c = unit(at);
    if (U16_IS_LEAD(c) && at + 3 >= head.size()) return ascii;
    if (U16_IS_LEAD(c) && U16_IS_TRAIL(unit(at + 2)))
      c = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(c, unit(at + 2))), at += 2;
    const auto kind = u_charType(static_cast<UChar32>(c));
    if (kind == U_UNASSIGNED || kind == U_PRIVATE_USE_CHAR || kind == U_SURROGATE) return 0;
    if (c < 0x80 && !is_plain(static_cast<char>(c))) return 0;
    ascii += c < 0x80;
  }
  return ascii;
}

// How the bytes fare as UTF-8.
struct Utf8Count {
  bool plain = false;         // nothing but printed ASCII and white space
  std::size_t sequences = 0;  // of two bytes or more, as UTF-8 makes them
  std::size_t invalid = 0;
  std::size_t first_high = 0;  // where the first byte over 0x7F is
};

// Half a character of UTF-16 put into UTF-8 by itself: not valid, but the work of a program that meant UTF-8.
bool is_encoded_surrogate(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  return bytes.size() == 3 && byte(0) == 0xED && byte(1) >= 0xA0 && byte(1) < 0xC0 &&
         (byte(2) & 0xC0) == 0x80;
}

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  std::size_t at = end_of_plain(bytes, 0);
  count.plain = at == bytes.size();
  for (; at < bytes.size(); at = end_of_plain(bytes, at)) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    if (count.sequences + count.invalid == 0) count.first_high = at;
    const std::size_t start = at;
    if (is_encoded_surrogate(bytes.substr(at, 3)))
      ++count.sequences, at += 3;
    else if (next_code_point(bytes, at) == 0xFFFD && bytes.substr(start, 3) != kReplacement)
      ++count.invalid;
    else
      ++count.sequences;
  }
  return count;
}

// The detector's best guess at an encoding of 8-bit text. It is asked about a part that begins just before
// the first byte that tells, and must beat western European by a margin, as that is what most archives hold.
std::string detected_encoding(std::string_view bytes, std::size_t first_high) {
  constexpr std::size_t kBefore = 1U << 10U, kSample = 64U << 10U;
  constexpr std::int32_t kSure = 35, kMargin = 10;
  const std::string_view sample = bytes.substr(first_high - std::min(first_high, kBefore), kSample);
  UErrorCode fault = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&fault),
                                                                            ucsdet_close);
  // Markup, which is English, is left out where there is any.
  ucsdet_enableInputFilter(detector.get(), true);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &fault);
  std::int32_t found = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &found, &fault);
  std::string best = kWestern;
  std::int32_t best_score = kSure, western = 0;
  for (std::int32_t i = 0; U_SUCCESS(fault) && i < found; ++i) {
    const std::string name = ucsdet_getName(matches[i], &fault);
    const std::int32_t score = ucsdet_getConfidence(matches[i], &fault);
    if (name == "ISO-8859-1" || name == kWestern)
      western = std::max(western, score);
    else if (score > best_score && !name.starts_with("UTF-") && !name.starts_with("IBM"))
      best = name, best_score = score;
  }
  return best_score > western + kMargin ? best : kWestern;
}

// Whether most bytes over 0x7F stand in rows, as those of a western language never do.
bool is_beyond_western(std::string_view bytes) {
  constexpr std::size_t kRow = 4;
  std::size_t high = 0, in_rows = 0, row = 0;
  for (char c : bytes) {
    row = (c & 0x80) != 0 ? row + 1 : 0;
    high += row > 0;
    in_rows += row >= kRow;
  }
  return high > kRow && in_rows * 3 > high;
}

// The name to hand to ICU; empty: the declaration says nothing that can be true. Encodings of 16 and 32 bits
// fill their text with zero bytes, so text without any has been recoded since it was declared.
std::string usable_name(std::string_view declared, std::string_view bytes) {
  std::string name = fold(fold_space(declared));
  const bool wide = name.starts_with("utf-16") || name.starts_with("utf-32") || name.starts_with("ucs") ||
                    name.starts_with("iso-10646");
  if (wide && bytes.find('\0') == std::string_view::npos) return {};
  if (name == "utf-8" || name == "utf8") return {};
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii" || name == kWestern)
    return is_beyond_western(bytes) ? "" : kWestern;
  return name;
}

}  // namespace

bool is_text(std::string_view head) {
  if (std::ranges::any_of(kBinaryMagic, [&](std::string_view magic) { return head.starts_with(magic); }))
    return false;
  if (byte_order_mark(head)) return true;
  std::size_t controls = 0;
  for (std::size_t at = end_of_plain(head, 0); at < head.size(); at = end_of_plain(head, at + 1))
    controls += head[at] >= 0;
  return controls <= 3 + head.size() / 64;
}

std::string_view utf16_mark(std::string_view head) {
  if (const ByteOrderMark* mark = byte_order_mark(head))
    return mark->bytes == kUtf16Little || mark->bytes == kUtf16Big ? mark->bytes : std::string_view{};
  if (is_text(head)) return {};
  const std::size_t little = ascii_in_utf16(head, kUtf16Little), big = ascii_in_utf16(head, kUtf16Big);
  // Line ends, blanks and figures are ASCII in every language.
  if (std::max(little, big) <= head.size() / 128) return {};
  return little > big ? kUtf16Little : kUtf16Big;
}

DecodedText decode(std::string_view bytes, std::string_view declared) {
  if (const ByteOrderMark* mark = byte_order_mark(bytes)) {
    if (mark->encoding == "UTF-8"sv) return from_utf8(bytes, mark->bytes.size());
    if (const Converter converter = open_converter(mark->encoding))
      return from_converter(bytes.substr(mark->bytes.size()), converter.get(), mark->encoding);
  }
  const Utf8Count count = count_utf8(bytes);
  if (count.sequences > 0 && count.sequences >= count.invalid) return from_utf8(bytes, 0);
  if (const std::string name = usable_name(declared, bytes); !name.empty()) {
    if (count.plain && name == kWestern) return {std::string(bytes), name, {}};
    if (const Converter converter = open_converter(name)) {
      std::size_t lost = 0, still_lost = 0;
      DecodedText as_declared = from_converter(bytes, converter.get(), name, &lost);
      if (lost * kFewLost <= count.sequences + count.invalid) return as_declared;
      // A wrong declaration, if the bytes fare much better as what they look like.
      const std::string other = detected_encoding(bytes, count.first_high);
      const Converter better = open_converter(other);
      if (!better || other == kWestern) return as_declared;
      DecodedText as_detected = from_converter(bytes, better.get(), other, &still_lost);
      return still_lost * kFewLost <= lost ? as_detected : as_declared;
    }
  }
  if (count.invalid == 0) return from_utf8(bytes, 0);
  const std::string name = detected_encoding(bytes, count.first_high);
  const Converter converter = open_converter(name);
  return converter ? from_converter(bytes, converter.get(), name) : from_utf8(bytes, 0);
}

}  // namespace dateline
