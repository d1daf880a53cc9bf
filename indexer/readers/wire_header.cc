#include "indexer/readers/wire_header.h"

#include <algorithm>
#include <span>
#include <string>

#include "indexer/readers/letters.h"

namespace dateline {

namespace {

// A longer run of such lines is a list.
constexpr std::size_t kMaxHeaderLines = 12;

bool is_header_line(const TextLine& line) { return line.raw == "--" || line.raw.starts_with("-- "); }

void read_header_line(const TextLine& line, ArticleBuilder& article) {
  const std::string whole = clean(line);
  const std::string text(trim(std::string_view(whole).substr(2)));
  if (text.empty()) return;
  if (is_url(text)) return article.set_url(text);
  if (article.article().headline.empty()) return article.set_headline(text);
  if (after_label(text, "by")) return article.set_byline(parse_byline(text));
  article.set_published(parse_date(text, article.dates()), "text:header", line, 4);
}

}  // namespace

bool read_wire_header(BlockQueue& blocks, ArticleBuilder& article) {
  const Block* front = blocks.peek();
  if (!front) return false;
  const auto end = std::ranges::find_if_not(*front, is_header_line);
  const auto count = static_cast<std::size_t>(end - front->begin());
  if (count < 2 || count > kMaxHeaderLines) return false;
  for (const TextLine& line : std::span(*front).first(count)) read_header_line(line, article);
  blocks.drop_lines(count);
  return true;
}

bool is_url(std::string_view text) {
  return (text.starts_with("http://") || text.starts_with("https://")) &&
         text.find(' ') == std::string_view::npos;
}

}  // namespace dateline
