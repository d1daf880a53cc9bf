#include "indexer/readers/html_captions.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "dateline/text.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/captions.h"
#include "indexer/readers/html_blocks.h"
#include "indexer/readers/html_facts.h"
#include "indexer/readers/html_headline.h"
#include "indexer/readers/html_marks.h"
#include "indexer/readers/html_phrases.h"
#include "indexer/readers/html_printed_dates.h"
#include "indexer/readers/letters.h"

namespace dateline::html {

namespace {

// Longer texts are no captions, whatever the markup says.
constexpr std::size_t kLongestCaption = 1200;
constexpr std::size_t kMostCaptions = 500;
constexpr NodeIndex kLargestFigure = 500;  // in nodes
constexpr std::size_t kLongestCredit = 200, kLongestLine = 80;

class CaptionFinder {
 public:
  CaptionFinder(const Page& page, const std::vector<std::uint32_t>& marks, const Prose& prose,
                NodeIndex headline, NodeIndex region)
      : page_(page), marks_(marks), headline_(headline), region_(region), story_(story(prose)) {}

  std::vector<Caption> find() {
    for (NodeIndex i = story_; i < page_[story_].end && captions_.size() < kMostCaptions; ++i) {
      if (!page_.is_element(i)) continue;
      const NodeIndex caption = is_caption(i) ? i : beside_picture(i);
      if (caption != 0) {
        if (!is_elsewhere(caption)) add(read(caption));
        i = page_[caption].end - 1;
      } else if (const std::string_view stated = page_.attribute(i, "data-caption"); !stated.empty()) {
        if (!is_elsewhere(i)) add(stated_caption(i, plain_text(stated)));
      }
    }
    return std::move(captions_);
  }

 private:
  // A picture that a script puts in its place has its caption and credit beside its address.
  [[nodiscard]] Caption stated_caption(NodeIndex node, const std::string& text) const {
    const std::string credit = plain_text(page_.attribute(node, "data-credit"));
    return credit.empty() ? parse_caption(text).caption : Caption{text, plain_credit(credit)};
  }

  // What holds headline and text, and all around them that holds no other text.
  [[nodiscard]] NodeIndex story(const Prose& prose) const {
    NodeIndex node = region_;
    while (node != 0 && headline_ != 0 && !page_.contains(node, headline_)) node = page_[node].parent;
    const std::size_t bytes = prose.bytes(node);
    while (node != 0 && prose.bytes(page_[node].parent) == bytes && !page_.is(node, "article") &&
           !page_.is(node, "main") && !page_.is(node, "body"))
      node = page_[node].parent;
    return node;
  }

  [[nodiscard]] bool is_picture(NodeIndex node) const {
    return page_.is(node, "img") || page_.is(node, "picture");
  }

  [[nodiscard]] bool is_caption(NodeIndex node) const {
    if (page_.is(node, "figcaption")) return true;
    if ((marks_[node] & kCaption) == 0 || page_.is(node, "figure") || page_.is(node, "table")) return false;
    // A wrapper around picture and caption is not the caption.
    for (NodeIndex i = node + 1; i < page_[node].end; ++i) {
      if (is_picture(i) || page_.is(i, "figcaption") || page_.is(i, "figure")) return false;
    }
    return true;
  }

  // A picture's own frame, with a line or two of text and nothing else, whose text no mark tells: the frame;
  // 0: the element is none. Only frames in the text or between it and the headline are asked.
  [[nodiscard]] NodeIndex beside_picture(NodeIndex node) const {
    constexpr std::size_t kLongestFrame = 60, kShortest = 20, kLongest = 400;
    const bool is_frame =
        page_.is(node, "figure") || page_.is(node, "div") || page_.is(node, "span") || page_.is(node, "p");
    if (!is_frame || page_[node].end - node > kLongestFrame || !near_text(node)) return 0;
    if ((marks_[node] & (kByline | kHeadline)) != 0) return 0;
    std::size_t pictures = 0, bytes = 0;
    for (NodeIndex i = node + 1; i < page_[node].end; ++i) {
      const std::string_view name = page_[i].name;
      if (name.empty()) bytes += trim(page_[i].text, " \t\r\n").size();
      pictures += name == "img";
      if (name == "script" || name == "style" || name == "noscript" || name == "svg") i = page_[i].end - 1;
      if (is_heading(name) || name == "li" || name == "form" || name == "button" || name == "iframe")
        return 0;
      if (page_.is_element(i) && (marks_[i] & (kCaption | kByline | kDate | kHeadline)) != 0) return 0;
      if (name == "a" && !is_picture_link(i)) return 0;
    }
    if (pictures != 1 || bytes < kShortest || bytes > kLongest) return 0;
    return node;
  }

