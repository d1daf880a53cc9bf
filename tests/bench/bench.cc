// The stages of indexing on the sample articles, one thread, in bytes of text a second. Compare stages of one
// run with each other: machines are noisy.

#include <benchmark/benchmark.h>

#include "dateline/record.h"
#include "indexer/archive/document.h"
#include "indexer/entities/entities.h"
#include "indexer/read_file.h"
#include "indexer/run_files.h"
#include "tests/corpus/gold.h"

namespace {

using namespace dateline;

std::vector<Article> whole_articles() {
  const EntityFinder finder(data_directory());
  std::vector<Article> all;
  for (const GoldArticle& sample : gold_articles()) {
    all.push_back(sample.read);
    all.back().id = sample.file;
    all.back().language = "en";
    finder.find(all.back(), EntityChoice::both, {});
  }
  return all;
}

std::int64_t text_bytes(const std::vector<Article>& articles) {
  std::size_t bytes = 0;
  for (const Article& article : articles) bytes += article.headline.size() + article.body.size();
  return static_cast<std::int64_t>(bytes);
}

void read_text(benchmark::State& state) {
  std::uint64_t bytes = 0;
  for (auto _ : state) {
    for (const GoldArticle& sample : gold_articles()) {
      const auto path = corpus_directory() / sample.file;
      read_file(
          {path, 0, 0, true}, sample.file, {}, [&](const ReadPiece& piece) { bytes += piece.bytes; },
          [] { return false; });
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void find_entities(benchmark::State& state) {
  const EntityFinder finder(data_directory());
  std::vector<Article> articles;
  for (const GoldArticle& sample : gold_articles()) articles.push_back(sample.read);
  for (auto _ : state) {
    for (Article article : articles) {
      finder.find(article, EntityChoice::text, {});
      benchmark::DoNotOptimize(article);
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * text_bytes(articles));
}

void build_documents(benchmark::State& state) {
  const std::vector<Article> articles = whole_articles();
  WordForms forms;
  for (auto _ : state) {
    for (const Article& article : articles) benchmark::DoNotOptimize(build_document(article, forms));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * text_bytes(articles));
}

void decode_records(benchmark::State& state) {
  std::vector<std::string> records;
  const std::vector<Article> articles = whole_articles();
  for (const Article& article : articles) records.push_back(encode_record(article));
  for (auto _ : state) {
    for (const std::string& record : records) benchmark::DoNotOptimize(decode_record(record));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * text_bytes(articles));
}

void load_gazetteer(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(EntityFinder(data_directory()));
}

BENCHMARK(read_text);
BENCHMARK(find_entities);
BENCHMARK(build_documents);
BENCHMARK(decode_records);
BENCHMARK(load_gazetteer);

}  // namespace
