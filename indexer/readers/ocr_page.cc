#include "indexer/readers/ocr_page.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "indexer/readers/letters.h"

namespace dateline {

namespace {

// Hyphen, soft hyphen, the hyphen of its own and the sign that some programs put for a broken word.
constexpr std::string_view kHyphens[] = {"-", "\u00AD", "\u2010", "\u00AC"};

std::size_t hyphen_size(std::string_view text) {
  for (std::string_view hyphen : kHyphens) {
    if (text.size() > hyphen.size() && text.ends_with(hyphen)) return hyphen.size();
  }
  return 0;
}

std::optional<double> confidence_of(XmlNode word) {
  const std::string text = word.attribute("WC");
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  const bool good = !text.empty() && *end == '\0' && value >= 0 && value <= 1;
  return good ? std::optional(value) : std::nullopt;
}

class PageReader {
 public:
  explicit PageReader(OcrPage& page) : page_(page) {}

  void read(XmlNode node) {
    const std::size_t first = page_.words.size();
    enter(node);
    for (XmlNode child = node.first(); child; child = child.next()) {
      if (!child.is_text() && child.name() != "SP") read(child);
    }
    if (std::string id = node.attribute("ID"); !id.empty())
      page_.spans.emplace(std::move(id), OcrSpan(first, page_.words.size()));
  }

 private:
  void enter(XmlNode node) {
    const std::string_view name = node.name();
    if (name == "TextBlock") ++block_;
    if (name == "TextLine" || name == "TextBlock") ++line_;
    if (name == "HYP" && !page_.words.empty()) page_.words.back().broken = true;
    if (name != "String") return;
    OcrWord word;
    word.text = node.attribute("CONTENT");
    const std::string part = node.attribute("SUBS_TYPE");
    if (part.starts_with("HypPart")) word.whole = node.attribute("SUBS_CONTENT");
    word.second_part = part == "HypPart2";
    word.line = line_;
    word.block = block_;
    word.confidence = confidence_of(node);
    page_.words.push_back(std::move(word));
  }

  OcrPage& page_;
  std::uint32_t line_ = 0;
  std::uint32_t block_ = 0;
};

}  // namespace

OcrPage ocr_page(XmlNode node) {
  OcrPage page;
  page.number = node.attribute("PRINTED_IMG_NR");
  if (page.number.empty()) page.number = node.attribute("PHYSICAL_IMG_NR");
  PageReader(page).read(node);
  return page;
}

std::optional<OcrSpan> span_of(const OcrPage& page, const std::string& begin, const std::string& end) {
  if (begin.empty()) return OcrSpan(0, page.words.size());
  const auto first = page.spans.find(begin);
  const auto last = end.empty() ? first : page.spans.find(end);
  if (first == page.spans.end() || last == page.spans.end()) return std::nullopt;
  return OcrSpan(first->second.first, std::max(first->second.first, last->second.second));
}

void OcrText::add(const OcrPage& page, OcrSpan span) {
  for (std::size_t i = span.first; i < span.second; ++i) {
    const OcrWord& word = page.words[i];
    const bool first = i == span.first;
    add(word, first || word.line != page.words[i - 1].line, first || word.block != page.words[i - 1].block);
  }
}

void OcrText::add(const OcrWord& word, bool new_line, bool new_block) {
  const std::string whole = std::exchange(whole_, {});
  if (word.second_part && !whole.empty() && word.whole == whole) return;
  if (!word.second_part) whole_ = word.whole;
  const std::string& text = whole_.empty() ? word.text : whole_;
  if (text.empty()) return;
  const bool small = begins_with_small_letter(text);
  const bool goes_on = broken_ && new_line && small;
  if (goes_on)
    paragraphs_.back().resize(paragraphs_.back().size() - hyphen_size(paragraphs_.back()));
  else if (paragraphs_.empty() || (new_block && !(small && !ends_sentence(paragraphs_.back()))))
    paragraphs_.emplace_back();
  std::string& paragraph = paragraphs_.back();
  paragraph += (paragraph.empty() || goes_on ? "" : " ") + text;
  broken_ = whole_.empty() && (word.broken || hyphen_size(text) > 0);
}

std::string OcrText::line() const {
  std::string line;
  for (const std::string& paragraph : paragraphs_) line += (line.empty() ? "" : " ") + paragraph;
  return line;
}

void OcrConfidence::add(const OcrPage& page, OcrSpan span) {
  for (std::size_t i = span.first; i < span.second; ++i) {
    if (!page.words[i].confidence) continue;
    sum_ += *page.words[i].confidence;
    ++words_;
  }
}

std::string OcrConfidence::mean() const {
  if (words_ == 0) return {};
  char text[8];
  std::snprintf(text, sizeof text, "%.2f", sum_ / static_cast<double>(words_));
  return text;
}

}  // namespace dateline
