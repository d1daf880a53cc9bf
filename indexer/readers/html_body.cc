#include "indexer/readers/html_body.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "dateline/text.h"
#include "indexer/dates/parse_date.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/html_headline.h"
#include "indexer/readers/html_printed_dates.h"
#include "indexer/readers/letters.h"

namespace dateline::html {

namespace {

// How short lines begin that sites put between a story's paragraphs; folded.
constexpr auto kCalls = std::to_array<std::string_view>({"read more",
                                                         "read also",
                                                         "also read",
                                                         "read next",
                                                         "more on this",
                                                         "more from",
                                                         "see also",
                                                         "see more",
                                                         "related:",
                                                         "related article",
                                                         "related stor",
                                                         "related topic",
                                                         "related content",
                                                         "recommended",
                                                         "sign up",
                                                         "subscribe",
                                                         "follow us",
                                                         "follow @",
                                                         "share this",
                                                         "share on",
                                                         "click here",
                                                         "advertisement",
                                                         "story continues",
                                                         "article continues",
                                                         "continue reading",
                                                         "watch:",
                                                         "watch more",
                                                         "watch the",
                                                         "listen to",
                                                         "listen:",
                                                         "don't miss",
                                                         "most read",
                                                         "trending",
                                                         "download the",
                                                         "download our",
                                                         "join our",
                                                         "join the conversation",
                                                         "get the latest",
                                                         "this article was originally",
                                                         "all rights reserved",
                                                         "copyright",
                                                         "©",
                                                         "(c) ",
                                                         "image:",
                                                         "photo:",
                                                         "foto:",
                                                         "advertisment",
                                                         "promoted",
                                                         "sponsored",
                                                         "log in",
                                                         "already a subscriber",
                                                         "support our",
                                                         "support independent",
                                                         "do you have a",
                                                         "have a tip",
                                                         "your email",
                                                         "thank you for",
                                                         "we use cookies",
                                                         "skip to",
                                                         "lesen sie auch",
                                                         "lesen sie mehr",
                                                         "mehr zum thema",
                                                         "mehr dazu",
                                                         "auch interessant",
                                                         "anzeige",
                                                         "werbung",
                                                         "newsletter",
                                                         "quelle:",
                                                         "hier geht es",
                                                         "weiterlesen",
                                                         "lire aussi",
                                                         "a lire aussi",
                                                         "lire la suite",
                                                         "publicite",
                                                         "lea tambien",
                                                         "lee tambien",
                                                         "leer mas",
                                                         "te puede interesar",
                                                         "mas informacion",
                                                         "publicidad",
                                                         "leggi anche",
                                                         "leggi tutto",
                                                         "approfondimenti",
                                                         "pubblicita",
                                                         "leia tambem",
                                                         "leia mais",
                                                         "saiba mais",
                                                         "lees ook",
                                                         "lees meer",
                                                         "les ogsa",
                                                         "les mer",
                                                         "las ocksa",
                                                         "las mer",
                                                         "lue myos",
                                                         "czytaj",
                                                         "zobacz tak",
                                                         "cti dal",
                                                         "читайте также",
                                                         "read the full",
                                                         "print this",
                                                         "comments",
                                                         "leave a",
                                                         "view comments",
                                                         "load comments",
                                                         "tags:",
                                                         "filed under",
                                                         "topics:",
                                                         "reporting by",
                                                         "editing by"});

// What follows the author's name in the note below a text.
constexpr auto kTaglines = std::to_array<std::string_view>(
    {" is a ", " is an ", " is the ", " writes ", " covers ", " reports ", " can be reached", " contributed",
     ", a ", " joined ", " has been ", " ist ", " schreibt ", " est ", " es ", " è "});

bool is_call(std::string_view text) {
  constexpr std::size_t kLongest = 220;
  if (text.size() > kLongest) return false;
  const std::string folded = fold(text);
  return std::ranges::any_of(kCalls, [&](std::string_view call) { return folded.starts_with(call); });
}

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
  if (byline_kind(block.text) == BylineKind::labelled) return true;
  return date_in_line(block.text, {}).has_value();
}

class Paragraphs {
 public:
  Paragraphs(const Page& page, const Prose& prose, NodeIndex region, const NotBody& others)
      : page_(page), prose_(prose), region_(region), others_(others) {
    for (const std::string& text : others.texts) seen_.insert(bare_letters(text));
  }

  std::vector<std::string> read(const std::vector<Block>& blocks) {
    choose(blocks);
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
      if (is_linked(block) || is_call(block.text)) continue;
      const std::string bare = bare_letters(block.text);
      if (bare.empty() || !seen_.insert(bare).second) continue;
      chosen_.push_back(&block);
    }
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
      if (is_prose(last) && !is_signature(*last) && !is_tagline(*last)) break;
      if (!is_tagline(*last) &&
          (page_.is(last->owner, "li") || page_.is(last->owner, "td") || ends_sentence(last->text)))
        break;
      chosen_.pop_back();
    }
  }

  [[nodiscard]] bool is_signature(const Block& block) const {
    return block.text.size() < 120 && byline_kind(block.text) == BylineKind::labelled;
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
  std::unordered_set<std::string> seen_;
  std::vector<const Block*> chosen_;
};

}  // namespace

std::vector<std::string> paragraphs_of(const Page& page, const std::vector<Block>& blocks, const Prose& prose,
                                       NodeIndex region, const NotBody& others) {
  return Paragraphs(page, prose, region, others).read(blocks);
}

}  // namespace dateline::html
