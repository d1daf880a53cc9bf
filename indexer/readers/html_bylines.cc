#include "indexer/readers/html_bylines.h"

#include <algorithm>
#include <array>
#include <string>

#include "dateline/text.h"
#include "dateline/words.h"
#include "indexer/readers/agencies.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/html_headline.h"
#include "indexer/readers/html_marks.h"
#include "indexer/readers/html_printed_dates.h"
#include "indexer/readers/letters.h"

namespace dateline::html {

namespace {

constexpr std::size_t kLongestByline = 200, kLongestName = 80, kMostWords = 5;

// A stated author without addresses and handles.
std::string without_handles(std::string_view text) {
  std::string rest;
  for (std::string_view word : split_at_blanks(text)) {
    const bool is_number = word.find_first_not_of("0123456789") == std::string_view::npos;
    if (word.find('@') != std::string_view::npos || word.starts_with("http") || is_number) continue;
    rest += (rest.empty() ? "" : " ") + std::string(word);
  }
  return std::string(trim_marks(rest, " ,;|()-"));
}

// What publishing systems call who set them up.
bool is_account(std::string_view name) {
  constexpr auto kAccounts =
      std::to_array<std::string_view>({"admin", "administrator", "super user", "webmaster", "root"});
  return std::ranges::find(kAccounts, fold(name)) != kAccounts.end();
}

class BylineFinder {
 public:
  explicit BylineFinder(const PageFacts& facts) : facts_(facts) {}

