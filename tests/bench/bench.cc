// Reading by format, in bytes of input a second, and the other stages of indexing on the sample articles, in
// bytes of text a second; one thread. Compare stages of one run with each other: machines are noisy.

#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "dateline/record.h"
#include "indexer/archive/document.h"
#include "indexer/entities/entities.h"
#include "indexer/readers/reader.h"
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

// --- reading

struct NullSink : ArticleSink {
  void article(Article article) override { benchmark::DoNotOptimize(article); }
  void fault(Diagnostic fault) override { benchmark::DoNotOptimize(fault); }
};

// The sample deliveries of each format.
const std::map<std::string, std::vector<std::string>>& deliveries() {
  static const auto all = [] {
    std::map<std::string, std::vector<std::string>> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus_directory())) {
      const std::string path = entry.path().string();
      const bool sample = path.find("/.gold") == path.npos && path.find("/broken") == path.npos;
      if (!sample || !entry.is_regular_file()) continue;
      std::ifstream file(path, std::ios::binary);
      std::string bytes(std::istreambuf_iterator<char>(file), {});
      const Format* format = sniff_format(std::string_view(bytes).substr(0, kSniffBytes));
      if (format) found[format->name].push_back(std::move(bytes));
    }
    return found;
  }();
  return all;
}

// What the readers take of the bytes, without entities; files of many articles would be cheaper than these.
void read_deliveries(benchmark::State& state, const Format& format) {
  std::size_t bytes = 0;
  NullSink sink;
  for (auto _ : state) {
    for (const std::string& delivery : deliveries().at(format.name)) {
      MemorySource source(delivery);
      Input input{std::string_view(delivery).substr(0, kSniffBytes), source, {}};
      format.read(input, sink);
      bytes += delivery.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

// Choosing the reader for the same files, as bytes of theirs a second: its share of the time is the speed of
// reading over this one, and less for larger files, of which a sniffer sees the beginning alone.
void sniff_deliveries(benchmark::State& state, const Format& format) {
  std::size_t bytes = 0;
  for (auto _ : state) {
    for (const std::string& delivery : deliveries().at(format.name)) {
      benchmark::DoNotOptimize(sniff_format(std::string_view(delivery).substr(0, kSniffBytes)));
      bytes += delivery.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

// Every format that has sample deliveries.
const bool kRegistered = [] {
  for (const Format& format : formats()) {
    if (!deliveries().contains(format.name)) continue;
    const std::string name = format.name;
    benchmark::RegisterBenchmark(("read/" + name).c_str(),
                                 [&](auto& state) { read_deliveries(state, format); });
    benchmark::RegisterBenchmark(("sniff/" + name).c_str(),
                                 [&](auto& state) { sniff_deliveries(state, format); });
  }
  return true;
}();

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

BENCHMARK(find_entities);
BENCHMARK(build_documents);
BENCHMARK(decode_records);
BENCHMARK(load_gazetteer);

}  // namespace
