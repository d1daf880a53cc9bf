// A page of a scanned newspaper as its ALTO file tells it: the recognised words in their order, and which of
// them an id stands for. Shared by the readers of single pages and of whole issues.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/readers/xml.h"

namespace dateline {

struct OcrWord {
  std::string text;   // as printed
  std::string whole;  // of a part of a word broken at a line's end, the word; empty: not told
  bool second_part = false;
  bool broken = false;     // a hyphen that is no part of `text` follows
  std::uint32_t line = 0;  // counts the page's lines; likewise blocks
  std::uint32_t block = 0;
  std::optional<double> confidence;  // 0 to 1 (@WC)
};

// Words [first, second) of a page.
using OcrSpan = std::pair<std::size_t, std::size_t>;

struct OcrPage {
  std::string number;  // as printed, else the picture's; may be empty
  std::vector<OcrWord> words;
  std::unordered_map<std::string, OcrSpan> spans;  // by the id of a word, line, block or the page
};

// `page`: ALTO's Page element.
[[nodiscard]] OcrPage ocr_page(XmlNode page);

// From the beginning of one element to the end of another; an empty `end` means the end of `begin`, an empty
// `begin` the whole page. Absent: the page has no such id.
[[nodiscard]] std::optional<OcrSpan> span_of(const OcrPage& page, const std::string& begin,
                                             const std::string& end);

// Words put together: blocks are paragraphs, broken words are whole. A block that begins with a small letter
// after one that does not end a sentence goes on with its paragraph.
class OcrText {
 public:
  // The words begin a new block; they may be of another page than those before.
  void add(const OcrPage& page, OcrSpan span);

  [[nodiscard]] bool empty() const { return paragraphs_.empty(); }
  [[nodiscard]] const std::vector<std::string>& paragraphs() const { return paragraphs_; }
  // All in one line.
  [[nodiscard]] std::string line() const;

 private:
  void add(const OcrWord& word, bool new_line, bool new_block);

  std::vector<std::string> paragraphs_;
  std::string whole_;    // of the first part that came last
  bool broken_ = false;  // the last word may go on in the next line
};

// The mean over words that tell how sure their recognition is.
class OcrConfidence {
 public:
  void add(const OcrPage& page, OcrSpan span);
  // "0.87"; empty: no word tells.
  [[nodiscard]] std::string mean() const;

 private:
  double sum_ = 0;
  std::size_t words_ = 0;
};

}  // namespace dateline
