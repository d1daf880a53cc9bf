// What a search gives back: the one thing that renderers know.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dateline/article.h"
#include "dateline/terms.h"

namespace dateline {

// A piece of a text with matches in it. Parts 1, 3, 5... are the matches; all parts joined are the text.
struct Snippet {
  std::string field;        // as in queries; `dateline` too
  std::uint32_t index = 0;  // of the caption, byline or subheadline, else 0
  std::vector<std::string> parts;
  bool cut_before = false;
  bool cut_after = false;
};

struct Hit {
  std::uint64_t rank = 0;  // from 1, over all pages
  double score = 0;        // 0 where the order is not relevance
  unsigned archive = 0;    // which --db
  std::vector<Snippet> snippets;
  std::vector<std::string> reasons;  // --explain: what matched, one sentence each
  Article article;
};

struct FacetValue {
  DisplayForm form;  // `name` is empty but for places
  std::uint64_t count = 0;
  bool selected = false;
};

// The counts of one facet under the query and the filters of all others.
struct FacetCounts {
  std::string name;
  std::vector<FacetValue> values;  // by count, ties by value; of `date`: in order of time, without gaps
  std::uint64_t distinct = 0;      // values that at least one article has
  std::uint64_t missing = 0;       // articles without any
  std::string unit;                // of `date`: century decade year month week day; else empty
  std::uint64_t coarser = 0;       // of `date`: articles dated less finely than the unit
};

// How the query was understood.
struct QueryEcho {
  std::string text;
  std::string parsed;
  std::string match;                                        // all, any
  std::map<std::string, std::vector<std::string>> filters;  // those set by options, as they were given
  std::vector<std::string> notes;
  std::optional<std::string> spelling;   // where nothing matches: the query that may be meant
  std::vector<std::string> explanation;  // --explain: one line each
};

// The hits themselves come one by one (Search::each_hit), so that an answer of any length needs little
// memory.
struct Answer {
  QueryEcho query;
  bool loosened = false;    // nothing held all words, these hits hold some
  std::uint64_t total = 0;  // articles that match, exact
  double took_ms = 0;
  std::uint64_t revision = 0;
  std::uint64_t first_rank = 1;  // of this page
  std::uint64_t page_size = 0;   // hits on it
  std::vector<FacetCounts> facets;
  std::optional<std::string> next;  // cursor of the next page
};

}  // namespace dateline
