// A search as it is asked for, all options read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "searcher/query/query.h"

namespace dateline {

enum class Match : std::uint8_t { all, any };

enum class Sort : std::uint8_t { relevance, newest, oldest, archive };

enum class DateUnit : std::uint8_t { century, decade, year, month, week, day };

inline constexpr const char* kDateUnitNames[]{"century", "decade", "year", "month", "week", "day"};

// How much of a hit is wanted; reading less is faster.
enum class Detail : std::uint8_t { id, article, snippets };

struct FacetWish {
  std::string name;                       // a facet field, or `date`
  std::optional<std::size_t> count = 10;  // values at most; absent: all. `date` always gives all
  std::optional<DateUnit> unit;           // of `date`; absent: the finest that gives a short table
};

struct Request {
  std::string text;  // as typed
  Node query;
  Match match = Match::all;
  bool exact = false;  // case and accents count
  std::map<std::string, std::vector<std::string>>
      filters;                   // by facet field; any of one, all of different ones
  std::vector<DateRange> dates;  // any of them
  std::vector<FacetWish> facets;
  std::string facet_prefix;               // only facet values with a word beginning so
  std::optional<Sort> sort;               // absent: relevance, or newest where no words are searched for
  std::optional<std::size_t> limit = 10;  // absent: all
  std::size_t offset = 0;
  std::string cursor;  // from an answer's `next`; empty: none
  bool include_embargoed = false;
  Detail detail = Detail::snippets;
  bool explain = false;
};

}  // namespace dateline
