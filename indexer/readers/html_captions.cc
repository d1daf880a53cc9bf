#include "indexer/readers/html_captions.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "dateline/text.h"
#include "indexer/readers/captions.h"
#include "indexer/readers/html_facts.h"
#include "indexer/readers/html_headline.h"
#include "indexer/readers/html_marks.h"
#include "indexer/readers/letters.h"

namespace dateline::html {

namespace {

// Longer texts are no captions, whatever the markup says.
constexpr std::size_t kLongestCaption = 1200;
constexpr std::size_t kLongestCredit = 200;

class CaptionFinder {
 public:
  CaptionFinder(const Page& page, const std::vector<std::uint32_t>& marks, NodeIndex headline,
                NodeIndex region)
      : page_(page), marks_(marks), headline_(headline), region_(region), story_(story()) {}

  std::vector<Caption> find() {
    for (NodeIndex i = story_; i < page_[story_].end; ++i) {
      if (!page_.is_element(i)) continue;
      if (is_caption(i)) {
        if (!is_elsewhere(i)) add(read(i));
        i = page_[i].end - 1;
      } else if (const std::string_view stated = page_.attribute(i, "data-caption"); !stated.empty()) {
        if (!is_elsewhere(i)) add(parse_caption(plain_text(stated)).caption);
      }
    }
    return std::move(captions_);
  }

 private:
  // The smallest element that holds both headline and text.
  [[nodiscard]] NodeIndex story() const {
    NodeIndex node = region_;
    if (headline_ == 0) return node == 0 ? 0 : page_[node].parent;
    while (node != 0 && !page_.contains(node, headline_)) node = page_[node].parent;
    return node == region_ ? page_[node].parent : node;
  }

  [[nodiscard]] bool is_caption(NodeIndex node) const {
    if (page_.is(node, "figcaption")) return true;
    if ((marks_[node] & kCaption) == 0 || page_.is(node, "figure") || page_.is(node, "table")) return false;
    // A wrapper around picture and caption is not the caption.
    for (NodeIndex i = node + 1; i < page_[node].end; ++i) {
      if (page_.is(i, "img") || page_.is(i, "picture") || page_.is(i, "figcaption") || page_.is(i, "figure"))
        return false;
    }
    return true;
  }

  [[nodiscard]] bool is_elsewhere(NodeIndex node) const {
    for (NodeIndex i = node; i != story_ && i != 0; i = page_[i].parent) {
      if (page_.contains(i, region_) || (headline_ != 0 && page_.contains(i, headline_))) continue;
      if ((marks_[i] & (kFurniture | kComments)) != 0 && i != node) return true;
      for (const char* name : {"aside", "nav", "footer", "form", "article", "li"}) {
        if (page_.is(i, name) && (std::string_view(name) != "li" || !page_.contains(region_, i))) return true;
      }
      if (page_.is(i, "a") && leads_to_story(i)) return true;
    }
    return false;
  }

  // A link around a picture leads to the picture, or to another story.
  [[nodiscard]] bool leads_to_story(NodeIndex link) const {
    const std::string_view address = page_.attribute(link, "href");
    for (const char* end : {".jpg", ".jpeg", ".png", ".webp", ".gif"}) {
      if (address.find(end) != std::string_view::npos) return false;
    }
    for (NodeIndex i = link + 1; i < page_[link].end; ++i) {
      const std::string_view name = page_[i].name;
      if (name == "h1" || name == "h2" || name == "h3" || name == "h4") return true;
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
    if (!credit.empty()) {
      Caption caption{std::move(text), plain_credit(credit)};
      if (caption.credit.empty()) caption.credit = std::move(credit);
      return caption;
    }
    return parse_caption(text).caption;
  }

  // A credit in the same figure, outside of the caption.
  [[nodiscard]] std::string credit_beside(NodeIndex node) const {
    NodeIndex around = page_.closest(node, "figure");
    if (around == 0) around = page_[node].parent;
    for (NodeIndex i = around + 1; i < page_[around].end; ++i) {
      if (!page_.is_element(i) || (marks_[i] & kCredit) == 0 || page_.contains(node, i) ||
          page_.contains(i, node))
        continue;
      std::string text = page_.text(i);
      if (!text.empty() && text.size() <= kLongestCredit) return text;
    }
    return {};
  }

  void add(Caption caption) {
    caption.text = std::string(trim(caption.text));
    if (caption.text.empty() || caption.text.size() > kLongestCaption) return;
    if (seen_.insert(bare_letters(caption.text)).second) captions_.push_back(std::move(caption));
  }

  const Page& page_;
  const std::vector<std::uint32_t>& marks_;
  NodeIndex headline_;
  NodeIndex region_;
  NodeIndex story_;
  std::vector<Caption> captions_;
  std::unordered_set<std::string> seen_;
};

}  // namespace

std::vector<Caption> find_captions(const Page& page, const std::vector<std::uint32_t>& marks,
                                   NodeIndex headline, NodeIndex region) {
  return CaptionFinder(page, marks, headline, region).find();
}

}  // namespace dateline::html
