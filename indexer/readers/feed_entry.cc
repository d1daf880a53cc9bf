#include "indexer/readers/feed_entry.h"

#include <algorithm>
#include <array>
#include <utility>

#include "dateline/text.h"
#include "indexer/readers/letters.h"
#include "indexer/readers/news_fields.h"
#include "indexer/readers/nitf.h"

namespace dateline {

namespace {

// A description that is longer, or has paragraphs, is the story and no summary of it.
constexpr std::size_t kLongestSummary = 600;

// A child by its name as printed in the feed, where several namespaces have the same local one: "content" is
// Atom's and Media RSS's.
bool is_media(XmlNode node) { return node.space().find("search.yahoo.com/mrss") != std::string_view::npos; }

XmlNode plain_child(XmlNode entry, std::string_view name) {
  for (XmlNode node : find_all(entry, name)) {
    if (!is_media(node)) return node;
  }
  return {};
}

std::string decoded_base64(std::string_view text) {
  std::string out;
  unsigned bits = 0, value = 0;
  for (char c : text) {
    unsigned digit = 64;
    if (c >= 'A' && c <= 'Z') digit = static_cast<unsigned>(c - 'A');
    if (c >= 'a' && c <= 'z') digit = static_cast<unsigned>(c - 'a') + 26;
    if (c >= '0' && c <= '9') digit = static_cast<unsigned>(c - '0') + 52;
    if (c == '+') digit = 62;
    if (c == '/') digit = 63;
    if (digit == 64) continue;
    value = (value << 6U | digit) & 0xFFFFFFU;
    bits += 6;
    if (bits >= 8) bits -= 8, out += static_cast<char>(value >> bits & 0xFFU);
  }
  return out;
}

bool has_elements(XmlNode node) {
  for (XmlNode child = node.first(); child; child = child.next()) {
    if (!child.is_text()) return true;
  }
  return false;
}

bool looks_like_html(std::string_view text) {
  const std::size_t tag = text.find('<');
  return (tag != std::string_view::npos && text.find('>', tag) != std::string_view::npos) ||
         text.find('&') != std::string_view::npos;
}

// Text of an element that may hold markup as elements, as escaped text or in Base64; Atom says which, RSS
// does not.
Prose entry_prose(XmlNode node) {
  if (!node) return {};
  const std::string type = lower(node.attribute("type"));
  if (has_elements(node)) return prose_of(node);
  std::string text = raw_text_of(node);
  if (lower(node.attribute("mode")) == "base64" ||
      (!type.empty() && type.find('/') != std::string::npos && !type.starts_with("text/") &&
       type.find("xml") == std::string::npos && type.find("html") == std::string::npos))
    text = decoded_base64(text);
  const bool plain = type == "text" || type == "text/plain";
  if (!looks_like_html(text) ||
      (plain && lower(node.attribute("mode")) != "escaped" && node.name() != "encoded"))
    return {prose_of_text(text), {}};
  return prose_of_html(text);
}

std::string line_in(XmlNode node) {
  std::string line;
  for (const std::string& paragraph : entry_prose(node).paragraphs)
    line += (line.empty() ? "" : " ") + paragraph;
  return line;
}

void fill_link(Article& article, XmlNode entry) {
  for (XmlNode link : find_all(entry, "link")) {
    const std::string relation = link.attribute("rel");
    if (!relation.empty() && relation != "alternate") continue;
    fill(article.url, link.attribute("href"));
    fill(article.url, text_of(link));
  }
  const XmlNode guid = find(entry, "guid");
  const std::string id = first_text(entry, {"guid", "id"});
  article.id = id;
  if (article.url.empty() && lower(guid.attribute("isPermaLink")) != "false" && id.starts_with("http"))
    article.url = id;
  fill(article.url, entry.attribute("about"));
  fill(article.id, article.url);
}

// "jane@example.org (Jane Roe)" -> "Jane Roe".
std::string without_address(const std::string& author) {
  if (author.find('@') == std::string::npos) return author;
  const std::size_t open = author.find('('), close = author.rfind(')');
  if (open != std::string::npos && close != std::string::npos && close > open)
    return author.substr(open + 1, close - open - 1);
  const std::size_t bracket = author.find('<');
  return bracket == std::string::npos ? std::string() : std::string(trim(author.substr(0, bracket)));
}

void fill_authors(Article& article, const Feed& feed, XmlNode entry) {
  for (const char* name : {"creator", "author"}) {
    for (XmlNode author : find_all(entry, name)) {
      const XmlNode inner = find(author, "name");
      add_byline(article, inner                  ? text_of(inner)
                          : has_elements(author) ? std::string()
                                                 : without_address(text_of(author)));
    }
    if (!article.bylines.empty()) return;
  }
  add_byline(article, feed.author);
}

void fill_dates(Article& article, XmlNode entry, const DateOptions& dates) {
  const auto first_date = [&](std::initializer_list<const char*> names) -> std::optional<Date> {
    for (const char* name : names) {
      const XmlNode node = find(entry, name);
      if (auto date = date_of(article, text_of(node), dates, "rss:" + std::string(name), node.line()))
        return date;
    }
    return std::nullopt;
  };
  article.published = first_date({"pubDate", "published", "issued", "date", "created"});
  auto changed = first_date({"updated", "modified"});
  if (!article.published) article.published = changed;
  if (changed && article.published && sortable(*changed) != sortable(*article.published))
    article.updated = changed;
}

void fill_categories(Article& article, XmlNode entry) {
  for (const char* name : {"category", "subject"}) {
    for (XmlNode node : find_all(entry, name)) {
      std::string word = node.attribute("label");
      fill(word, text_of(node));
      fill(word, node.attribute("term"));
      add_keyword(article, std::move(word));
    }
  }
  for (XmlNode node : find_all(entry, "*/keywords")) add_keywords(article, text_of(node));
}

// Media RSS: a content or thumbnail with description and credit inside or, for one picture, beside it.
void fill_media(Article& article, XmlNode entry) {
  for (const char* path : {"*/content", "*/thumbnail", "group"}) {
    for (XmlNode media : find_all(entry, path)) {
      if (!is_media(media)) continue;
      const std::string credit = first_text(media, {"*/credit", "*/copyright"});
      for (XmlNode node : find_all(media, "*/description")) add_caption(article, line_in(node), credit);
    }
  }
  for (XmlNode node : find_all(entry, "description")) {
    if (is_media(node)) add_caption(article, line_in(node), first_text(entry, {"credit"}));
  }
}

std::string joined(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) text += (text.empty() ? "" : "\n\n") + paragraph;
  return text;
}

// "The post ... appeared first on ...": how WordPress closes what others may copy.
bool is_plugin_footer(std::string_view paragraph) {
  return paragraph.starts_with("The post ") && (paragraph.find(" appeared first on ") != paragraph.npos ||
                                                paragraph.find(" first appeared on ") != paragraph.npos);
}

void fill_text(Article& article, XmlNode entry) {
  Prose content = entry_prose(find(entry, "encoded"));
  if (content.paragraphs.empty()) content = entry_prose(plain_child(entry, "content"));
  for (const char* name : {"body", "div", "fullText", "full-text"}) {
    if (content.paragraphs.empty()) content = entry_prose(find(entry, name));
  }
  Prose summary = entry_prose(plain_child(entry, "description"));
  if (summary.paragraphs.empty()) summary = entry_prose(find(entry, "summary"));
  std::string text = joined(summary.paragraphs);
  if (content.paragraphs.empty() && (summary.paragraphs.size() > 1 || text.size() > kLongestSummary)) {
    content.paragraphs = std::move(summary.paragraphs);
    text.clear();
  }
  std::ranges::move(summary.captions, std::back_inserter(content.captions));
  if (!content.paragraphs.empty() && is_plugin_footer(content.paragraphs.back()))
    content.paragraphs.pop_back();
  const bool repeated = joined(content.paragraphs) == text;
  if (!repeated && text != article.headline) article.abstract = std::move(text);
  set_body(article, std::move(content));
}

// Agencies put a whole document into an entry, whose title then is a slug.
void fill_from_document(Article& article, XmlNode entry, XmlNode nitf, const DateOptions& dates) {
  const std::string title = std::exchange(article.headline, {});
  article.bylines.clear();
  article.abstract = line_in(find(entry, "summary"));
  fill_from_nitf(article, nitf, dates);
  fill(article.headline, title);
}

}  // namespace

