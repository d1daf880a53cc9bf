#include "indexer/readers/alto.h"

#include <utility>

#include "indexer/readers/news_fields.h"
#include "indexer/readers/xml_sniff.h"

namespace dateline {

namespace {

// The words of a block. The first part of a broken word carries the whole of it, the second is passed over.
std::string text_of_block(XmlNode block) {
  std::string text;
  for (XmlNode word : find_all(block, "TextLine/String")) {
    const std::string part = word.attribute("SUBS_TYPE");
    const std::string whole = word.attribute("SUBS_CONTENT");
    if (part == "HypPart2" && !whole.empty()) continue;
    text += (text.empty() ? "" : " ") +
            (part == "HypPart1" && !whole.empty() ? whole : word.attribute("CONTENT"));
  }
  return text;
}

Article article_of(XmlNode page) {
  Article article;
  article.page = page.attribute("PRINTED_IMG_NR");
  fill(article.page, page.attribute("PHYSICAL_IMG_NR"));
  Prose prose;
  for (XmlNode block : find_all(page, "*/TextBlock")) {
    if (std::string text = text_of_block(block); !text.empty()) prose.paragraphs.push_back(std::move(text));
  }
  set_body(article, std::move(prose));
  return article;
}

}  // namespace

Confidence sniff_alto(std::string_view head) {
  const XmlRoot root = xml_root(head);
  return root.name == "alto" || root.name == "mets" ? Confidence::certain : Confidence::no;
}

void read_alto(Input& input, ArticleSink& sink) {
  constexpr std::string_view kItems[] = {"Page", "structMap"};
  bool mets = false;
  const bool any = read_items(input, kItems, sink, [&](XmlNode item) {
    if (item.name() == "Page") return hand_on(article_of(item), sink, item.line());
    if (!std::exchange(mets, true))
      sink.fault(
          warning("alto.mets", "METS holds no text; its pages are read by themselves", item.line(), 1));
  });
  if (!any) sink.fault(error("alto.no-page", "no Page", 1, 1));
}

}  // namespace dateline
