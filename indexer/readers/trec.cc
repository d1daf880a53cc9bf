#include "indexer/readers/trec.h"

#include <algorithm>
#include <string>
#include <utility>

#include "dateline/text.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/html.h"
#include "indexer/readers/letters.h"
#include "indexer/readers/natural_case.h"
#include "indexer/readers/news_fields.h"
#include "indexer/readers/sgml.h"
#include "indexer/readers/text_layout.h"
#include "indexer/readers/wire_copy.h"

namespace dateline {

namespace {

// The fields that tell a collection stand in the first bytes of its documents.
constexpr std::size_t kTelling = 4096;

using Names = std::initializer_list<const char*>;

// Each collection has its own names for the same things.
constexpr Names kHeadlines = {"head", "hl", "headline", "ti"};
constexpr Names kBylines = {"byline", "author", "au"};
constexpr Names kCopy = {"leadpara", "lp", "text"};

// The first of these elements that says something.
std::string first_of(const SgmlDocument& doc, Names names) {
  for (const char* name : names) {
    if (std::string text = doc.text(name); !text.empty()) return text;
  }
  return {};
}

std::vector<const SgmlElement*> all_of(const SgmlDocument& doc, Names names) {
  std::vector<const SgmlElement*> all;
  for (const SgmlElement& element : doc.elements()) {
    if (std::ranges::find(names, element.name) != names.end()) all.push_back(&element);
  }
  return all;
}

// The lines of an element, blank ones left out.
std::vector<std::string> lines_of(const SgmlElement& element) {
  std::vector<std::string> lines;
  const std::string text = printed_copy(sgml_text(element.content));
  for (BlockQueue blocks(text); const Block* block = blocks.peek(); blocks.drop_block()) {
    for (const TextLine& line : *block) lines.push_back(clean(line));
  }
  return lines;
}

// --- headlines

// "FT 14 MAY 91 / Students clash": the paper and the day come first.
std::string without_issue(std::string headline, const DateOptions& dates) {
  const std::size_t stroke = headline.find(" / ");
  const std::size_t blank = headline.find(' ');
  if (stroke == std::string::npos || blank >= stroke) return headline;
  const bool issue =
      parse_date(std::string_view(headline).substr(blank, stroke - blank), dates).date.has_value();
  return issue ? headline.substr(stroke + 3) : headline;
}

bool is_rule(std::string_view line) { return line.size() > 1 && trim(line, "-").empty(); }

// Below a rule of dashes a headline may have its byline, and the writer's role below that.
void take_headline(Article& article, const SgmlElement& element, const DateOptions& dates) {
  std::string headline;
  bool below = false;
  for (const std::string& line : lines_of(element)) {
    if (is_rule(line))
      below = true;
    else if (!below)
      headline += (headline.empty() ? "" : " ") + line;
    else if (article.bylines.empty())
      add_byline(article, line);
    else
      fill(article.bylines.back().role, line);
  }
  if (after_label(headline, "eds") && headline.find(':') == 3) return add_extra(article, "ednote", headline);
  headline = without_issue(std::move(headline), dates);
  if (article.headline.empty())
    article.headline = std::move(headline);
  else if (!headline.empty() && headline != article.headline)
    article.subheadlines.push_back(std::move(headline));
}

void fill_bylines(Article& article, const SgmlDocument& doc) {
  for (const SgmlElement* element : all_of(doc, kBylines)) {
    const std::string line = element->text();
    if (is_role(line) && !article.bylines.empty() && article.bylines.back().role.empty())
      article.bylines.back().role = line;
    else
      add_byline(article, line);
  }
}

// --- dates

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

// "910514", as the Financial Times writes.
std::string spelt(std::string_view six) {
  return spelt_day(six.substr(0, 2), six.substr(2, 2), six.substr(4));
}

// "January 1, 1989, Sunday, Home Edition": the longest beginning, up to a comma, that is a date.
std::string_view date_in(std::string_view text, const DateOptions& dates) {
  text = trim(text, " =");
  for (std::string_view part = prefix(text, 100); !part.empty();
       part = part.substr(0, std::min(part.rfind(','), part.size()))) {
    if (parse_date(part, dates).date) return part;
    if (part.rfind(',') == part.npos) break;
  }
  return text;
}

// The day in a number such as AP880212-0001, LA021288-0001 or NYT19880212.0001; empty: it holds none.
std::string day_in_number(std::string_view number) {
  const std::size_t start = number.find_first_of("0123456789");
  if (start == 0 || start == number.npos) return {};
  const std::size_t end = number.find_first_of("-.", start);
  const std::string_view digits = number.substr(start, end - start);
  if (end == number.npos || !is_digits(digits)) return {};
  if (digits.size() != 6) return digits.size() == 8 ? std::string(digits) : std::string();
  const bool year_last = digits.substr(4) > "31";
  return year_last ? spelt_day(digits.substr(4), digits.substr(0, 2), digits.substr(2, 2)) : spelt(digits);
}

void fill_date(Article& article, const SgmlDocument& doc, DateOptions dates) {
  // Days in digits and strokes are those of American papers.
  dates.day_first = false;
  for (const char* name : {"date", "dd", "date_time", "date1", "pd"}) {
    const SgmlElement* element = doc.find(name);
    if (!element) continue;
    const std::string text = element->text();
    const std::string_view part = date_in(text, dates);
    const std::string whole = part.size() == 6 && is_digits(part) ? spelt(part) : std::string(part);
    article.published = date_of(article, whole, dates, std::string("trec:") + name, element->line);
    if (article.published) return;
  }
  const std::string day = day_in_number(article.id);
  if (ParsedDate parsed = parse_date(day, dates); parsed.date) {
    std::ranges::move(parsed.diagnostics, std::back_inserter(article.diagnostics));
    article.published = std::move(parsed.date);
    article.published->rule = "trec:docno";
  }
}

// --- the paper, its parts, its codes

// "WALL STREET JOURNAL (J), PAGE A16" -> the paper; the page is told apart.
void fill_source(Article& article, const SgmlDocument& doc) {
  article.publication = first_of(doc, {"pub", "newspaper"});
  const std::string source = doc.text("so");
  fill(article.publication, natural_case(trim(source.substr(0, source.find_first_of("(,")))));
  std::string page = first_of(doc, {"page", "pg"});
  if (const std::size_t at = source.rfind("PAGE "); page.empty() && at != std::string::npos)
    page = std::string(trim(std::string_view(source).substr(at + 5), " -."));
  article.page = std::move(page);
}

// "Metro; Part 2; Page 1; Column 3; Metro Desk".
void fill_section(Article& article, const SgmlDocument& doc) {
  const std::string text = first_of(doc, {"section", "ms", "se"});
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    const std::string_view part = trim(rest.substr(0, end));
    if (article.section.empty()) article.section = natural_case(trim(part.substr(0, part.find('('))));
    if (const auto page = after_label(part, "page")) fill(article.page, std::string(*page));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

// One line of a list: "ACQUISITIONS & MERGERS (TNM)" is a name and its code.
Subject coded(std::string_view line, const char* scheme) {
  const std::size_t open = line.rfind('(');
  Subject subject{std::string(line), {}, scheme};
  if (open == line.npos || !line.ends_with(')') || open == 0) return subject;
  subject.code = std::string(line.substr(open + 1, line.size() - open - 2));
  subject.name = std::string(trim(line.substr(0, open)));
  return subject;
}

void fill_subjects(Article& article, const SgmlDocument& doc) {
  for (const SgmlElement* element : all_of(doc, {"in", "ns", "gv", "co", "cn", "re", "tp", "pe"})) {
    for (const std::string& line : lines_of(*element)) {
      Subject subject = coded(line, element->name.c_str());
      if (element->name == "re") add_tag(article, TagKind::place, natural_case(subject.name));
      if (element->name == "co") add_tag(article, TagKind::organisation, natural_case(subject.name));
      add_subject(article, std::move(subject));
    }
  }
  for (const SgmlElement* element : all_of(doc, {"subject", "descript", "kw"}))
    add_keywords(article, element->text());
}

// --- the document

// Those that are marked so, or else as they are laid out.
std::vector<std::string> paragraphs_in(const SgmlDocument& doc, const SgmlElement& element) {
  const std::string text = printed_copy(sgml_text(element.content));
  if (doc.all_in(element, "p").empty()) return paragraphs_of(text);
  std::vector<std::string> paragraphs;
  for (BlockQueue blocks(text); const Block* block = blocks.peek(); blocks.drop_block()) {
    paragraphs.emplace_back();
    for (const TextLine& line : *block)
      (paragraphs.back() += paragraphs.back().empty() ? "" : " ") += clean(line);
  }
  return paragraphs;
}

void fill_copy(Article& article, const SgmlDocument& doc) {
  const std::string dateline = doc.text("dateline");
  if (!dateline.empty()) set_dateline(article, dateline, {});
  Prose prose;
  for (const SgmlElement* element : all_of(doc, kCopy)) {
    for (std::string& paragraph : paragraphs_in(doc, *element))
      prose.paragraphs.push_back(std::move(paragraph));
  }
  for (const SgmlElement* element : all_of(doc, {"graphic", "caption"})) {
    for (const std::string& text : paragraphs_in(doc, *element)) {
      const auto photo = after_label(text, "photo,");
      prose.captions.push_back({std::string(photo.value_or(text)), {}});
    }
  }
  set_body(article, std::move(prose));
}

void fill_slug(Article& article, const SgmlDocument& doc) {
  if (auto slug = parse_wire_slug(doc.text("first"))) add_extra(article, "slugline", std::move(slug->slug));
}

std::string number_of(const SgmlDocument& doc) {
  const std::string number = first_of(doc, {"docno", "docid"});
  return number.empty() ? doc.elements().front().attribute("id") : number.substr(0, number.find(' '));
}

Article article_of(const SgmlDocument& doc, const DateOptions& dates, Article article) {
  article.id = number_of(doc);
  fill_date(article, doc, dates);
  for (const SgmlElement* element : all_of(doc, kHeadlines)) take_headline(article, *element, dates);
  fill_bylines(article, doc);
  fill_source(article, doc);
  fill_section(article, doc);
  fill_subjects(article, doc);
  fill_slug(article, doc);
  if (!doc.text("correction").empty()) article.status = Status::corrected;
  fill_copy(article, doc);
  return article;
}

// --- pages

// Gives the articles of a page the number that the collection has for it.
class PageSink : public ArticleSink {
 public:
  PageSink(ArticleSink& to, const SgmlDocument& doc) : to_(to), doc_(doc), number_(number_of(doc)) {}
  void article(Article article) override {
    article.id = number_;
    to_.article(std::move(article));
  }
  void fault(Diagnostic diagnostic) override {
    diagnostic.line = doc_.elements().front().line;
    diagnostic.column = 1;
    to_.fault(std::move(diagnostic));
  }

 private:
  ArticleSink& to_;
  const SgmlDocument& doc_;
  std::string number_;
};

// Behind DOCHDR (the address and HTTP's headers) stands the page.
bool is_page(const SgmlDocument& doc) { return doc.find("dochdr") && !doc.find("text"); }

void read_page(const SgmlDocument& doc, const DateOptions& dates, ArticleSink& sink) {
  const std::string_view whole = doc.elements().front().content, header = doc.find("dochdr")->content;
  const auto header_end = static_cast<std::size_t>(header.data() - whole.data()) + header.size();
  const std::size_t start = whole.find('>', header_end);
  PageSink numbered(sink, doc);
  read_html_page(start == whole.npos ? std::string_view() : whole.substr(start + 1), "utf-8", dates,
                 numbered);
}

}  // namespace

Confidence sniff_trec(const Head& head) {
  if (head.sgml_root() != "doc") return Confidence::no;
  // XML has documents too.
  const std::string small = lower(head.text().substr(0, kTelling));
  for (const char* tag : {"<docno", "<text", "<headline", "<dochdr"}) {
    if (small.find(tag) != std::string::npos)
      return head.text().starts_with("<?xml") ? Confidence::maybe : Confidence::certain;
  }
  return Confidence::no;
}

void read_trec(Input& input, ArticleSink& sink) {
  const bool any = read_documents(input, "doc", sink, [&](const SgmlDocument& doc, Article article) {
    if (is_page(doc)) return read_page(doc, input.dates, sink);
    hand_on(article_of(doc, input.dates, std::move(article)), sink, doc.elements().front().line);
  });
  if (!any) sink.fault(error("trec.no-document", "no DOC element", 1, 1));
}

}  // namespace dateline
