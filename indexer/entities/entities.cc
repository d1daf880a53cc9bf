#include "indexer/entities/entities.h"

#include <optional>
#include <stdexcept>
#include <utility>

#include "indexer/entities/gazetteer.h"
#include "indexer/entities/join.h"
#include "indexer/entities/recognise.h"
#include "indexer/entities/resolve.h"
#include "indexer/entities/tagger.h"
#include "indexer/entities/tags.h"
#include "indexer/entities/tokens.h"

namespace dateline {

struct EntityFinder::Parts {
  Gazetteer gazetteer;
  std::optional<Model> model;
  std::string model_fault;
};

EntityFinder::EntityFinder(const std::filesystem::path& data) : EntityFinder(data, data / "model.dat") {}

EntityFinder::EntityFinder(const std::filesystem::path& data, const std::filesystem::path& model)
    : EntityFinder(Gazetteer(data / "gazetteer.dat"), model) {}

EntityFinder::EntityFinder(Gazetteer gazetteer, const std::filesystem::path& model) {
  auto parts = std::make_unique<Parts>(Parts{std::move(gazetteer), std::nullopt, {}});
  try {
    if (!model.empty()) parts->model.emplace(model);
  } catch (const std::runtime_error& fault) {
    parts->model_fault = fault.what();
  }
  parts_ = std::move(parts);
}

EntityFinder::~EntityFinder() = default;

namespace {

// An article whose language is not known is read as English.
bool is_english(const std::string& language) {
  return language.empty() || language == "en" || language.starts_with("en-");
}

}  // namespace

const std::string& EntityFinder::model_fault() const { return parts_->model_fault; }

void EntityFinder::find(Article& article, EntityChoice choice, const std::string& home) const {
  // What an archive exported is final; other sources' tags meet what is recognised.
  const bool is_final = article.source.format == "dateline-json";
  Tags tags = is_final ? Tags{} : take_tags(article);
  if (choice == EntityChoice::both || choice == EntityChoice::text) find_in_text(article, home);
  const bool wants_tags = choice == EntityChoice::both || choice == EntityChoice::metadata;
  if (wants_tags && !is_final) add_tags(article, std::move(tags), parts_->gazetteer);
}

void EntityFinder::find_in_text(Article& article, const std::string& home) const {
  if (article.persons && article.places && article.organisations) return;
  std::vector<Passage> passages = passages_of(parts_->gazetteer, article);
  const bool english = is_english(article.language);
  std::vector<Name> names = recognise(parts_->gazetteer, passages, english);
  if (parts_->model && english) names = tag(parts_->gazetteer, *parts_->model, passages, names);
  if (!article.persons) article.persons = join_persons(names, passages);
  if (!article.places) article.places = resolve_places(parts_->gazetteer, names, passages, home);
  if (!article.organisations) article.organisations = join_organisations(names, passages);
}

}  // namespace dateline
