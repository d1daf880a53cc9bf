#include "indexer/readers/plain_xml.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "dateline/text.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/news_fields.h"
#include "indexer/readers/nitf.h"
#include "indexer/readers/xml_prose.h"
#include "indexer/readers/xml_sniff.h"

namespace dateline {

namespace {

using Names = std::initializer_list<const char*>;

// What such elements are called, in small letters and without - and _; the first that says something counts.
constexpr Names kHeadline = {"headline", "title", "hl1", "heading", "hed"};
constexpr Names kSubheadline = {"subheadline", "subtitle", "subhead", "subheading", "deck"};
constexpr Names kAbstract = {"leadtext",   "lead",   "lede",        "abstract", "summary",
                             "standfirst", "teaser", "description", "intro"};
constexpr Names kByline = {"byline", "author", "authors", "writer", "creator", "reporter"};
constexpr Names kDateline = {"dateline"};
constexpr Names kPlace = {"town", "city"};
constexpr Names kPublished = {"pubdate",
                              "publishdate",
                              "publisheddate",
                              "publicationdate",
                              "datepublished",
                              "publishedat",
                              "published",
                              "publicationdatetime",
                              "date",
                              "datecreated",
                              "created",
                              "issued",
                              "createddatetime",
                              "creationdate"};
constexpr Names kUpdated = {"updated", "updatedat", "datemodified", "modified", "lastmodified", "moddate"};
constexpr Names kBody = {"body",      "articlebody", "bodytext", "content", "contenttext",
                         "storytext", "fulltext",    "text",     "copy"};
constexpr Names kParagraph = {"p", "para", "paragraph"};
// Fields may stand together above the copy.
constexpr Names kGroup = {"head", "header", "meta", "metadata"};
constexpr Names kCaption = {"caption", "cutline"};
constexpr Names kCredit = {"credit", "photographer", "photocredit"};
constexpr Names kUrl = {"url", "link", "permalink", "canonicalurl"};
constexpr Names kId = {"id", "guid", "uuid", "newsid", "articleid", "storyid", "docid"};
constexpr Names kPublication = {"publication", "newspaper", "paper", "publisher", "source"};
constexpr Names kSection = {"section", "category", "desk", "department"};
constexpr Names kKeywords = {"keywords", "keyword", "tags", "tag"};
constexpr Names kLanguage = {"language", "lang"};
constexpr Names kEditorsNote = {"ednote", "editornote", "notetoeditors"};

constexpr auto npos = std::string_view::npos;

// A name without its prefix.
std::string local(std::string_view name) {
  return std::string(name.substr(name.find(':') + 1));
}  // npos + 1 is 0

std::string plain_name(std::string_view name) {
  std::string plain = lower(local(name));
  std::erase_if(plain, [](char c) { return c == '-' || c == '_'; });
  return plain;
}

// Elements that a name of their own makes a field: `<field name="headline">`, Solr's `<str name="title">`.
constexpr Names kFields = {"field", "property", "attribute", "element", "str", "arr"};

bool is_one_of(const std::string& name, Names names) { return std::ranges::find(names, name) != names.end(); }

std::string field_name(std::string_view element, std::string_view stated) {
  std::string name = plain_name(element);
  return !stated.empty() && is_one_of(name, kFields) ? plain_name(stated) : name;
}

// --- which element is an article

// The value of an attribute `name` in a start tag; empty: there is none.
std::string_view stated_name(std::string_view tag) {
  const std::size_t at = tag.find(" name=");
  if (at == npos || at + 7 >= tag.size()) return {};
  const std::string_view value = tag.substr(at + 7);
  return value.substr(0, value.find(tag[at + 6]));
}

// The start and end tags of an XML text that may be cut anywhere.
class Tags {
 public:
  explicit Tags(std::string_view text) : text_(text) {}

  struct Tag {
    std::string_view name;
    std::string_view field;             // its attribute `name`
    bool begins = false, ends = false;  // both: an empty element
  };

  // False: there are no more.
  bool next(Tag& tag) {
    for (at_ = text_.find('<', at_); at_ != npos; at_ = text_.find('<', at_)) {
      const std::string_view rest = text_.substr(at_);
      if (skip(rest, "<!--", "-->") || skip(rest, "<![CDATA[", "]]>") || skip(rest, "<?", "?>") ||
          skip(rest, "<!", ">"))
        continue;
      const std::size_t close = rest.find('>');
      if (close == npos) return false;
      at_ += close;
      tag.ends = rest[1] == '/' || rest[close - 1] == '/';
      tag.begins = rest[1] != '/';
      const std::string_view inner = rest.substr(tag.begins ? 1 : 2);
      tag.name = inner.substr(0, inner.find_first_of(" \t\r\n/>"));
      tag.field = stated_name(inner.substr(0, inner.find('>')));
      return true;
    }
    return false;
  }

