#include "indexer/entities/explain.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "indexer/entities/join.h"

namespace dateline {

using namespace gazetteer;

namespace {

// Field, number of the caption, first byte.
using Spot = std::tuple<TextField, std::uint32_t, std::uint32_t>;

Spot spot(const Mention& mention) { return {mention.field, mention.index, mention.start}; }

class Explainer {
 public:
  explicit Explainer(const Steps& steps) : passages_(steps.passages), has_model_(steps.by_model != nullptr) {
    for (const Name& name : steps.by_rules) rules_[spot_of(name)] = &name;
    const auto decided = steps.by_model ? std::span<const Name>(*steps.by_model) : steps.by_rules;
    for (const Name& name : decided) names_[spot_of(name)] = &name;
  }

  template <class List>
  void explain(List& list) const {
    if (!list) return;
    for (auto& entity : *list) {
      for (Mention& mention : entity.mentions) {
        if (const auto found = names_.find(spot(mention)); found != names_.end())
          mention.why =
              finder(*found->second) + context(*found->second) + result(entity, *found->second, mention);
      }
    }
  }

 private:
  [[nodiscard]] Spot spot_of(const Name& name) const {
    const Passage& passage = passages_[name.passage];
    return {passage.field, passage.index, passage.tokens[name.first].start};
  }

  [[nodiscard]] std::string finder(const Name& name) const {
    if (!has_model_) return "rules";
    const auto ruled = rules_.find(spot_of(name));
    const bool agree =
        ruled != rules_.end() && ruled->second->last == name.last && ruled->second->kind == name.kind;
    if (agree && passages_[name.passage].field == TextField::dateline) return "rules";
    return agree ? "model, rules" : "model";
  }

  [[nodiscard]] std::string context(const Name& name) const {
    if (name.kind != NameKind::person) return {};
    const std::vector<Token>& tokens = passages_[name.passage].tokens;
    std::string why;
    if (name.first > 0 && tokens[name.first].gap <= Gap::dot &&
        tokens[name.first - 1].has(kHonorific | kTitle | kRole))
      why += "; after the title " + std::string(tokens[name.first - 1].text);
    if (tokens[name.first].has(kGivenName)) why += "; gazetteer: a given name";
    return why;
  }

  [[nodiscard]] std::string result(const Entity& entity, const Name&, const Mention& mention) const {
    return mention.text == entity.name ? "" : "; joined to " + entity.name;
  }

  [[nodiscard]] std::string result(const Place& place, const Name& name, const Mention&) const {
    if (name.places.size() < 2) return "; gazetteer: the only place of that name";
    std::string why = "; gazetteer: one of " + std::to_string(name.places.size()) + " places of that name";
    const std::vector<Token>& tokens = passages_[name.passage].tokens;
    if (name.last < tokens.size() && tokens[name.last].gap == Gap::comma &&
        std::ranges::count(place.path, std::string(tokens[name.last].text)) > 0)
      why += ", resolved by " + std::string(tokens[name.last].text) + " after it";
    else
      why += ", resolved by the article's other places and its size";
    return why;
  }

  std::span<const Passage> passages_;
  bool has_model_;
  std::map<Spot, const Name*> rules_;
  std::map<Spot, const Name*> names_;
};

}  // namespace

void explain_mentions(Names& names, const Steps& steps) {
  const Explainer explainer(steps);
  explainer.explain(names.persons);
  explainer.explain(names.places);
  explainer.explain(names.organisations);
}

}  // namespace dateline
