#include "indexer/readers/json_sniff.h"

#include <algorithm>

#include "indexer/readers/json_value.h"

namespace dateline {

namespace {

constexpr std::size_t kMostKeys = 500;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

class HeadReader {
 public:
  explicit HeadReader(std::string_view head) : rest_(head) {}

  JsonHead read() {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
    skip_space('[');
    while (!rest_.empty() && head_.keys.size() < kMostKeys) {
      if (!token()) return head_.broken = true, std::move(head_);
      if (open_.empty()) break;
      skip_space();
    }
    return std::move(head_);
  }

 private:
  // False: no JSON goes on so.
  bool token() {
    const char c = rest_.front();
    if (open_.empty() && c != '{') return false;
    switch (c) {
      case '{':
      case '[':
        open_ += c;
        key_next_ = c == '{';
        rest_.remove_prefix(1);
        return true;
      case '}':
      case ']':
        if (open_.back() != (c == '}' ? '{' : '[')) return false;
        open_.pop_back();
        rest_.remove_prefix(1);
        return true;
      case ',':
        key_next_ = open_.back() == '{';
        rest_.remove_prefix(1);
        return true;
      case '"':
        return string();
      default:
        return !key_next_ && literal();
    }
  }

  bool string() {
    std::size_t end = rest_.find('"', 1);
    while (end != std::string_view::npos && is_escaped(end)) end = rest_.find('"', end + 1);
    if (end == std::string_view::npos) return rest_ = {}, true;  // cut
    const std::string_view text = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    if (!key_next_) return true;
    key_next_ = false;
    skip_space();
    if (rest_.empty()) return true;
    if (rest_.front() != ':') return false;
    rest_.remove_prefix(1);
    head_.keys.push_back({text, static_cast<std::size_t>(std::ranges::count(open_, '{'))});
    return true;
  }

  // Whether backslashes take the quote at `at` into the string: an even number are characters of their own.
  bool is_escaped(std::size_t at) const {
    std::size_t first = at;
    while (rest_[first - 1] == '\\') --first;
    return (at - first) % 2 == 1;
  }

  // A number, true, false, null or what some writers put for it.
  bool literal() {
    std::size_t end = 0;
    while (end < rest_.size() && !is_space(rest_[end]) && rest_[end] != ',' && rest_[end] != ']' &&
           rest_[end] != '}')
      ++end;
    const std::string_view word = rest_.substr(0, end);
    const bool known = (word[0] >= '0' && word[0] <= '9') || word[0] == '-' || word == "true" ||
                       word == "false" || word == "null" || word == "NaN" || word == "Infinity" ||
                       end == rest_.size();
    rest_.remove_prefix(end);
    return known && end > 0;
  }

  void skip_space(char other = ' ') {
    std::size_t at = 0;
    while (at < rest_.size() && (is_space(rest_[at]) || rest_[at] == other)) ++at;
    rest_.remove_prefix(at);
  }

  std::string_view rest_;
  std::string open_;  // the brackets around
  bool key_next_ = false;
  JsonHead head_;
};

}  // namespace

bool JsonHead::has(std::string_view folded) const {
  return std::ranges::any_of(keys, [&](const Key& key) { return same_key(key.name, folded); });
}

bool is_json(std::string_view head) { return !json_head(head).keys.empty(); }

JsonHead json_head(std::string_view head) { return HeadReader(head).read(); }

}  // namespace dateline
