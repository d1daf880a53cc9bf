#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "dateline/text.h"
#include "indexer/readers/html_facts.h"
#include "indexer/readers/html_json_mend.h"

namespace dateline::html {

namespace {

constexpr std::size_t kMaxScript = 4U << 20U;
constexpr int kMaxJsonDepth = 24;
constexpr std::size_t kMaxObjects = 20'000;
constexpr std::size_t kMaxListed = 200;

// What holds other articles than the page's.
constexpr auto kOthers = std::to_array<std::string_view>(
    {"itemListElement", "hasPart", "mentions", "citation", "relatedLink", "comment", "liveBlogUpdate",
     "review", "blogPost", "isPartOf", "isBasedOn", "video"});

const Json* member(const Json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

// `use` for a value, or for each of a list.
template <class Use>
void for_each(const Json* value, Use use) {
  if (!value) return;
  if (!value->is_array()) return use(*value);
  std::size_t count = 0;
  for (const Json& one : *value) {
    if (++count > kMaxListed) return;
    use(one);
  }
}

bool has_type(const Json& object, bool (*is)(std::string_view)) {
  bool found = false;
  for_each(member(object, "@type"), [&](const Json& type) {
    if (!type.is_string()) return;
    std::string_view name = type.get_ref<const std::string&>();
    if (const std::size_t slash = name.find_last_of("/:#"); slash != std::string_view::npos)
      name.remove_prefix(slash + 1);
    found = found || is(name);
  });
  return found;
}

bool is_page_type(std::string_view name) { return name.ends_with("Page"); }
bool is_person(std::string_view name) { return name == "Person"; }
bool is_organisation(std::string_view name) {
  return name.ends_with("Organization") || name == "Corporation" || name == "LocalBusiness";
}
bool is_place(std::string_view name) {
  return name.ends_with("Place") || name == "City" || name == "Country" || name == "State" ||
         name == "AdministrativeArea" || name == "Continent";
}

class LinkedData {
 public:
  LinkedData(const Page& page, PageFacts& facts) : page_(page), facts_(facts) {}

  void read() {
    for (NodeIndex i = 1; i < page_.size(); ++i) {
      if (page_.is(i, "script") && page_.attribute(i, "type").find("ld+json") != std::string_view::npos)
        script(i);
    }
    for (const Json& json : scripts_) collect(json, 0);
    if (const Json* article = choose()) {
      facts_.is_article = true;
      read_article(*article);
    }
    for (const Json* page : pages_) read_page_object(*page);
  }

 private:
  void script(NodeIndex node) {
    std::string source;
    for (NodeIndex i = node + 1; i < page_[node].end && source.size() <= kMaxScript; ++i)
      source += page_[i].text;
    if (source.find_first_not_of(" \t\r\n") == std::string::npos) return;
    auto json = source.size() > kMaxScript ? std::nullopt : parse_mended(source);
    if (json)
      scripts_.push_back(std::move(*json));
    else
      add_fact(facts_.diagnostics, warning("html.json-ld", "a JSON-LD script cannot be read"));
  }

  // Finds the objects that may be the page's article.
  void collect(const Json& value, int depth) {
    if (depth > kMaxJsonDepth || ++objects_ > kMaxObjects) return;
    if (value.is_array()) {
      for (const Json& one : value) collect(one, depth + 1);
    } else if (value.is_object()) {
      if (const Json* id = member(value, "@id"); id && id->is_string() && value.size() > 1)
        by_id_.try_emplace(id->get_ref<const std::string&>(), &value);
      if (has_type(value, is_article_type))
        articles_.push_back(&value);
      else if (has_type(value, is_page_type))
        pages_.push_back(&value);
      for (const auto& [key, inner] : value.items()) {
        if (inner.is_structured() && std::ranges::find(kOthers, key) == kOthers.end())
          collect(inner, depth + 1);
      }
    }
  }

  // The article that has most of what an article has; the first of equals.
  const Json* choose() const {
    const Json* best = nullptr;
    int most = 0;
    for (const Json* article : articles_) {
      const int has = (member(*article, "headline") != nullptr) * 2 +
                      (member(*article, "datePublished") != nullptr) * 2 +
                      (member(*article, "author") != nullptr) + (member(*article, "articleBody") != nullptr) +
                      !has_type(*article, [](std::string_view name) { return name == "CreativeWork"; });
      if (has > most) best = article, most = has;
    }
    return most >= 3 ? best : nullptr;
  }

  // An object that is only named by its id.
  const Json& resolve(const Json& value) const {
    const Json* id = member(value, "@id");
    if (!id || !id->is_string() || value.size() > 2) return value;
    const auto found = by_id_.find(id->get_ref<const std::string&>());
    return found == by_id_.end() ? value : *found->second;
  }

  std::string text(const Json& value) const {
    if (value.is_string()) return plain_text(value.get_ref<const std::string&>());
    const Json& object = resolve(value);
    for (const char* key : {"name", "@value", "headline"}) {
      const Json* inner = member(object, key);
      if (inner && inner->is_array() && !inner->empty()) inner = &inner->front();
      if (inner && inner->is_string()) return plain_text(inner->get_ref<const std::string&>());
    }
    return {};
  }

  void add(std::vector<std::string>& list, const Json& object, const char* key) const {
    for_each(member(object, key), [&](const Json& value) { add_once(list, text(value)); });
  }

  void dates(const Json& object, const char* key, std::vector<StatedDate>& list, const char* rule) const {
    for_each(member(object, key), [&](const Json& value) {
      if (std::string date = text(value); !date.empty()) add_fact(list, {std::move(date), rule});
    });
  }

  void read_article(const Json& article) {
    add(facts_.headlines, article, "headline");
    if (facts_.headlines.empty()) add(facts_.headlines, article, "name");
    for_each(member(article, "author"), [&](const Json& value) { author(value); });
    if (facts_.authors.empty())
      for_each(member(article, "creator"), [&](const Json& value) { author(value); });
    dates(article, "datePublished", facts_.published, "html:json-ld");
    if (facts_.published.empty()) dates(article, "dateCreated", facts_.published, "html:json-ld");
    dates(article, "dateModified", facts_.updated, "html:json-ld");
    add(facts_.descriptions, article, "description");
    add(facts_.sections, article, "articleSection");
    add(facts_.publications, article, "publisher");
    for (const char* key : {"url", "mainEntityOfPage"})
      for_each(member(article, key), [&](const Json& value) {
        if (value.is_string())
          add_once(facts_.urls, value.get<std::string>());
        else if (const Json* id = member(value, "@id"); id && id->is_string())
          add_once(facts_.urls, id->get<std::string>());
      });
    keywords(article);
    for_each(member(article, "articleBody"), [&](const Json& value) {
      if (value.is_string()) body(value.get<std::string>());
    });
    if (const Json* language = member(article, "inLanguage"); language && language->is_string())
      facts_.language = language->get<std::string>();
    for_each(member(article, "image"), [&](const Json& value) { image(resolve(value)); });
    for (const char* key : {"about", "mentions", "contentLocation", "spatialCoverage"})
      for_each(member(article, key), [&](const Json& value) { topic(resolve(value)); });
  }

  void body(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      if (const std::string line = plain_text(text.substr(0, end)); !line.empty())
        facts_.body += (facts_.body.empty() ? "" : "\n\n") + line;
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  // What plug-ins say of the page rather than of its article.
  void read_page_object(const Json& page) {
    dates(page, "datePublished", facts_.published, "html:json-ld");
    dates(page, "dateModified", facts_.updated, "html:json-ld");
    add(facts_.descriptions, page, "description");
  }

  void author(const Json& value) {
    const Json& object = resolve(value);
    Author author{text(object), {}, has_type(object, is_organisation), 0};
    if (const Json* title = member(object, "jobTitle"); title && title->is_string())
      author.role = plain_text(title->get<std::string>());
    if (!author.name.empty()) add_fact(facts_.authors, std::move(author));
  }

  void keywords(const Json& article) {
    for_each(member(article, "keywords"), [&](const Json& value) {
      std::string all = text(value);
      for (std::string_view rest = all; !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of(",;"), rest.size());
        add_once(facts_.keywords, fold_space(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    });
  }

  void image(const Json& image) {
    const Json* caption = member(image, "caption");
    if (!caption || !caption->is_string()) return;
    Caption found{plain_text(caption->get<std::string>()), {}};
    for (const char* key : {"creditText", "creator", "author", "copyrightHolder"}) {
      if (const Json* credit = member(image, key); credit && found.credit.empty())
        found.credit = text(*credit);
    }
    if (!found.text.empty()) add_fact(facts_.captions, std::move(found));
  }

  void topic(const Json& object) {
    auto* list = has_type(object, is_person)         ? &facts_.persons
                 : has_type(object, is_place)        ? &facts_.places
                 : has_type(object, is_organisation) ? &facts_.organisations
                                                     : nullptr;
    if (list) add_once(*list, text(object));
  }

  const Page& page_;
  PageFacts& facts_;
  std::vector<Json> scripts_;
  std::vector<const Json*> articles_;
  std::vector<const Json*> pages_;
  std::unordered_map<std::string_view, const Json*> by_id_;
  std::size_t objects_ = 0;
};

}  // namespace

bool is_article_type(std::string_view name) {
  return name.ends_with("Article") || name.ends_with("Posting") || name == "Report" ||
         name.ends_with("Review") || name == "NewsItem" || name == "Recipe" || name == "CreativeWork";
}

void read_json_ld(const Page& page, PageFacts& facts) { LinkedData(page, facts).read(); }

}  // namespace dateline::html
