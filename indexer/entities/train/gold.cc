#include "indexer/entities/train/gold.h"

#include <xxhash.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "dateline/from_json.h"

namespace dateline {

namespace fs = std::filesystem;

namespace {

template <class List>
void add_spans(const std::optional<List>& entities, NameKind kind, std::vector<Span>& spans) {
  if (!entities) return;
  for (const Entity& entity : *entities) {
    for (const Mention& m : entity.mentions) {
      if (m.field != TextField::metadata) spans.push_back({m.field, m.index, m.start, m.end, kind});
    }
  }
}

Example read_example(const fs::path& file, std::string name) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file.string() + ": cannot be read");
  Example example{std::move(name), article_from_json(Json::parse(in)), {}, {}};
  Article& article = example.article;
  add_spans(article.persons, NameKind::person, example.spans);
  add_spans(article.places, NameKind::place, example.spans);
  add_spans(article.organisations, NameKind::organisation, example.spans);
  std::ranges::sort(example.spans);
  if (article.persons) example.persons = std::move(*article.persons);
  article.persons.reset();
  article.places.reset();
  article.organisations.reset();
  return example;
}

}  // namespace

std::vector<Example> read_gold(const fs::path& corpus) {
  std::vector<Example> examples;
  for (const auto& desk : fs::directory_iterator(corpus)) {
    if (!fs::is_directory(desk.path() / ".gold")) continue;
    for (const auto& gold : fs::directory_iterator(desk.path() / ".gold"))
      examples.push_back(
          read_example(gold.path(), desk.path().filename().string() + "/" + gold.path().stem().string()));
  }
  if (examples.empty()) throw std::runtime_error(corpus.string() + ": no gold is found");
  std::ranges::sort(examples, {}, &Example::name);
  return examples;
}

bool is_held_out(const std::string& name) {
  const std::string file = name.substr(name.rfind('/') + 1);
  return XXH3_64bits(file.data(), file.size()) % 5 == 0;
}

}  // namespace dateline
