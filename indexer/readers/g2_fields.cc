#include "indexer/readers/g2_fields.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "dateline/text.h"
#include "indexer/readers/letters.h"
#include "indexer/readers/news_fields.h"
#include "indexer/readers/nitf.h"

namespace dateline {

namespace {

constexpr auto npos = std::string_view::npos;

// "medtop:04000000" -> "04000000".
std::string_view code_of(std::string_view qcode) {
  return qcode.substr(qcode.find(':') + 1);
}  // npos + 1 is 0

bool has_code(XmlNode node, const char* attribute, std::initializer_list<std::string_view> codes) {
  const std::string value = lower(node.attribute(attribute));
  return std::ranges::find(codes, code_of(value)) != codes.end();
}

// The name in the item's language, else the first; the one for display among several.
std::string name_of(XmlNode concept_node, const std::string& language) {
  XmlNode best;
  int best_fit = -1;
  for (XmlNode name : find_all(concept_node, "name")) {
    if (text_of(name).empty()) continue;
    const std::string own = name.attribute("lang");
    int fit = own.empty() || language.substr(0, own.size()) == own ? 2 : 0;
    if (has_code(name, "role", {"mnemonic", "short"})) fit -= 1;
    if (fit > best_fit) best_fit = fit, best = name;
  }
  return text_of(best);
}

// The concepts that an item describes once for all, by their code, URI or literal.
class Assertions {
 public:
  explicit Assertions(XmlNode item) {
    for (XmlNode assertion : find_all(item, "assert")) {
      for (const char* key : kKeys) by_key_.emplace(assertion.attribute(key), assertion);
    }
    by_key_.erase("");
  }

  // The name where the concept stands, in its assertion, or its literal.
  [[nodiscard]] std::string concept_name(XmlNode node, const std::string& language) const {
    std::string name = name_of(node, language);
    for (const char* key : kKeys) {
      const auto found = by_key_.find(node.attribute(key));
      if (name.empty() && found != by_key_.end()) name = name_of(found->second, language);
    }
    fill(name, node.attribute("literal"));
    return name;
  }

