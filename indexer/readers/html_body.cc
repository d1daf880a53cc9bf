#include "indexer/readers/html_body.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "dateline/text.h"
#include "indexer/dates/parse_date.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/dateline_line.h"
#include "indexer/readers/html_headline.h"
#include "indexer/readers/html_phrases.h"
#include "indexer/readers/html_printed_dates.h"
#include "indexer/readers/letters.h"

namespace dateline::html {

namespace {

// What follows the author's name in the note below a text.
constexpr auto kTaglines = std::to_array<std::string_view>(
    {" is a ", " is an ", " is the ", " writes ", " covers ", " reports ", " can be reached", " contributed",
     ", a ", " joined ", " has been ", " ist ", " schreibt ", " est ", " es ", " è "});

// Lines that a page prints between headline and text: who wrote it, when, how long it is.
bool is_head_line(const Block& block, const std::vector<std::string>& authors) {
  constexpr std::size_t kLongest = 160;
  if (block.text.size() > kLongest) return false;
  const std::string bare = bare_letters(block.text);
  for (const std::string& author : authors) {
    const std::string name = bare_letters(author);
    if (!name.empty() && bare.find(name) != std::string::npos && bare.size() < name.size() * 3 + 20)
      return true;
  }
  if (byline_kind(block.text, BylineKind::labelled) == BylineKind::labelled) return true;
  const auto date = date_in_line(block.text, {});
  if (!date || date->told || date->changed || bare.starts_with("editorsnote")) return date.has_value();
  // A sentence of the story may name a day, and its dateline does.
  if (const auto filed = split_dateline(block.text); filed && ends_sentence(filed->rest)) return false;
  return !ends_sentence(block.text) || date->bytes * 3 >= block.text.size();
}

class Paragraphs {
 public:
  Paragraphs(const Page& page, const Prose& prose, NodeIndex region, const NotBody& others)
      : page_(page), prose_(prose), region_(region), others_(others) {
    for (const std::string& text : others.texts) others_bare_.push_back(bare_letters(text));
    seen_.insert(others_bare_.begin(), others_bare_.end());
  }

  std::vector<std::string> read(const std::vector<Block>& blocks) {
    choose(blocks);
    cut_below();
    mark_link_lists();
    trim_to_stated();
    trim_front();
    trim_back();
    std::vector<std::string> all;
    for (const Block* block : chosen_) all.push_back(block->text);
    return all;
  }

 private:
  void choose(const std::vector<Block>& blocks) {
    const bool headline_inside = others_.headline != 0 && page_.contains(region_, others_.headline);
    for (const Block& block : blocks) {
      if (!page_.contains(region_, block.first) || prose_.is_dropped(block)) continue;
      if (headline_inside && block.first < page_[others_.headline].end) continue;
      if (is_behind_wall(block) || is_quoted_post(block)) continue;
      if (const Heads kind = heads(block.text); kind != Heads::nothing) {
        below_.push_back({chosen_.size(), kind, is_heading(page_[block.owner].name)});
        continue;
      }
      if (is_linked(block) || is_call(block.text)) continue;
      const std::string bare = bare_letters(block.text);
      if (bare.empty() || begins_other(bare) || !seen_.insert(bare).second) continue;
      chosen_.push_back(&block);
    }
  }

  // What is offered to those who do not pay: all up to the next running text.
  [[nodiscard]] bool is_behind_wall(const Block& block) {
    if (begins_wall(block.text)) return wall_ = true;
    const bool is_text = prose_of(page_, block) > 0 && page_.closest(block.owner, "li") == 0;
    if (is_text && !is_small_print(block.text)) wall_ = false;
    return wall_;
  }

  // A post from elsewhere, which ends with its author's line: "— Jane Roe (@janeroe) May 3, 2024".
  [[nodiscard]] bool is_quoted_post(const Block& block) const {
    const NodeIndex quote = page_.closest(block.owner, "blockquote");
    if (quote == 0 || page_[quote].end - quote > 60) return false;
    const std::string text = page_.text(quote);
    const std::size_t author = text.rfind("— ");
    return author != std::string::npos && text.find("(@", author) != std::string::npos;
  }

  // Whether a line is most of a caption, which holds its credit too, or of the headline.
  [[nodiscard]] bool begins_other(const std::string& bare) const {
    constexpr std::size_t kLeast = 15;
    return bare.size() >= kLeast && std::ranges::any_of(others_bare_, [&](const std::string& other) {
             return bare.size() * 3 >= other.size() * 2 && other.starts_with(bare);
           });
  }

  // Cuts what follows a line that stands above other stories, comments and the like, unless running text goes
  // on below it in the element that held most of it above; a heading above comments is sure.
  void cut_below() {
    constexpr std::size_t kEnough = 800;
    std::vector<std::size_t> before{0};
    for (const Block* block : chosen_) before.push_back(before.back() + prose_of(page_, *block));
    const std::size_t total = before.back(), last = last_of_text();
    for (const Below& line : below_) {
      const std::size_t above = before[line.at];
      const bool enough = line.kind == Heads::end ? above >= kEnough || above * 4 >= total
                                                  : above * 2 >= total && !has_long_text(line.at);
      const bool sure = line.kind == Heads::end && line.is_heading;
      if (!enough || above == 0 || (line.at <= last && !sure)) continue;
      chosen_.resize(line.at);
      return;
    }
  }

