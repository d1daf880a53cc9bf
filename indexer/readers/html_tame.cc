#include "indexer/readers/html_tame.h"

#include <algorithm>
#include <string_view>

namespace dateline::html {

namespace {

constexpr std::size_t kMaxAttributes = 256;
constexpr std::size_t kMaxTags = 500'000;
// libxml2 goes on with a new attribute where a name is longer than its buffer.
constexpr std::size_t kMaxName = 64;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == ':' || c == '-' || c == '_' || c == '.';
}

// Follows the tags of a page as libxml2 does.
class Tamer {
 public:
  explicit Tamer(std::string& page) : page_(page) {}

  Tamed run() {
    std::size_t tags = 0;
    while ((at_ = page_.find('<', at_)) != std::string::npos) {
      if (++tags > kMaxTags) {
        page_.resize(at_);
        result_.tags = true;
        break;
      }
      ++at_;
      if (at_end()) break;
      if (page_.compare(at_, 3, "!--") == 0)
        skip_past("-->");
      else if (is_letter(page_[at_]) || page_[at_] == '_' || page_[at_] == ':')
        start_tag();
    }
    return result_;
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ >= page_.size(); }

  void skip_past(std::string_view mark) {
    const std::size_t found = page_.find(mark, at_);
    at_ = found == std::string::npos ? page_.size() : found + mark.size();
  }

  template <class Where>
  void skip_while(Where where) {
    while (!at_end() && where(page_[at_])) ++at_;
  }

  void start_tag() {
    const std::size_t name = at_;
    skip_while(is_name);
    const std::size_t name_end = at_;
    attributes();
    for (std::string_view raw : {"script", "style"}) {
      if (equal_name(name, name_end, raw)) skip_raw_text(raw);
    }
  }

  void attributes() {
    std::size_t count = 0;
    for (;;) {
      skip_while([](char c) { return is_blank(c) || c == '/'; });
      if (at_end() || page_[at_] == '>') return;
      const std::size_t start = at_;
      attribute();
      count += 1 + (at_ - start > kMaxName && page_[start] != '"' ? name_pieces_ : 0);
      if (count <= kMaxAttributes) continue;
      std::fill(page_.begin() + static_cast<std::ptrdiff_t>(start),
                page_.begin() + static_cast<std::ptrdiff_t>(at_), ' ');
      result_.attributes = true;
    }
  }

  // One attribute, or what stands in the place of one up to the next blank.
  void attribute() {
    const std::size_t start = at_;
    skip_while(is_name);
    name_pieces_ = (at_ - start) / kMaxName;
    if (at_ == start) return skip_while([](char c) { return !is_blank(c) && c != '>'; });
    const std::size_t name_end = at_;
    skip_while(is_blank);
    if (at_end() || page_[at_] != '=') {
      at_ = name_end;
      return;
    }
    ++at_;
    skip_while(is_blank);
    if (at_end()) return;
    const char quote = page_[at_];
    if (quote == '"' || quote == '\'') {
      ++at_;
      skip_past({&quote, 1});
    } else {
      skip_while([](char c) { return !is_blank(c) && c != '>'; });
    }
  }

  [[nodiscard]] bool equal_name(std::size_t begin, std::size_t end, std::string_view name) const {
    if (begin > page_.size() || page_.size() - begin < name.size() || end - begin != name.size())
      return false;
    return std::equal(name.begin(), name.end(), page_.begin() + static_cast<std::ptrdiff_t>(begin),
                      [](char a, char b) { return a == (b | 0x20); });
  }

  void skip_raw_text(std::string_view name) {
    while ((at_ = page_.find("</", at_)) != std::string::npos) {
      at_ += 2;
      if (equal_name(at_, at_ + name.size(), name)) return;
    }
    at_ = page_.size();
  }

  std::string& page_;
  std::size_t at_ = 0;
  std::size_t name_pieces_ = 0;
  Tamed result_;
};

}  // namespace

Tamed tame(std::string& page) { return Tamer(page).run(); }

}  // namespace dateline::html
