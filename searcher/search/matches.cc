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
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::doccount most = database.get_doccount();
  if (database.size() == 1) {
    Collector collector(ids);
    enquire.add_matchspy(&collector);
    // A spy sees only as many matches as this asks to be looked at.
    static_cast<void>(enquire.get_mset(0, 0, most));
  } else {
    // Of several databases a spy is told ids as they are within each of them, so the matches themselves are
    // asked for.
    const Xapian::MSet matches = enquire.get_mset(0, most);
    ids.assign(matches.begin(), matches.end());
  }
  if (!std::ranges::is_sorted(ids)) std::ranges::sort(ids);
  return ids;
}

}  // namespace dateline
