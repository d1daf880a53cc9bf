#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "dateline/text.h"
#include "indexer/readers/html_facts.h"

namespace dateline::html {

namespace {

using Names = std::vector<std::string_view>;

// `name` and `property` values, in small letters, each list the surest first.
const Names kPublished{"article:published_time",
                       "article:published",
                       "og:article:published_time",
                       "og:published_time",
                       "datepublished",
                       "date_published",
                       "publishdate",
                       "publish-date",
                       "publish_date",
                       "published_time",
                       "publishedtime",
                       "published_at",
                       "pubdate",
                       "pub_date",
                       "publication_date",
                       "publication-date",
                       "published-date",
                       "published",
                       "originalpublicationdate",
                       "firstpublicationdate",
                       "article_date_original",
                       "article-published",
                       "article.published",
                       "article.created",
                       "rnews:datepublished",
                       "shareaholic:article_published_time",
                       "vr:published_time",
                       "parsely-pub-date",
                       "sailthru.date",
                       "cxenseparse:recs:publishtime",
                       "cxenseparse:publishtime",
                       "bt:pubdate",
                       "dc.date.issued",
                       "dcterms.issued",
                       "dc.date.created",
                       "dcterms.created",
                       "dc.created",
                       "dc.date.available",
                       "dcterms.available",
                       "dc.date",
                       "dcterms.date",
                       "dc:date",
                       "dc.date.publication",
                       "citation_publication_date",
                       "citation_online_date",
                       "citation_date",
                       "displaydate",
                       "gentime",
                       "pdate",
                       "ptime",
                       "dateposted",
                       "post_date",
                       "post-date",
                       "og:pubdate",
                       "og:release_date",
                       "release_date",
                       "datecreated",
                       "creation_date",
                       "date-creation-yyyymmdd",
                       "date.created",
                       "created",
                       "createdate",
                       "article:create_at",
                       "prism.publicationdate",
                       "eprints.datestamp",
                       "timestamp",
                       "article:date",
                       "article_date",
                       "article:publication_date",
                       "publication_time",
                       "publish_time",
                       "publishtime",
                       "datetime",
                       "newsdate",
                       "og:regdate",
                       "date"};
const Names kUpdated{"article:modified_time", "article:modified",      "og:updated_time", "og:modified_time",
                     "datemodified",          "date_modified",         "modified_time",   "updated_time",
                     "dcterms.modified",      "dc.date.modified",      "dc.modified",     "lastmod",
                     "last-modified",         "last_modified",         "lastmodified",    "revised",
                     "article.updated",       "article:post_modified", "updated",         "last_updated",
                     "lastupdated",           "date-revision-yyyymmdd"};
const Names kAuthors{"author",
                     "article:author_name",
                     "parsely-author",
                     "sailthru.author",
                     "byl",
                     "byline",
                     "dc.creator",
                     "dcterms.creator",
                     "dc.contributor",
                     "citation_author",
                     "cxenseparse:author",
                     "article:author",
                     "og:article:author",
                     "rbauthors",
                     "twitter:data1"};
const Names kHeadlines{"og:title",      "twitter:title",  "dc.title", "dcterms.title", "sailthru.title",
                       "parsely-title", "citation_title", "headline", "hdl",           "title"};
const Names kDescriptions{"og:description", "description", "twitter:description", "dc.description",
                          "sailthru.description"};
const Names kSections{"article:section", "og:article:section",  "section",
                      "parsely-section", "cxenseparse:section", "sailthru.section"};
const Names kKeywords{"article:tag", "og:article:tag", "news_keywords",
                      "keywords",    "parsely-tags",   "sailthru.tags"};
const Names kPublications{"og:site_name",      "application-name", "dc.publisher",
                          "article:publisher", "publisher",        "twitter:app:name:iphone"};

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return small;
}

bool is_address(std::string_view text) {
  return text.starts_with("http:") || text.starts_with("https:") || text.starts_with("//") ||
         text.starts_with("www.") || text.starts_with('/');
}

// The `meta` elements of a page by name.
class MetaElements {
 public:
  explicit MetaElements(const Page& page) {
    constexpr std::size_t kMostValues = 5'000;
    std::size_t count = 0;
    for (NodeIndex i = 1; i < page.size() && count < kMostValues; ++i) {
      if (!page.is(i, "meta")) continue;
      ++count;
      for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
        const std::string_view name = page.attribute(i, key);
        const std::string_view value = page.attribute(i, "content");
        if (!name.empty() && !value.empty()) values_[in_small_letters(name)].push_back(value);
      }
    }
  }

  template <class Use>
  void for_each(const Names& names, Use use) const {
    for (std::string_view name : names) {
      const auto found = values_.find(std::string(name));
      if (found == values_.end()) continue;
      for (std::string_view value : found->second) use(name, value);
    }
  }

 private:
  std::unordered_map<std::string, std::vector<std::string_view>> values_;
};

void add_texts(const MetaElements& meta, const Names& names, std::vector<std::string>& list) {
  meta.for_each(names, [&](std::string_view, std::string_view value) {
    if (std::string text = plain_text(value); !is_address(text)) add_once(list, std::move(text));
  });
}