 private:
  bool skip(std::string_view rest, std::string_view begin, std::string_view end) {
    if (!rest.starts_with(begin)) return false;
    const std::size_t found = rest.find(end);
    at_ += found == npos ? rest.size() : found + end.size();
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

bool holds_nitf(std::string_view head) {
  Tags tags(head);
  for (Tags::Tag tag; tags.next(tag);) {
    if (local(tag.name) == "nitf") return true;
  }
  return false;
}

// The local name of the element that holds the first headline and copy, or else a headline, or else copy;
// empty: there is none.
std::string item_name(std::string_view head) {
  struct Open {
    std::string_view name;
    bool headline = false, copy = false;
  };
  std::vector<Open> open;
  std::string_view with_headline, with_copy;
  Tags tags(head);
  for (Tags::Tag tag; tags.next(tag);) {
    if (tag.begins && !open.empty()) {
      const bool grouped = open.size() > 1 && is_one_of(plain_name(open.back().name), kGroup);
      Open& holder = grouped ? open[open.size() - 2] : open.back();
      const std::string name = field_name(tag.name, tag.field);
      holder.headline = holder.headline || is_one_of(name, kHeadline);
      holder.copy = holder.copy || is_one_of(name, kBody) || is_one_of(name, kParagraph);
      if (holder.headline && with_headline.empty()) with_headline = holder.name;
      if (holder.copy && with_copy.empty()) with_copy = holder.name;
      if (holder.headline && holder.copy) return local(holder.name);
    }
    if (tag.begins) open.push_back({tag.name});
    if (tag.ends && !open.empty()) open.pop_back();
  }
  return local(with_headline.empty() ? with_copy : with_headline);
}

// --- fields

// The elements of an item by their plain names, in the order of the document. What lies in a body is its
// text.
class Fields {
 public:
  explicit Fields(XmlNode item) { collect(item); }

  [[nodiscard]] XmlNode node(Names names) const {
    for (const char* name : names) {
      const auto found = nodes_.find(name);
      if (found == nodes_.end()) continue;
      for (XmlNode node : found->second) {
        if (!text_of(node).empty()) return node;
      }
    }
    return {};
  }
  [[nodiscard]] std::string text(Names names) const { return text_of(node(names)); }

  [[nodiscard]] std::vector<XmlNode> all(const char* name) const {
    const auto found = nodes_.find(name);
    return found == nodes_.end() ? std::vector<XmlNode>() : found->second;
  }

 private:
  void collect(XmlNode parent) {
    for (XmlNode child = parent.first(); child; child = child.next()) {
      if (child.is_text()) continue;
      const std::string name = field_name(child.name(), child.attribute("name"));
      nodes_[name].push_back(child);
      if (!is_one_of(name, kBody)) collect(child);
    }
  }

  std::unordered_map<std::string, std::vector<XmlNode>> nodes_;
};

Prose copy_of(const Fields& fields) {
  if (const XmlNode body = fields.node(kBody)) return prose_in(body);
  Prose prose;
  for (const char* name : kParagraph) {
    for (XmlNode node : fields.all(name)) prose.paragraphs.push_back(text_of(node));
  }
  return prose;
}

void fill_dates(Article& article, const Fields& fields, const DateOptions& dates) {
  if (const XmlNode node = fields.node(kPublished))
    article.published =
        date_of(article, text_of(node), dates, "xml:" + std::string(node.name()), node.line());
  if (const XmlNode node = fields.node(kUpdated))
    article.updated = date_of(article, text_of(node), dates, "xml:" + std::string(node.name()), node.line());
  if (!article.published) article.published = article.updated;
}

Article article_of(XmlNode item, const DateOptions& dates) {
  const Fields fields(item);
  Article article;
  article.id = fields.text(kId);
  fill(article.id, item.attribute("id"));
  article.headline = fields.text(kHeadline);
  if (std::string deck = fields.text(kSubheadline); !deck.empty())
    article.subheadlines.push_back(std::move(deck));
  article.abstract = fields.text(kAbstract);
  add_byline(article, fields.text(kByline));
  fill_dates(article, fields, dates);
  set_dateline(article, fields.text(kDateline), fields.text(kPlace));
  add_caption(article, fields.text(kCaption), fields.text(kCredit));
  article.url = fields.text(kUrl);
  article.publication = fields.text(kPublication);
  article.section = fields.text(kSection);
  add_keywords(article, fields.text(kKeywords));
  article.language = fields.text(kLanguage);
  fill(article.language, item.attribute("lang"));
  if (const auto version = version_of(fields.text({"version"}))) article.version = *version;
  add_extra(article, "ednote", fields.text(kEditorsNote));
  set_body(article, copy_of(fields));
  return article;
}

// Counts what is handed on, but for warnings.
class CountingSink : public ArticleSink {
 public:
  explicit CountingSink(ArticleSink& to) : to_(to) {}
  void article(Article article) override { ++count, to_.article(std::move(article)); }
  void fault(Diagnostic diagnostic) override {
    count += diagnostic.severity == Severity::error;
    to_.fault(std::move(diagnostic));
  }

  std::size_t count = 0;

 private:
  ArticleSink& to_;
};

}  // namespace

Confidence sniff_plain_xml(const Head& head) { return head.is_xml() ? Confidence::maybe : Confidence::no; }

void read_plain_xml(Input& input, ArticleSink& sink) {
  // Standard news in an envelope that is none.
  if (holds_nitf(input.head)) return read_nitf(input, sink);
  const std::string root = xml_root(input.head).name;
  std::string name = item_name(input.head);
  if (name.empty()) name = root;
  const std::string_view names[] = {name};
  CountingSink counted(sink);
  read_items(input, names, counted, [&](XmlNode item) {
    Article article = article_of(item, input.dates);
    if (!article.body.empty()) hand_on(std::move(article), counted, item.line());
  });
  if (counted.count == 0)
    sink.fault(error("format.unknown",
                     "no reader knows the XML of " + fold_space(decode(root).text) +
                         ", and nothing in it is called an article's text",
                     1, 1));
}

}  // namespace dateline
