// Answers a request from an archive.
#pragma once

#include <xapian.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "searcher/search/answer.h"
#include "searcher/search/archive.h"
#include "searcher/search/compiler.h"
#include "searcher/search/facets.h"
#include "searcher/search/matches.h"
#include "searcher/search/request.h"

namespace dateline {

class Search {
 public:
  // Matches and counts. Throws QueryError for a request that cannot be answered (a cursor of another query,
  // too many date values), ArchiveError or Xapian::Error when the archive cannot be read.
  Search(Archive& archive, const Request& request);

  [[nodiscard]] const Answer& answer() const { return answer_; }

  // Calls `use` with each hit of the page, in order. Hits that a writer removed in the meantime are left out.
  void each_hit(const std::function<void(const Hit&)>& use);

 private:
  struct Filter {
    std::string name;
    Xapian::Query query;
    std::vector<Selected> selected;
  };
  // One hit to be: its document, and its weight or place in time for the order and the cursor.
  struct Ranked {
    Xapian::docid id = 0;
    double weight = 0;
    std::uint64_t time = 0;
  };

  void run();
  [[nodiscard]] QueryEcho echo(const Node& query, Compiler& compiler) const;
  [[nodiscard]] Xapian::Query fixed_part() const;
  void read_filters(Compiler& compiler);
  [[nodiscard]] Xapian::Query filtered(const Xapian::Query& query, const std::string& except) const;
  void count_facets(const Xapian::Query& fixed, const DocIds& ids);
  void rank(const Xapian::Query& query, const DocIds& ids);
  void rank_by_relevance(const Xapian::Query& query, std::size_t total);
  void rank_by_date(const DocIds& ids, bool newest);
  [[nodiscard]] std::string next_cursor(std::size_t total) const;
  [[nodiscard]] std::optional<Hit> load(const Ranked& ranked, std::uint64_t rank);

  Archive& archive_;
  const Request& request_;
  Answer answer_;
  Sort sort_ = Sort::relevance;
  std::vector<Filter> filters_;
  Wanted wanted_;
  std::vector<Ranked> page_;
  std::size_t skip_ = 0;  // hits before the page
};

// The article of that id; absent: there is none. `include_embargoed` as in a request.
[[nodiscard]] std::optional<Article> find_article(Archive& archive, const std::string& id,
                                                  bool include_embargoed);

}  // namespace dateline