void add_dates(const MetaElements& meta, const Names& names, std::vector<StatedDate>& list) {
  meta.for_each(names, [&](std::string_view, std::string_view value) {
    add_fact(list, {plain_text(value), "html:meta"});
  });
}

void add_keywords(const MetaElements& meta, PageFacts& facts) {
  // One tag an element, and, only where there are none, lists split by commas.
  meta.for_each(kKeywords, [&](std::string_view name, std::string_view value) {
    if (name.ends_with(":tag")) return add_once(facts.keywords, plain_text(value));
    if (!facts.keywords.empty()) return;
    const std::string all = plain_text(value);
    for (std::string_view rest = all; !rest.empty();) {
      const std::size_t end = std::min(rest.find_first_of(",;"), rest.size());
      add_once(facts.keywords, fold_space(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  });
}

void read_links(const Page& page, PageFacts& facts) {
  std::string canonical;
  for (NodeIndex i = 1; i < page.size(); ++i) {
    const Node& node = page[i];
    if (node.name == "link" && page.attribute(i, "rel") == "canonical" && canonical.empty())
      canonical = page.attribute(i, "href");
    else if (node.name == "title" && facts.title.empty() && page.closest(i, "svg") == 0)
      facts.title = page.text(i);
    else if (node.name == "html" && facts.language.empty())
      facts.language = page.attribute(i, page.has_attribute(i, "lang") ? "lang" : "xml:lang");
  }
  if (!canonical.empty()) facts.urls.insert(facts.urls.begin(), canonical);
}

}  // namespace

void read_meta(const Page& page, PageFacts& facts) {
  const MetaElements meta(page);
  read_links(page, facts);
  add_texts(meta, kHeadlines, facts.headlines);
  add_texts(meta, kDescriptions, facts.descriptions);
  add_texts(meta, kSections, facts.sections);
  add_texts(meta, kPublications, facts.publications);
  add_dates(meta, kPublished, facts.published);
  add_dates(meta, kUpdated, facts.updated);
  add_keywords(meta, facts);
  meta.for_each(kAuthors, [&](std::string_view, std::string_view value) {
    if (std::string text = plain_text(value); !text.empty() && !is_address(text))
      add_fact(facts.authors, {text, {}, false, 2});
  });
  meta.for_each({"og:url", "twitter:url"},
                [&](std::string_view, std::string_view value) { add_once(facts.urls, fold_space(value)); });
  meta.for_each({"og:type"}, [&](std::string_view, std::string_view value) {
    if (value.find("article") != std::string_view::npos) facts.is_article = true;
  });
  meta.for_each({"og:locale", "content-language", "language"}, [&](std::string_view, std::string_view value) {
    if (facts.language.empty()) facts.language = value;
  });
}

namespace {

// What RDFa names a date of publication in elements of the text.
bool is_rdfa_date(std::string_view property) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"dc:date", "dc:created", "dc:issued", "dcterms:created", "dcterms:issued", "dcterms:date",
       "datePublished", "schema:datePublished", "schema:dateCreated"});
  return std::ranges::any_of(kNames, [&](std::string_view name) {
    return property.starts_with(name) && (property.size() == name.size() || property[name.size()] == ' ');
  });
}

}  // namespace

void read_microdata(const Page& page, PageFacts& facts) {
  for (NodeIndex i = 1; i < page.size(); ++i) {
    if (page.is_element(i) && !page.is(i, "meta") && is_rdfa_date(page.attribute(i, "property"))) {
      const std::string_view stated = page.attribute(i, "content");
      add_fact(facts.published, {stated.empty() ? page.text(i) : plain_text(stated), "html:microdata"});
    }
    const std::string_view property = page.is_element(i) ? page.attribute(i, "itemprop") : std::string_view();
    if (property.empty()) continue;
    const auto value = [&] {
      for (const char* name : {"content", "datetime"}) {
        if (const std::string_view stated = page.attribute(i, name); !stated.empty())
          return plain_text(stated);
      }
      return page.text(i);
    };
    if (property.find("datePublished") != std::string_view::npos)
      add_fact(facts.published, {value(), "html:microdata"});
    else if (property == "dateCreated")
      add_fact(facts.published, {value(), "html:microdata"});
    else if (property == "dateModified")
      add_fact(facts.updated, {value(), "html:microdata"});
    else if (property == "headline")
      add_once(facts.printed_headlines, value());
    else if (property == "articleSection")
      add_once(facts.sections, value());
    else if (property == "author" || property == "creator") {
      if (std::string name = value(); !name.empty() && name.size() < 120 && !is_address(name))
        add_fact(facts.authors, {name, {}, false, 1});
    }
  }
}

std::string plain_text(std::string_view value) {
  std::string text = nfc(fold_space(value));
  // Twice, for what was escaped twice.
  for (int round = 0; round < 2; ++round) {
    const bool may_hold_tags = text.find('<') != std::string::npos && text.find('>') != std::string::npos;
    const std::size_t reference = text.find('&');
    if (!may_hold_tags && (reference == std::string::npos || text.find(';', reference) == std::string::npos))
      break;
    text = parse_page(text).page.text(0);
  }
  return text;
}

void add_once(std::vector<std::string>& list, std::string value) {
  if (!value.empty() && list.size() < kMostFacts && std::ranges::find(list, value) == list.end())
    list.push_back(std::move(value));
}

}  // namespace dateline::html