  [[nodiscard]] bool near_text(NodeIndex node) const {
    if (page_.contains(node, region_)) return false;
    return page_.contains(region_, node) || (headline_ != 0 && node > headline_ && node < region_);
  }

  [[nodiscard]] bool is_elsewhere(NodeIndex node) {
    for (NodeIndex i = node; i != story_ && i != 0; i = page_[i].parent) {
      if (page_.contains(i, region_) || (headline_ != 0 && page_.contains(i, headline_))) return false;
      if ((marks_[i] & (kFurniture | kComments)) != 0 && i != node) return true;
      for (const char* name : {"nav", "footer", "form"}) {
        if (page_.is(i, name)) return true;
      }
      if (page_.is(i, "a") && page_.closest(i, "figure") == 0 && !is_picture_link(i)) return true;
      const bool may_be_teaser = page_.is(i, "aside") || page_.is(i, "article") || page_.is(i, "li");
      if (may_be_teaser && leads_to_story(i)) return true;
    }
    return false;
  }

  // A link around a picture leads to the picture, or, outside of a figure, to another story.
  [[nodiscard]] bool is_picture_link(NodeIndex link) const {
    const std::string_view address = page_.attribute(link, "href");
    if (address.empty() || address.starts_with('#') || page_[page_[link].parent].name == "figure")
      return true;
    for (const char* end : {".jpg", ".jpeg", ".png", ".webp", ".gif"}) {
      if (address.find(end) != std::string_view::npos) return true;
    }
    return false;
  }

  // Whether an element holds a heading that is a link.
  [[nodiscard]] bool leads_to_story(NodeIndex node) {
    const auto [known, added] = leads_.try_emplace(node, false);
    if (added) known->second = holds_linked_heading(node);
    return known->second;
  }

  [[nodiscard]] bool holds_linked_heading(NodeIndex node) const {
    for (NodeIndex i = node + 1; i < page_[node].end; ++i) {
      if (!is_heading(page_[i].name)) continue;
      if (page_.closest(i, "a") > node) return true;
      for (NodeIndex j = i + 1; j < page_[i].end; ++j) {
        if (page_.is(j, "a")) return true;
      }
    }
    return false;
  }

  Caption read(NodeIndex node) const {
    std::string text, credit;
    for (NodeIndex i = node + 1; i < page_[node].end;) {
      const Node& inner = page_[i];
      const bool is_credit = page_.is_element(i) &&
                             ((marks_[i] & kCredit) != 0 || inner.name == "cite" || inner.name == "small");
      if (inner.name == "script" || inner.name == "style" || inner.name == "button" || inner.name == "svg" ||
          inner.name == "noscript" || ((marks_[i] & kHidden) != 0 && page_.is_element(i))) {
        i = inner.end;
      } else if (is_credit && !holds_caption(i)) {
        credit += (credit.empty() ? "" : " ") + page_.text(i);
        i = inner.end;
      } else {
        if (inner.name.empty())
          text += inner.text;
        else if (is_block(inner.name) || inner.name == "br" || inner.name == "span")
          text += ' ';
        ++i;
      }
    }
    return finish(nfc(fold_space(text)), std::move(credit), node);
  }

  [[nodiscard]] bool holds_caption(NodeIndex node) const {
    if ((marks_[node] & kCaption) != 0 && (marks_[node] & kCredit) == 0) return true;
    for (NodeIndex i = node + 1; i < page_[node].end; ++i) {
      if ((marks_[i] & kCaption) != 0 && (marks_[i] & kCredit) == 0) return true;
    }
    return false;
  }

  Caption finish(std::string text, std::string credit, NodeIndex node) const {
    if (credit.empty()) credit = credit_beside(node);
    if (credit.empty()) credit = last_part(node, text);
    if (credit.empty()) credit = wide_credit(text);
    if (credit.empty()) credit = labelled_credit(text);
    if (credit.empty()) return parse_caption(text).caption;
    Caption caption{std::move(text), plain_credit(credit)};
    if (caption.credit.empty()) caption.credit = std::move(credit);
    return caption;
  }

  // "... in The Hague. (Photo: Jane Roe. Courtesy of the Court)": what stands in brackets at the end and
  // begins with a credit's label, which is taken from the caption.
  static std::string labelled_credit(std::string& text) {
    const std::size_t start = text.rfind('(');
    if (start == std::string::npos || !text.ends_with(')') || text.size() - start > kLongestCredit) return {};
    const std::string inner = text.substr(start + 1, text.size() - start - 2);
    std::string credit = plain_credit(inner);
    if (credit.empty() || credit.size() + 1 >= inner.size() || inner.find(':') == std::string::npos)
      return {};
    text = std::string(trim(std::string_view(text).substr(0, start)));
    return credit;
  }

