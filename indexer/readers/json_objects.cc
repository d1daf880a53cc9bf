#include "indexer/readers/json_objects.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>

namespace dateline {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_space(char c) { return is_blank(c) || c == '\r' || c == '\n'; }

}  // namespace

std::optional<JsonObjects::Slice> JsonObjects::next() {
  for (char c; get(c);) {
    if (c == '{') return object();
    if (is_space(c) || c == ',' || c == '[' || c == ']' || at_bom(c)) continue;
    Slice slice{{}, line_, column_, 0, {}};
    fail(slice, "json.syntax", "expected an object");
    resume(std::numeric_limits<std::uint64_t>::max());
    return slice;
  }
  return std::nullopt;
}

// A broken object is read to its end all the same, or to where the next one plainly begins.
JsonObjects::Slice JsonObjects::object() {
  Slice slice{"{", line_, column_, 0, {}};
  bool in_string = false, escaped = false;
  char last = '{';
  std::size_t depth = 1;
  for (char c; depth > 0;) {
    if (!get(c)) return cut_short(slice), slice;
    // Inside an object a `{` that begins a line follows a comma, a colon or a bracket.
    const bool goes_on = !slice.fault && (last == ',' || last == ':' || last == '[');
    if (!goes_on && begins_object(c, slice.column)) {
      held_ = c;
      return cut_short(slice), slice;
    }
    keep(slice, {&c, 1});
    if (in_string) {
      if (c == '\n') {
        fail(slice, "json.syntax", "a line end inside a string");
        return resume(slice.column), slice;
      }
      in_string = escaped || c != '"';
      escaped = !escaped && c == '\\';
      if (in_string && !escaped) keep(slice, plain_run());
    } else if (c == '"') {
      in_string = true;
      keep(slice, plain_run());
    } else if (c == '{' || c == '[') {
      if (++depth > kMaxJsonDepth) fail(slice, "json.syntax", "nested too deeply");
    } else if (c == '}' || c == ']') {
      --depth;
    } else if (c == ':') {
      ++slice.members;
    }
    if (!is_space(c)) last = c;
  }
  return slice;
}

void JsonObjects::keep(Slice& slice, std::string_view bytes) {
  if (slice.fault) return;
  if (slice.text.size() + bytes.size() > kMaxArticleBytes)
    fail(slice, "article.too-large", "the article is over 16 MB");
  else
    slice.text += bytes;
}

// What is at hand of a string, up to what ends it or a line, or escapes.
std::string_view JsonObjects::plain_run() {
  const bool again = again_at_ < again_.size();
  const std::string_view all = again ? std::string_view(again_) : std::string_view(buffer_.data(), size_);
  std::size_t& at = again ? again_at_ : at_;
  const std::size_t start = at;
  while (at < all.size() && all[at] != '"' && all[at] != '\\' && all[at] != '\n') ++at;
  column_ += at - start;
  return all.substr(start, at - start);
}

void JsonObjects::fail(Slice& slice, const char* code, const char* why) {
  if (!slice.fault) slice.fault = error(code, why, slice.line, slice.column);
  slice.text = {};
}

// An object without an end may have taken the next lines for its own values: they are read again.
void JsonObjects::cut_short(Slice& slice) {
  for (std::size_t end = slice.text.find('\n'); end != std::string::npos;
       end = slice.text.find('\n', end + 1)) {
    const std::size_t start = slice.text.find_first_not_of(" \t", end + 1);
    if (start == std::string::npos || slice.text[start] != '{' || start - end > slice.column) continue;
    std::string rest = slice.text.substr(end + 1);
    if (held_) rest += *std::exchange(held_, std::nullopt);
    line_ -= static_cast<std::uint64_t>(std::count(rest.begin(), rest.end() - 1, '\n'));
    again_ = rest + again_.substr(again_at_);
    again_at_ = 0;
    column_ = 0;
    after_line_end_ = false;
    after_blanks_ = true;
    break;
  }
  fail(slice, "json.syntax", "the object does not end");
}

// Passes over what is left of something broken, up to an object that begins no further right than `column`.
void JsonObjects::resume(std::uint64_t column) {
  for (char c; get(c);) {
    if (!begins_object(c, column)) continue;
    held_ = c;
    return;
  }
}

bool JsonObjects::begins_object(char c, std::uint64_t column) const {
  return c == '{' && first_of_line_ && column_ <= column;
}

// U+FEFF before the first object is no fault.
bool JsonObjects::at_bom(char c) const {
  constexpr std::string_view kBom = "\xEF\xBB\xBF";
  return line_ == 1 && column_ <= kBom.size() && c == kBom[column_ - 1];
}

bool JsonObjects::get(char& c) {
  if (held_) return c = *std::exchange(held_, std::nullopt), true;
  const bool again = again_at_ < again_.size();
  if (!again && at_ == size_) {
    size_ = bytes_.read(buffer_.data(), buffer_.size());
    at_ = 0;
    if (size_ == 0) return false;
  }
  if (after_line_end_) ++line_, column_ = 0, after_blanks_ = true;
  c = again ? again_[again_at_++] : buffer_[at_++];
  ++column_;
  first_of_line_ = after_blanks_;
  after_blanks_ = after_blanks_ && is_blank(c);
  after_line_end_ = c == '\n';
  return true;
}

}  // namespace dateline
