#include "indexer/readers/xml_news.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "dateline/text.h"
#include "indexer/readers/news_fields.h"
#include "indexer/readers/xml_sniff.h"

namespace dateline {

namespace {

enum class Part : std::uint8_t {
  none,
  headline,
  body,
  subheadline,
  abstract,
  byline,
  dateline,
  place,
  caption,
  published,
  updated,
  embargo,
  id,
  version,
  status,
  section,
  keywords,
  url,
  publication,
  language,
  edition,
  page
};

// In small letters, without hyphens and low lines; sorted.
constexpr auto kNames = std::to_array<std::pair<std::string_view, Part>>({
    {"abstract", Part::abstract},
    {"articleid", Part::id},
    {"author", Part::byline},
    {"body", Part::body},
    {"bodytext", Part::body},
    {"byline", Part::byline},
    {"caption", Part::caption},
    {"category", Part::section},
    {"city", Part::place},
    {"content", Part::body},
    {"created", Part::published},
    {"creator", Part::byline},
    {"date", Part::published},
    {"dateline", Part::dateline},
    {"description", Part::abstract},
    {"docid", Part::id},
    {"edition", Part::edition},
    {"embargo", Part::embargo},
    {"fulltext", Part::body},
    {"guid", Part::id},
    {"headline", Part::headline},
    {"id", Part::id},
    {"keyword", Part::keywords},
    {"keywords", Part::keywords},
    {"language", Part::language},
    {"lastmodified", Part::updated},
    {"lead", Part::abstract},
    {"link", Part::url},
    {"modified", Part::updated},
    {"newsid", Part::id},
    {"page", Part::page},
    {"pubdate", Part::published},
    {"publication", Part::publication},
    {"publicationdate", Part::published},
    {"publishdate", Part::published},
    {"published", Part::published},
    {"publisher", Part::publication},
    {"section", Part::section},
    {"source", Part::publication},
    {"status", Part::status},
    {"story", Part::body},
    {"subheadline", Part::subheadline},
    {"subtitle", Part::subheadline},
    {"summary", Part::abstract},
    {"tags", Part::keywords},
    {"text", Part::body},
    {"title", Part::headline},
    {"town", Part::place},
    {"updated", Part::updated},
    {"url", Part::url},
    {"version", Part::version},
});
static_assert(std::ranges::is_sorted(kNames, {}, &std::pair<std::string_view, Part>::first));

Part part_of(XmlNode node) {
  std::string name = lower(node.name());
  std::erase_if(name, [](char c) { return c == '-' || c == '_'; });
  const auto* found = std::ranges::lower_bound(kNames, name, {}, &std::pair<std::string_view, Part>::first);
  return found != kNames.end() && found->first == name ? found->second : Part::none;
}

std::optional<Date> date_in(Article& article, XmlNode node, const DateOptions& dates) {
  return date_of(article, text_of(node), dates, "xml:" + std::string(node.name()), node.line());
}

std::string line_of(XmlNode node) {
  std::string line;
  for (const std::string& paragraph : prose_in(node).paragraphs)
    line += (line.empty() ? "" : " ") + paragraph;
  return line;
}

void take(Article& article, XmlNode node, const DateOptions& dates) {
  const std::string text = text_of(node);
  if (text.empty()) return;
  switch (part_of(node)) {
    case Part::headline:
      return fill(article.headline, line_of(node));
    case Part::subheadline:
      return article.subheadlines.push_back(line_of(node));
    case Part::abstract:
      return fill(article.abstract, line_of(node));
    case Part::byline:
      return add_byline(article, text);
    case Part::dateline:
      return set_dateline(article, text, {});
    case Part::place:
      if (!article.dateline) set_dateline(article, text, text);
      return;
    case Part::caption:
      return add_caption(article, line_of(node), first_text(node.parent(), {"credit", "photographer"}));
    case Part::published:
      if (!article.published) article.published = date_in(article, node, dates);
      return;
    case Part::updated:
      if (!article.updated) article.updated = date_in(article, node, dates);
      return;
    case Part::embargo:
      if (!article.embargo) article.embargo = date_in(article, node, dates);
      return;
    case Part::id:
      return fill(article.id, text);
    case Part::version:
      article.version = version_of(text).value_or(1);
      return;
    case Part::status:
      article.status = status_of(text).value_or(Status::usable);
      return;
    case Part::section:
      return fill(article.section, text);
    case Part::keywords:
      return add_keywords(article, text);
    case Part::url:
      return fill(article.url, text);
    case Part::publication:
      return fill(article.publication, text);
    case Part::language:
      return fill(article.language, lower(text));
    case Part::edition:
      return fill(article.edition, text);
    case Part::page:
      return fill(article.page, text);
    case Part::body:
    case Part::none:
      break;
  }
}

Article article_of(XmlNode story, const DateOptions& dates) {
  Article article;
  article.language = story.attribute("lang");
  for (XmlNode child = story.first(); child; child = child.next()) {
    if (!child.is_text()) take(article, child, dates);
  }
  for (XmlNode child = story.first(); child && article.body.empty(); child = child.next()) {
    if (part_of(child) == Part::body) set_body(article, prose_in(child));
  }
  if (!article.published) article.published = article.updated;
  return article;
}

bool is_story(XmlNode node) {
  bool headline = false, body = false;
  for (XmlNode child = node.first(); child; child = child.next()) {
    const Part part = part_of(child);
    headline = headline || part == Part::headline;
    body = body || part == Part::body;
  }
  return headline && body;
}

void read_stories(XmlNode node, const DateOptions& dates, ArticleSink& sink, std::size_t& found) {
  if (is_story(node)) return ++found, hand_on(article_of(node, dates), sink, node.line());
  for (XmlNode child = node.first(); child; child = child.next()) {
    if (!child.is_text()) read_stories(child, dates, sink, found);
  }
}

}  // namespace

Confidence sniff_xml_news(std::string_view head) {
  const XmlRoot root = xml_root(head);
  const bool says_so = head.substr(0, 16).find("<?xml") != std::string_view::npos || !wide_mark(head).empty();
  return !root.name.empty() && says_so ? Confidence::likely : Confidence::no;
}

void read_xml_news(Input& input, ArticleSink& sink) {
  const std::string root = xml_root(input.head).name;
  const std::string_view items[] = {root};
  std::size_t found = 0;
  const bool any = read_items(input, items, sink, [&](XmlNode node) {
    read_stories(node, input.dates, sink, found);
    if (found == 0)
      sink.fault(
          error("xml.no-news", "no element has a headline and a text of the usual names", node.line(), 1));
  });
  if (!any) sink.fault(error("xml.no-news", "there is no element", 1, 1));
}

}  // namespace dateline
