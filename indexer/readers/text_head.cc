#include "indexer/readers/text_head.h"

#include <algorithm>
#include <string>

#include "indexer/readers/dateline_line.h"
#include "indexer/readers/letters.h"
#include "indexer/readers/natural_case.h"
#include "indexer/readers/wire_header.h"

namespace dateline {

namespace {

// A first line that ends as a sentence and is longer is copy; one that does not may be longer.
constexpr std::size_t kMaxSentenceHeadline = 140, kMaxHeadline = 300;
constexpr std::size_t kFewCaptionWords = 6;
constexpr std::size_t kMaxStandfirst = 400;
constexpr std::size_t kMaxPlaceAndDate = 80;

// What a headline looks like by itself.
bool is_headline_like(const std::string& text) {
  if (text.size() > kMaxHeadline || text.ends_with(':') || split_dateline(text)) return false;
  return text.size() <= kMaxSentenceHeadline || !text.ends_with('.');
}

class HeadReader {
 public:
  HeadReader(BlockQueue& blocks, const TextShape& shape, ArticleBuilder& article)
      : blocks_(blocks), shape_(shape), article_(article) {}

  void run() {
    if (!read_wire_header(blocks_, article_) && !read_labelled_header(blocks_, article_)) {
      while (read_caption() || read_above_headline()) {
      }
      read_headline();
    }
    while (read_below_headline()) {
    }
  }

 private:
  std::string front_line() const {
    const Block* front = blocks_.peek();
    return front ? clean(front->front()) : std::string();
  }

  // The line after the front one, perhaps in the next block.
  std::string next_line() const {
    const Block* block = blocks_.peek();
    if (block && block->size() > 1) return clean((*block)[1]);
    const Block* next = blocks_.peek(1);
    return next ? clean(next->front()) : std::string();
  }

  bool is_date_line(const std::string& line) const {
    return !parse_date_line(line, article_.dates()).empty();
  }
  bool is_byline(const std::string& line) const {
    return byline_kind(line, BylineKind::roled) >= BylineKind::roled;
  }

  // --- captions above the headline

  bool read_caption() {
    const Block* front = blocks_.peek();
    if (!front) return false;
    const std::string line = clean(front->front());
    const std::size_t copies = copies_of(line, *front);
    if (copies == 1 && !is_caption(line) && !stands_over_credit(*front) && !precedes_headline(line))
      return read_wrapped_caption(*front);
    article_.add_caption(parse_known_caption(line));
    blocks_.drop_lines(copies);
    return true;
  }

  static std::size_t copies_of(const std::string& line, const Block& block) {
    std::size_t copies = 1;
    while (copies < block.size() && clean(block[copies]) == line) ++copies;
    return copies;
  }

  static bool stands_over_credit(const Block& block) {
    if (block.size() < 2) return false;
    const ParsedCaption below = parse_caption(clean(block[1]));
    return below.evidence != CreditEvidence::none && below.caption.text.empty();
  }

  static bool is_caption(const std::string& line) {
    const ParsedCaption parsed = parse_caption(line);
    if (parsed.evidence == CreditEvidence::strong || has_caption_label(line)) return true;
    if (parsed.evidence == CreditEvidence::none || split_dateline(line)) return false;
    return ends_sentence(parsed.caption.text) || word_count(parsed.caption.text) >= 12 ||
           parsed.caption.credit.find('/') != std::string::npos;
  }

  // Whether the headline must be the line in the next block, so that the text above it is a picture's: it is
  // a sentence and the headline is none, or the headline alone is set off from the copy by a wider gap.
  bool precedes_headline(const std::string& line) const {
    const Block* next = blocks_.peek(1);
    if (!next || next->size() != 1 || !blocks_.peek(2)) return false;
    const std::string headline = clean(next->front());
    if (!is_headline_like(headline) || is_date_line(headline) || is_byline(headline) || split_dateline(line))
      return false;
    if (word_count(line) >= kFewCaptionWords && is_set_off()) return true;
    return blocks_.peek()->size() == 1 && line.ends_with('.') && !is_all_capitals(line) &&
           word_count(line) >= 10 && !ends_sentence(headline) && word_count(headline) >= 4;
  }

  // Whether the gap behind the second block is wider than those before and after.
  bool is_set_off() const {
    const auto gap = [&](std::size_t i) {
      const Block *above = blocks_.peek(i), *below = blocks_.peek(i + 1);
      return below ? below->front().number - above->back().number : 0;
    };
    return gap(1) > gap(0) && gap(1) > gap(2);
  }