  // Whether a paragraph longer than a teaser's follows.
  [[nodiscard]] bool has_long_text(std::size_t from) const {
    constexpr std::size_t kTeaser = 200;
    return std::any_of(chosen_.begin() + static_cast<std::ptrdiff_t>(from), chosen_.end(),
                       [&](const Block* block) { return prose_of(page_, *block) > kTeaser; });
  }

  // The last chosen block that is running text beside most of the text.
  [[nodiscard]] std::size_t last_of_text() const {
    std::unordered_map<NodeIndex, std::size_t> bytes;
    NodeIndex main = 0;
    std::size_t last = 0;
    for (const Block* block : chosen_) {
      const NodeIndex around = page_[block->owner].parent;
      bytes[around] += prose_of(page_, *block);
      if (bytes[around] > bytes[main]) main = around;
    }
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      if (page_[chosen_[i]->owner].parent == main && is_prose(chosen_[i])) last = i;
    }
    return last;
  }

  // Mostly a link: to another story, as a rule.
  [[nodiscard]] bool is_linked(const Block& block) const {
    constexpr std::size_t kShort = 250;
    const std::size_t size = block.text.size();
    if (block.linked * 10 >= size * 9) return true;
    return size < kShort && block.linked * 10 > size * 6;
  }

  // A list whose items are all short and mostly links.
  void mark_link_lists() {
    std::erase_if(chosen_, [&](const Block* block) {
      return page_.is(block->owner, "li") && block->linked * 2 > block->text.size() &&
             block->text.size() < 120;
    });
  }

  // Cuts what follows the end of the text that the metadata give, where that text is no mere beginning: it
  // ends where a paragraph does.
  void trim_to_stated() {
    constexpr std::size_t kEnd = 30, kLeast = 400;
    const std::string stated = bare_letters(others_.stated_text);
    if (stated.size() < kLeast) return;
    const std::string_view end = std::string_view(stated).substr(stated.size() - kEnd);
    std::size_t covered = 0;
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      const std::string bare = bare_letters(chosen_[i]->text);
      if (stated.find(bare) != std::string::npos) covered += bare.size();
      if (!bare.ends_with(end) || covered * 10 < stated.size() * 7) continue;
      chosen_.resize(i + 1);
      return;
    }
  }

  [[nodiscard]] bool is_prose(const Block* block) const { return prose_of(page_, *block) > 0; }

  void trim_front() {
    std::size_t first = 0;
    while (first < chosen_.size() &&
           (!is_prose(chosen_[first]) || is_head_line(*chosen_[first], others_.authors)))
      ++first;
    if (first == chosen_.size()) return;
    std::vector<const Block*> kept;
    for (std::size_t i = 0; i < first; ++i) {
      const Block* block = chosen_[i];
      if (is_head_line(*block, others_.authors) || (!ends_sentence(block->text) && block->text.size() < 60))
        continue;
      kept.push_back(block);
    }
    kept.insert(kept.end(), chosen_.begin() + static_cast<std::ptrdiff_t>(first), chosen_.end());
    chosen_ = std::move(kept);
  }

  // What follows the last running text: tags, buttons, a heading without text.
  void trim_back() {
    while (!chosen_.empty()) {
      const Block* last = chosen_.back();
      const bool other = is_tagline(*last) || is_small_print(last->text) || asks_consent(last->text);
      if (is_prose(last) && !is_signature(*last) && !other) break;
      if (!other && (page_.is(last->owner, "li") || page_.is(last->owner, "td") || ends_sentence(last->text)))
        break;
      chosen_.pop_back();
    }
  }

  [[nodiscard]] bool is_signature(const Block& block) const {
    return block.text.size() < 120 && byline_kind(block.text, BylineKind::labelled) == BylineKind::labelled;
  }

  // Who the author is, below the text.
  [[nodiscard]] bool is_tagline(const Block& block) const {
    constexpr std::size_t kLongest = 500;
    if (block.text.size() > kLongest) return false;
    return std::ranges::any_of(others_.authors, [&](const std::string& author) {
      if (author.empty() || !block.text.starts_with(author)) return false;
      const std::string_view rest = std::string_view(block.text).substr(author.size());
      return std::ranges::any_of(kTaglines, [&](std::string_view verb) { return rest.starts_with(verb); });
    });
  }

  const Page& page_;
  const Prose& prose_;
  NodeIndex region_;
  const NotBody& others_;
  struct Below {
    std::size_t at;  // how many were chosen before it
    Heads kind;
    bool is_heading;
  };

  std::vector<std::string> others_bare_;
  std::unordered_set<std::string> seen_;
  std::vector<const Block*> chosen_;
  std::vector<Below> below_;
  bool wall_ = false;
};

}  // namespace

std::vector<std::string> paragraphs_of(const Page& page, const std::vector<Block>& blocks, const Prose& prose,
                                       NodeIndex region, const NotBody& others) {
  return Paragraphs(page, prose, region, others).read(blocks);
}

}  // namespace dateline::html
