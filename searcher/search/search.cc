#include "searcher/search/search.h"

#include <algorithm>
#include <chrono>
#include <ctime>

#include "dateline/record.h"
#include "dateline/schema.h"
#include "searcher/query/parser.h"
#include "searcher/search/cursor.h"
#include "searcher/search/date_terms.h"
#include "searcher/search/record_parts.h"
#include "searcher/search/snippet.h"
#include "searcher/search/spelling.h"

namespace dateline {

namespace {

using Xapian::Query;

// Robertson's usual values: long articles are not punished as hard as Xapian's default of 0.5 for `b` would
// have it.
const Xapian::BM25Weight kWeight(1.2, 0, 1, 0.75, 0.5);

Query both(const Query& query, const Query& filter) { return {Query::OP_FILTER, query, filter}; }

// An embargo is printed without regard to zones, so it ends by the clock of this machine.
Query without_embargoed(const Query& query, const Xapian::Database& database) {
  if (database.get_value_freq(kEmbargoSlot) == 0) return query;
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  char digits[32];
  const std::size_t size = std::strftime(digits, sizeof digits, "%Y%m%d%H%M%S", &local);
  // A character behind this second's digits: only what sorts after it is still to come.
  return {Query::OP_AND_NOT, query, Query(Query::OP_VALUE_GE, kEmbargoSlot, std::string(digits, size) + '0')};
}

// The slot's digits as one number whose order is the order in time, a year before its months. 0: no date.
std::uint64_t time_of(const std::string& digits) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 14; ++i) {
    const char c = i < digits.size() ? digits[i] : '0';
    number = number * 10 + static_cast<std::uint64_t>(c >= '0' && c <= '9' ? c - '0' : 0);
  }
  return number;
}

double milliseconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

Search::Search(Archive& archive, const Request& request) : archive_(archive), request_(request) {
  const auto start = std::chrono::steady_clock::now();
  with_retry(archive, [&] { run(); });
  answer_.took_ms = milliseconds_since(start);
}

void Search::run() {
  answer_ = Answer{};
  filters_.clear();
  const Node query = request_.match == Match::any ? loosen(request_.query) : request_.query;
  Compiler compiler(archive_, request_.exact);
  const Query words = compiler.compile(query);
  read_filters(compiler);
  const Query fixed = both(words, fixed_part());
  const Query whole = filtered(fixed, {});
  const DocIds ids = matching(archive_.database(), whole);
  sort_ = request_.sort.value_or(compiler.has_words() ? Sort::relevance : Sort::newest);
  answer_.query = echo(query, compiler);
  if (ids.empty()) {
    if (const auto meant = respelled(archive_, query)) answer_.query.spelling = print(*meant);
  }
  answer_.total = ids.size();
  answer_.revision = archive_.revision();
  wanted_ = std::move(compiler.wanted());
  count_facets(fixed, ids);
  rank(whole, ids);
}

QueryEcho Search::echo(const Node& query, Compiler& compiler) const {
  QueryEcho echo;
  echo.text = request_.text;
  echo.parsed = print(query);
  echo.match = request_.match == Match::any ? "any" : "all";
  echo.filters = request_.filters;
  for (const DateRange& range : request_.dates) echo.filters["date"].push_back(range.text);
  echo.notes = compiler.notes();
  if (request_.explain) echo.explanation = compiler.explanation();
  return echo;
}

// What no facet is counted without: dates and embargoes.
Query Search::fixed_part() const {
  const Xapian::Database& database = archive_.database();
  Query fixed = Query::MatchAll;
  if (!request_.dates.empty()) {
    std::vector<Query> ranges;
    for (const DateRange& range : request_.dates) ranges.push_back(published_in(range, database));
    fixed = Query(Query::OP_OR, ranges.begin(), ranges.end());
  }
  return request_.include_embargoed ? fixed : without_embargoed(fixed, database);
}

// The same filter repeated is a choice.
void Search::read_filters(Compiler& compiler) {
  for (const auto& [name, values] : request_.filters) {
    const Field& field = *find_field(name);
    Filter filter{name, {}, {}};
    std::vector<Query> choices;
    for (const std::string& value : values) {
      TakenNames taken;
      choices.push_back(compiler.filter(field, value, false, &taken));
      if (taken.keys.empty()) filter.selected.push_back({facet_key(field.kind, value), value, true});
      for (const std::string& key : taken.keys)
        filter.selected.push_back({facet_key(field.kind, key), key, taken.whole});
    }
    // Where a value is given twice, that which is listed stays.
    std::ranges::sort(filter.selected, [](const Selected& a, const Selected& b) {
      return a.key != b.key ? a.key < b.key : a.listed && !b.listed;
    });
    const auto same_key = [](const Selected& a, const Selected& b) { return a.key == b.key; };
    filter.selected.erase(std::unique(filter.selected.begin(), filter.selected.end(), same_key),
                          filter.selected.end());
    filter.query = Query(Query::OP_OR, choices.begin(), choices.end());
    filters_.push_back(std::move(filter));
  }
}

Query Search::filtered(const Query& query, const std::string& except) const {
  Query narrowed = query;
  for (const Filter& filter : filters_) {
    if (filter.name != except) narrowed = both(narrowed, filter.query);
  }
  return narrowed;
}

