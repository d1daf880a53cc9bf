#include "indexer/readers/html_headline.h"

#include <algorithm>
#include <array>

#include "dateline/text.h"
#include "dateline/words.h"
#include "indexer/readers/html_marks.h"
#include "indexer/readers/letters.h"

namespace dateline::html {

namespace {

constexpr auto kDividers =
    std::to_array<std::string_view>({" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " < ",
                                     " / ", " ｜ ", "｜", " ― ", " -- ", " : "});

// The host of an address without "www." and its last part: "https://www.the-post.com/x" -> "thepost".
std::string host_name(std::string_view url) {
  const std::size_t slashes = url.find("//");
  if (slashes == std::string_view::npos) return {};
  std::string_view host = url.substr(slashes + 2);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return bare_letters(host.substr(0, host.rfind('.')));
}

bool names_site(std::string_view part, const std::vector<std::string>& sites) {
  const std::string bare = bare_letters(part);
  if (bare.empty()) return true;
  return std::ranges::any_of(sites, [&](const std::string& site) {
    const std::string name = bare_letters(site);
    if (name.size() < 3 || bare.size() < 3) return name == bare;
    return bare.find(name) != std::string::npos || name.find(bare) != std::string::npos;
  });
}

struct Divided {
  std::size_t at = std::string::npos;
  std::size_t size = 0;
};

Divided last_divider(std::string_view title) {
  Divided last;
  for (std::string_view divider : kDividers) {
    const std::size_t at = title.rfind(divider);
    if (at != std::string_view::npos && (last.at == std::string::npos || at > last.at))
      last = {at, divider.size()};
  }
  return last;
}

// How one print of a headline relates to another.
bool is_same(const std::string& a, const std::string& b) { return !a.empty() && a == b; }
bool is_part(const std::string& part, const std::string& whole) {
  constexpr std::size_t kLeast = 12;
  // A smaller part is the name of the site or of a topic.
  const bool is_most = part.size() * 2 >= whole.size();
  return part.size() >= kLeast && is_most && (whole.starts_with(part) || whole.ends_with(part));
}

// A heading, and what is left of it without the line of another kind that some print before it, in an element
// of its own; that is empty where there is no such line.
struct Heading {
  NodeIndex node;
  std::string text;
  std::string bare;
  std::string short_text;
  std::string short_bare;
};

// The text behind a heading's first element where that is marked as no part of the story; empty: it is not.
std::string text_behind_kicker(const Page& page, const std::vector<std::uint32_t>& marks, NodeIndex heading) {
  NodeIndex child = heading + 1;
  while (child < page[heading].end && !page.is_element(child)) ++child;
  if (child >= page[heading].end || (marks[child] & kAside) == 0) return {};
  std::string text;
  for (NodeIndex i = page[child].end; i < page[heading].end; i = page[i].end)
    text += page.is_element(i) ? page.text(i) + " " : std::string(page[i].text);
  return nfc(fold_space(text));
}

std::vector<Heading> headings(const Page& page, const std::vector<std::uint32_t>& marks,
                              std::string_view name) {
  constexpr std::size_t kMost = 400, kLongest = 500, kLargest = 200;
  std::vector<Heading> all;
  for (NodeIndex i = 1; i < page.size() && all.size() < kMost; ++i) {
    if (!page.is(i, name) || page[i].end - i > kLargest || (marks[i] & kHidden) != 0 ||
        page.closest(i, "nav") != 0)
      continue;
    std::string text = page.text(i);
    if (text.empty() || text.size() > kLongest) continue;
    std::string bare = bare_letters(text);
    if (bare.empty()) continue;
    std::string behind = text_behind_kicker(page, marks, i);
    std::string short_bare = bare_letters(behind);
    all.push_back({i, std::move(text), std::move(bare), std::move(behind), std::move(short_bare)});
  }
  return all;
}

}  // namespace

std::string bare_letters(std::string_view text) {
  std::string bare;
  const std::string folded = fold(text);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t start = at;
    const auto c = static_cast<UChar32>(next_code_point(folded, at));
    if (u_isalnum(c)) bare.append(folded, start, at - start);
  }
  return bare;
}

std::string without_site(const std::string& title, const std::vector<std::string>& sites) {
  std::string rest = title;
  for (int round = 0; round < 3; ++round) {
    const Divided divided = last_divider(rest);
    if (divided.at == std::string::npos || divided.at == 0) break;
    const std::string_view tail = std::string_view(rest).substr(divided.at + divided.size);
    if (tail.size() > rest.size() * 2 / 3 || !names_site(tail, sites)) break;
    rest.resize(divided.at);
  }
  return fold_space(rest);
}

