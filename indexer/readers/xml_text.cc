#include "indexer/readers/xml_text.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "dateline/text.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/xml_sniff.h"

namespace dateline {

namespace {

// One article, mostly, so that its encoding is decided at once; small enough for a feed of gigabytes.
constexpr std::size_t kPieceBytes = 1U << 20U;

constexpr std::size_t kLongestReference = 32;
// libxml2 compares each attribute of a tag with all before it. Counted are equals signs up to the next `<`.
constexpr std::size_t kMostAttributes = 20'000;
constexpr auto npos = std::string_view::npos;

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_xml_character(unsigned long c) {
  return c == 9 || c == 10 || c == 13 || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) ||
         (c >= 0x10000 && c < 0x110000);
}

// What is to stand for a reference, without its & and ;. Absent: it is none. `#3` and other characters that
// XML forbids are blanks.
std::optional<std::string> replacement(std::string_view name) {
  if (name.empty()) return std::nullopt;
  if (name[0] != '#') {
    if (!std::ranges::all_of(name, is_alphanumeric)) return std::nullopt;
    for (std::string_view known : {"amp", "lt", "gt", "quot", "apos"}) {
      if (name == known) return "&" + std::string(name) + ";";
    }
    const std::string terminated(name);
    const auto* html = htmlEntityLookup(reinterpret_cast<const unsigned char*>(terminated.c_str()));
    if (!html) return std::nullopt;
    std::string character;
    append_utf8(character, static_cast<char32_t>(html->value));
    return character;
  }
  const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  const std::string digits(name.substr(hexadecimal ? 2 : 1));
  if (digits.empty() ||
      digits.find_first_not_of(hexadecimal ? "0123456789abcdefABCDEF" : "0123456789") != npos)
    return std::nullopt;
  const unsigned long code = std::strtoul(digits.c_str(), nullptr, hexadecimal ? 16 : 10);
  if (!is_xml_character(code)) return " ";
  return (hexadecimal ? "&#x" : "&#") + digits + ";";
}

// U+FFFE and U+FFFF are valid UTF-8 but no characters of XML.
void blank_noncharacters(std::string& text) {
  for (std::string_view bad : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (std::size_t at = text.find(bad); at != npos; at = text.find(bad, at)) text.replace(at, 3, "   ");
  }
}

}  // namespace

XmlText::XmlText(Input& input)
    : bytes_(input.bytes), mark_(wide_mark(input.head)), declared_(declared_encoding(input.head)) {}

void XmlText::fill() {
  while (!ended_ && raw_.size() < kPieceBytes) ended_ = !read_more(bytes_, raw_);
}

// Pieces end behind a tag or a line, in a pinch behind a word, so that no character, reference or mark is
// torn.
std::size_t XmlText::cut() const {
  if (ended_) return raw_.size();
  std::size_t end = raw_.find_last_of(">\n");
  if (end == npos) end = raw_.find_last_of("; ");
  if (end == npos) return raw_.size() & ~std::size_t{3};
  // In UTF-16 the character's other half may follow.
  return mark_.empty() ? end + 1 : std::max<std::size_t>(end & ~std::size_t{1}, 2);
}

std::string XmlText::decoded(std::string bytes) {
  if (!mark_.empty() && !bytes.starts_with(mark_)) bytes.insert(0, mark_);
  DecodedText decoded = decode(bytes, declared_);
  for (Diagnostic& d : decoded.diagnostics) {
    if (d.line > 0) d.line += lines_;
    tell(std::move(d));
  }
  blank_noncharacters(decoded.text);
  return std::move(decoded.text);
}

std::string_view XmlText::next() {
  lines_ += static_cast<std::uint64_t>(std::ranges::count(piece_, '\n'));
  piece_.clear();
  while (piece_.empty()) {
    fill();
    if (raw_.empty()) return {};
    const std::size_t end = cut();
    std::string text = decoded(raw_.substr(0, end));
    raw_.erase(0, end);
    if (std::exchange(first_, false)) blank_declarations(text);
    mend(text);
  }
  return piece_;
}

