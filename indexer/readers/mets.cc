#include "indexer/readers/mets.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "dateline/text.h"
#include "indexer/readers/letters.h"
#include "indexer/readers/mets_issue.h"
#include "indexer/readers/news_fields.h"
#include "indexer/readers/ocr_page.h"
#include "indexer/readers/xml_sniff.h"

namespace dateline {

namespace {

constexpr std::string_view kRoot[] = {"mets"};

// Pages of an issue are held together, for articles go from one to another. A large paper has a million
// words.
constexpr std::size_t kMostWords = 4'000'000;

// "file://./text/0001.xml" and ".\text\0001.xml" are text/0001.xml.
std::string plain_name(std::string name) {
  if (name.starts_with("file://")) name.erase(0, 7);
  std::ranges::replace(name, '\\', '/');
  while (name.starts_with("./")) name.erase(0, 2);
  return name;
}

// Faults of a page are told with its name: lines are those of another file than the one that is read.
class PageFaults : public ArticleSink {
 public:
  PageFaults(ArticleSink& sink, std::string name, std::uint64_t line)
      : sink_(sink), name_(std::move(name)), line_(line) {}
  void article(Article) override {}
  void fault(Diagnostic fault) override {
    fault.message = name_ + ":" + std::to_string(fault.line) + ": " + fault.message;
    fault.line = line_;
    fault.column = 1;
    sink_.fault(std::move(fault));
  }

 private:
  ArticleSink& sink_;
  std::string name_;
  std::uint64_t line_;
};

// The pages of an issue, each read when it is first asked for.
class Pages {
 public:
  Pages(const Companions* companions, ArticleSink& sink) : companions_(companions), sink_(sink) {}

  // nullptr: it cannot be read, and that was told. `line` is where it is asked for.
  const OcrPage* page(const std::string& file, std::uint64_t line) {
    const auto [found, is_new] = pages_.try_emplace(file);
    if (is_new) found->second = read(plain_name(file), line);
    return found->second ? &*found->second : nullptr;
  }

 private:
  std::optional<OcrPage> read(const std::string& name, std::uint64_t line) {
    if (!companions_) {
      if (!std::exchange(told_, true))
        sink_.fault(error("mets.no-pages", "pages are only found beside a METS file on disk", line, 1));
      return std::nullopt;
    }
    const auto bytes = words_ < kMostWords ? companions_->read(name) : std::nullopt;
    if (!bytes) {
      sink_.fault(error("mets.page-missing", "the page " + name + " is not beside the METS file", line, 1));
      return std::nullopt;
    }
    constexpr std::string_view kItems[] = {"Page"};
    std::optional<OcrPage> page;
    PageFaults faults(sink_, name, line);
    const bool any = read_items(*bytes, kItems, faults, [&](XmlNode node) {
      if (!page) page = ocr_page(node);
    });
    if (!any) faults.fault(error("alto.no-page", "no Page", 1, 1));
    if (page) words_ += page->words.size();
    return page;
  }

  const Companions* companions_;
  ArticleSink& sink_;
  std::unordered_map<std::string, std::optional<OcrPage>> pages_;
  std::size_t words_ = 0;
  bool told_ = false;
};

// "1824-02-17/art0001": what is unique below a title, where the file says no better.
std::string id_of(const MetsIssue& issue, const MetsArticle& article) {
  if (article.id.empty()) return {};
  if (!issue.id.empty()) return issue.id + "#" + article.id;
  if (issue.date.empty()) return {};
  return issue.date + "/" + (issue.edition.empty() ? "" : issue.edition + "/") + article.id;
}

// Whether two lines read the same but for case and what stands at their ends.
bool reads_as(const std::string& a, const std::string& b) {
  constexpr std::string_view kEnds = " .,;:-";
  return trim(fold(a), kEnds) == trim(fold(b), kEnds);
}

// The words of an article by their part.
struct Parts {
  OcrText heading;
  OcrText subheading;
  OcrText author;
  OcrText body;
  std::vector<OcrText> captions;
  OcrConfidence confidence;
  std::vector<std::string> pages;  // their numbers
};

// A heading inside the text is a line of it.
OcrText& part_of(Parts& parts, MetsPart part) {
  switch (part) {
    case MetsPart::heading:
      return parts.body.empty() ? parts.heading : parts.body;
    case MetsPart::subheading:
      return parts.body.empty() ? parts.subheading : parts.body;
    case MetsPart::author:
      return parts.author;
    case MetsPart::caption:
      return parts.captions.emplace_back();
    case MetsPart::body:
      break;
  }
  return parts.body;
}

class IssueReader {
 public:
  IssueReader(MetsIssue issue, Input& input, ArticleSink& sink)
      : issue_(std::move(issue)), pages_(input.companions, sink), dates_(input.dates) {}

