#include "indexer/readers/html.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "dateline/text.h"
#include "indexer/readers/dateline_line.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/html_body.h"
#include "indexer/readers/html_bylines.h"
#include "indexer/readers/html_captions.h"
#include "indexer/readers/html_dates.h"
#include "indexer/readers/html_facts.h"
#include "indexer/readers/html_headline.h"
#include "indexer/readers/html_marks.h"
#include "indexer/readers/html_region.h"
#include "indexer/readers/html_state.h"
#include "indexer/readers/xml_prose.h"
#include "indexer/readers/xml_sniff.h"

namespace dateline {

namespace {

using html::Block;
using html::NodeIndex;
using html::Page;
using html::PageFacts;

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return small;
}

// The encoding that a page names in its beginning; empty: none.
std::string named_encoding(std::string_view bytes) {
  constexpr std::size_t kWithin = 4096;
  const std::string head = in_small_letters(bytes.substr(0, kWithin));
  const std::size_t at = head.find("charset=");
  if (at == std::string::npos) return {};
  std::string_view name = std::string_view(head).substr(at + 8);
  name.remove_prefix(std::min(name.find_first_not_of("\"' "), name.size()));
  return std::string(name.substr(0, name.find_first_of("\"'> ;/\r\n")));
}

// One page on its way to an article.
class PageReader {
 public:
  PageReader(Page page, const DateOptions& dates) : page_(std::move(page)), options_(dates) {}

  [[nodiscard]] const Page& page() const { return page_; }

  // False: there is no article.
  bool read(Article& article) {
    html::read_json_ld(page_, facts_);
    html::read_microdata(page_, facts_);
    html::read_meta(page_, facts_);
    marks_ = html::marks_of(page_);
    blocks_ = html::blocks_of(page_);
    const html::Headline headline = html::find_headline(page_, marks_, blocks_, facts_);
    const html::Prose prose(page_, marks_, blocks_, headline.node);
    const NodeIndex region = html::find_region(page_, marks_, prose, headline.node);
    dates(article, headline.node);
    if (!is_article(article, prose, region)) return false;
    article.headline = headline.text;
    article.captions = captions(prose, headline.node, region);
    article.bylines = html::find_bylines(page_, marks_, blocks_, facts_, headline.node, region);
    copy(article, prose, headline, region);
    metadata(article);
    return !article.headline.empty() || !article.body.empty();
  }

 private:
  // A dated page with running text is one, however short.
  [[nodiscard]] bool is_article(const Article& article, const html::Prose& prose, NodeIndex region) const {
    constexpr std::size_t kEnough = 250;
    if (facts_.is_article || !facts_.body.empty()) return true;
    return region != 0 && (article.published || prose.bytes(region) >= kEnough);
  }

  [[nodiscard]] std::vector<Caption> captions(const html::Prose& prose, NodeIndex headline,
                                              NodeIndex region) const {
    auto found = html::find_captions(page_, marks_, prose, headline, region);
    return found.empty() ? facts_.captions : found;
  }

  void copy(Article& article, const html::Prose& prose, const html::Headline& headline, NodeIndex region) {
    html::NotBody others{headline.node, {headline.text}, {}, facts_.body};
    for (const Caption& caption : article.captions) others.texts.push_back(caption.text);
    for (const Byline& byline : article.bylines) others.authors.push_back(byline.name);
    auto paragraphs =
        region == 0 ? std::vector<std::string>() : html::paragraphs_of(page_, blocks_, prose, region, others);
    if (is_stub(paragraphs)) paragraphs = prose_of_text(facts_.body);
    take_dateline(article, paragraphs);
    for (const std::string& paragraph : paragraphs)
      article.body += (article.body.empty() ? "" : "\n\n") + paragraph;
    std::string abstract = standfirst(headline.node, region);
    if (abstract.empty() && !facts_.descriptions.empty()) abstract = facts_.descriptions.front();
    if (!is_first_paragraph(abstract, paragraphs)) article.abstract = abstract;
  }

  // Whether the page prints no more than the beginning of the text that its metadata give.
  [[nodiscard]] bool is_stub(const std::vector<std::string>& paragraphs) const {
    constexpr std::size_t kRest = 200;
    std::size_t printed = 0;
    for (const std::string& paragraph : paragraphs) printed += paragraph.size();
    return facts_.body.size() > (printed == 0 ? 0 : printed * 2 + kRest);
  }

  // The summary printed between headline and text; empty: there is none.
  [[nodiscard]] std::string standfirst(NodeIndex headline, NodeIndex region) const {
    constexpr std::size_t kShortest = 40;
    for (const Block& block : blocks_) {
      if (headline == 0 || block.first < headline || page_.contains(region, block.first)) continue;
      if (block.first > region) break;
      const std::uint32_t marks = marks_[block.owner] | marks_[page_[block.owner].parent];
      const bool other = (marks & (html::kCaption | html::kCredit | html::kFurniture | html::kHidden)) != 0;
      if ((marks & html::kStandfirst) != 0 && !other && block.text.size() >= kShortest) return block.text;
    }
    return {};
  }