void Feed::look_at(XmlNode parent) {
  if (std::exchange(known_, true) || !parent) return;
  const XmlNode channel = find(parent, "channel");
  const XmlNode about = channel ? channel : parent;
  title = line_in(find(about, "title"));
  language = first_text(about, {"language"});
  for (XmlNode node = parent; language.empty() && node; node = node.parent())
    language = node.attribute("lang");
  if (const XmlNode node = find(about, "author"); find(node, "name")) author = first_text(node, {"name"});
  for (XmlNode node : find_all(about, "author")) {
    const std::string login = first_text(node, {"author_login"});
    if (!login.empty()) people.emplace(login, first_text(node, {"author_display_name"}));
  }
}

Article article_of_entry(const Feed& feed, XmlNode entry, const DateOptions& dates) {
  Article article;
  article.publication = feed.title;
  article.headline = line_in(plain_child(entry, "title"));
  article.language = entry.attribute("lang");
  fill(article.language, first_text(entry, {"language"}));
  fill(article.language, feed.language);
  fill_link(article, entry);
  fill_authors(article, feed, entry);
  fill_dates(article, entry, dates);
  fill_categories(article, entry);
  fill_media(article, entry);
  if (const XmlNode nitf = find(entry, "content/nitf"))
    fill_from_document(article, entry, nitf, dates);
  else
    fill_text(article, entry);
  return article;
}

}  // namespace dateline
