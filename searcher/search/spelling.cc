#include "searcher/search/spelling.h"

#include <algorithm>

#include "dateline/nearest.h"
#include "dateline/text.h"
#include "searcher/search/forms.h"

namespace dateline {

namespace {

constexpr std::size_t kShortestWord = 4;

bool is_known(const Archive& archive, const std::string& word) {
  const WordList family = Forms(archive).family(word);
  return std::ranges::any_of(family,
                             [&](const std::string& form) { return archive.database().term_exists(form); });
}

// Sought among the words with the same first letter, which is seldom the wrong one.
std::string nearest_word(const Xapian::Database& database, const std::string& word) {
  std::size_t first = 0;
  static_cast<void>(next_code_point(word, first));
  const std::string prefix = word.substr(0, first);
  std::string best;
  std::size_t least = word.size() / kShortestWord + 1;
  Xapian::doccount most = 0;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const std::string known = *term;
    if (known.size() + least < word.size() || word.size() + least < known.size()) continue;
    const std::size_t distance = edit_distance(word, known);
    if (distance > least || (distance == least && (best.empty() || term.get_termfreq() <= most))) continue;
    least = distance, most = term.get_termfreq(), best = known;
  }
  return best;
}

bool respell(const Archive& archive, Node& node) {
  bool changed = false;
  if (node.kind == NodeKind::except) return false;
  for (Node& child : node.children) changed = respell(archive, child) || changed;
  if (node.kind != NodeKind::words || node.prefix) return changed;
  for (QueryWord& word : node.words) {
    const bool number = word.term[0] >= '0' && word.term[0] <= '9';
    if (number || word.term.size() < kShortestWord || is_known(archive, word.term)) continue;
    const std::string near = nearest_word(archive.database(), word.term);
    if (near.empty()) continue;
    word.term = word.surface = near;
    changed = true;
  }
  return changed;
}

}  // namespace

std::optional<Node> respelled(const Archive& archive, const Node& query) {
  Node copy = query;
  return respell(archive, copy) ? std::optional(std::move(copy)) : std::nullopt;
}

}  // namespace dateline