namespace {

std::vector<std::string> site_names(const PageFacts& facts) {
  std::vector<std::string> sites = facts.publications;
  for (const std::string& url : facts.urls) add_once(sites, host_name(url));
  return sites;
}

// The titles that the metadata give, without the site's name, the surest first.
std::vector<std::string> stated_titles(const PageFacts& facts) {
  const auto sites = site_names(facts);
  std::vector<std::string> titles;
  for (const std::string& headline : facts.headlines) add_once(titles, without_site(headline, sites));
  add_once(titles, without_site(facts.title, sites));
  for (const std::string& headline : facts.printed_headlines) add_once(titles, headline);
  return titles;
}

// The heading that prints one of the titles, whole or in part.
const Heading* printed(const std::vector<Heading>& headings, const std::vector<std::string>& titles) {
  for (bool whole : {true, false}) {
    for (const std::string& title : titles) {
      const std::string bare = bare_letters(title);
      for (const Heading& heading : headings) {
        if (whole ? is_same(bare, heading.bare) || is_same(bare, heading.short_bare)
                  : is_part(bare, heading.bare) || is_part(heading.bare, bare))
          return &heading;
      }
    }
  }
  return nullptr;
}

// What to take of a heading: where a title is its end, a line of another kind stands before it.
std::string heading_text(const Heading& heading, const std::vector<std::string>& titles) {
  for (const std::string& title : titles) {
    const std::string bare = bare_letters(title);
    if (is_same(bare, heading.bare)) return heading.text;
    if (is_same(bare, heading.short_bare)) return heading.short_text;
  }
  for (const std::string& title : titles) {
    const std::string bare = bare_letters(title);
    if (bare.size() < heading.bare.size() && is_part(bare, heading.bare) && heading.bare.ends_with(bare))
      return title;
  }
  for (const std::string& title : titles) {
    if (!heading.short_bare.empty() && bare_letters(title).starts_with(heading.short_bare))
      return heading.short_text;
  }
  return heading.text;
}

// The line that prints one of the titles, whole or before one of its dividers, where no heading does; null:
// none does.
const Block* printed_line(const std::vector<Block>& blocks, const std::vector<std::string>& titles) {
  constexpr std::size_t kShortest = 12, kLongest = 500;
  constexpr int kMostParts = 4;
  for (std::string title : titles) {
    Divided divided;
    for (int part = 0; part < kMostParts && title.size() <= kLongest; ++part, title.resize(divided.at)) {
      const std::string bare = bare_letters(title);
      if (bare.size() < kShortest) break;
      for (const Block& block : blocks) {
        const bool may_be = block.text.size() >= bare.size() && block.text.size() <= title.size() * 2;
        if (may_be && bare_letters(block.text) == bare) return &block;
      }
      divided = last_divider(title);
      if (divided.at == std::string::npos) break;
    }
  }
  return nullptr;
}

// The larger part of a title that has dividers, where a line of the page begins with it: the rest names the
// site. Nothing else of an old page says so.
Headline title_part(const std::vector<Block>& blocks, const std::vector<std::string>& titles) {
  constexpr std::size_t kShortest = 12;
  for (const std::string& title : titles) {
    Divided divided = last_divider(title);
    // "The Daily Post: Ferry sinks": a colon may well be the headline's own, but here the page decides.
    if (divided.at == std::string::npos) divided = {title.find(": "), 2};
    if (divided.at == std::string::npos) continue;
    std::string front = title.substr(0, divided.at), back = title.substr(divided.at + divided.size);
    std::string& part = back.size() > front.size() ? back : front;
    const std::string bare = bare_letters(part);
    if (bare.size() < kShortest) continue;
    for (const Block& block : blocks) {
      if (bare_letters(prefix(block.text, part.size() * 2)).starts_with(bare))
        return {fold_space(part), block.first};
    }
  }
  return {};
}

const Heading* marked(const std::vector<Heading>& headings, const std::vector<std::uint32_t>& marks) {
  for (const Heading& heading : headings) {
    if ((marks[heading.node] & kHeadline) != 0) return &heading;
  }
  return nullptr;
}

}  // namespace

Headline find_headline(const Page& page, const std::vector<std::uint32_t>& marks,
                       const std::vector<Block>& blocks, const PageFacts& facts) {
  const auto titles = stated_titles(facts);
  auto first_rank = headings(page, marks, "h1");
  if (const Heading* heading = printed(first_rank, titles))
    return {heading_text(*heading, titles), heading->node};
  for (const char* name : {"h2", "h3"}) {
    const auto lower_rank = headings(page, marks, name);
    if (const Heading* heading = printed(lower_rank, titles))
      return {heading_text(*heading, titles), heading->node};
  }
  if (const Block* line = printed_line(blocks, titles)) return {line->text, line->first};
  const Heading* heading = marked(first_rank, marks);
  if (!heading && !first_rank.empty()) heading = &first_rank.front();
  const auto second_rank = headings(page, marks, "h2");
  for (const Heading& lower : second_rank) {
    if (!heading && page.closest(lower.node, "article") != 0) heading = &lower;
  }
  const bool only_title = facts.headlines.empty();
  if (only_title && heading) return {heading_text(*heading, titles), heading->node};
  if (!heading) {
    if (Headline part = title_part(blocks, titles); !part.text.empty()) return part;
  }
  if (!titles.empty()) return {titles.front(), heading ? heading->node : 0};
  const auto third_rank = headings(page, marks, "h3");
  for (const auto* rank : {&second_rank, &third_rank}) {
    if (!heading && !rank->empty()) heading = &rank->front();
  }
  return heading ? Headline{heading->text, heading->node} : Headline{};
}

}  // namespace dateline::html
