#include "indexer/relink.h"

#include <chrono>
#include <future>
#include <iostream>
#include <optional>
#include <tuple>
#include <utility>

#include "dateline/record.h"
#include "indexer/archive/directory.h"
#include "indexer/archive/document.h"
#include "indexer/authority_file.h"
#include "indexer/entities/link.h"
#include "indexer/index_run.h"
#include "indexer/run_files.h"

namespace dateline {

namespace {

constexpr std::size_t kArticlesPerThread = 64;  // of a batch

// What became of a record.
struct Remade {
  std::optional<BuiltDocument> document;  // absent: nothing has changed
  bool damaged = false;
};

// All that linking and recognising may change.
using Lists = std::tuple<Names, std::optional<Names>, std::optional<Names>>;

Lists lists_of(const Article& article) {
  return {{article.persons, article.places, article.organisations}, article.found, article.tagged};
}

class Relinker {
 public:
  explicit Relinker(const IndexOptions& options)
      : options_(options),
        directory_(options.db, false, options.wait_seconds),
        writer_(directory_),
        threads_(thread_count(options)),
        forms_(threads_),
        file_(keep_authority(writer_, options.authority)),
        mark_(linked_mark(file_.text)),
        former_(writer_.metadata(kLinkedKey)) {
    if (options.command == Command::recognise) finder_.emplace(make_finder(options));
  }

  int run() {
    catch_signals();
    if (former_ != mark_ || finder_) {
      writer_.set_metadata(kLinkedKey,
                           has_present_rules(former_) ? former_.substr(0, former_.find(':') + 1) : "");
      remake_all();
    }
    if (signal_caught() == 0) writer_.set_metadata(kLinkedKey, mark_);
    writer_.finish();
    if (signal_caught() != 0) return kExitSignal + signal_caught();
    return damaged_ > 0 ? 1 : 0;
  }

  [[nodiscard]] std::uint64_t rewritten() const { return rewritten_; }
  [[nodiscard]] std::uint64_t article_count() const { return writer_.article_count(); }

 private:
  void remake_all() {
    for (Xapian::docid next = 1; signal_caught() == 0;) {
      const auto records = writer_.records(next, threads_ * kArticlesPerThread);
      if (records.empty()) return;
      std::vector<Remade> remade = remake_batch(records);
      for (std::size_t i = 0; i < records.size(); ++i) take(records[i].first, std::move(remade[i]));
      next = records.back().first + 1;
    }
  }

  // Each thread takes every n-th record.
  std::vector<Remade> remake_batch(const std::vector<std::pair<Xapian::docid, std::string>>& records) {
    std::vector<Remade> remade(records.size());
    std::vector<std::future<void>> working;
    for (unsigned thread = 0; thread < threads_; ++thread) {
      working.push_back(std::async(std::launch::async, [&, thread] {
        for (std::size_t i = thread; i < records.size(); i += threads_)
          remade[i] = remake(records[i].second, forms_[thread]);
      }));
    }
    for (std::future<void>& thread : working) thread.get();
    return remade;
  }

  [[nodiscard]] Remade remake(const std::string& record, WordForms& forms) const {
    auto article = decode_record(record);
    if (!article) return {std::nullopt, true};
    const Lists before = lists_of(*article);
    if (finder_) recognise(*article);
    link_names(*article, file_.authority);
    if (has_present_rules(former_) && lists_of(*article) == before) return {};
    return {build_document(*article, forms), false};
  }

  // Back to what the source gave, and on from there.
  void recognise(Article& article) const {
    const Names given = article.tagged.value_or(Names{});
    article.persons = given.persons;
    article.places = given.places;
    article.organisations = given.organisations;
    article.tagged.reset();
    article.found.reset();
    finder_->find(article, options_.entities, options_.home);
  }

  void take(Xapian::docid docid, Remade remade) {
    if (remade.damaged) {
      ++damaged_;
      std::cerr << "dateline-index: article " << docid << ": the stored record is damaged [record.damaged]\n";
    }
    if (!remade.document) return;
    ++rewritten_;
    writer_.rewrite(docid, *remade.document);
  }

  const IndexOptions& options_;
  ArchiveDirectory directory_;
  ArchiveWriter writer_;
  unsigned threads_;
  std::vector<WordForms> forms_;
  AuthorityFile file_;
  std::string mark_;    // of an archive that is linked so
  std::string former_;  // the archive's mark before
  std::optional<EntityFinder> finder_;
  std::uint64_t rewritten_ = 0;
  std::uint64_t damaged_ = 0;
};

}  // namespace

int run_relink(const IndexOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  Relinker relinker(options);
  const int code = relinker.run();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (!options.quiet)
    std::cerr << "dateline-index: " << relinker.rewritten() << " of " << relinker.article_count()
              << " articles changed, " << static_cast<std::uint64_t>(seconds) << '.'
              << static_cast<std::uint64_t>(seconds * 10) % 10 << " s\n";
  return code;
}

}  // namespace dateline