  // A credit as East Asian papers print it, which is taken from the caption: in wide brackets at its end, or
  // behind the sign of copyright.
  static std::string wide_credit(std::string& text) {
    constexpr std::string_view kOpen = "（", kClose = "）", kTakenBy = "撮影", kCopyright = "（Ｃ）";
    std::size_t start = text.rfind(kCopyright);
    std::string_view credit;
    if (start != std::string::npos) {
      credit = std::string_view(text).substr(start + kCopyright.size());
    } else if (text.ends_with(kClose) && (start = text.rfind(kOpen)) != std::string::npos) {
      credit = std::string_view(text).substr(start + kOpen.size());
      credit.remove_suffix(kClose.size());
      if (credit.ends_with(kTakenBy)) credit.remove_suffix(kTakenBy.size());
    }
    if (credit.empty() || credit.size() > kLongestLine) return {};
    std::string found(trim(credit));
    text.resize(start);
    return found;
  }

  // A credit in an unmarked element of its own at the caption's end, which it is taken from.
  std::string last_part(NodeIndex node, std::string& text) const {
    NodeIndex last = 0;
    for (NodeIndex i = node + 1; i < page_[node].end; ++i) {
      if (page_.is_element(i) && page_[i].end == page_[node].end - trailing_blanks(node)) last = i;
    }
    if (last == 0) return {};
    std::string part = page_.text(last);
    if (part.empty() || part.size() > kLongestCredit || part.size() * 2 > text.size() ||
        !text.ends_with(part))
      return {};
    std::string before(trim(std::string_view(text).substr(0, text.size() - part.size())));
    const bool named = parse_caption("x (" + part + ")").evidence != CreditEvidence::none ||
                       parse_caption(part).evidence != CreditEvidence::none;
    // A line by itself behind a whole sentence, and none itself.
    const bool apart = part.size() <= kLongestLine && ends_sentence(before) && !ends_sentence(part) &&
                       begins_with_capital(part);
    if (!named && !apart) return {};
    text = std::move(before);
    return part;
  }

  // How many nodes at an element's end are blank texts.
  [[nodiscard]] NodeIndex trailing_blanks(NodeIndex node) const {
    NodeIndex count = 0;
    for (NodeIndex i = page_[node].end; i-- > node + 1 && page_[i].name.empty(); ++count) {
      if (page_[i].text.find_first_not_of(" \t\r\n") != std::string_view::npos) break;
    }
    return count;
  }

  // A credit in the same figure, outside of the caption.
  [[nodiscard]] std::string credit_beside(NodeIndex node) const {
    NodeIndex around = page_.closest(node, "figure");
    if (around == 0) around = page_[node].parent;
    if (page_[around].end - around > kLargestFigure) return {};
    for (NodeIndex i = around + 1; i < page_[around].end; ++i) {
      if (!page_.is_element(i) || (marks_[i] & kCredit) == 0 || page_.contains(node, i) ||
          page_.contains(i, node))
        continue;
      std::string text = page_.text(i);
      if (!text.empty() && text.size() <= kLongestCredit) return text;
    }
    return {};
  }

  // Lines that stand beside a picture of the author, or beside a button: a byline, a date, small print.
  static bool tells_of_page(const std::string& text) {
    if (byline_kind(text, BylineKind::labelled) == BylineKind::labelled || is_small_print(text)) return true;
    const auto date = date_in_line(text, {});
    return date && date->bytes * 4 >= text.size();
  }

  void add(Caption caption) {
    caption.text = std::string(trim(caption.text, " |"));
    const bool all_bracketed =
        caption.text.starts_with('(') && caption.text.find(')') + 1 == caption.text.size();
    if (caption.text.empty() || caption.text.size() > kLongestCaption || all_bracketed) return;
    if (tells_of_page(caption.text)) return;
    if (seen_.insert(bare_letters(caption.text)).second) captions_.push_back(std::move(caption));
  }

  const Page& page_;
  const std::vector<std::uint32_t>& marks_;
  NodeIndex headline_;
  NodeIndex region_;
  NodeIndex story_;
  std::unordered_map<NodeIndex, bool> leads_;  // what leads_to_story has found so far
  std::vector<Caption> captions_;
  std::unordered_set<std::string> seen_;
};

}  // namespace

std::vector<Caption> find_captions(const Page& page, const std::vector<std::uint32_t>& marks,
                                   const Prose& prose, NodeIndex headline, NodeIndex region) {
  return CaptionFinder(page, marks, prose, headline, region).find();
}

}  // namespace dateline::html