  static void take_dateline(Article& article, std::vector<std::string>& paragraphs) {
    constexpr std::size_t kWithin = 2;
    for (std::size_t i = 0; i < std::min(kWithin, paragraphs.size()); ++i) {
      const auto split = split_dateline(paragraphs[i]);
      if (!split) continue;
      article.dateline = split->dateline;
      paragraphs[i] = std::string(split->rest);
      if (paragraphs[i].empty()) paragraphs.erase(paragraphs.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
  }

  // Whether a description is the beginning of the text again.
  static bool is_first_paragraph(const std::string& description, const std::vector<std::string>& paragraphs) {
    constexpr std::size_t kCompared = 60;
    const auto filed = split_dateline(description);
    const std::string bare = html::bare_letters(filed ? filed->rest : description).substr(0, kCompared);
    for (std::size_t i = 0; i < std::min<std::size_t>(2, paragraphs.size()); ++i) {
      if (html::bare_letters(paragraphs[i]).starts_with(bare)) return true;
    }
    return bare.empty();
  }

  void dates(Article& article, NodeIndex headline) {
    auto found = html::find_dates(page_, marks_, blocks_, facts_, headline, options_);
    article.published = std::move(found.published);
    article.updated = std::move(found.updated);
    std::ranges::move(found.diagnostics, std::back_inserter(article.diagnostics));
  }

  void metadata(Article& article) {
    const auto first = [](const std::vector<std::string>& list) {
      return list.empty() ? std::string() : list.front();
    };
    article.section = first(facts_.sections);
    article.keywords = facts_.keywords;
    article.publication = first(facts_.publications);
    article.url = nfc(fold_space(first(facts_.urls)));
    article.language = nfc(fold_space(facts_.language));
    std::ranges::move(facts_.diagnostics, std::back_inserter(article.diagnostics));
    article.persons = tagged<Person>(facts_.persons);
    article.places = tagged<Place>(facts_.places);
    article.organisations = tagged<Organisation>(facts_.organisations);
  }

  template <class Kind>
  static std::optional<std::vector<Kind>> tagged(const std::vector<std::string>& names) {
    if (names.empty()) return std::nullopt;
    std::vector<Kind> all;
    for (const std::string& name : names) {
      Kind entity;
      entity.name = name;
      entity.in = {TextField::metadata};
      entity.origin = Origin::metadata;
      all.push_back(std::move(entity));
    }
    return all;
  }

  Page page_;
  const DateOptions& options_;
  PageFacts facts_;
  std::vector<std::uint32_t> marks_;
  std::vector<Block> blocks_;
};

}  // namespace

Confidence sniff_html(const Head& head) {
  const std::string_view text = head.text();
  const std::size_t start = std::min(text.find_first_not_of(" \t\r\n\xEF\xBB\xBF"), text.size());
  if (!text.substr(start).starts_with('<')) return Confidence::no;
  // Other XML may hold whole pages.
  if (text.substr(start).starts_with("<?xml") && lower(head.xml_root().name) != "html") return Confidence::no;
  const std::string small = in_small_letters(text);
  if (small.find("<!doctype html") != std::string::npos) return Confidence::certain;
  if (small.find("<html") != std::string::npos) return Confidence::likely;
  for (const char* tag : {"<head", "<body", "<title", "<article", "<div", "<p>"}) {
    if (small.compare(start, std::string_view(tag).size(), tag) == 0) return Confidence::likely;
  }
  return Confidence::no;
}

void read_html_page(std::string_view bytes, std::string_view declared, const DateOptions& dates,
                    ArticleSink& sink) {
  if (!is_text(bytes.substr(0, kSniffBytes)))
    return sink.fault(error("text.not-text", "the file is not text"));
  DecodedText decoded = decode(bytes, declared.empty() ? named_encoding(bytes) : std::string(declared));
  html::ParsedPage parsed = html::parse_page(std::move(decoded.text));
  Article article;
  article.diagnostics = std::move(decoded.diagnostics);
  std::ranges::move(parsed.diagnostics, std::back_inserter(article.diagnostics));
  PageReader page(std::move(parsed.page), dates);
  if (!page.read(article)) {
    if (auto stated = html::article_in_state(page.page(), dates)) return sink.article(std::move(*stated));
    for (Diagnostic& diagnostic : article.diagnostics) sink.fault(std::move(diagnostic));
    return sink.fault(error("html.no-article", "the page holds no article"));
  }
  sink.article(std::move(article));
}

void read_html(Input& input, ArticleSink& sink) {
  const Bytes bytes = read_all(input.bytes);
  if (bytes.cut) return sink.fault(error("article.too-large", "the file is larger than an article may be"));
  read_html_page(bytes.text, input.encoding, input.dates, sink);
}

}  // namespace dateline