  void read(ArticleSink& sink) {
    for (const MetsArticle& described : issue_.articles) {
      bool whole = true;
      Article article = article_of(described, whole);
      const bool holds = !article.headline.empty() || !article.body.empty() || !article.captions.empty();
      // Of what lies on a page that is not there only a title can be left, and the page was told.
      if (holds || whole) hand_on(std::move(article), sink, described.line);
    }
  }

 private:
  // `whole`: every page that it lies on was there.
  Article article_of(const MetsArticle& described, bool& whole) {
    Article article;
    Parts parts;
    for (const MetsArea& area : described.areas) whole = add(article, parts, area, described.line) && whole;
    article.id = id_of(issue_, described);
    // Catalogues end a title with a point.
    article.publication = trim(issue_.title, " .");
    article.edition = issue_.edition;
    article.section = described.section;
    article.language = described.language.empty() ? issue_.language : described.language;
    article.published = date_of(article, issue_.date, dates_, "mets:dateIssued", described.line);
    for (const std::string& number : parts.pages) article.page += (article.page.empty() ? "" : ", ") + number;
    add_extra(article, "issue", issue_.number);
    add_extra(article, "volume", issue_.volume);
    add_extra(article, "kind", described.kind == "article" ? std::string() : described.kind);
    add_extra(article, "ocr-confidence", parts.confidence.mean());
    fill_text(article, described, parts);
    return article;
  }

  bool add(Article& article, Parts& parts, const MetsArea& area, std::uint64_t line) {
    const OcrPage* page = pages_.page(area.file, line);
    if (!page) return false;
    const auto span = span_of(*page, area.begin, area.end);
    if (!span) {
      article.diagnostics.push_back(warning(
          "mets.no-such-block", plain_name(area.file) + " has no block '" + area.begin + "'", line, 1));
      return true;
    }
    part_of(parts, area.part).add(*page, *span);
    parts.confidence.add(*page, *span);
    const auto numbered = issue_.pages.find(area.file);
    const std::string& number =
        numbered == issue_.pages.end() || numbered->second.empty() ? page->number : numbered->second;
    const bool known = number.empty() || std::ranges::find(parts.pages, number) != parts.pages.end();
    if (!known && parts.pages.size() < kMostPages) parts.pages.push_back(number);
    return true;
  }

  static void fill_text(Article& article, const MetsArticle& described, Parts& parts) {
    const std::string printed = parts.heading.line();
    article.headline = described.title;
    fill(article.headline, printed);
    fill(article.headline, described.label);
    for (const std::string& line : {described.subtitle, parts.subheading.line(), printed}) {
      if (!line.empty() && !reads_as(line, article.headline)) article.subheadlines.push_back(line);
    }
    article.abstract = described.abstract;
    for (const std::string& author : described.authors) add_byline(article, author);
    add_byline(article, parts.author.line());
    for (const OcrText& caption : parts.captions) add_caption(article, caption.line(), {});
    set_body(article, {parts.body.paragraphs(), {}});
  }

  static constexpr std::size_t kMostPages = 50;

  MetsIssue issue_;
  Pages pages_;
  DateOptions dates_;
};

// Only asks, and has told nobody.
class NoSink : public ArticleSink {
 public:
  void article(Article) override {}
  void fault(Diagnostic) override {}
};

}  // namespace

Confidence sniff_mets(const Head& head) {
  return head.xml_root().name == "mets" ? Confidence::certain : Confidence::no;
}

void read_mets(Input& input, ArticleSink& sink) {
  bool articles = false;
  const bool any = read_items(input, kRoot, sink, [&](XmlNode mets) {
    MetsIssue issue = mets_issue(mets);
    articles = !issue.articles.empty();
    if (!articles)
      sink.fault(warning("mets.no-article", "no article is described; pages are read alone", mets.line(), 1));
    IssueReader(std::move(issue), input, sink).read(sink);
  });
  if (!any) sink.fault(error("mets.no-issue", "no mets element", 1, 1));
}

bool describes_page(std::string_view mets, const std::string& page) {
  bool found = false;
  NoSink nobody;
  read_items(mets, kRoot, nobody, [&](XmlNode node) {
    for (const MetsArticle& article : mets_issue(node).articles) {
      found = found || std::ranges::any_of(article.areas, [&](const MetsArea& area) {
                return plain_name(area.file) == page;
              });
    }
  });
  return found;
}

}  // namespace dateline
