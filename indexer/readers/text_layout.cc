#include "indexer/readers/text_layout.h"

#include <algorithm>
#include <array>

#include "dateline/text.h"
#include "indexer/readers/letters.h"

namespace dateline {

namespace {

// Lines of one block that are looked at together.
constexpr std::size_t kMaxBlockLines = 4096;

// Text whose lines are mostly wider was not wrapped by hand or machine.
constexpr std::size_t kMaxWrapColumns = 100;

// Notes in brackets are shorter; a longer text only lacks its closing bracket.
constexpr std::size_t kMaxNote = 400;

// Hyphens at line ends are dropped where there are this many, and one in so many lines.
constexpr std::size_t kFewHyphens = 4, kLinesPerHyphen = 25;

// Columns of print are no narrower; shorter lines are so by choice.
constexpr std::size_t kNarrowest = 40;

// In longer blocks the paragraphs are not split by blank lines, so a line that ends early is a paragraph's
// last.
constexpr std::size_t kMaxParagraphLines = 15;

// Takes the next line from `rest`, with any of the line ends of Unix, DOS and old Macs, or a page feed.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end =
      detail::end_of_run(rest, 0, detail::has_control, [](char c) { return c < '\n' || c > '\r'; });
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end);
  if (rest.starts_with("\r\n"))
    rest.remove_prefix(2);
  else if (!rest.empty())
    rest.remove_prefix(1);
  return line;
}

bool is_blank(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    if (!u_isUWhiteSpace(static_cast<UChar32>(next_code_point(line, at)))) return false;
  }
  return true;
}

std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::size_t indent_of(std::string_view raw) {
  std::size_t indent = 0;
  for (char c : raw) {
    if (c == ' ')
      ++indent;
    else if (c == '\t')
      indent += 4;
    else
      break;
  }
  return indent;
}

// Whether a line goes on inside a sentence, as far as its first character tells: a small letter, or one of a
// script without capitals.
bool goes_on(std::string_view text) {
  std::size_t at = 0;
  if (text.empty()) return false;
  const auto c = static_cast<UChar32>(next_code_point(text, at));
  return u_isalpha(c) && !u_isupper(c) && !u_istitle(c);
}

bool is_numbered(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view behind = text.substr(digits);
  return digits > 0 && digits <= 2 && (behind.starts_with(". ") || behind.starts_with(") "));
}

bool begins_list_point(std::string_view text) {
  return text.starts_with("- ") || text.starts_with("* ") || text.starts_with("• ") ||
         text.starts_with("— ") || text.starts_with("– ");
}

struct MeasuredLine {
  std::string text;
  std::size_t columns = 0;
  std::size_t indent = 0;
  std::uint64_t number = 0;
};

std::vector<MeasuredLine> measure(std::span<const TextLine> lines) {
  std::vector<MeasuredLine> all;
  for (const TextLine& line : lines) {
    std::string text = clean(line);
    const std::size_t width = columns(text);
    all.push_back({std::move(text), width, indent_of(line.raw), line.number});
  }
  return all;
}

// The width that the lines fill: the middle one of many, the widest of few. The last line says nothing.
std::size_t usual_width(const std::vector<MeasuredLine>& lines) {
  std::vector<std::size_t> widths;
  for (const MeasuredLine& line : lines) widths.push_back(line.columns);
  if (widths.size() < 4) return std::ranges::max(widths);
  widths.pop_back();
  std::ranges::nth_element(widths, widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2));
  return widths[widths.size() / 2];
}

// Whether a next word would not have fitted into a line of so many columns.
bool is_full(std::size_t line, std::string_view next, std::size_t width) {
  return (line + 1 + columns(next.substr(0, next.find(' ')))) * 4 > width * 3;
}

// Whether a line ends inside a word or a hyphenated compound that the next line goes on with.
bool ends_with_hyphen(std::string_view line, std::string_view next) {
  if (line.size() < 2 || !line.ends_with('-') || next.empty()) return false;
  const char before = line[line.size() - 2];
  return before != ' ' && before != '-' && begins_with_small_letter(next);
}

// Whether the text is the beginning of a note in brackets.
bool is_open_note(std::string_view text) {
  return text.starts_with('(') && text.size() <= kMaxNote && text.find(')') == std::string_view::npos;
}

void append_line(std::string& text, std::string_view line, bool drop_hyphens) {
  if (ends_with_hyphen(text, line)) {
    if (drop_hyphens) text.pop_back();
  } else if (!text.empty()) {
    text += ' ';
  }
  text += line;
}

// The indent from which a line opens a paragraph; where most lines are indented so, indents say nothing.
std::size_t paragraph_indent(const std::vector<MeasuredLine>& lines) {
  const std::size_t margin = std::ranges::min(lines, {}, &MeasuredLine::indent).indent + 2;
  const auto indented =
      std::ranges::count_if(lines, [&](const MeasuredLine& line) { return line.indent >= margin; });
  return static_cast<std::size_t>(indented) * 2 > lines.size() ? SIZE_MAX : margin;
}

