#include "indexer/readers/text.h"

#include <utility>
#include <vector>

#include "indexer/readers/article_builder.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/letters.h"
#include "indexer/readers/text_head.h"
#include "indexer/readers/text_layout.h"
#include "indexer/readers/xml_sniff.h"

namespace dateline {

namespace {

// So many bytes tell text from what is none; a sniffer must be quick.
constexpr std::size_t kTelling = 2048;

// Longer lines hold no dates.
constexpr std::size_t kMaxDateLine = 200;

// One block of copy: lines of dates that stand by themselves, then paragraphs.
void read_copy(const Block& block, bool is_last, const TextShape& shape, ArticleBuilder& article) {
  std::vector<TextLine> copy;
  const bool bare_too = is_last && block.size() == 1 && !article.article().published;
  for (const TextLine& line : block) {
    const bool can_be_date = line.raw.size() <= kMaxDateLine && has_digit(line.raw);
    if (!can_be_date || !article.take_date_line(clean(line), line, bare_too)) copy.push_back(line);
  }
  for (Paragraph& paragraph : paragraphs_of(copy, shape))
    article.add_paragraph(std::move(paragraph.text), paragraph.line);
}

}  // namespace

Confidence sniff_text(const Head& head) {
  return !head.is_xml() && is_text(head.text().substr(0, kTelling)) ? Confidence::maybe : Confidence::no;
}

void read_text(Input& input, ArticleSink& sink) {
  const Bytes bytes = read_all(input.bytes);
  if (bytes.cut) return sink.fault(error("article.too-large", "the file is larger than an article may be"));
  if (!is_text(std::string_view(bytes.text).substr(0, kSniffBytes)))
    return sink.fault(error("text.not-text", "the file is not text"));
  DecodedText decoded = decode(bytes.text);
  BlockQueue blocks(decoded.text);
  if (!blocks.peek()) return sink.fault(error("text.empty", "the file holds no text"));
  ArticleBuilder article(input.dates);
  for (Diagnostic& fault : decoded.diagnostics) article.warn(std::move(fault));
  // Mostly right, but a guess where no mark says so: whoever keeps the archive should see what was read as
  // what.
  if (decoded.encoding != "UTF-8") article.warn(warning("text.encoding", "read as " + decoded.encoding));
  const TextShape shape = shape_of(decoded.text);
  read_text_head(blocks, shape, article);
  for (; blocks.peek(); blocks.drop_block())
    read_copy(*blocks.peek(), blocks.peek(1) == nullptr, shape, article);
  Article read = article.finish();
  // The headline promises a text that was lost on the way: the article stays, and someone should know.
  const bool lost = read.body.empty() && !read.headline.empty();
  sink.article(std::move(read));
  if (lost) sink.fault(error("article.no-body", "a headline and no text below it"));
}

}  // namespace dateline
