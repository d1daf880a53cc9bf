#include "indexer/readers/reuters_sgml.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "dateline/text.h"
#include "indexer/readers/letters.h"
#include "indexer/readers/natural_case.h"
#include "indexer/readers/news_fields.h"
#include "indexer/readers/sgml.h"
#include "indexer/readers/text_layout.h"
#include "indexer/readers/wire_copy.h"

namespace dateline {

namespace {

// A last line is a sign-off ("Reuter", "REUTER...", "MORE") only if it is as short as they are.
constexpr std::size_t kLongestSignOff = 12;

// The tags that are no name in small letters with hyphens, or of which that is another place too.
constexpr auto kPlaces = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"antigua", "Antigua and Barbuda"},
    {"congo", "Republic of the Congo"},
    {"uae", "United Arab Emirates"},
    {"uk", "United Kingdom"},
    {"usa", "United States"},
    {"ussr", "Soviet Union"},
});

std::string in_capitals(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c & ~0x20);
    if (c == '-') c = ' ';
  }
  return text;
}

// "james-baker" -> "James Baker".
std::string name_of(const std::string& tag) { return natural_case(in_capitals(tag)); }

std::string place_of(const std::string& tag) {
  const auto* known = std::ranges::find(kPlaces, tag, &decltype(kPlaces)::value_type::first);
  return known == kPlaces.end() ? name_of(tag) : std::string(known->second);
}

// Organisations and exchanges go by their letters: "opec", "adb-asia".
std::string organisation_of(const std::string& tag) {
  const std::size_t letters = std::min(tag.find('-'), tag.size());
  return in_capitals(tag.substr(0, letters)) +
         (letters < tag.size() ? ' ' + name_of(tag.substr(letters + 1)) : "");
}

// Every tag as it stands, with its list's name as the scheme, and what it names.
void fill_tags(Article& article, const SgmlDocument& item) {
  using Naming = std::string (*)(const std::string&);
  struct List {
    const char* element;
    TagKind kind;
    Naming name;  // nullptr: names nobody and nothing
  };
  constexpr auto kLists = std::to_array<List>({
      {"topics", TagKind::organisation, nullptr},
      {"places", TagKind::place, place_of},
      {"people", TagKind::person, name_of},
      {"orgs", TagKind::organisation, organisation_of},
      {"exchanges", TagKind::organisation, organisation_of},
      {"companies", TagKind::organisation, name_of},
  });
  for (const List& list : kLists) {
    const SgmlElement* element = item.find(list.element);
    if (!element) continue;
    for (const SgmlElement* tag : item.all_in(*element, "d")) {
      const std::string code = tag->text();
      add_subject(article, {{}, code, list.element});
      if (list.name) add_tag(article, list.kind, list.name(code));
    }
  }
}

// "26-FEB-1987 15:01:01.79", behind which editors' marks may stand.
void fill_date(Article& article, const SgmlDocument& item, const DateOptions& dates) {
  const SgmlElement* element = item.find("date");
  if (!element) return;
  const std::string text = element->text();
  const std::vector<std::string_view> words = split_at_blanks(prefix(text, 100));
  if (words.empty()) return;
  const std::string day(words[0]);
  const std::string moment = words.size() > 1 ? day + ' ' + std::string(words[1]) : day;
  const char* rule = "reuters-sgml:date";
  article.published = date_of(article, moment, dates, rule, element->line);
  if (!article.published && words.size() > 1)
    article.published = date_of(article, day, dates, rule, element->line);
}

// The slug is in the last line of what the collection calls unknown.
void fill_slug(Article& article, const SgmlDocument& item) {
  const SgmlElement* element = item.find("unknown");
  if (!element) return;
  const std::string text = sgml_text(element->content);
  const std::string_view last = trim(text, " \r\n");
  if (auto slug = parse_wire_slug(last.substr(last.rfind('\n') + 1)))
    add_extra(article, "slugline", std::move(slug->slug));
}

// The copy without the line that ends it.
std::string_view without_sign_off(std::string_view copy) {
  copy = copy.substr(0, copy.find_last_not_of(" \t\r\n") + 1);  // npos + 1 is 0
  const std::size_t start = copy.rfind('\n') + 1;               // npos + 1 is 0
  const std::string_view last = trim(copy.substr(start));
  const bool sign =
      last.size() <= kLongestSignOff && (lower(last).starts_with("reuter") || lower(last) == "more");
  return sign ? copy.substr(0, start) : copy;
}

// The copy behind its dateline. Some datelines hold the first words of the copy, so the two are read as the
// line that they are in print.
void fill_copy(Article& article, const SgmlDocument& item, const SgmlElement& body) {
  const std::string dateline(trim(item.text("dateline"), "* "));
  if (!dateline.empty()) set_dateline(article, dateline, {});
  const std::string copy = (dateline.empty() ? "" : "    " + dateline + ' ') + sgml_text(body.content);
  set_body(article, {paragraphs_of(without_sign_off(copy)), {}});
}

// What was not taken apart is mostly a table: its first line is the headline, and nothing else is looked for.
void fill_unprocessed(Article& article, const SgmlElement& text) {
  const std::string content = sgml_text(text.content);
  const std::string_view copy = trim(without_sign_off(content), " \r\n");
  const std::size_t end = std::min(copy.find('\n'), copy.size());
  fill(article.headline, nfc(fold_space(copy.substr(0, end))));
  for (const std::string& paragraph : paragraphs_of(copy.substr(end)))
    article.body += (article.body.empty() ? "" : "\n\n") + paragraph;
}

Article article_of(const SgmlDocument& item, const DateOptions& dates, Article article) {
  article.id = fold_space(item.elements().front().attribute("newid"));
  fill_date(article, item, dates);
  fill_tags(article, item);
  fill_slug(article, item);
  article.headline = item.text("title");
  add_byline(article, item.text("author"));
  const SgmlElement* text = item.find("text");
  // Of a brief the headline is all; what the collection has below it only says so.
  if (const SgmlElement* body = item.find("body"))
    fill_copy(article, item, *body);
  else if (text && text->attribute("type") != "BRIEF")
    fill_unprocessed(article, *text);
  // Some items hold nothing but their number and day; the collection counts them.
  if (article.headline.empty())
    article.diagnostics.push_back(
        warning("article.no-headline", "the article has no headline", item.elements().front().line, 1));
  return article;
}

}  // namespace

Confidence sniff_reuters_sgml(const Head& head) {
  return head.sgml_root() == "reuters" ? Confidence::certain : Confidence::no;
}

void read_reuters_sgml(Input& input, ArticleSink& sink) {
  const bool any = read_documents(input, "reuters", sink, [&](const SgmlDocument& item, Article article) {
    sink.article(article_of(item, input.dates, std::move(article)));
  });
  if (!any) sink.fault(error("reuters-sgml.no-item", "no REUTERS element", 1, 1));
}

}  // namespace dateline
