#include "indexer/entities/entities.h"

#include <optional>
#include <stdexcept>
#include <utility>

#include "indexer/entities/explain.h"
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

EntityFinder::EntityFinder(EntityFinder&&) noexcept = default;
EntityFinder::~EntityFinder() = default;

const std::string& EntityFinder::model_fault() const { return parts_->model_fault; }

const Gazetteer& EntityFinder::gazetteer() const { return parts_->gazetteer; }

bool EntityFinder::reads(const std::string& language) {
  return language.empty() || language == "en" || language.starts_with("en-");
}

void EntityFinder::find(Article& article, EntityChoice choice, const std::string& home,
                        Explain explain) const {
  if (article.persons || article.places || article.organisations)
    article.tagged = Names{article.persons, article.places, article.organisations};
  // What an archive exported is final; other sources' tags meet what is recognised.
  const bool is_final = article.source.format == "dateline-json";
  Tags tags = is_final ? Tags{} : take_tags(article);
  if (choice == EntityChoice::both || choice == EntityChoice::text) find_in_text(article, home, explain);
  const bool wants_tags = choice == EntityChoice::both || choice == EntityChoice::metadata;
  if (wants_tags && !is_final) add_tags(article, std::move(tags), parts_->gazetteer);
}

void EntityFinder::find_in_text(Article& article, const std::string& home, Explain explain) const {
  if (article.persons && article.places && article.organisations) return;
  std::vector<Passage> passages = passages_of(parts_->gazetteer, article);
  const bool english = reads(article.language);
  const std::vector<Name> ruled = recognise(parts_->gazetteer, passages, english);
  const bool has_model = parts_->model && english;
  const std::vector<Name> names = has_model ? tag(parts_->gazetteer, *parts_->model, passages, ruled) : ruled;
  if (!article.persons) article.persons = join_persons(names, passages);
  if (!article.places) article.places = resolve_places(parts_->gazetteer, names, passages, home);
  if (!article.organisations) article.organisations = join_organisations(names, passages);
  if (explain == Explain::yes) explain_mentions(article, {passages, ruled, has_model ? &names : nullptr});
}

}  // namespace dateline