// A facet is counted under all filters but its own, so that the siblings of a chosen value keep their counts.
void Search::count_facets(const Query& fixed, const DocIds& ids) {
  const Xapian::Database& database = archive_.database();
  for (const FacetWish& wish : request_.facets) {
    if (wish.name == "date") {
      answer_.facets.push_back(count_dates(database, wish, ids));
      continue;
    }
    const auto own = std::ranges::find(filters_, wish.name, &Filter::name);
    if (own == filters_.end()) {
      answer_.facets.push_back(count_values(database, wish, ids, {}, request_.facet_prefix));
    } else {
      const DocIds without_own = matching(database, filtered(fixed, wish.name));
      answer_.facets.push_back(
          count_values(database, wish, without_own, own->selected, request_.facet_prefix));
    }
  }
}

void Search::rank(const Query& query, const DocIds& ids) {
  page_.clear();
  Cursor cursor;
  if (!request_.cursor.empty()) {
    cursor = read_cursor(request_.cursor, request_, sort_);
    if (sort_ == Sort::relevance && cursor.revision != archive_.revision())
      throw QueryError(
          "the archive has changed since this cursor was given; start again from the first page");
  }
  const std::size_t limit = request_.limit.value_or(ids.size());
  skip_ = request_.offset + cursor.rank;
  if (limit > 0) {
    if (sort_ == Sort::relevance) {
      rank_by_relevance(query, ids.size());
    } else if (sort_ == Sort::archive) {
      const auto after = request_.cursor.empty() ? ids.begin() : std::ranges::upper_bound(ids, cursor.id);
      const auto left = static_cast<std::size_t>(ids.end() - after);
      const auto first = after + static_cast<std::ptrdiff_t>(std::min(left, request_.offset));
      const auto size = std::min(limit, static_cast<std::size_t>(ids.end() - first));
      for (std::size_t i = 0; i < size; ++i) page_.push_back({first[static_cast<std::ptrdiff_t>(i)], 0, 0});
    } else {
      rank_by_date(ids, sort_ == Sort::newest);
    }
  }
  answer_.first_rank = skip_ + 1;
  answer_.page_size = page_.size();
  const std::string next = next_cursor(ids.size());
  if (!next.empty()) answer_.next = next;
}

void Search::rank_by_relevance(const Query& query, std::size_t total) {
  Xapian::Enquire enquire(archive_.database());
  enquire.set_query(query);
  enquire.set_weighting_scheme(kWeight);
  const std::size_t left = total - std::min(total, skip_);
  const std::size_t size = std::min(left, request_.limit.value_or(left));
  const Xapian::MSet hits = enquire.get_mset(static_cast<Xapian::doccount>(std::min(skip_, total)),
                                             static_cast<Xapian::doccount>(size));
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) page_.push_back({*hit, hit.get_weight(), 0});
}

// Undated articles come last in both directions, ties in archive order.
void Search::rank_by_date(const DocIds& ids, bool newest) {
  std::vector<Ranked> all(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) all[i].id = ids[i];
  for_each_value(archive_.database(), kPublishedSlot, ids,
                 [&](std::size_t i, const std::string& digits) { all[i].time = time_of(digits); });
  const auto earlier = [newest](const Ranked& a, const Ranked& b) {
    if (a.time == b.time) return a.id < b.id;
    if (a.time == 0 || b.time == 0) return b.time == 0;
    return newest ? a.time > b.time : a.time < b.time;
  };
  std::size_t skip = request_.offset;
  if (!request_.cursor.empty()) {
    const Cursor cursor = read_cursor(request_.cursor, request_, sort_);
    const Ranked last{cursor.id, 0, cursor.time};
    std::erase_if(all, [&](const Ranked& r) { return !earlier(last, r); });
  }
  skip = std::min(skip, all.size());
  const std::size_t end =
      std::min(all.size(), skip + std::min(all.size(), request_.limit.value_or(all.size())));
  std::ranges::partial_sort(all, all.begin() + static_cast<std::ptrdiff_t>(end), earlier);
  page_.assign(all.begin() + static_cast<std::ptrdiff_t>(skip),
               all.begin() + static_cast<std::ptrdiff_t>(end));
}

std::string Search::next_cursor(std::size_t total) const {
  const std::size_t shown = skip_ + page_.size();
  if (page_.empty() || shown >= total) return {};
  const Ranked& last = page_.back();
  return print({shown, last.id, last.time, sort_ == Sort::relevance ? archive_.revision() : 0}, request_,
               sort_);
}

std::optional<Hit> Search::load(const Ranked& ranked, std::uint64_t rank) {
  const auto article = with_retry(archive_, [&]() -> std::optional<Article> {
    try {
      const std::string record = archive_.database().get_document(ranked.id).get_data();
      return request_.detail == Detail::id ? read_id(record) : decode_record(record);
    } catch (const Xapian::DocNotFoundError&) {
      return std::nullopt;
    }
  });
  if (!article) return std::nullopt;
  Hit hit{rank, ranked.weight, archive_.archive_of(ranked.id), make_snippets(*article, wanted_),
          {},   *article};
  if (request_.explain) hit.reasons = reasons(*article, wanted_);
  return hit;
}

void Search::each_hit(const std::function<void(const Hit&)>& use) {
  for (std::size_t i = 0; i < page_.size(); ++i) {
    if (const auto hit = load(page_[i], skip_ + i + 1)) use(*hit);
  }
}

std::optional<Article> find_article(Archive& archive, const std::string& id, bool include_embargoed) {
  return with_retry(archive, [&]() -> std::optional<Article> {
    const Query named(term_of(kIdPrefix, id));
    const Xapian::Database& database = archive.database();
    const DocIds found = matching(database, include_embargoed ? named : without_embargoed(named, database));
    return found.empty() ? std::nullopt : decode_record(database.get_document(found.front()).get_data());
  });
}

}  // namespace dateline
