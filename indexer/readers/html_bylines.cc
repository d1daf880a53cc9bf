#include "indexer/readers/html_bylines.h"

#include <algorithm>
#include <string>

#include "dateline/text.h"
#include "dateline/words.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/html_headline.h"
#include "indexer/readers/html_marks.h"
#include "indexer/readers/letters.h"

namespace dateline::html {

namespace {

constexpr std::size_t kLongestByline = 200, kLongestName = 80;

// A stated author without addresses and handles.
std::string without_handles(std::string_view text) {
  std::string rest;
  for (std::string_view word : split_at_blanks(text)) {
    if (word.find('@') != std::string_view::npos || word.starts_with("http")) continue;
    rest += (rest.empty() ? "" : " ") + std::string(word);
  }
  return std::string(trim(rest, " ,;|()-–"));
}

class BylineFinder {
 public:
  explicit BylineFinder(const PageFacts& facts) : facts_(facts) {}

  // What metadata of one rank name; true: a person was among them.
  bool stated(int rank) {
    for (const Author& author : facts_.authors) {
      if (author.rank == rank) one(author);
    }
    return !persons_.empty();
  }

  // What a line of the page names.
  bool line(std::string_view text) {
    if (text.size() > kLongestByline) return false;
    const ParsedByline parsed = parse_byline(without_handles(text));
    for (const Byline& person : parsed.persons) add(persons_, person);
    for (const std::string& agency : parsed.agencies) add(others_, {agency, {}});
    return !parsed.persons.empty();
  }

  [[nodiscard]] std::vector<Byline> result() { return std::move(persons_.empty() ? others_ : persons_); }

 private:
  void one(const Author& author) {
    const std::string text = without_handles(author.name);
    if (text.empty() || text.size() > kLongestByline) return;
    if (author.is_organisation || is_site(text)) return add(others_, {text, {}});
    const ParsedByline parsed = parse_byline(text);
    for (const std::string& agency : parsed.agencies) add(others_, {agency, {}});
    for (Byline person : parsed.persons) {
      if (person.role.empty() && parsed.persons.size() == 1) person.role = author.role;
      add(persons_, person);
    }
    const bool nothing = parsed.persons.empty() && parsed.agencies.empty();
    if (nothing && text.size() <= kLongestName && !parsed.labelled) add(others_, {text, author.role});
  }

  [[nodiscard]] bool is_site(const std::string& name) const {
    const std::string bare = bare_letters(name);
    return std::ranges::any_of(facts_.publications,
                               [&](const std::string& site) { return bare_letters(site) == bare; });
  }

  static void add(std::vector<Byline>& list, Byline byline) {
    const std::string key = fold_name(byline.name);
    if (byline.name.empty() ||
        std::ranges::any_of(list, [&](const Byline& b) { return fold_name(b.name) == key; }))
      return;
    list.push_back(std::move(byline));
  }

  const PageFacts& facts_;
  std::vector<Byline> persons_;
  std::vector<Byline> others_;
};

// Whether an element can be the byline of the story rather than of a teaser or of a comment.
bool may_be_byline(const Page& page, const std::vector<std::uint32_t>& marks, NodeIndex node,
                   NodeIndex headline) {
  const bool marked = (marks[node] & kByline) != 0 || page.attribute(node, "rel") == "author";
  if (!marked || page[node].end - node > 80) return false;
  for (NodeIndex i = node; i != 0; i = page[i].parent) {
    if (headline != 0 && page.contains(i, headline)) return true;
    if ((marks[i] & kComments) != 0 || page.is(i, "nav") || page.is(i, "footer")) return false;
    if ((marks[i] & kFurniture) != 0 && (marks[i] & kByline) == 0) return false;
  }
  return true;
}

}  // namespace

std::vector<Byline> find_bylines(const Page& page, const std::vector<std::uint32_t>& marks,
                                 const std::vector<Block>& blocks, const PageFacts& facts, NodeIndex headline,
                                 NodeIndex region) {
  BylineFinder finder(facts);
  for (int rank : {0, 1, 2}) {
    if (finder.stated(rank)) return finder.result();
  }
  for (NodeIndex i = headline; i < page.size(); ++i) {
    if (!page.is_element(i) || !may_be_byline(page, marks, i, headline)) continue;
    if (finder.line(page.text(i))) return finder.result();
  }
  for (const Block& block : blocks) {
    if (block.first < headline || (region != 0 && block.first >= page[region].end)) continue;
    if (block.text.size() <= kLongestByline && byline_kind(block.text) == BylineKind::labelled &&
        finder.line(block.text))
      break;
  }
  return finder.result();
}

}  // namespace dateline::html
