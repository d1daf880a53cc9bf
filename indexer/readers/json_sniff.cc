#include "indexer/readers/json_sniff.h"

#include <algorithm>

#include "indexer/readers/json_value.h"

namespace dateline {

namespace {

constexpr std::size_t kMostKeys = 500;

class HeadReader {
 public:
  explicit HeadReader(std::string_view head) : rest_(head) {}

  JsonHead read() {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
    skip(" \t\r\n[");
    while (!rest_.empty() && head_.keys.size() < kMostKeys) {
      if (!token()) return head_.broken = true, std::move(head_);
      if (open_.empty()) break;
      skip(" \t\r\n");
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
    std::size_t end = 1;
    while (end < rest_.size() && rest_[end] != '"') end += rest_[end] == '\\' ? 2 : 1;
    if (end >= rest_.size()) return rest_ = {}, true;  // cut
    const std::string_view text = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    if (!key_next_) return true;
    key_next_ = false;
    skip(" \t\r\n");
    if (rest_.empty()) return true;
    if (rest_.front() != ':') return false;
    rest_.remove_prefix(1);
    head_.keys.push_back({text, static_cast<std::size_t>(std::ranges::count(open_, '{'))});
    return true;
  }

  // A number, true, false, null or what some writers put for it.
  bool literal() {
    const std::size_t end = std::min(rest_.find_first_of(",]} \t\r\n"), rest_.size());
    const std::string_view word = rest_.substr(0, end);
    const bool known = (word[0] >= '0' && word[0] <= '9') || word[0] == '-' || word == "true" ||
                       word == "false" || word == "null" || word == "NaN" || word == "Infinity" ||
                       end == rest_.size();
    rest_.remove_prefix(end);
    return known && end > 0;
  }

  void skip(std::string_view characters) {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(characters), rest_.size()));
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
