#include "indexer/entities/entities.h"

#include <optional>
#include <stdexcept>
#include <utility>

#include "indexer/entities/explain.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/join.h"
#include "indexer/entities/long_text.h"
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

Names EntityFinder::names_in(const Article& article, const std::string& home, Explain explain) const {
  std::vector<Passage> passages = passages_of(parts_->gazetteer, article);
  const bool english = reads(article.language);
  const std::vector<Name> ruled = recognise(parts_->gazetteer, passages, english);
  const bool has_model = parts_->model && english;
  const std::vector<Name> names = has_model ? tag(parts_->gazetteer, *parts_->model, passages, ruled) : ruled;
  Names found{join_persons(names, passages), resolve_places(parts_->gazetteer, names, passages, home),
              join_organisations(names, passages)};
  if (explain == Explain::yes) explain_mentions(found, {passages, ruled, has_model ? &names : nullptr});
  return found;
}

void EntityFinder::find_in_text(Article& article, const std::string& home, Explain explain) const {
  if (article.persons && article.places && article.organisations) return;
  Names found;
  if (article.body.size() <= kPartBytes) {
    found = names_in(article, home, explain);
  } else {
    std::size_t offset = 0;
    for (const std::string_view text : text_parts(article.body)) {
      Article part;
      if (offset == 0) part = article;
      part.language = article.language;
      part.source.format = article.source.format;
      part.body = text;
      Names more = names_in(part, home, explain);
      if (offset == 0)
        found = std::move(more);
      else
        add_names(found, std::move(more), offset);
      offset += text.size();
    }
  }
  if (!article.persons) article.persons = std::move(found.persons);
  if (!article.places) article.places = std::move(found.places);
  if (!article.organisations) article.organisations = std::move(found.organisations);
}

}  // namespace dateline
