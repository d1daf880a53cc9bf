#include "tests/corpus/gold.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "dateline/from_json.h"
#include "indexer/read_file.h"

namespace dateline {

namespace fs = std::filesystem;

namespace {

Article read_delivery(const fs::path& path) {
  std::vector<Article> articles;
  FoundFile file{path, fs::file_size(path), 0, true};
  read_file(
      file, path.string(), {},
      [&](ReadPiece piece) { std::ranges::move(piece.articles, std::back_inserter(articles)); },
      [] { return false; });
  if (articles.size() != 1) throw std::runtime_error(path.string() + ": not one article");
  return articles[0];
}

Article read_gold(const fs::path& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path.string() + ": cannot be read");
  const Json json = Json::parse(in);
  return article_from_json(json);
}

// The file of that name, whatever its format.
fs::path delivery_of(const fs::path& desk, const std::string& stem) {
  for (const char* extension : {".txt", ".html"}) {
    if (fs::exists(desk / (stem + extension))) return desk / (stem + extension);
  }
  throw std::runtime_error((desk / stem).string() + ": no such delivery");
}

std::vector<GoldArticle> load() {
  std::vector<GoldArticle> all;
  for (const auto& desk : fs::directory_iterator(corpus_directory())) {
    if (!fs::is_directory(desk.path() / ".gold")) continue;
    for (const auto& gold : fs::directory_iterator(desk.path() / ".gold")) {
      const fs::path delivery = delivery_of(desk.path(), gold.path().stem().string());
      all.push_back({fs::relative(delivery, corpus_directory()).string(), read_gold(gold.path()),
                     read_delivery(delivery)});
    }
  }
  std::ranges::sort(all, {}, &GoldArticle::file);
  return all;
}

}  // namespace

fs::path corpus_directory() { return DATELINE_CORPUS; }

const std::vector<GoldArticle>& gold_articles() {
  static const std::vector<GoldArticle> all = load();
  return all;
}

}  // namespace dateline
