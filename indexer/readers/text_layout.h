// How a plain text file is laid out: lines, blocks between blank lines, and the paragraphs in them.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// A line without its end; it points into the text. Numbers count from 1.
struct TextLine {
  std::string_view raw;
  std::uint64_t number = 0;
};

// The line in NFC with white space folded.
[[nodiscard]] std::string clean(const TextLine& line);

// Lines without a blank one between them; never empty.
using Block = std::vector<TextLine>;

// The blocks of a text, read as they are asked for, so that a text of many short lines costs no more than its
// size. A block that is longer than any article's is given in pieces.
class BlockQueue {
 public:
  // `text` must be UTF-8 and outlive the queue.
  explicit BlockQueue(std::string_view text) : rest_(text) {}

  // The block `ahead` of the front; nullptr: the text ends before it. Valid until the front is dropped.
  [[nodiscard]] const Block* peek(std::size_t ahead = 0);

  // Drops lines from the front block, at most all of it; the rest of the block is the new front.
  void drop_lines(std::size_t count);
  void drop_block() { drop_lines(SIZE_MAX); }

 private:
  bool read_block();

  std::string_view rest_;
  std::uint64_t next_number_ = 1;
  std::deque<Block> blocks_;
};

struct Paragraph {
  std::string text;        // in NFC, white space folded
  std::uint64_t line = 0;  // where it begins
};

// What holds for the lines of a whole text.
struct TextShape {
  bool wrapped = false;       // most lines that another follows end because they were full
  std::size_t width = 0;      // the columns of the middle one of those lines
  bool breaks_words = false;  // as justified print does, so that a hyphen at a line's end is to be dropped
};

[[nodiscard]] TextShape shape_of(std::string_view text);

// Whether a line was broken only because it was full, so that the next one goes on with it.
[[nodiscard]] bool runs_on(std::string_view line, std::string_view next, const TextShape& shape);

// The paragraphs of one block: its lines each, or in wrapped text joined up to an indented line, a list's
// next point, or behind a line that ends early.
[[nodiscard]] std::vector<Paragraph> paragraphs_of(std::span<const TextLine> lines, const TextShape& shape);

// The paragraphs of a whole text in UTF-8. Where some lines are indented and others go on with full ones, as
// in wire copy, the indents alone begin paragraphs.
[[nodiscard]] std::vector<std::string> paragraphs_of(std::string_view text);

}  // namespace dateline