void XmlText::blank_declarations(std::string& text) {
  const XmlProlog prolog = read_prolog(text);
  for (const auto& [start, end] : prolog.declarations) {
    std::replace_if(
        text.begin() + static_cast<std::ptrdiff_t>(start), text.begin() + static_cast<std::ptrdiff_t>(end),
        [](char c) { return c != '\n'; }, ' ');
  }
  if (prolog.declares_entities)
    tell(warning("xml.entities-ignored", "entities that a file declares are not expanded", 1, 1));
}

void XmlText::mend(std::string_view text) {
  piece_.reserve(text.size() + 64);
  for (std::size_t at = 0; at < text.size();) {
    switch (state_) {
      case State::cdata:
        at = pass_to(text, at, "]]>");
        break;
      case State::comment:
        at = pass_to(text, at, "-->");
        break;
      case State::instruction:
        at = pass_to(text, at, "?>");
        break;
      case State::markup:
        at = pass_markup(text, at);
        break;
    }
  }
}

// Takes what is no markup of its own, up to and with what `end` is.
std::size_t XmlText::pass_to(std::string_view text, std::size_t at, std::string_view end) {
  const std::size_t found = text.find(end, at);
  const std::size_t next = found == npos ? text.size() : found + end.size();
  piece_.append(text.substr(at, next - at));
  if (found != npos) state_ = State::markup;
  return next;
}

std::size_t XmlText::pass_markup(std::string_view text, std::size_t at) {
  const auto is_special = [](char c) { return c == '&' || c == '<'; };
  const auto* found = std::find_if(text.begin() + at, text.end(), is_special);
  auto next = static_cast<std::size_t>(found - text.begin());
  attributes_ += static_cast<std::size_t>(std::count(text.begin() + at, found, '='));
  if (attributes_ > kMostAttributes) return give_up(text, at);
  piece_.append(text.substr(at, next - at));
  if (next == text.size()) return next;
  if (text[next] == '&') return mend_reference(text, next);
  attributes_ = 0;
  const std::string_view rest = text.substr(next);
  if (rest.starts_with("<![CDATA["))
    state_ = State::cdata;
  else if (rest.starts_with("<!--"))
    state_ = State::comment;
  else if (rest.starts_with("<?"))
    state_ = State::instruction;
  const std::size_t taken = state_ == State::comment ? 4 : 1;
  piece_.append(rest.substr(0, taken));
  return next + taken;
}

std::size_t XmlText::mend_reference(std::string_view text, std::size_t at) {
  const std::size_t end = text.substr(0, at + kLongestReference).find(';', at);
  if (end != npos) {
    if (const auto mended = replacement(text.substr(at + 1, end - at - 1))) {
      piece_.append(*mended);
      return end + 1;
    }
  }
  // Where it is takes time to find out, and only the first is told.
  if (!std::exchange(told_reference_, true))
    tell_at(warning("xml.bad-reference", "'&' begins no reference and is taken as text"), text, at);
  piece_.append("&amp;");
  return at + 1;
}

std::size_t XmlText::give_up(std::string_view text, std::size_t at) {
  tell_at(error("xml.too-many-attributes", "a tag has more than 20,000 attributes"), text, at);
  raw_.clear();
  ended_ = true;
  return text.size();
}

void XmlText::tell_at(Diagnostic diagnostic, std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  diagnostic.line = lines_ + static_cast<std::uint64_t>(std::ranges::count(before, '\n')) + 1;
  diagnostic.column = at - (before.rfind('\n') + 1) + 1;  // npos + 1 is 0
  tell(std::move(diagnostic));
}

void XmlText::tell(Diagnostic diagnostic) {
  if (std::ranges::find(diagnostics_, diagnostic.code, &Diagnostic::code) == diagnostics_.end())
    diagnostics_.push_back(std::move(diagnostic));
}

}  // namespace dateline
