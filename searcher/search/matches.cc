#include "searcher/search/matches.h"

#include <algorithm>

namespace dateline {

namespace {

class Collector : public Xapian::MatchSpy {
 public:
  explicit Collector(DocIds& ids) : ids_(ids) {}
  void operator()(const Xapian::Document& document, double) override { ids_.push_back(document.get_docid()); }

 private:
  DocIds& ids_;
};

}  // namespace

DocIds matching(const Xapian::Database& database, const Xapian::Query& query) {
  DocIds ids;
  Collector collector(ids);
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&collector);
  // A spy sees only as many matches as this asks to be looked at.
  static_cast<void>(enquire.get_mset(0, 0, database.get_doccount()));
  // Several databases are walked one after the other, though their ids are dealt out in turn.
  if (!std::ranges::is_sorted(ids)) std::ranges::sort(ids);
  return ids;
}

}  // namespace dateline
