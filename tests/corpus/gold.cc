#include "tests/corpus/gold.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "dateline/from_json.h"
#include "indexer/read_file.h"

namespace dateline {

namespace fs = std::filesystem;

namespace {

// The delivery that a gold file tells of, and the number of its article there: `NAME.json` is article 0 of
// `NAME.*`, `NAME@1.json` article 1.
std::pair<fs::path, std::size_t> delivery_of(const fs::path& desk, const std::string& gold) {
  const std::size_t at = gold.find('@');
  const std::string name = gold.substr(0, at);
  const std::size_t number = at == std::string::npos ? 0 : std::stoul(gold.substr(at + 1));
  for (const auto& file : fs::directory_iterator(desk)) {
    if (file.is_regular_file() && file.path().stem() == name) return {file.path(), number};
  }
  throw std::runtime_error(gold + ": no delivery beside it");
}

Article read_delivery(const fs::path& path, std::size_t number) {
  std::vector<Article> articles;
  FoundFile file{path, fs::file_size(path), 0, true};
  read_file(
      file, path.string(), {},
      [&](ReadPiece piece) { std::ranges::move(piece.articles, std::back_inserter(articles)); },
      [] { return false; });
  if (articles.size() <= number) throw std::runtime_error(path.string() + ": too few articles");
  return articles[number];
}

Article read_gold(const fs::path& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path.string() + ": cannot be read");
  const Json json = Json::parse(in);
  return article_from_json(json);
}

std::vector<GoldArticle> load() {
  std::vector<GoldArticle> all;
  for (const auto& desk : fs::directory_iterator(corpus_directory())) {
    if (!fs::is_directory(desk.path() / ".gold")) continue;
    for (const auto& gold : fs::directory_iterator(desk.path() / ".gold")) {
      const auto [delivery, number] = delivery_of(desk.path(), gold.path().stem().string());
      all.push_back({fs::relative(delivery, corpus_directory()).string(), read_gold(gold.path()),
                     read_delivery(delivery, number)});
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