// Whether some lines are indented, and those that are not go on with lines that were full; a table's rows are
// short.
bool has_indented_paragraphs(std::string_view text) {
  bool indented = false;
  std::size_t behind_full = 0, behind_short = 0, last = 0;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (is_blank(line)) continue;
    const std::size_t indent = indent_of(line);
    indented = indented || indent > 1;
    if (indent == 0 && last > 0) ++(last >= kNarrowest ? behind_full : behind_short);
    last = columns(trim(line, " \t"));
  }
  return indented && behind_full > behind_short;
}

// A table's rows are indented by one blank, and stay apart too.
void join_by_indents(const Block& block, std::vector<std::string>& paragraphs) {
  bool fresh = true;
  for (const TextLine& line : block) {
    if (fresh || indent_of(line.raw) > 0) paragraphs.emplace_back();
    fresh = false;
    append_line(paragraphs.back(), clean(line), false);
  }
}

}  // namespace

std::string clean(const TextLine& line) { return nfc(fold_space(line.raw)); }

bool BlockQueue::read_block() {
  Block block;
  while (!rest_.empty() && block.size() < kMaxBlockLines) {
    const std::string_view line = take_line(rest_);
    const std::uint64_t number = next_number_++;
    if (!is_blank(line))
      block.push_back({line, number});
    else if (!block.empty())
      break;
  }
  if (block.empty()) return false;
  blocks_.push_back(std::move(block));
  return true;
}

const Block* BlockQueue::peek(std::size_t ahead) {
  while (blocks_.size() <= ahead) {
    if (!read_block()) return nullptr;
  }
  return &blocks_[ahead];
}

void BlockQueue::drop_lines(std::size_t count) {
  Block& front = blocks_.front();
  if (count >= front.size()) return blocks_.pop_front();
  front.erase(front.begin(), front.begin() + static_cast<std::ptrdiff_t>(count));
}

TextShape shape_of(std::string_view text) {
  std::array<std::size_t, kMaxWrapColumns + 1> widths{};  // how many lines have that many columns, or more
  std::size_t lines = 0, followed = 0, open = 0, inside = 0, broken = 0;
  for (std::string_view last; !text.empty();) {
    const std::string_view line = trim(take_line(text), " \t");
    if (!last.empty() && !line.empty()) {
      ++followed;
      ++widths[std::min(columns(last), kMaxWrapColumns)];
      if (!ends_sentence(last)) ++open;
      if (goes_on(line)) ++inside;
    }
    if (!line.empty()) ++lines;
    if (ends_with_hyphen(last, line)) ++broken;
    last = line;
  }
  std::size_t width = 0;
  for (std::size_t wider = followed; width < kMaxWrapColumns && wider * 2 > followed; ++width)
    wider -= widths[width];
  // Tables, verses and lists end their lines openly too, but hardly any of them begins inside a sentence.
  const bool wrapped = width < kMaxWrapColumns && open * 2 >= followed && inside * 3 >= followed;
  return {wrapped, width, broken >= kFewHyphens && broken * kLinesPerHyphen >= lines};
}

bool runs_on(std::string_view line, std::string_view next, const TextShape& shape) {
  if (begins_with_small_letter(next)) return true;
  return shape.wrapped && is_full(columns(line), next, std::max(shape.width, kNarrowest));
}

std::vector<Paragraph> paragraphs_of(std::span<const TextLine> lines, const TextShape& shape) {
  const std::vector<MeasuredLine> all = measure(lines);
  if (all.empty()) return {};
  const std::size_t width = usual_width(all), indent = paragraph_indent(all);
  std::vector<Paragraph> paragraphs;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const MeasuredLine& line = all[i];
    const bool early = i > 0 && all.size() > kMaxParagraphLines && !begins_with_small_letter(line.text) &&
                       !is_full(all[i - 1].columns, line.text, width);
    const bool point =
        begins_list_point(line.text) || (i > 0 && is_numbered(line.text) && ends_sentence(all[i - 1].text));
    const bool fresh = !shape.wrapped || early || point || line.indent >= indent;
    if (paragraphs.empty() || (fresh && !is_open_note(paragraphs.back().text)))
      paragraphs.push_back({{}, line.number});
    append_line(paragraphs.back().text, line.text, shape.breaks_words);
  }
  return paragraphs;
}

std::vector<std::string> paragraphs_of(std::string_view text) {
  const bool by_indents = has_indented_paragraphs(text);
  const TextShape shape = by_indents ? TextShape{} : shape_of(text);
  std::vector<std::string> paragraphs;
  for (BlockQueue blocks(text); const Block* block = blocks.peek(); blocks.drop_block()) {
    if (by_indents) {
      join_by_indents(*block, paragraphs);
      continue;
    }
    for (Paragraph& paragraph : paragraphs_of(*block, shape)) paragraphs.push_back(std::move(paragraph.text));
  }
  return paragraphs;
}

}  // namespace dateline
