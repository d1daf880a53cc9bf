#include "indexer/readers/html_blocks.h"

#include <algorithm>
#include <array>

#include "dateline/text.h"
#include "indexer/readers/html_phrases.h"
#include "indexer/readers/letters.h"

namespace dateline::html {

namespace {

constexpr auto kNeverText =
    std::to_array<std::string_view>({"script", "style",  "noscript", "template", "iframe", "svg",   "select",
                                     "option", "button", "textarea", "object",   "canvas", "audio", "video",
                                     "head",   "title",  "datalist", "map",      "math",   "embed"});

bool never_holds_text(std::string_view name) {
  return std::ranges::find(kNeverText, name) != kNeverText.end();
}

constexpr std::string_view kHardBlank = "\u00a0";

class Blocks {
 public:
  explicit Blocks(const Page& page) : page_(page) {}

  std::vector<Block> read() {
    for (NodeIndex i = 1; i < page_.size(); ++i) {
      leave(i);
      const Node& node = page_[i];
      if (node.name.empty()) {
        text(i);
      } else if (never_holds_text(node.name)) {
        if (node.name == "iframe" || node.name == "video") flush();
        i = node.end - 1;
      } else if (node.name == "br") {
        line_break();
      } else if (is_block(node.name)) {
        flush();
        open_.push_back(i);
      } else if (node.name == "a") {
        link_end_ = std::max(link_end_, node.end);
      }
    }
    leave(page_.size());
    flush();
    return std::move(blocks_);
  }

 private:
  // Closes the blocks that end before a node.
  void leave(NodeIndex node) {
    while (!open_.empty() && page_[open_.back()].end <= node) {
      flush();
      open_.pop_back();
    }
  }

  void text(NodeIndex node) {
    const std::string_view text = page_[node].text;
    const std::size_t hard = hard_blanks(text);
    const bool blank = text.find_first_not_of(" \t\r\n", hard * kHardBlank.size()) == std::string_view::npos;
    indent_ += hard;
    // Old pages indent a paragraph with blanks that do not break.
    if (!blank && breaks_ == 1 && indent_ > 1) flush();
    if (!blank) breaks_ = indent_ = 0, last_ = node;
    if (blank && current_.empty()) return;
    if (current_.empty()) first_ = node;
    current_ += text;
    if (node < link_end_) linked_ += text.size();
  }

  static std::size_t hard_blanks(std::string_view text) {
    std::size_t count = 0;
    while (text.substr(count * kHardBlank.size()).starts_with(kHardBlank)) ++count;
    return count;
  }

  // Two in a row end a paragraph.
  void line_break() {
    indent_ = 0;
    if (++breaks_ >= 2) return flush();
    current_ += ' ';
  }

  void flush() {
    std::string text = nfc(fold_space(current_));
    if (!text.empty())
      blocks_.push_back({open_.empty() ? 0 : open_.back(), first_, last_, std::move(text), linked_});
    current_.clear();
    linked_ = 0;
  }

  const Page& page_;
  std::vector<Block> blocks_;
  std::vector<NodeIndex> open_;  // block elements around the current node
  std::string current_;
  NodeIndex first_ = 0;
  NodeIndex last_ = 0;
  NodeIndex link_end_ = 0;
  std::size_t linked_ = 0;
  std::size_t breaks_ = 0;
  std::size_t indent_ = 0;  // blanks that do not break, since the last break
};

}  // namespace

std::vector<Block> blocks_of(const Page& page) { return Blocks(page).read(); }

std::string text_apart(const Page& page, const Block& block) {
  std::string all;
  for (NodeIndex i = block.first; i <= block.last; ++i) {
    const Node& node = page[i];
    if (node.name.empty())
      all.append(" ").append(node.text);
    else if (never_holds_text(node.name))
      i = node.end - 1;
  }
  return nfc(fold_space(all));
}

std::vector<std::string> lines_of(const Page& page, const Block& block) {
  std::vector<std::string> lines;
  std::string line;
  const auto end_line = [&] {
    if (std::string text = nfc(fold_space(line)); !text.empty()) lines.push_back(std::move(text));
    line.clear();
  };
  for (NodeIndex i = block.first; i <= block.last; ++i) {
    const Node& node = page[i];
    if (node.name.empty())
      line += node.text;
    else if (node.name == "br")
      end_line();
    else if (never_holds_text(node.name))
      i = node.end - 1;
  }
  end_line();
  return lines;
}

std::size_t prose_of(const Page& page, const Block& block) {
  constexpr std::size_t kLeast = 40, kSure = 100;
  const std::size_t size = block.text.size();
  const std::size_t own = size - std::min(size, block.linked);
  if (size < kLeast || own * 2 < size || is_heading(page[block.owner].name)) return 0;
  if (asks_consent(block.text)) return 0;
  return size >= kSure || ends_sentence(block.text) ? own : own / 4;
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

}  // namespace dateline::html
