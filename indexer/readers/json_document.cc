#include "indexer/readers/json_document.h"

#include <algorithm>

#include "dateline/json.h"
#include "dateline/text.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/html_json_mend.h"

namespace dateline {

namespace {

// What a message may quote of the input, in bytes.
constexpr std::size_t kMaxQuoted = 120;

// The parser keeps room for the longest text it saw; after a longer one than this it starts anew.
constexpr std::size_t kMostKept = 2U << 20U;

// What is mended by guessing is bounded: the library that helps compares each key with all before it.
constexpr std::size_t kMostMended = 1U << 20U;
constexpr std::size_t kMostMembers = 10'000;

constexpr std::size_t kMostDigits = 18;  // that surely fit into 64 bits

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The code unit of `\uD83D` at `at`; 0: no such escape stands there.
unsigned escaped_unit(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) != "\\u" || at + 6 > text.size()) return 0;
  unsigned unit = 0;
  for (char c : text.substr(at + 2, 4)) {
    const char small = static_cast<char>(c | 0x20);
    if (!is_digit(c) && (small < 'a' || small > 'f')) return 0;
    unit = unit * 16 + static_cast<unsigned>(is_digit(c) ? c - '0' : small - 'a' + 10);
  }
  return unit;
}

bool is_high(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

class Mender {
 public:
  explicit Mender(std::string_view text) : text_(text) { out_.reserve(text.size() + text.size() / 16); }

  std::string mend() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"')
        string();
      else if (is_digit(c))
        number();
      else if (!literal())
        out_ += c, ++at_;
    }
    return std::move(out_);
  }

 private:
  void string() {
    out_ += text_[at_++];
    while (at_ < text_.size() && text_[at_] != '"') {
      const char c = text_[at_];
      if (c == '\\')
        escape();
      else
        out_ += c >= 0 && c < ' ' ? ' ' : c, ++at_;
    }
    if (at_ < text_.size()) out_ += text_[at_++];
  }

  void escape() {
    const unsigned unit = escaped_unit(text_, at_);
    const bool pair = is_high(unit) && is_low(escaped_unit(text_, at_ + 6));
    const std::size_t size = pair ? 12 : unit != 0 ? 6 : 2;
    const bool half = !pair && (is_high(unit) || is_low(unit));
    const bool known = at_ + 1 < text_.size() &&
                       std::string_view("\"\\/bfnrtu").find(text_[at_ + 1]) != std::string_view::npos;
    if (!known) return static_cast<void>(++at_);
    out_ += half ? "\\uFFFD" : text_.substr(at_, size);
    at_ = std::min(at_ + size, text_.size());
  }

  void number() {
    std::size_t end = at_;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    const bool whole =
        end == text_.size() || std::string_view(".eE").find(text_[end]) == std::string_view::npos;
    const bool first = out_.empty() || std::string_view("-.+eE").find(out_.back()) == std::string_view::npos;
    const bool quote = whole && first && end - at_ > kMostDigits;
    if (quote) out_ += '"';
    out_ += text_.substr(at_, end - at_);
    if (quote) out_ += '"';
    at_ = end;
  }

  bool literal() {
    for (std::string_view word : {"NaN", "-Infinity", "Infinity"}) {
      if (!text_.substr(at_).starts_with(word)) continue;
      out_ += "null";
      at_ += word.size();
      return true;
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
};

// Says yes to everything and remembers the first fault.
struct FaultFinder : nlohmann::json_sax<Json> {
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& fault) override {
    offset = position;
    what = fault.what();
    return false;
  }
  std::size_t offset = 0;
  std::string what = "not JSON";
};

}  // namespace

Diagnostic syntax_fault(const JsonObjects::Slice& slice, std::size_t offset, const std::string& what) {
  std::uint64_t line = slice.line, column = slice.column;
  for (std::size_t i = 0; i + 1 < offset && i < slice.text.size(); ++i) {
    if (slice.text[i] == '\n') ++line, column = 0;
    ++column;
  }
  // What nlohmann-json says after its own name and position, which counts from the slice's beginning.
  const std::size_t name = what.find("] ");
  const std::size_t name_end = name == std::string::npos ? 0 : name + 2;
  const std::size_t colon = what.find(": ", name_end);
  std::string message = what.substr(offset > 0 && colon != std::string::npos ? colon + 2 : name_end);
  if (message.size() > kMaxQuoted) message = fold_space(message.substr(0, kMaxQuoted)) + "...";
  return error("json.syntax", std::move(message), line, column);
}

bool JsonDocument::try_parse(std::string& text, JsonValue& value) {
  if (parser_.capacity() > kMostKept) parser_ = simdjson::dom::parser();
  text.reserve(text.size() + simdjson::SIMDJSON_PADDING);
  return parser_.parse(text.data(), text.size(), false).get(value) == simdjson::SUCCESS && value.is_object();
}

std::optional<JsonValue> JsonDocument::parse(JsonObjects::Slice& slice, Diagnostics& faults) {
  JsonValue value;
  if (try_parse(slice.text, value)) return value;
  DecodedText decoded = decode(slice.text);
  for (Diagnostic& fault : decoded.diagnostics) {
    if (fault.line > 0) fault.line += slice.line - 1;
    faults.push_back(std::move(fault));
  }
  if (decoded.encoding != "UTF-8")
    faults.push_back(warning("text.encoding", "read as " + decoded.encoding, slice.line, slice.column));
  mended_ = Mender(decoded.text).mend();
  if (try_parse(mended_, value)) return value;
  if (slice.text.size() <= kMostMended && slice.members <= kMostMembers) {
    if (const auto json = html::parse_mended(mended_)) {
      mended_ = dump(*json);
      faults.push_back(warning("json.mended", "broken JSON was mended", slice.line, slice.column));
      if (try_parse(mended_, value)) return value;
      faults.pop_back();
    }
  }
  FaultFinder finder;
  Json::sax_parse(slice.text, &finder);
  faults.push_back(syntax_fault(slice, finder.offset, nfc(finder.what)));
  return std::nullopt;
}

}  // namespace dateline
