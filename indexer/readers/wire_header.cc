#include "indexer/readers/wire_header.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "dateline/text.h"
#include "indexer/readers/letters.h"
#include "indexer/readers/natural_case.h"

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

// What labels of such headers announce, in capitals or not.
enum class Label : std::uint8_t { headline, byline, date, dateline, publication, other };

constexpr auto kLabels = std::to_array<std::pair<std::string_view, Label>>({
    {"headline", Label::headline},
    {"title", Label::headline},
    {"byline", Label::byline},
    {"author", Label::byline},
    {"date", Label::date},
    {"published", Label::date},
    {"dateline", Label::dateline},
    {"source", Label::publication},
    {"publication", Label::publication},
    {"slug", Label::other},
    {"keyword", Label::other},
    {"keywords", Label::other},
    {"section", Label::other},
    {"length", Label::other},
    {"priority", Label::other},
    {"urgency", Label::other},
    {"category", Label::other},
    {"id", Label::other},
});

// The label of a line and what stands behind its colon.
std::optional<std::pair<Label, std::string>> label_of(const TextLine& line) {
  const std::string text = clean(line);
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos) return std::nullopt;
  const std::string name = fold(trim(text.substr(0, colon)));
  const auto* found = std::ranges::find(kLabels, name, &std::pair<std::string_view, Label>::first);
  if (found == kLabels.end()) return std::nullopt;
  return std::pair(found->second, std::string(trim(std::string_view(text).substr(colon + 1))));
}

void read_labelled_line(const TextLine& line, ArticleBuilder& article) {
  const auto label = label_of(line);
  if (!label || label->second.empty()) return;
  switch (label->first) {
    case Label::headline:
      return article.set_headline(label->second);
    case Label::byline:
      return article.set_byline(parse_byline(label->second));
    case Label::date:
      return article.set_published(parse_date(label->second, article.dates()), "text:header", line);
    case Label::dateline:
      return article.set_dateline({label->second, natural_case(label->second), {}, {}});
    case Label::publication:
      return article.set_publication(label->second);
    case Label::other:
      return;
  }
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

bool read_labelled_header(BlockQueue& blocks, ArticleBuilder& article) {
  const Block* front = blocks.peek();
  if (!front || front->size() > kMaxHeaderLines) return false;
  const auto headlines = std::ranges::count_if(*front, [](const TextLine& line) {
    const auto label = label_of(line);
    return label && label->first == Label::headline;
  });
  const bool all =
      std::ranges::all_of(*front, [](const TextLine& line) { return label_of(line).has_value(); });
  if (headlines != 1 || !all || front->size() < 2) return false;
  for (const TextLine& line : *front) read_labelled_line(line, article);
  blocks.drop_lines(front->size());
  return true;
}

bool is_url(std::string_view text) {
  return (text.starts_with("http://") || text.starts_with("https://")) &&
         text.find(' ') == std::string_view::npos;
}

}  // namespace dateline
