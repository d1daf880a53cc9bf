#include "indexer/readers/dateline_json.h"

#include <array>
#include <optional>
#include <utility>

#include "dateline/from_json.h"
#include "dateline/text.h"

namespace dateline {

namespace {

// The contract's objects nest five deep; the bound keeps hostile nesting off the stack when `extra` is
// printed.
constexpr std::size_t kMaxDepth = 64;

// Cuts a stream into its top-level JSON objects. Commas, brackets and white space between objects are passed
// over, so JSON lines, pretty-printed objects and an array of objects all do.
class ObjectStream {
 public:
  explicit ObjectStream(ByteSource& bytes) : bytes_(bytes) {}

  struct Slice {
    std::string text;
    std::uint64_t line = 0;  // where the object begins
    std::uint64_t column = 0;
    const char* fault = nullptr;  // why it is no whole object, or nullptr
  };

  // Absent: the end of the stream.
  std::optional<Slice> next() {
    for (char c; get(c);) {
      if (c == '{') return object();
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',' || c == '[' || c == ']') continue;
      if (at_bom(c)) continue;
      Slice slice{{}, line_, column_, "expected an object"};
      skip_line();
      return slice;
    }
    return std::nullopt;
  }

 private:
  // U+FEFF before the first object is no fault.
  bool at_bom(char c) const {
    constexpr std::string_view kBom = "\xEF\xBB\xBF";
    return line_ == 1 && column_ <= kBom.size() && c == kBom[column_ - 1];
  }

  Slice object() {
    Slice slice{"{", line_, column_, nullptr};
    std::size_t depth = 1;
    bool in_string = false;
    for (char c; depth > 0;) {
      if (!get(c)) return slice.fault = "the object does not end", slice;
      if (slice.text.size() >= kMaxArticleBytes) return too_large(slice);
      if (starts_new_object(c, slice.text)) {
        held_ = c;
        return slice.fault = "the object does not end", slice;
      }
      slice.text += c;
      if (in_string) {
        if (c == '\\' && get(c))
          slice.text += c;
        else if (c == '"')
          in_string = false;
        else if (c == '\n')
          return slice.fault = "a line end inside a string", slice;
      } else if (c == '"') {
        in_string = true;
      } else if (c == '{' || c == '[') {
        if (++depth > kMaxDepth) return skip_line(), slice.fault = "nested too deeply", slice;
      } else if (c == '}' || c == ']') {
        --depth;
      }
    }
    return slice;
  }

  // In JSON lines the next object begins where a line begins; inside one object a `{` at a line's very start
  // follows a comma, colon or bracket.
  bool starts_new_object(char c, std::string_view text) const {
    if (c != '{' || column_ != 1) return false;
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    return last == std::string_view::npos || (text[last] != ',' && text[last] != ':' && text[last] != '[');
  }

  Slice too_large(Slice& slice) {
    slice.fault = "over 16 MB";
    slice.text.clear();
    skip_line();
    return std::move(slice);
  }

  void skip_line() {
    for (char c; get(c) && c != '\n';) {
    }
  }

  bool get(char& c) {
    if (held_) return c = *std::exchange(held_, std::nullopt), true;
    if (at_ == size_) {
      size_ = bytes_.read(buffer_.data(), buffer_.size());
      at_ = 0;
      if (size_ == 0) return false;
    }
    if (after_line_end_) ++line_, column_ = 0;
    c = buffer_[at_++];
    ++column_;
    after_line_end_ = c == '\n';
    return true;
  }

  ByteSource& bytes_;
  std::array<char, 64U << 10U> buffer_{};
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t column_ = 0;
  bool after_line_end_ = false;
  std::optional<char> held_;  // read, and to be given again
};

bool is_empty(const Article& a) {
  return a.headline.empty() && a.body.empty() && a.captions.empty() && a.abstract.empty() &&
         a.status != Status::withdrawn;
}

// The line and column of byte `offset` of the slice.
Diagnostic syntax_fault(const ObjectStream::Slice& slice, std::size_t offset, std::string message) {
  std::uint64_t line = slice.line, column = slice.column;
  for (std::size_t i = 0; i + 1 < offset && i < slice.text.size(); ++i) {
    if (slice.text[i] == '\n') ++line, column = 0;
    ++column;
  }
  return error("json.syntax", std::move(message), line, column);
}

void read_slice(const ObjectStream::Slice& slice, ArticleSink& sink) {
  if (slice.fault) {
    const bool large = std::string_view(slice.fault).starts_with("over");
    return sink.fault(
        error(large ? "article.too-large" : "json.syntax", slice.fault, slice.line, slice.column));
  }
  try {
    const Json json = Json::parse(nfc(slice.text));
    Article article = article_from_json(json);
    if (is_empty(article))
      return sink.fault(error("article.empty", "no headline, caption or body", slice.line, slice.column));
    sink.article(std::move(article));
  } catch (const Json::parse_error& fault) {
    // What nlohmann-json says after its own position, which counts from the slice's beginning.
    const std::string what = fault.what();
    const std::size_t colon = what.find(": ");
    sink.fault(syntax_fault(slice, fault.byte, colon == std::string::npos ? what : what.substr(colon + 2)));
  }
}

}  // namespace

Confidence sniff_dateline_json(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::size_t start = head.find_first_not_of(" \t\r\n[");
  if (start == std::string_view::npos || head[start] != '{') return Confidence::no;
  for (const char* key : {"\"headline\"", "\"body\"", "\"captions\""}) {
    if (head.find(key) != std::string_view::npos)
      return head.find("\"schema\"") == std::string_view::npos ? Confidence::likely : Confidence::certain;
  }
  return Confidence::no;
}

void read_dateline_json(Input& input, ArticleSink& sink) {
  ObjectStream objects(input.bytes);
  bool any = false;
  for (; auto slice = objects.next(); any = true) read_slice(*slice, sink);
  if (!any) sink.fault(error("json.empty", "no JSON object", 1, 1));
}

}  // namespace dateline
