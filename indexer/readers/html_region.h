// Where on a page its story stands.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/readers/html_blocks.h"

namespace dateline::html {

// The blocks of a page that can be of its story, with sums of the running text below any element.
class Prose {
 public:
  // `headline`: the element of the headline, or 0.
  Prose(const Page& page, const std::vector<std::uint32_t>& marks, const std::vector<Block>& blocks,
        NodeIndex headline);

  // Bytes of running text, and how many blocks hold it, below an element.
  [[nodiscard]] std::size_t bytes(NodeIndex node) const;
  [[nodiscard]] std::size_t count(NodeIndex node) const;

  // Whether a node, or all of a block, stands in elements that are not of the story.
  [[nodiscard]] bool is_dropped(NodeIndex node) const { return dropped_[node]; }
  [[nodiscard]] bool is_dropped(const Block& block) const {
    return dropped_[block.first] && dropped_[block.last];
  }

 private:
  void sum(const std::vector<Block>& blocks);
  void drop(const std::vector<std::uint32_t>& marks, NodeIndex headline);
  [[nodiscard]] bool drops(NodeIndex node, std::uint32_t marks, NodeIndex headline, std::size_t total) const;

  const Page& page_;
  std::vector<std::size_t> bytes_before_;  // of the nodes before each
  std::vector<std::uint32_t> count_before_;
  std::vector<bool> dropped_;
};

// The element that holds the story's text and as little else as may be; 0: the page has no running text.
[[nodiscard]] NodeIndex find_region(const Page& page, const std::vector<std::uint32_t>& marks,
                                    const Prose& prose, NodeIndex headline);

}  // namespace dateline::html
