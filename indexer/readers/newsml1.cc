#include "indexer/readers/newsml1.h"

#include <algorithm>
#include <utility>

#include "dateline/text.h"
#include "indexer/readers/letters.h"
#include "indexer/readers/news_fields.h"
#include "indexer/readers/nitf.h"
#include "indexer/readers/xml_sniff.h"

namespace dateline {

namespace {

// Each is asked for its role along its ancestors.
constexpr std::size_t kMostContents = 1000;

// The first element of that name that is not empty in a NewsLines, from the outer components inwards.
std::string news_line(XmlNode item, const std::string& name) {
  const std::string nested = "NewsLine/" + name;
  for (XmlNode lines : find_all(item, "*/NewsLines")) {
    if (std::string text = first_text(lines, {name, nested}); !text.empty()) return text;
  }
  return {};
}

std::string formal_name(XmlNode from, std::string_view path) {
  for (XmlNode node : find_all(from, path)) {
    if (std::string name = node.attribute("FormalName"); !name.empty()) return name;
  }
  return {};
}

// The text of a line of the sender's own type: "Summary".
std::string typed_line(XmlNode item, std::string_view type) {
  for (XmlNode line : find_all(item, "*/NewsLines/NewsLine")) {
    if (lower(formal_name(line, "NewsLineType")) == type) return first_text(line, {"NewsLineText"});
  }
  return {};
}

// "urn:newsml:example.org:20200101:abc:3U" -> without ":3U".
std::string without_revision(std::string id, const std::string& revision) {
  const std::size_t colon = id.rfind(':');
  if (colon == std::string::npos || revision.empty() || !id.starts_with("urn:newsml:")) return id;
  std::string_view last = std::string_view(id).substr(colon + 1);
  if (last.starts_with(revision) && last.size() <= revision.size() + 1) id.resize(colon);
  return id;
}

void fill_identity(Article& article, XmlNode item) {
  const XmlNode identifier = find(item, "Identification/NewsIdentifier");
  const std::string revision = first_text(identifier, {"RevisionId"});
  article.id = without_revision(first_text(identifier, {"PublicIdentifier"}), revision);
  fill(article.id, first_text(identifier, {"NewsItemId"}));
  article.version = version_of(revision).value_or(1);
  const XmlNode management = find(item, "NewsManagement");
  article.status = status_of(formal_name(management, "Status")).value_or(Status::usable);
  if (article.status == Status::usable)
    article.status = status_of(formal_name(management, "Instruction")).value_or(Status::usable);
  article.publication = formal_name(item, "*/AdministrativeMetadata/Provider/Party");
  fill(article.publication, formal_name(item, "*/AdministrativeMetadata/Source/Party"));
  fill(article.publication, first_text(identifier, {"ProviderId"}));
  article.language = lower(formal_name(item, "*/DescriptiveMetadata/Language"));
  fill(article.language, item.attribute("lang"));
  // Of several languages in one item, the first is read.
  for (XmlNode node = find(item, "*/ContentItem"); node && article.language.empty(); node = node.parent())
    article.language = node.attribute("lang");
}

void fill_dates(Article& article, XmlNode item, const DateOptions& dates) {
  const auto date_at = [&](const char* path, const char* rule) {
    const XmlNode node = find(item, path);
    return date_of(article, text_of(node), dates, rule, node.line());
  };
  const auto changed = date_at("NewsManagement/ThisRevisionCreated", "newsml1:ThisRevisionCreated");
  article.published = date_at("NewsManagement/FirstCreated", "newsml1:FirstCreated");
  if (!article.published)
    article.published = date_at("Identification/NewsIdentifier/DateId", "newsml1:DateId");
  if (!article.published) article.published = changed;
  if (changed && article.published && sortable(*changed) > sortable(*article.published))
    article.updated = changed;
  const bool embargoed = fold(formal_name(item, "NewsManagement/Status")) == "embargoed";
  if (!embargoed) return;
  article.embargo = date_at("NewsManagement/StatusWillChange/DateAndTime", "newsml1:StatusWillChange");
  if (!article.embargo) article.embargo = held_for_good("newsml1:Status");
}

void fill_lines(Article& article, XmlNode item) {
  article.headline = news_line(item, "HeadLine");
  if (std::string sub = news_line(item, "SubHeadLine"); !sub.empty() && sub != article.headline)
    article.subheadlines.push_back(std::move(sub));
  article.abstract = typed_line(item, "summary");
  add_byline(article, news_line(item, "ByLine"));
  add_keywords(article, news_line(item, "KeywordLine"));
  if (const std::string slug = news_line(item, "SlugLine"); !slug.empty())
    article.extra.emplace("slugline", slug);
}

bool is_origin(XmlNode location) {
  const std::string how = lower(location.attribute("HowPresent"));
  return how == "origin" || how.empty();
}

std::string property(XmlNode from, std::string_view name) {
  for (XmlNode node : find_all(from, "Property")) {
    if (node.attribute("FormalName") == name) return node.attribute("Value");
  }
  return {};
}

// Where the story was filed, and the places that it is about.
void fill_places(Article& article, XmlNode item) {
  std::string origin;
  for (XmlNode metadata : find_all(item, "*/DescriptiveMetadata")) {
    fill(origin, property(metadata, "City"));
    for (XmlNode location : find_all(metadata, "Location")) {
      if (is_origin(location)) {
        fill(origin, property(location, "City"));
        continue;
      }
      for (const char* part : {"City", "Country"}) add_tag(article, TagKind::place, property(location, part));
    }
  }
  set_dateline(article, news_line(item, "DateLine"), origin);
}

// A topic's name in the item's language, else the first.
std::string topic_name(XmlNode topic, const std::string& language) {
  std::string first;
  for (XmlNode description : find_all(topic, "Description")) {
    if (lower(description.attribute("Variant")) == "category") continue;
    std::string text = text_of(description);
    if (!text.empty() && lower(description.attribute("lang")) == language) return text;
    fill(first, std::move(text));
  }
  return first;
}

void fill_topic(Article& article, XmlNode topic) {
  const std::string type = lower(formal_name(topic, "TopicType"));
  const std::string name = topic_name(topic, article.language);
  if (type == "person") return add_tag(article, TagKind::person, name);
  if (type == "location" || type == "place" || type == "city" || type == "country" || type == "geography")
    return add_tag(article, TagKind::place, name);
  if (type == "company" || type == "organisation" || type == "organization")
    return add_tag(article, TagKind::organisation, name);
  add_subject(article,
              {name, first_text(topic, {"FormalName"}), find(topic, "FormalName").attribute("Scheme")});
}

void fill_topics(Article& article, XmlNode item) {
  for (XmlNode topic : find_all(item, "*/Topic")) fill_topic(article, topic);
  for (XmlNode codes : find_all(item, "*/SubjectCode")) {
    for (XmlNode code = codes.first(); code; code = code.next()) {
      const std::string number = code.attribute("FormalName");
      const bool named =
          std::ranges::find(article.subjects, number, &Subject::code) != article.subjects.end();
      if (!code.is_text() && !number.empty() && !named)
        add_subject(article, {code.attribute("Name"), number, code.attribute("Scheme")});
    }
  }
  for (XmlNode metadata : find_all(item, "*/DescriptiveMetadata")) {
    for (XmlNode node : find_all(metadata, "Property")) {
      if (node.attribute("FormalName") == "Keyword") add_keyword(article, node.attribute("Value"));
    }
  }
  fill(article.section, formal_name(item, "*/NewsManagement/Department"));
}

// What a component is: its own role, or that of the nearest component around it that has one.
std::string role_of(XmlNode content) {
  for (XmlNode node = content.parent(); node && node.name() != "NewsItem"; node = node.parent()) {
    if (const std::string role = formal_name(node, "Role"); !role.empty()) return lower(role);
  }
  return {};
}

// The credit nearest to a caption, from its component outwards.
std::string credit_of(XmlNode content) {
  for (XmlNode node = content.parent(); node && node.name() != "NewsItem"; node = node.parent()) {
    if (std::string credit = first_text(node, {"NewsLines/CreditLine", "NewsLines/ByLine"}); !credit.empty())
      return credit;
  }
  return {};
}

Prose content_prose(XmlNode data, std::string_view format) {
  if (find(data, "*/p") || find(data, "*/body") || find(data, "*/block")) {
    const XmlNode body = find(data, "*/body");
    return prose_of(body ? body : data);
  }
  return format.find("html") == std::string_view::npos ? prose_in(data) : prose_of_html(raw_text_of(data));
}

// Parts of a text have components of their own in some dialects; a text of another role is copy.
enum class Part : std::uint8_t { copy, headline, deck, abstract, caption, none };

Part part_of(const std::string& role, const std::string& format) {
  const auto is = [&](std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view w) { return role.find(w) != std::string::npos; });
  };
  if (is({"caption"})) return Part::caption;
  if (is({"abstract", "summary", "lead", "teaser"})) return Part::abstract;
  if (is({"subhead", "subtitle"})) return Part::deck;
  if (is({"headline"}) || role == "title") return Part::headline;
  if (is({"stylesheet", "contact", "logo", "boilerplate", "keyword"}) ||
      format.find("css") != std::string::npos)
    return Part::none;
  return Part::copy;
}