  // What metadata of one rank name; true: a person was among them.
  bool stated(int rank) {
    for (const Author& author : facts_.authors) {
      if (author.rank != rank) continue;
      for (std::string_view rest = author.name; !rest.empty();) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        one({std::string(rest.substr(0, end)), author.role, author.is_organisation, rank});
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return !persons_.empty();
  }

  // One `meta` element that lists the authors found so far among others lists them all.
  void complete() {
    for (const Author& author : facts_.authors) {
      BylineFinder one(facts_);
      if (author.rank == 2) one.one(author);
      if (one.persons_.size() <= persons_.size()) continue;
      if (!std::ranges::all_of(persons_, [&](const Byline& b) { return one.has(b.name); })) continue;
      for (Byline& byline : one.persons_) add(persons_, std::move(byline));
    }
  }

  // What a line of the page names.
  bool line(std::string_view text) {
    if (text.size() > kLongestByline) return false;
    const ParsedByline parsed = parse_byline(without_site(without_handles(text)));
    for (const std::string& agency : parsed.agencies) add(others_, {agency, {}});
    // A single word is a label rather than a name.
    for (const Byline& person : parsed.persons) {
      if (person.name.find(' ') != std::string::npos) add(persons_, person);
    }
    return !persons_.empty();
  }

  // The names that stand in links of a byline, or are all of its parts; else those in its line.
  bool element(const Page& page, NodeIndex node) {
    const std::string whole = page.text(node, Page::Apart::elements);
    if (whole.size() > kLongestByline) return false;
    for (bool links : {true, false}) {
      if (!links && parse_byline(without_site(without_handles(whole))).whole) break;
      bool any = false;
      for (NodeIndex i = node; i < page[node].end; ++i) {
        if (links ? !page.is(i, "a") : page.is_element(i)) continue;
        const std::string part = links ? page.text(i) : fold_space(page[i].text);
        if (byline_kind(part) == BylineKind::names && part.find(' ') != std::string::npos)
          any = line(part) || any;
      }
      if (any) return true;
    }
    return line(whole);
  }

  [[nodiscard]] bool has_persons() const { return !persons_.empty(); }

  // Where an agency is named beside the site, the agency wrote it.
  [[nodiscard]] std::vector<Byline> result() {
    if (!persons_.empty()) return std::move(persons_);
    const auto is_named_agency = [](const Byline& byline) { return is_agency(byline.name); };
    if (std::ranges::any_of(others_, is_named_agency))
      std::erase_if(others_, [&](const Byline& byline) { return !is_named_agency(byline); });
    return std::move(others_);
  }

 private:
  void one(const Author& author) {
    const std::string text = without_site(without_handles(author.name));
    if (text.empty() || text.size() > kLongestByline || is_account(text)) return;
    if (author.is_organisation || is_site(text)) return add(others_, {text, {}});
    if (names_alone(text, author.role)) return;
    const ParsedByline parsed = parse_byline(text);
    for (const std::string& agency : parsed.agencies) add(others_, {agency, {}});
    for (Byline person : parsed.persons) {
      if (person.role.empty() && parsed.persons.size() == 1) person.role = author.role;
      add(persons_, person);
    }
    const bool nothing = parsed.persons.empty() && parsed.agencies.empty();
    if (nothing && text.size() <= kLongestName && !parsed.labelled && word_count(text) <= kMostWords)
      add(others_, {text, author.role});
  }

  // "Jane Roe,John Doe": a list of nothing but names.
  bool names_alone(std::string_view text, const std::string& role) {
    std::vector<std::string> names;
    for (std::size_t start = 0; start <= text.size();) {
      const std::size_t end = std::min(text.find(',', start), text.size());
      names.emplace_back(trim(text.substr(start, end - start)));
      start = end + 1;
    }
    const bool all = std::ranges::all_of(names, [](const std::string& name) {
      return name.find(' ') != std::string::npos && byline_kind(name) == BylineKind::names;
    });
    if (!all || names.size() < 3) return false;
    for (const std::string& name : names) {
      for (const Byline& person : parse_byline(name).persons) add(persons_, {person.name, role});
    }
    return true;
  }

  // "Jane Roe The Daily Post" -> "Jane Roe" on the Post's pages.
  [[nodiscard]] std::string without_site(std::string text) const {
    for (const std::string& site : facts_.publications) {
      if (text.size() <= site.size() || !fold(text).ends_with(fold(site))) continue;
      const std::string_view rest =
          trim_marks(std::string_view(text).substr(0, text.size() - site.size()), " ,|-/");
      if (!rest.empty()) text = std::string(rest);
    }
    return text;
  }

  [[nodiscard]] bool has(const std::string& name) const {
    const std::string key = fold_name(name);
    return std::ranges::any_of(persons_, [&](const Byline& b) { return fold_name(b.name) == key; });
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

// "posted on 22 December 2023 by Jane Roe".
bool dated_byline(std::string_view line, BylineFinder& finder) {
  const std::size_t by = line.rfind(" by ");
  return by != std::string_view::npos && date_in_line(line, {}) && finder.line(line.substr(by + 1));
}

// A line of a block that its breaks divide: "By Jane Roe<br>May 3, 2001<br>".
bool byline_among_lines(const Page& page, const Block& block, BylineFinder& finder) {
  const auto lines = lines_of(page, block);
  return lines.size() > 1 && std::ranges::any_of(lines, [&](const std::string& line) {
           return byline_kind(line, BylineKind::labelled) == BylineKind::labelled && finder.line(line);
         });
}

// Where the running text of a region begins with its first paragraph, or that of a later `count`; the page's
// end where there is none.
NodeIndex first_prose(const Page& page, const std::vector<Block>& blocks, NodeIndex region,
                      std::size_t count = 1) {
  for (const Block& block : blocks) {
    if (region != 0 && page.contains(region, block.first) && prose_of(page, block) > 0 && --count == 0)
      return block.first;
  }
  return page.size();
}

// Whether an address is that of a page about an author.
bool leads_to_author(std::string_view address) {
  constexpr auto kFolders = std::to_array<std::string_view>(
      {"/author", "/autor", "/auteur", "/autore", "/people/", "/person/", "/profile/", "/profil/",
       "/journalist", "/staff/", "/contributor", "/writer", "/by/", "/byline/", "/redaktion/", "/redakteur",
       "/reporter"});
  return std::ranges::any_of(
      kFolders, [&](std::string_view folder) { return address.find(folder) != std::string_view::npos; });
}

bool is_full_name(const std::string& text) {
  return byline_kind(text) == BylineKind::names && text.find(' ') != std::string::npos;
}

// Links to authors' pages between headline and text.
bool linked_bylines(const Page& page, NodeIndex from, NodeIndex to, BylineFinder& finder) {
  constexpr std::size_t kMost = 6;
  std::size_t found = 0;
  for (NodeIndex i = from; i < to && found < kMost; ++i) {
    if (!page.is(i, "a") || !leads_to_author(page.attribute(i, "href"))) continue;
    if (const std::string name = page.text(i); is_full_name(name)) found += finder.line(name);
  }
  return found > 0;
}

// A line of nothing but names between headline and text, beside one with a date.
bool names_beside_date(const std::vector<Block>& blocks, NodeIndex from, NodeIndex to, BylineFinder& finder) {
  constexpr std::size_t kLongestDate = 80;
  const auto is_dated = [&](std::size_t i) {
    return i < blocks.size() && blocks[i].text.size() <= kLongestDate && date_in_line(blocks[i].text, {});
  };
  for (std::size_t i = 0; i < blocks.size() && blocks[i].first < to; ++i) {
    if (blocks[i].first < from || blocks[i].text.size() > kLongestName || !is_full_name(blocks[i].text))
      continue;
    if ((is_dated(i + 1) || (i > 0 && is_dated(i - 1))) && finder.line(blocks[i].text)) return true;
  }
  return false;
}

}  // namespace

std::vector<Byline> find_bylines(const Page& page, const std::vector<std::uint32_t>& marks,
                                 const std::vector<Block>& blocks, const PageFacts& facts, NodeIndex headline,
                                 NodeIndex region) {
  BylineFinder finder(facts);
  for (int rank : {0, 1, 2}) {
    if (!finder.stated(rank)) continue;
    finder.complete();
    return finder.result();
  }
  const NodeIndex text = first_prose(page, blocks, region);
  for (NodeIndex i = headline; i < page.size(); ++i) {
    if (!page.is_element(i) || !may_be_byline(page, marks, i, headline)) continue;
    // In the text or below it only a line that says that it is a byline.
    if (i > text &&
        byline_kind(page.text(i, Page::Apart::elements), BylineKind::labelled) != BylineKind::labelled)
      continue;
    if (finder.element(page, i)) return finder.result();
  }
  for (const Block& block : blocks) {
    if (block.first < headline || (region != 0 && block.first >= page[region].end)) continue;
    if (block.first <= text && byline_among_lines(page, block, finder)) break;
    if (block.text.size() > kLongestByline) continue;
    if (byline_kind(block.text, BylineKind::labelled) == BylineKind::labelled && finder.line(block.text))
      break;
    if (dated_byline(block.text, finder)) break;
  }
  constexpr std::size_t kParagraphs = 3;
  const NodeIndex begin = headline == 0 ? 0 : page[headline].end,
                  end = first_prose(page, blocks, region, kParagraphs);
  if (headline != 0 && !finder.has_persons() && !linked_bylines(page, begin, end, finder))
    names_beside_date(blocks, begin, end, finder);
  return finder.result();
}

}  // namespace dateline::html
