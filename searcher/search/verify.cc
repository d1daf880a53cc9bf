#include "searcher/search/verify.h"

#include <map>
#include <memory>
#include <unordered_map>

#include "searcher/search/record_parts.h"

namespace dateline {

namespace {

using Verdicts = std::unordered_map<Xapian::docid, bool>;

// What the copies of a source share: Xapian clones one for each database of each match.
struct Shared {
  Pattern pattern;
  std::map<std::string, Verdicts> verdicts;  // by the database's UUID
};

class VerifyingSource : public Xapian::PostingSource {
 public:
  explicit VerifyingSource(std::shared_ptr<Shared> shared) : shared_(std::move(shared)) {}

  void init(const Xapian::Database& database) override {
    database_ = database;
    verdicts_ = &shared_->verdicts[database.get_uuid()];
    document_ = database_.postlist_begin("");
    started_ = false;
  }

  // The numbers of matches are not known before; the largest makes Xapian ask the other parts of a query
  // first.
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return database_.get_doccount(); }
  Xapian::doccount get_termfreq_max() const override { return database_.get_doccount(); }

  void next(double) override {
    if (started_) ++document_;
    find_from_here();
  }

  void skip_to(Xapian::docid id, double) override {
    if (!at_end()) document_.skip_to(id);
    find_from_here();
  }

  bool check(Xapian::docid id, double) override {
    started_ = true;
    if (!at_end()) document_.skip_to(id);
    return at_end() || (*document_ == id && holds_pattern(id));
  }

  bool at_end() const override { return document_ == Xapian::PostingIterator(); }
  Xapian::docid get_docid() const override { return *document_; }
  Xapian::PostingSource* clone() const override { return new VerifyingSource(shared_); }

 private:
  void find_from_here() {
    started_ = true;
    while (!at_end() && !holds_pattern(*document_)) ++document_;
  }

  bool holds_pattern(Xapian::docid id) {
    const auto known = verdicts_->find(id);
    if (known != verdicts_->end()) return known->second;
    const Pattern& pattern = shared_->pattern;
    const Article article = read_texts(database_.get_document(id).get_data(), pattern.field);
    return (*verdicts_)[id] = holds(pattern, article);
  }

  std::shared_ptr<Shared> shared_;
  Xapian::Database database_;
  Verdicts* verdicts_ = nullptr;
  Xapian::PostingIterator document_;
  bool started_ = false;
};

}  // namespace

Xapian::Query verified(const Xapian::Query& candidates, Pattern pattern) {
  auto shared = std::make_shared<Shared>(Shared{std::move(pattern), {}});
  auto* source = new VerifyingSource(std::move(shared));
  return {Xapian::Query::OP_FILTER, candidates, Xapian::Query(source->release())};
}

}  // namespace dateline