// A picture's caption may be a property of its item.
void fill_picture(Article& article, XmlNode content) {
  for (const char* path : {"Property", "Characteristics/Property"}) {
    for (XmlNode node : find_all(content, path)) {
      if (lower(node.attribute("FormalName")) != "caption") continue;
      std::string text = node.attribute("Value");
      fill(text, node.attribute("value"));
      add_caption(article, text, credit_of(content));
    }
  }
}

void fill_content(Article& article, XmlNode content, const DateOptions& dates) {
  const XmlNode data = find(content, "DataContent");
  const std::string media = lower(formal_name(content, "MediaType"));
  const std::string format = lower(formal_name(content, "Format"));
  const Part part = part_of(role_of(content), format);
  const bool picture =
      media == "photo" || media == "graphic" || media == "image" || media == "video" || media == "picture";
  if (picture && part != Part::caption) return fill_picture(article, content);
  if (!data || part == Part::none) return;
  if (part == Part::copy) {
    if (const XmlNode nitf = find(data, "nitf")) return fill_from_nitf(article, nitf, dates);
    if (article.body.empty()) set_body(article, content_prose(data, format));
    return;
  }
  std::string text;
  for (const std::string& paragraph : content_prose(data, format).paragraphs)
    text += (text.empty() ? "" : " ") + paragraph;
  if (part == Part::caption) return add_caption(article, text, credit_of(content));
  if (part == Part::headline) return fill(article.headline, std::move(text));
  if (part == Part::abstract && text != article.headline) return fill(article.abstract, std::move(text));
  if (part == Part::deck && !text.empty()) article.subheadlines.push_back(std::move(text));
}