 private:
  static constexpr const char* kKeys[] = {"qcode", "uri", "literal"};
  std::unordered_map<std::string, XmlNode> by_key_;
};

// Who provides or holds something: by name, literal, or the code itself.
std::string party_name(XmlNode party) {
  std::string name = first_text(party, {"name"});
  fill(name, party.attribute("literal"));
  fill(name, std::string(code_of(party.attribute("qcode"))));
  return name;
}

void fill_identity(Article& article, XmlNode item) {
  const XmlNode meta = find(item, "itemMeta");
  article.id = item.attribute("guid");
  article.version = version_of(item.attribute("version")).value_or(1);
  const XmlNode status = find(meta, "pubStatus");
  article.status = status_of(status.attribute("qcode")).value_or(Status::usable);
  if (article.status == Status::usable) article.status = status_of(text_of(status)).value_or(Status::usable);
  for (XmlNode signal : find_all(meta, "signal")) {
    if (article.status == Status::usable)
      article.status = status_of(signal.attribute("qcode")).value_or(Status::usable);
  }
  if (article.status == Status::usable && is_correction_note(first_text(meta, {"edNote"})))
    article.status = Status::corrected;
  article.publication = party_name(find(meta, "provider"));
  fill(article.publication, party_name(find(item, "rightsInfo/copyrightHolder")));
  article.language = find(item, "contentMeta/language").attribute("tag");
  fill(article.language, item.attribute("lang"));
  article.url = first_text(item, {"itemMeta/link/url"});
  add_extra(article, "ednote", first_text(meta, {"edNote"}));
}

// An item is published when its first version is; where nobody says when that was, when its content was made.
void fill_dates(Article& article, XmlNode item, const DateOptions& dates) {
  const auto date_at = [&](const char* path, const char* rule) {
    const XmlNode node = find(item, path);
    return date_of(article, text_of(node), dates, rule, node.line());
  };
  auto changed = date_at("itemMeta/versionCreated", "newsml-g2:versionCreated");
  article.published = date_at("itemMeta/firstCreated", "newsml-g2:firstCreated");
  if (!article.published)
    article.published = date_at("contentMeta/contentCreated", "newsml-g2:contentCreated");
  if (!article.published) article.published = changed;
  if (!changed) changed = date_at("contentMeta/contentModified", "newsml-g2:contentModified");
  if (changed && article.published && sortable(*changed) > sortable(*article.published))
    article.updated = changed;
  article.embargo = date_at("itemMeta/embargoed", "newsml-g2:embargoed");
  // An empty element is only part of a form; xsi:nil is a statement.
  if (find(item, "itemMeta/embargoed").attribute("nil") == "true")
    article.embargo = held_for_good("newsml-g2:embargoed");
}

// A creator is who wrote a text; agencies put themselves or an account there.
void fill_bylines(Article& article, XmlNode content) {
  for (XmlNode by : find_all(content, "by")) add_byline(article, text_of(by));
  if (!article.bylines.empty()) return;
  for (XmlNode creator : find_all(content, "creator")) {
    std::string name = first_text(creator, {"name"});
    fill(name, creator.attribute("literal"));
    const bool person = name.find(' ') != npos && begins_with_capital(name);
    if (person && fold(name) != fold(article.publication)) add_byline(article, name);
  }
}

void fill_dateline(Article& article, XmlNode item) {
  const XmlNode located = find(item, "contentMeta/located");
  std::string place = Assertions(item).concept_name(located, article.language);
  const std::string region = first_text(located, {"broader/name"});
  const std::string line = first_text(item, {"contentMeta/dateline"});
  set_dateline(article, line, place.empty() ? region : place);
}

enum class Topic : std::uint8_t { other, person, place, organisation };

Topic topic_of(XmlNode subject) {
  const std::string type = lower(subject.attribute("type"));
  const std::string_view code = code_of(type);
  if (code == "person") return Topic::person;
  if (code == "geoarea" || code == "city" || code == "country" || code == "statprov" || type == "cpttype:5")
    return Topic::place;
  if (code == "organisation" || code == "organization" || code == "company") return Topic::organisation;
  return Topic::other;
}

// Agencies file stories under desks with subjects of their own schemes.
bool is_section(std::string_view scheme, std::string_view type) {
  const std::string all = lower(scheme) + " " + lower(code_of(type));
  for (std::string_view word : {"department", "category", "section", "desk"}) {
    if (all.find(word) != npos) return true;
  }
  return false;
}

void fill_subject(Article& article, const Assertions& assertions, XmlNode subject) {
  std::string name = assertions.concept_name(subject, article.language);
  std::string code = subject.attribute("qcode");
  if (code.empty()) code = subject.attribute("uri");
  const std::string scheme = code.substr(0, code.find(':') == npos ? 0 : code.find(':'));
  switch (topic_of(subject)) {
    case Topic::person:
      return add_tag(article, TagKind::person, name);
    case Topic::organisation:
      return add_tag(article, TagKind::organisation, name);
    case Topic::place:
      add_tag(article, TagKind::place, name);
      for (XmlNode broader : find_all(subject, "broader"))
        add_tag(article, TagKind::place, name_of(broader, article.language));
      return;
    case Topic::other:
      break;
  }
  // A name of one or two letters is a code that nobody named.
  if (name.size() > 2 && is_section(scheme, subject.attribute("type"))) fill(article.section, name);
  add_subject(article,
              {std::move(name), std::move(code), scheme == "http" || scheme == "https" ? "" : scheme});
}

void fill_topics(Article& article, XmlNode item) {
  const XmlNode content = find(item, "contentMeta");
  const Assertions assertions(item);
  for (XmlNode subject : find_all(content, "subject")) fill_subject(article, assertions, subject);
  for (XmlNode keyword : find_all(content, "keyword")) add_keyword(article, text_of(keyword));
  add_extra(article, "slugline", first_text(content, {"slugline"}));
  add_extra(article, "urgency", first_text(content, {"urgency"}));
}

void fill_headline(Article& article, XmlNode item) {
  for (XmlNode headline : find_all(item, "contentMeta/headline")) {
    std::string text = text_of(headline);
    if (text.empty() || text == article.headline) continue;
    if (article.headline.empty() && !has_code(headline, "role", {"subheadline", "sub"}))
      article.headline = std::move(text);
    else
      article.subheadlines.push_back(std::move(text));
  }
}

// Captions by role; what has another role, or none, is the summary. Some agencies call a text's summary a
// caption.
void fill_descriptions(G2Item& item, XmlNode node) {
  const std::string credit =
      first_text(node, {"contentMeta/creditline", "contentMeta/by", "contentMeta/creator/name"});
  for (XmlNode description : find_all(node, "contentMeta/description")) {
    std::string text = text_of(description);
    const bool caption = has_code(description, "role", {"caption"});
    if (item.is_picture && (caption || item.article.captions.empty()))
      add_caption(item.article, text, credit);
    else if (!text.empty() && text != item.article.headline)
      fill(item.article.abstract, std::move(text));
  }
  if (item.is_picture && item.article.captions.empty())
    add_caption(item.article, item.article.headline, credit);
}

// The ids that the item's links, its pictures in the text, and a package's groups name.
void fill_references(G2Item& item, XmlNode node) {
  const auto add = [&](XmlNode from, const char* attribute) {
    if (std::string id = from.attribute(attribute); !id.empty()) item.references.push_back(std::move(id));
  };
  for (const char* path : {"itemMeta/link", "contentMeta/link", "*/itemRef"}) {
    for (XmlNode link : find_all(node, path)) {
      for (const char* attribute : {"residref", "guidref", "href"}) add(link, attribute);
    }
  }
  for (XmlNode image : find_all(find(node, "contentSet"), "*/img")) {
    for (const char* attribute : {"src", "data-guid", "id"}) add(image, attribute);
  }
  for (XmlNode media : find_all(find(node, "contentSet"), "*/media-reference")) {
    for (const char* attribute : {"source", "data-location"}) add(media, attribute);
  }
}

void fill_inline(Article& article, XmlNode content, const DateOptions& dates) {
  for (XmlNode nitf : find_all(content, "*/nitf")) return fill_from_nitf(article, nitf, dates);
  constexpr std::pair<const char*, TagKind> kTags[] = {
      {"*/person", TagKind::person}, {"*/location", TagKind::place}, {"*/Company", TagKind::organisation}};
  for (const auto& [path, kind] : kTags) {
    for (XmlNode tag : find_all(content, path)) add_tag(article, kind, text_of(tag));
  }
  if (article.bylines.empty()) add_byline(article, first_text(content, {"*/BYLINE", "*/byline"}));
  const XmlNode body = find(content, "*/body");
  fill(article.headline, first_text(content, {"*/title"}));
  Prose prose = prose_of(body ? body : content);
  if (article.headline.empty()) fill(article.headline, first_text(body, {"*/h1"}));
  set_body(article, std::move(prose));
}

void fill_content(Article& article, XmlNode item, const DateOptions& dates) {
  for (XmlNode content : find_all(item, "contentSet/inlineXML")) {
    if (article.body.empty()) fill_inline(article, content, dates);
  }
  for (XmlNode content : find_all(item, "contentSet/inlineData")) {
    if (!article.body.empty()) return;
    const std::string type = lower(content.attribute("contenttype"));
    if (!content.attribute("encoding").empty()) continue;  // Base64 of a picture
    // What is called plain text may be marked up all the same.
    if (type.empty() || type.starts_with("text/") || type.find("html") != npos)
      set_body(article, prose_in(content));
  }
}

void fill_metadata(G2Item& item, XmlNode node, const DateOptions& dates) {
  item.line = node.line();
  item.is_picture = has_code(find(node, "itemMeta/itemClass"), "qcode",
                             {"picture", "photo", "graphic", "animated", "video", "audio"});
  fill_identity(item.article, node);
  fill_headline(item.article, node);
  fill_dates(item.article, node, dates);
  if (!item.is_picture) fill_bylines(item.article, find(node, "contentMeta"));
  fill_dateline(item.article, node);
  fill_topics(item.article, node);
  fill_descriptions(item, node);
  fill_references(item, node);
}

}  // namespace

G2Item g2_news_item(XmlNode node, const DateOptions& dates) {
  G2Item item;
  fill_metadata(item, node, dates);
  fill_content(item.article, node, dates);
  fill(item.article.headline, first_text(node, {"itemMeta/title"}));
  return item;
}

G2Item g2_package_item(XmlNode node, const DateOptions& dates) {
  G2Item item;
  fill_metadata(item, node, dates);
  fill(item.article.headline, first_text(node, {"itemMeta/title"}));
  for (XmlNode reference : find_all(node, "*/itemRef")) {
    const std::string line = first_text(reference, {"headline", "title", "description"});
    if (!line.empty()) item.article.body += (item.article.body.empty() ? "" : "\n\n") + line;
  }
  return item;
}

}  // namespace dateline