  bool read_wrapped_caption(const Block& front) {
    if (front.size() < 2 || front.size() > 12 || !blocks_.peek(1)) return false;
    const auto paragraphs = paragraphs_of(front, shape_);
    if (paragraphs.size() != 1 || split_dateline(paragraphs[0].text)) return false;
    const ParsedCaption parsed = parse_caption(paragraphs[0].text);
    if (parsed.evidence != CreditEvidence::strong) return false;
    article_.add_caption(parsed);
    blocks_.drop_block();
    return true;
  }

  // --- the headline

  // The day or the writer, printed above the headline or instead of one.
  bool read_above_headline() {
    const Block* front = blocks_.peek();
    if (!front) return false;
    const TextLine where = front->front();
    const std::string line = clean(where);
    if (is_day_line(line)) return read_date_line(line, where);
    // "Bridges, by Jane Roe" is the headline of a review.
    return line.find(", by ") == std::string::npos &&
           byline_kind(line, BylineKind::labelled) == BylineKind::labelled && read_byline(line);
  }

  // A year alone may well be a headline.
  bool is_day_line(const std::string& line) const {
    const auto dates = parse_date_line(line, article_.dates());
    if (dates.empty()) return false;
    const auto& date = dates.front().parsed.date;
    return dates.front().labelled || (date && date->precision >= Precision::month);
  }

  void read_headline() {
    const Block* front = blocks_.peek();
    if (!front) return;
    const std::string line = clean(front->front());
    if (!is_headline_like(line)) return;
    if (front->size() == 1) {
      // The only line of a file is its headline unless it reads as copy.
      if (!blocks_.peek(1) && ends_sentence(line) && word_count(line) > 12) return;
      article_.set_headline(line);
      return blocks_.drop_lines(1);
    }
    read_headline_block(*front, line);
  }

  // Several lines: the headline alone, or over its byline, its second deck or the copy; or wrapped copy.
  void read_headline_block(const Block& front, std::string headline) {
    const std::size_t size = headline_lines(front);
    std::size_t own = 1;
    for (std::string line = headline; own < size; ++own) {
      std::string next = clean(front[own]);
      if (!runs_on(line, next, shape_) || is_all_capitals(line) != is_all_capitals(next)) break;
      headline += ' ' + next;
      line = std::move(next);
    }
    if (own > 3 || (own > 1 && (ends_sentence(headline) || !is_headline_like(headline)))) return;
    article_.set_headline(headline);
    blocks_.drop_lines(own);
    for (std::size_t i = own; i < size && size <= 4 && is_deck(front_line()); ++i) {
      article_.add_subheadline(front_line());
      blocks_.drop_lines(1);
    }
  }

  // A second headline: capitals may close it with a full stop.
  static bool is_deck(const std::string& line) {
    return !ends_sentence(line) || (is_all_capitals(line) && line.size() <= kMaxSentenceHeadline);
  }

  // The lines of the block before its first byline or date line.
  std::size_t headline_lines(const Block& block) const {
    for (std::size_t i = 1; i < std::min<std::size_t>(block.size(), 6); ++i) {
      const std::string line = clean(block[i]);
      if (is_date_line(line) || is_byline(line)) return i;
    }
    return block.size();
  }

  // --- bylines, dates and captions between headline and copy

  bool read_below_headline() {
    const Block* front = blocks_.peek();
    if (!front) return false;
    const TextLine where = front->front();
    const std::string line = clean(where);
    return read_repeated_headline(line) || read_date_line(line, where) || read_byline(line) ||
           read_byline_and_date(line, where) || read_place_and_date(line, where) || read_publication(line) ||
           read_line_to_drop(line) || read_url(line) || read_caption_below(line) || read_standfirst(line);
  }

  bool read_repeated_headline(const std::string& line) {
    if (line != article_.article().headline || !article_.article().body.empty()) return false;
    article_.repeat_headline();
    blocks_.drop_lines(1);
    return true;
  }

  bool read_date_line(const std::string& line, const TextLine& where) {
    if (!article_.take_date_line(line, where, true)) return false;
    blocks_.drop_lines(1);
    return true;
  }

