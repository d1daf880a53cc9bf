#include "indexer/readers/wordpress.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "dateline/text.h"
#include "indexer/readers/letters.h"
#include "indexer/readers/news_fields.h"

namespace dateline {

namespace {

constexpr auto npos = std::string_view::npos;

constexpr std::size_t kLongestShortcode = 4096;

// What the export holds beside articles. Sites make types of their own ("review", "story"): those are
// articles.
constexpr auto kNoArticles = std::to_array<std::string_view>(
    {"attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache",
     "user_request", "wp_block", "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation",
     "wp_font_face", "wp_font_family"});

constexpr auto kUnpublished = std::to_array<std::string_view>({"draft", "auto-draft", "pending", "private"});

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& list) {
  return std::ranges::find(list, word) != list.end();
}

// The shortcode `[name ...]` or `[/name]` that begins at `at`: its text within the brackets; empty: there is
// none.
std::string_view shortcode_at(std::string_view text, std::size_t at) {
  const std::size_t end = text.substr(0, at + kLongestShortcode).find_first_of("]\n", at);
  if (end == npos || text[end] != ']') return {};
  const std::string_view inside = text.substr(at + 1, end - at - 1);
  const std::size_t start = inside.starts_with('/') ? 1 : 0;
  if (inside.size() == start || inside[start] < 'a' || inside[start] > 'z') return {};
  return inside;
}

std::string_view name_of(std::string_view shortcode) {
  return shortcode.substr(0, shortcode.find_first_of(" /="));
}

// The names of all shortcodes that the text closes.
std::set<std::string_view> closed_shortcodes(std::string_view text) {
  std::set<std::string_view> names;
  for (std::size_t at = text.find("[/"); at != npos; at = text.find("[/", at + 2)) {
    if (const std::string_view inside = shortcode_at(text, at); !inside.empty())
      names.insert(name_of(inside.substr(1)));
  }
  return names;
}

// Words in brackets are copy ("[sic]") unless they look like code: with attributes, a long name, or a closing
// one.
bool is_shortcode(std::string_view inside, const std::set<std::string_view>& closed) {
  constexpr std::string_view kAlone[] = {"gallery", "playlist", "embed", "video", "audio"};
  if (inside.starts_with('/')) return true;
  const std::string_view name = name_of(inside);
  return name.find_first_of("_-") != npos || inside.find('=') != npos || closed.contains(name) ||
         std::ranges::find(kAlone, name) != std::end(kAlone);
}

// [caption]<img/> words[/caption] becomes a figure, other shortcodes go; what they enclose stays.
std::string without_shortcodes(std::string_view text) {
  const std::set<std::string_view> closed = closed_shortcodes(text);
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t at = std::min(text.find('['), text.size());
    out.append(text.substr(0, at));
    text.remove_prefix(at);
    if (text.empty()) break;
    const std::string_view inside = shortcode_at(text, 0);
    const std::string_view name = name_of(inside.starts_with('/') ? inside.substr(1) : inside);
    if (inside.empty() || !is_shortcode(inside, closed)) {
      out += '[';
      text.remove_prefix(1);
      continue;
    }
    if (name == "caption" || name == "wp_caption")
      out += inside.starts_with('/') ? "</figcaption>" : "<figcaption>";
    text.remove_prefix(inside.size() + 2);
  }
  return out;
}

void fill_text(Article& article, XmlNode entry) {
  for (XmlNode encoded : find_all(entry, "encoded")) {
    const bool excerpt = encoded.space().find("excerpt") != npos;
    Prose prose = prose_of_html(without_shortcodes(raw_text_of(encoded)), EmptyLine::paragraph);
    if (!excerpt) {
      set_body(article, std::move(prose));
      continue;
    }
    for (const std::string& paragraph : prose.paragraphs)
      article.abstract += (article.abstract.empty() ? "" : " ") + paragraph;
  }
}

std::string joined_text(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) text += (text.empty() ? "" : " ") + paragraph;
  return text;
}

void fill_categories(Article& article, XmlNode entry) {
  article.keywords.clear();
  for (XmlNode node : find_all(entry, "category")) {
    const std::string name = joined_text(prose_of_html(raw_text_of(node)).paragraphs);
    const std::string domain = node.attribute("domain");
    const bool section = domain == "category" || domain == "section";
    if (section && article.section.empty() && fold(name) != "uncategorized")
      article.section = name;
    else if (fold(name) != "uncategorized")
      add_keyword(article, name);
  }
}

// The site's own clock; "0000-00-00 00:00:00" stands for none.
void fill_dates(Article& article, XmlNode entry, const DateOptions& dates) {
  const auto date_at = [&](const char* name) -> std::optional<Date> {
    const XmlNode node = find(entry, name);
    const std::string text = text_of(node);
    if (text.starts_with("0000")) return std::nullopt;
    return date_of(article, text, dates, "rss:wp:" + std::string(name), node.line());
  };
  if (auto date = date_at("post_date")) article.published = std::move(date);
  const auto changed = date_at("post_modified");
  if (changed && article.published && sortable(*changed) > sortable(*article.published))
    article.updated = changed;
}

void fill_writer(Article& article, const Feed& feed, XmlNode entry) {
  const auto known = feed.people.find(first_text(entry, {"creator"}));
  if (known == feed.people.end() || known->second.empty()) return;
  article.bylines.clear();
  add_byline(article, known->second);
}

}  // namespace

bool is_wordpress(XmlNode entry) { return static_cast<bool>(find(entry, "post_type")); }

bool fill_from_wordpress(Article& article, const Feed& feed, XmlNode entry, const DateOptions& dates) {
  const std::string status = first_text(entry, {"status"});
  if (is_one_of(first_text(entry, {"post_type"}), kNoArticles) || is_one_of(status, kUnpublished))
    return false;
  article.body.clear();
  article.abstract.clear();
  article.captions.clear();
  fill_dates(article, entry, dates);
  if (status == "trash") article.status = Status::withdrawn;
  if (status == "future") article.embargo = article.published;
  fill_writer(article, feed, entry);
  fill_categories(article, entry);
  fill_text(article, entry);
  return true;
}

}  // namespace dateline
