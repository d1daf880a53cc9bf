#include "indexer/readers/html_region.h"

#include <algorithm>
#include <array>

#include "indexer/readers/html_marks.h"

namespace dateline::html {

namespace {

constexpr auto kAsideElements = std::to_array<std::string_view>(
    {"aside", "nav", "footer", "form", "dialog", "menu", "figure", "figcaption"});
constexpr auto kNeverDropped = std::to_array<std::string_view>({"html", "body", "main"});

template <std::size_t Size>
bool is_one_of(std::string_view name, const std::array<std::string_view, Size>& list) {
  return std::ranges::find(list, name) != list.end();
}

// Whether `part` is more than so many hundredths of `whole`.
bool over(std::size_t part, std::size_t percent, std::size_t whole) { return part * 100 > whole * percent; }

}  // namespace

Prose::Prose(const Page& page, const std::vector<std::uint32_t>& marks, const std::vector<Block>& blocks,
             NodeIndex headline)
    : page_(page), dropped_(page.size()) {
  sum(blocks);
  drop(marks, headline);
  sum(blocks);
}

std::size_t Prose::bytes(NodeIndex node) const {
  return bytes_before_[page_[node].end] - bytes_before_[node];
}

std::size_t Prose::count(NodeIndex node) const {
  return count_before_[page_[node].end] - count_before_[node];
}

void Prose::sum(const std::vector<Block>& blocks) {
  bytes_before_.assign(page_.size() + 1, 0);
  count_before_.assign(page_.size() + 1, 0);
  for (const Block& block : blocks) {
    if (is_dropped(block)) continue;
    const std::size_t prose = prose_of(page_, block);
    bytes_before_[block.first + 1] += prose;
    count_before_[block.first + 1] += prose > 0;
  }
  for (std::size_t i = 1; i < bytes_before_.size(); ++i) {
    bytes_before_[i] += bytes_before_[i - 1];
    count_before_[i] += count_before_[i - 1];
  }
}

void Prose::drop(const std::vector<std::uint32_t>& marks, NodeIndex headline) {
  const std::size_t total = bytes(0);
  for (NodeIndex i = 1; i < page_.size(); ++i) {
    if (!page_.is_element(i) || !drops(i, marks[i], headline, total)) continue;
    std::fill(dropped_.begin() + i, dropped_.begin() + page_[i].end, true);
    i = page_[i].end - 1;
  }
}

// What is dropped by its name alone is kept where most of the text is in it: the name is not meant so.
bool Prose::drops(NodeIndex node, std::uint32_t marks, NodeIndex headline, std::size_t total) const {
  const std::string_view name = page_[node].name;
  if (is_one_of(name, kNeverDropped)) return false;
  const std::size_t part = bytes(node);
  if (headline != 0 && page_.contains(node, headline)) return false;
  if ((marks & kComments) != 0) return headline != 0 || !over(part, 70, total);
  if ((marks & kBody) != 0 && over(part, 10, total)) return false;
  if ((marks & kFurniture) != 0 || is_one_of(name, kAsideElements)) return !over(part, 40, total);
  if ((marks & kHidden) != 0) return !over(part, 30, total);
  if ((marks & kCaption) != 0) return !over(part, 30, total);
  if ((marks & (kAside | kCredit)) != 0) return !over(part, 15, total);
  return false;
}

namespace {

// Goes down while one child holds nearly all of the text.
NodeIndex descend(const Page& page, const Prose& prose, NodeIndex node) {
  constexpr std::size_t kNearlyAll = 80;
  for (;;) {
    NodeIndex best = 0;
    for (NodeIndex child = node + 1; child < page[node].end; child = page[child].end) {
      if (page.is_element(child) && (best == 0 || prose.bytes(child) > prose.bytes(best))) best = child;
    }
    if (best == 0 || prose.count(best) < 2 || !over(prose.bytes(best), kNearlyAll, prose.bytes(node)))
      return node;
    node = best;
  }
}

bool says_body(const Page& page, NodeIndex node, std::uint32_t marks) {
  return (marks & kBody) != 0 ||
         page.attribute(node, "itemprop").find("articleBody") != std::string_view::npos;
}

// The smallest element that holds both.
NodeIndex common_ancestor(const Page& page, NodeIndex a, NodeIndex b) {
  while (!page.contains(a, b)) a = page[a].parent;
  return a;
}

// The element marked as the story's text that holds most of it, or, where the text is in several so marked,
// what holds these; 0: none does.
NodeIndex marked_region(const Page& page, const std::vector<std::uint32_t>& marks, const Prose& prose,
                        NodeIndex within) {
  constexpr std::size_t kAlone = 70;
  NodeIndex best = 0, all = 0;
  for (NodeIndex i = within + 1; i < page[within].end; ++i) {
    if (!page.is_element(i) || prose.is_dropped(i) || !says_body(page, i, marks[i]) || prose.bytes(i) == 0)
      continue;
    if (best == 0 || prose.bytes(i) >= prose.bytes(best)) best = i;
    all = all == 0 ? i : common_ancestor(page, all, i);
  }
  return best != 0 && !over(prose.bytes(best), kAlone, prose.bytes(within)) ? all : best;
}

// The `article` element with the headline, or that with the most text.
NodeIndex article_element(const Page& page, const Prose& prose, NodeIndex headline) {
  const NodeIndex around = headline == 0 ? 0 : page.closest(headline, "article");
  if (around != 0 && prose.bytes(around) > 0) return around;
  NodeIndex best = 0;
  for (NodeIndex i = 1; i < page.size(); ++i) {
    if (!page.is(i, "article") || prose.is_dropped(i)) continue;
    if (best == 0 || prose.bytes(i) > prose.bytes(best)) best = i;
  }
  return best;
}

}  // namespace

NodeIndex find_region(const Page& page, const std::vector<std::uint32_t>& marks, const Prose& prose,
                      NodeIndex headline) {
  if (prose.bytes(0) == 0) return 0;
  constexpr std::size_t kEnough = 35;
  // The first node is the `html` element, which the parser adds where a page lacks it.
  NodeIndex within = 1;
  const NodeIndex article = article_element(page, prose, headline);
  if (article != 0 && over(prose.bytes(article), kEnough, prose.bytes(0))) within = article;
  const NodeIndex marked = marked_region(page, marks, prose, within);
  if (marked != 0 && over(prose.bytes(marked), kEnough, prose.bytes(within))) within = marked;
  return descend(page, prose, within);
}

}  // namespace dateline::html
