#include "indexer/readers/nitf.h"

#include <array>
#include <utility>

#include "dateline/text.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/letters.h"
#include "indexer/readers/news_fields.h"
#include "indexer/readers/xml_sniff.h"

namespace dateline {

namespace {

// What agencies write as the type of an object that is no section of a paper.
constexpr auto kTypes =
    std::to_array<std::string_view>({"news", "data", "alert", "feature", "analysis", "text"});

std::string meta(XmlNode nitf, std::string_view name) {
  for (XmlNode node : find_all(nitf, "head/meta")) {
    if (fold(node.attribute("name")) == name) return node.attribute("content");
  }
  return {};
}

// The text of an element whose inner elements may stand without blanks around them; `left_out` is the name of
// elements that do not belong to it.
std::string spaced_text(XmlNode node, std::string_view left_out, std::string_view left_out_too = {}) {
  std::string text;
  for (XmlNode child = node.first(); child; child = child.next()) {
    if (child.is_text())
      text += child.content();
    else if (child.name() != left_out && child.name() != left_out_too)
      text += ' ' + text_of(child) + ' ';
  }
  text = nfc(fold_space(text));
  for (std::size_t at = text.find(" ,"); at != std::string::npos; at = text.find(" ,", at)) text.erase(at, 1);
  return text;
}

void fill_headline(Article& article, XmlNode nitf) {
  const XmlNode hedline = find(nitf, "body/body.head/hedline");
  const bool from_outside = !article.headline.empty();
  fill(article.headline, first_text(hedline, {"hl1"}));
  if (!find(hedline, "hl1") && !find(hedline, "hl2")) fill(article.headline, text_of(hedline));
  fill(article.headline, first_text(nitf, {"head/title", "body/body.head/hedline/hl2"}));
  if (from_outside && !article.subheadlines.empty()) return;
  for (XmlNode node : find_all(hedline, "hl2")) {
    std::string text = text_of(node);
    if (!text.empty() && text != article.headline) article.subheadlines.push_back(std::move(text));
  }
}

// A name and its role in elements of their own: `By <person>Jane Roe</person><byttl>Staff Writer</byttl>`.
void fill_byline(Article& article, XmlNode byline) {
  const std::string role = first_text(byline, {"byttl", "bytag"});
  const std::string names = spaced_text(byline, "byttl", "bytag");
  if (names.empty()) return add_byline(article, role);
  ParsedByline parsed = parse_byline(names);
  if (parsed.persons.empty()) return add_byline(article, names);
  for (Byline& person : parsed.persons)
    add_writer(article, std::move(person.name), person.role.empty() ? role : person.role);
}

void fill_bylines(Article& article, XmlNode nitf) {
  if (!article.bylines.empty()) return;
  const auto bylines = find_all(nitf, "body/body.head/byline");
  // Archives give the printed line and a normal form of the same names.
  for (XmlNode byline : bylines) {
    if (byline.attribute("class") != "normalized_byline" || bylines.size() == 1) fill_byline(article, byline);
  }
  // Some put it into the copy, whose paragraphs leave it out.
  const XmlNode inside = find(find(nitf, "body/body.content"), "*/byline");
  if (article.bylines.empty() && inside) fill_byline(article, inside);
}

void fill_dateline(Article& article, XmlNode nitf) {
  XmlNode dateline = find(nitf, "body/body.head/dateline");
  if (!dateline) dateline = find(find(nitf, "body/body.content"), "*/dateline");
  if (!dateline || article.dateline) return;
  const std::string text = spaced_text(dateline, "story.date");
  std::string place;
  if (const XmlNode location = find(dateline, "location")) place = spaced_text(location, {});
  set_dateline(article, text, place);
  const std::string day = find(dateline, "story.date").attribute("norm");
  if (!article.dateline || !article.dateline->date.empty() || day.empty()) return;
  if (const auto date = parse_date(day).date) article.dateline->date = iso_date(*date);
}

// Print archives give the day as midnight.
std::optional<Date> without_midnight(std::optional<Date> date) {
  if (date && date->precision > Precision::day && !date->zone &&
      date->hour + date->minute + date->second == 0) {
    date->precision = Precision::day;
  }
  return date;
}

std::optional<Date> date_from_meta(Article& article, XmlNode nitf, const DateOptions& dates) {
  std::string text = meta(nitf, "publication_year");
  for (const char* part : {"publication_month", "publication_day_of_month"}) {
    const auto number = parse_digits(meta(nitf, part));
    if (number && !text.empty()) text += "-" + zero_padded(*number, 2);
  }
  return date_of(article, text, dates, "nitf:meta", nitf.line());
}

void fill_dates(Article& article, XmlNode nitf, const DateOptions& dates) {
  const auto norm_at = [&](const char* path, const char* attribute, const char* rule) {
    const XmlNode node = find(nitf, path);
    std::string text = node.attribute(attribute);
    if (text.empty()) text = text_of(node);
    return date_of(article, text, dates, rule, node.line());
  };
  const auto release = norm_at("head/docdata/date.release", "norm", "nitf:date.release");
  auto published = norm_at("head/docdata/date.issue", "norm", "nitf:date.issue");
  if (!published) published = without_midnight(norm_at("*/pubdata", "date.publication", "nitf:pubdata"));
  const bool later = published && release && sortable(*release) > sortable(*published);
  const bool held = fold(find(nitf, "head/docdata").attribute("management-status")) == "embargoed";
  if (!article.embargo && (held || later))
    article.embargo = release ? release : held_for_good("nitf:management-status");
  if (article.published) return;
  if (!published) published = release;
  if (!published) published = norm_at("body/body.head/dateline/story.date", "norm", "nitf:story.date");
  if (!published) published = date_from_meta(article, nitf, dates);
  article.published = std::move(published);
}

void fill_identity(Article& article, XmlNode nitf) {
  const XmlNode docdata = find(nitf, "head/docdata");
  fill(article.id, find(docdata, "doc-id").attribute("id-string"));
  fill(article.id, nitf.attribute("uno"));
  if (const auto version = version_of(find(docdata, "du-key").attribute("version"));
      version && article.version == 1)
    article.version = *version;
  if (article.status != Status::usable) return;
  article.status = status_of(docdata.attribute("management-status")).value_or(Status::usable);
  const XmlNode note = find(docdata, "ed-msg");
  if (article.status == Status::usable)
    article.status = status_of(note.attribute("msg-type")).value_or(Status::usable);
  const bool corrects = find(docdata, "correction") || is_correction_note(note.attribute("info"));
  if (article.status == Status::usable && corrects) article.status = Status::corrected;
}

// A notice may end another document: the one that it replaces, or the one whose status it sets.
void withdraw_others(const Article& article, XmlNode nitf, ArticleSink& sink) {
  const XmlNode docdata = find(nitf, "head/docdata");
  std::string status = docdata.attribute("management-idref-status");
  if (status.empty()) status = docdata.attribute("management-status");
  if (status_of(status) == Status::withdrawn)
    withdraw_other(docdata.attribute("management-doc-idref"), article, sink);
  for (XmlNode correction : find_all(docdata, "correction"))
    withdraw_other(correction.attribute("id-string"), article, sink);
}

void fill_publication(Article& article, XmlNode nitf) {
  const XmlNode pubdata = find(nitf, "*/pubdata");
  fill(article.publication, pubdata.attribute("name"));
  fill(article.publication, first_text(nitf, {"body/body.head/distributor"}));
  fill(article.publication, find(nitf, "head/docdata/doc.copyright").attribute("holder"));
  fill(article.publication, find(nitf, "head/docdata/doc-id").attribute("regsrc"));
  fill(article.edition, pubdata.attribute("edition.name"));
  fill(article.edition, pubdata.attribute("edition.area"));
  const std::string page = meta(nitf, "print_page_number");
  fill(article.page, page.empty() ? std::string() : meta(nitf, "print_section") + page);
  fill(article.section, pubdata.attribute("position.section"));
  for (const char* name : {"online_sections", "dsk"}) fill(article.section, meta(nitf, name));
  const std::string type = find(nitf, "head/tobject").attribute("tobject.type");
  if (std::ranges::find(kTypes, fold(type)) == kTypes.end()) fill(article.section, type);
  if (const std::string url = pubdata.attribute("ex-ref"); url.starts_with("http")) fill(article.url, url);
  for (XmlNode node : {nitf, find(nitf, "body")}) {
    fill(article.language, node.attribute("baselang"));
    fill(article.language, node.attribute("lang"));
  }
}

void fill_topics(Article& article, XmlNode nitf) {
  for (XmlNode node : find_all(nitf, "head/tobject/tobject.subject")) {
    Subject subject{{}, node.attribute("tobject.subject.refnum"), node.attribute("tobject.subject.ipr")};
    for (const char* name : {"tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type"})
      fill(subject.name, node.attribute(name));
    fill(subject.code, node.attribute("tobject.subject.code"));
    add_subject(article, std::move(subject));
  }
  for (XmlNode node : find_all(nitf, "*/key-list/keyword")) add_keyword(article, node.attribute("key"));
  add_keywords(article, meta(nitf, "keywords"));
  for (XmlNode node : find_all(nitf, "*/identified-content/classifier")) {
    const std::string type = node.attribute("type");
    std::string name = text_of(node);
    fill(name, node.attribute("value"));
    if (type.find("descriptor") != std::string::npos)
      add_keyword(article, std::move(name));
    else
      add_subject(article, {std::move(name), {}, type});
  }
  add_extra(article, "slugline", find(nitf, "head/docdata/du-key").attribute("key"));
  add_extra(article, "ednote", find(nitf, "head/docdata/ed-msg").attribute("info"));
}

// Indexers turn names round: "Roe, Jane" is Jane Roe, "Springfield (Ill)" is Springfield.
std::string plain_name(XmlNode node) {
  std::string name = text_of(node);
  name.resize(std::min(name.find(" ("), name.size()));
  const std::size_t comma = name.find(", ");
  if (node.name() != "person" || comma == std::string::npos || name.find(',', comma + 1) != std::string::npos)
    return name;
  return name.substr(comma + 2) + " " + name.substr(0, comma);
}

void fill_tags(Article& article, XmlNode nitf) {
  constexpr std::pair<const char*, TagKind> kKinds[] = {
      {"person", TagKind::person}, {"location", TagKind::place}, {"org", TagKind::organisation}};
  for (const auto& [name, kind] : kKinds) {
    for (XmlNode list : find_all(nitf, "*/identified-content")) {
      for (XmlNode node : find_all(list, name)) add_tag(article, kind, plain_name(node));
    }
    for (const char* part : {"body/body.head/hedline", "body/body.head/abstract", "body/body.content"}) {
      for (XmlNode node : find_all(find(nitf, part), "*/" + std::string(name)))
        add_tag(article, kind, text_of(node));
    }
  }
  const XmlNode event = find(nitf, "head/docdata/evloc");
  for (const char* name : {"city", "county-dist", "state-prov"}) {
    const std::string place = event.attribute(name);
    if (!place.empty()) return add_tag(article, TagKind::place, place);
  }
}

// Archives repeat the lead beside the full text, in blocks of these classes.
Prose body_prose(XmlNode nitf) {
  const XmlNode content = find(nitf, "body/body.content");
  Prose whole;
  for (XmlNode block : find_all(content, "block")) {
    if (block.attribute("class") != "full_text") continue;
    Prose part = prose_of(block);
    std::ranges::move(part.paragraphs, std::back_inserter(whole.paragraphs));
    std::ranges::move(part.captions, std::back_inserter(whole.captions));
  }
  if (!whole.paragraphs.empty()) return whole;
  return prose_of(content ? content : find(nitf, "body"));
}

void fill_text(Article& article, XmlNode nitf) {
  fill(article.abstract, first_text(nitf, {"body/body.head/abstract"}));
  if (!article.body.empty()) return;
  Prose prose = body_prose(nitf);
  const std::string note = find(nitf, "head/docdata/ed-msg").attribute("info");
  for (XmlNode line : find_all(nitf, "body/body.end/tagline")) {
    if (std::string text = text_of(line); !text.empty() && text != note)
      prose.paragraphs.push_back(std::move(text));
  }
  set_body(article, std::move(prose));
  for (XmlNode block : find_all(nitf, "body/body.content/block")) {
    if (block.attribute("class") == "correction_text" && article.status == Status::usable)
      article.status = Status::corrected;
  }
}

}  // namespace

void fill_from_nitf(Article& article, XmlNode nitf, const DateOptions& dates) {
  fill_identity(article, nitf);
  fill_headline(article, nitf);
  fill_bylines(article, nitf);
  fill_dateline(article, nitf);
  fill_dates(article, nitf, dates);
  fill_publication(article, nitf);
  fill_topics(article, nitf);
  fill_tags(article, nitf);
  fill_text(article, nitf);
}

Confidence sniff_nitf(const Head& head) {
  const XmlRoot& root = head.xml_root();
  if (root.name == "nitf") return Confidence::certain;
  // In an envelope of the sender's own.
  return !root.name.empty() && head.has("<nitf") ? Confidence::maybe : Confidence::no;
}

void read_nitf(Input& input, ArticleSink& sink) {
  constexpr std::string_view kItems[] = {"nitf"};
  const bool any = read_items(input, kItems, sink, [&](XmlNode nitf) {
    Article article;
    fill_from_nitf(article, nitf, input.dates);
    withdraw_others(article, nitf, sink);
    hand_on(std::move(article), sink, nitf.line());
  });
  if (!any) sink.fault(error("nitf.no-article", "no nitf element", 1, 1));
}

}  // namespace dateline