Article article_of(XmlNode item, const DateOptions& dates) {
  Article article;
  fill_identity(article, item);
  fill_dates(article, item, dates);
  fill_lines(article, item);
  fill_places(article, item);
  fill_topics(article, item);
  auto contents = find_all(item, "*/ContentItem");
  contents.resize(std::min(contents.size(), kMostContents));
  for (XmlNode content : contents) fill_content(article, content, dates);
  for (XmlNode media : find_all(item, "*/media-caption")) add_caption(article, text_of(media), {});
  fill(article.headline, first_text(item, {"Identification/NameLabel"}));
  return article;
}

// A notice that is canceled itself may say which item it ends. What a story is otherwise associated with
// (pictures, earlier stories) lives on.
void withdraw_others(const Article& article, XmlNode item, ArticleSink& sink) {
  if (article.status != Status::withdrawn) return;
  for (const char* name : {"NewsManagement/AssociatedWith", "NewsManagement/DerivedFrom"}) {
    for (XmlNode other : find_all(item, name)) {
      std::string relation = other.attribute("FormalName");
      fill(relation, first_text(other, {"Comment"}));
      if (status_of(relation) != Status::withdrawn) continue;
      std::string id = other.attribute("NewsItem");
      const std::size_t colon = id.rfind(':');
      const std::string revision = id.substr(colon + 1);
      if (version_of(revision)) id = without_revision(id, std::to_string(*version_of(revision)));
      withdraw_other(id, article, sink);
    }
  }
}

// A revision that holds only changes to an earlier one: of its management, or of parts of its text. It must
// not take the place of what it changes.
bool is_partial(XmlNode item) {
  const std::string update = find(item, "Identification/NewsIdentifier/RevisionId").attribute("Update");
  return (update == "A" || update == "U") && !find(item, "*/ContentItem");
}

void read_item(XmlNode item, const DateOptions& dates, ArticleSink& sink) {
  Article article = article_of(item, dates);
  if (article.status != Status::withdrawn && is_partial(item))
    return sink.fault(
        warning("newsml1.partial", "a revision without text of its own was left out", item.line(), 1));
  withdraw_others(article, item, sink);
  hand_on(std::move(article), sink, item.line());
}

}  // namespace

Confidence sniff_newsml1(const Head& head) {
  return head.xml_root().name == "NewsML" ? Confidence::certain : Confidence::no;
}

void read_newsml1(Input& input, ArticleSink& sink) {
  constexpr std::string_view kItems[] = {"NewsItem"};
  const bool any = read_items(input, kItems, sink, [&](XmlNode item) { read_item(item, input.dates, sink); });
  if (!any) sink.fault(error("newsml1.no-item", "no NewsItem", 1, 1));
}

}  // namespace dateline
