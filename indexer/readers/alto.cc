#include "indexer/readers/alto.h"

#include <algorithm>
#include <utility>

#include "indexer/readers/mets.h"
#include "indexer/readers/news_fields.h"
#include "indexer/readers/ocr_page.h"
#include "indexer/readers/xml_sniff.h"

namespace dateline {

namespace {

Article article_of(const OcrPage& page) {
  Article article;
  article.page = page.number;
  const OcrSpan all(0, page.words.size());
  OcrText text;
  text.add(page, all);
  OcrConfidence confidence;
  confidence.add(page, all);
  add_extra(article, "ocr-confidence", confidence.mean());
  set_body(article, {text.paragraphs(), {}});
  return article;
}

bool is_of_issue(const Input& input) {
  return input.companions && std::ranges::any_of(input.companions->issues(), [](const auto& issue) {
           return describes_page(issue.mets, issue.name);
         });
}

}  // namespace

Confidence sniff_alto(const Head& head) {
  return head.xml_root().name == "alto" ? Confidence::certain : Confidence::no;
}

void read_alto(Input& input, ArticleSink& sink) {
  constexpr std::string_view kItems[] = {"Page"};
  if (is_of_issue(input))
    return sink.fault(warning("alto.of-issue", "the page's articles are those of its METS file", 1, 1));
  const bool any = read_items(input, kItems, sink,
                              [&](XmlNode page) { hand_on(article_of(ocr_page(page)), sink, page.line()); });
  if (!any) sink.fault(error("alto.no-page", "no Page", 1, 1));
}

}  // namespace dateline