  // "Anytown, Sunday, November 20, 1983".
  bool read_place_and_date(const std::string& line, const TextLine& where) {
    const std::size_t comma = line.find(", ");
    if (line.size() > kMaxPlaceAndDate || comma == std::string::npos) return false;
    const std::string place = line.substr(0, comma), date = line.substr(comma + 2);
    ParsedDate parsed = parse_date(date, article_.dates());
    if (!parsed.date || parsed.date->precision < Precision::day || !begins_with_capital(place) ||
        has_digit(place) || word_count(place) > 4)
      return false;
    article_.set_published(std::move(parsed), "text:date-line", where, comma + 3);
    article_.set_dateline({line, natural_case(place), date, {}});
    blocks_.drop_lines(1);
    return true;
  }

  // "By Jane Roe | 26 February 2025", in either order.
  bool read_byline_and_date(const std::string& line, const TextLine& where) {
    if (line.size() > kMaxPlaceAndDate || !article_.article().bylines.empty()) return false;
    for (std::string_view divider : {" | ", " • ", " · ", " — ", " – ", " - ", ", "}) {
      const std::size_t at = line.find(divider);
      if (at == std::string::npos) continue;
      const std::string front = line.substr(0, at), back = line.substr(at + divider.size());
      const bool date_first = !parse_date_line(front, article_.dates()).empty();
      const std::string &date = date_first ? front : back, &names = date_first ? back : front;
      // "New York, May 5" is a place.
      const BylineKind least = divider == ", " ? BylineKind::roled : BylineKind::names;
      if (byline_kind(names, least) < least || !article_.take_date_line(date, where, true)) continue;
      article_.set_byline(parse_byline(names));
      blocks_.drop_lines(1);
      return true;
    }
    return false;
  }

  // "The Daily Post, Anytown" in one block with a date or byline.
  bool read_publication(const std::string& line) {
    const std::string next = next_line();
    const bool beside = blocks_.peek()->size() > 1 && (is_date_line(next) || is_byline(next));
    const std::string name = line.substr(0, line.find(','));
    if (!beside || has_digit(line) || ends_sentence(line) || word_count(line) > 6 || !names_house(name))
      return false;
    article_.set_publication(name);
    blocks_.drop_lines(1);
    return true;
  }

  bool read_line_to_drop(const std::string& line) {
    if (!is_transmission(line)) return false;
    blocks_.drop_lines(1);
    return true;
  }

  bool read_byline(const std::string& line) {
    const BylineKind kind = byline_kind(line);
    if (kind == BylineKind::no || find_dateline(line)) return false;
    if (!article_.article().bylines.empty()) return read_repeated_byline(line);
    const bool beside_date = is_date_line(next_line()) || article_.article().published.has_value();
    const bool over_role = blocks_.peek()->size() > 1 && is_role(next_line());
    if (kind == BylineKind::names && !beside_date && !over_role) return false;
    article_.set_byline(parse_byline(line));
    const bool role_below = over_role && article_.add_role(next_line());
    blocks_.drop_lines(role_below ? 2 : 1);
    return true;
  }

  bool read_repeated_byline(const std::string& line) {
    const auto& known = article_.article().bylines;
    const auto again = bylines_of(parse_byline(line));
    if (again.size() != known.size() || !std::ranges::equal(again, known, {}, &Byline::name, &Byline::name))
      return false;
    blocks_.drop_lines(1);
    return true;
  }

  bool read_url(const std::string& line) {
    if (!is_url(line)) return false;
    article_.set_url(line);
    blocks_.drop_lines(1);
    return true;
  }

  bool read_caption_below(const std::string& line) {
    const ParsedCaption parsed = parse_caption(line);
    const bool known = article_.is_caption(line) || article_.is_caption(parsed.caption.text);
    if (!known && (parsed.evidence != CreditEvidence::strong || split_dateline(line))) return false;
    article_.add_caption(parsed);
    blocks_.drop_lines(1);
    return true;
  }

  // A line of its own between headline and byline: a sentence sums the article up, else it is a second deck.
  bool read_standfirst(const std::string& line) {
    const Block* below = blocks_.peek(1);
    if (blocks_.peek()->size() != 1 || !below || line.size() > kMaxStandfirst ||
        article_.article().headline.empty())
      return false;
    if (byline_kind(clean(below->front()), BylineKind::labelled) != BylineKind::labelled ||
        !article_.article().bylines.empty())
      return false;
    if (ends_sentence(line))
      article_.set_abstract(line);
    else
      article_.add_subheadline(line);
    blocks_.drop_lines(1);
    return true;
  }

  BlockQueue& blocks_;
  const TextShape& shape_;
  ArticleBuilder& article_;
};

}  // namespace

void read_text_head(BlockQueue& blocks, const TextShape& shape, ArticleBuilder& article) {
  HeadReader(blocks, shape, article).run();
}

}  // namespace dateline
