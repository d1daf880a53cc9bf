#include "indexer/entities/sign_offs.h"

#include <algorithm>
#include <string>

#include "dateline/text.h"

namespace dateline {

namespace {

constexpr auto npos = std::string_view::npos;

// A paragraph that is longer tells more than who wrote it.
constexpr std::size_t kMostBytes = 500;

// Takes one of the words, and the blank behind it, off the front of lower-case text.
bool take(std::string_view& text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (!text.starts_with(word) || !text.substr(word.size()).starts_with(' ')) continue;
    text.remove_prefix(word.size() + 1);
    return true;
  }
  return false;
}

// "additional reporting and editing by": the work, then who did it. Books are written and edited too, so
// those words count only in brackets.
bool begins_credit(std::string_view text, bool in_brackets) {
  std::string start = lower(text.substr(0, 64));
  std::ranges::replace(start, '\n', ' ');
  std::string_view rest = start;
  take(rest, {"with"});
  take(rest, {"additional", "further", "extra"});
  do {
    if (!take(rest, {"reporting", "writing", "editing"}) &&
        !(in_brackets && take(rest, {"written", "edited", "compiled"})))
      return false;
  } while (take(rest, {"and", "&"}));
  return take(rest, {"by"});
}

// Behind the bracket that closes the one at `open`; the paragraph's end where none does.
std::size_t closing(std::string_view text, std::size_t open, std::size_t end) {
  int depth = 0;
  for (std::size_t at = open; at < end; ++at) {
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && --depth == 0) return at + 1;
  }
  return end;
}

bool is_contribution(std::string_view paragraph) {
  for (const char* phrase : {"contributed to this report", "contributed to this story",
                             "contributed to this article", "contributed reporting"}) {
    if (paragraph.find(phrase) != npos) return true;
  }
  return false;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> sign_offs(std::string_view text) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (std::size_t start = 0, end = 0; start < text.size(); start = end) {
    end = std::min(text.find("\n\n", start), text.size());
    const std::string_view paragraph = text.substr(start, end - start);
    if (paragraph.size() <= kMostBytes && (begins_credit(paragraph, false) || is_contribution(paragraph))) {
      found.emplace_back(start, end);
    } else {
      for (std::size_t at = text.find('(', start); at < end; at = text.find('(', at + 1)) {
        if (!begins_credit(text.substr(at + 1, end - at - 1), true)) continue;
        found.emplace_back(at, closing(text, at, end));
        at = found.back().second - 1;
      }
    }
    while (end < text.size() && text[end] == '\n') ++end;
  }
  return found;
}

}  // namespace dateline
