// What a page says of its article outside the text that readers see: JSON-LD, microdata, OpenGraph, other
// `meta` elements. Each kind adds what it knows behind what is there; the surest is asked first.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dateline/article.h"
#include "indexer/readers/html_dom.h"

namespace dateline::html {

struct Author {
  std::string name;  // as given: a name, or a whole byline
  std::string role;
  bool is_organisation = false;
  int rank = 0;  // 0 JSON-LD, 1 microdata, 2 other elements: the lower is surer
};

// A date as given, and the rule that it stands for when it is taken.
struct StatedDate {
  std::string text;
  std::string rule;
};

// All strings are plain text in NFC with white space folded; all lists are in order of trust.
struct PageFacts {
  bool is_article = false;  // the metadata say that the page is an article
  std::vector<std::string> headlines;
  std::vector<std::string>
      printed_headlines;  // elements of the page marked as such, less sure than what is stated
  std::vector<Author> authors;
  std::vector<StatedDate> published;
  std::vector<StatedDate> updated;
  std::vector<std::string> descriptions;
  std::vector<std::string> sections;
  std::vector<std::string> keywords;
  std::vector<std::string> publications;
  std::vector<std::string> urls;
  std::string title;     // of the `title` element
  std::string language;  // as a tag
  std::string body;      // the article's text where the metadata give it, paragraphs apart where they say so
  std::vector<Caption> captions;
  std::vector<std::string> persons;
  std::vector<std::string> places;
  std::vector<std::string> organisations;
  Diagnostics diagnostics;
};

// JSON-LD scripts. Broken JSON is mended where there is one way to (line ends and quotes inside strings,
// commas too many); what stays broken is told (`html.json-ld`).
void read_json_ld(const Page& page, PageFacts& facts);

// Whether a type of schema.org is an article's ("NewsArticle").
[[nodiscard]] bool is_article_type(std::string_view name);

// `itemprop` attributes of schema.org.
void read_microdata(const Page& page, PageFacts& facts);

// `meta`, `link` and `title` elements and the page's language.
void read_meta(const Page& page, PageFacts& facts);

// Text of a value that may hold HTML: its characters decoded, its tags left out, NFC, white space folded.
[[nodiscard]] std::string plain_text(std::string_view value);

// No list of a page's facts grows longer; what a page states more often is not worth reading.
inline constexpr std::size_t kMostFacts = 100;

// Adds a value unless it is empty or there.
void add_once(std::vector<std::string>& list, std::string value);

// Adds one more while the list is not full.
template <class Fact>
void add_fact(std::vector<Fact>& list, Fact fact) {
  if (list.size() < kMostFacts) list.push_back(std::move(fact));
}

}  // namespace dateline::html
