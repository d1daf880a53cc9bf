#include "indexer/entities/resolve.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "indexer/entities/join.h"

namespace dateline {

using namespace gazetteer;

namespace {

class Resolver {
 public:
  Resolver(const Gazetteer& gazetteer, const std::vector<Name>& names, const std::vector<Passage>& passages)
      : gazetteer_(gazetteer), passages_(passages) {
    for (const Name& name : names) {
      if (name.kind == NameKind::place) names_.push_back(&name);
    }
  }

  std::vector<Place> run(const std::string& home) {
    if (const auto country = gazetteer_.country(home)) nations_[*country] += 0.7;
    count_demonyms();
    count_countries();
    fix_pairs();
    count_context();
    return places();
  }

 private:
  [[nodiscard]] const Token& token(const Name& name) const {
    return passages_[name.passage].tokens[name.first];
  }
  [[nodiscard]] std::string key(const Name& name) const { return name_key(mention_of(name, passages_).text); }

  // "Turkish" says half of what "Turkey" says.
  void count_demonyms() {
    for (const Passage& passage : passages_) {
      for (const Token& word : passage.tokens) {
        if (!word.capital || !word.has(kDemonym) || word.has(kPlaceName)) continue;
        const auto& places = word.entry.places;
        if (!places.empty()) nations_[gazetteer_.row(places.front()).nation] += 0.5;
      }
    }
  }

  void count_countries() {
    for (const Name* name : names_) {
      const PlaceId first = name->places.front();
      if (gazetteer_.kind(first) != PlaceKind::country) continue;
      nations_[first] += name->places.size() == 1 ? 1 : 0.3;
    }
  }

  // "Paris, Texas": each name says which the other is; the first means so, unless another pair says
  // otherwise, everywhere in the article.
  void fix_pairs() {
    for (std::size_t i = 0; i + 1 < names_.size(); ++i) {
      const Name& inner = *names_[i];
      const Name& outer = *names_[i + 1];
      if (inner.passage != outer.passage || inner.last != outer.first || token(outer).gap != Gap::comma)
        continue;
      for (const PlaceId place : inner.places) {
        const auto container =
            std::ranges::find_if(outer.places, [&](PlaceId id) { return gazetteer_.contains(id, place); });
        if (container == outer.places.end()) continue;
        fixed_[&inner] = place;
        fixed_[&outer] = *container;
        usual_.try_emplace(key(inner), place);
        // After "Atlanta, Georgia" the bare "Georgia" is the state, but "New York" stays the city.
        if (gazetteer_.kind(outer.places.front()) != PlaceKind::city)
          usual_.try_emplace(key(outer), *container);
        break;
      }
    }
  }

  // A quarter of which no source tells how many live there is taken for a hundredth of its city: Harlem is
  // not the town in Florida.
  [[nodiscard]] std::uint32_t people(PlaceId place) const {
    const Row& row = gazetteer_.row(place);
    const bool is_quarter = row.region != kNone && gazetteer_.kind(row.region) == PlaceKind::city;
    return row.population == 0 && is_quarter ? gazetteer_.row(row.region).population / 100 : row.population;
  }

  // Nobody means the town of a thousand people by "Chicago".
  [[nodiscard]] bool is_certain(const Name& name) const {
    constexpr std::uint32_t kTimes = 100;
    const auto others = name.places.subspan(1);
    return std::ranges::all_of(
        others, [&](PlaceId other) { return people(name.places.front()) / kTimes > people(other); });
  }

  // Regions and countries of what is certain: fixed names, names that only one place bears, and the dateline.
  void count_context() {
    for (const Name* name : names_) {
      const auto fixed = fixed_.find(name);
      if (fixed != fixed_.end())
        note(fixed->second);
      else if (is_certain(*name) || passages_[name->passage].field == TextField::dateline)
        note(name->places.front());
    }
    for (const auto& [nation, weight] : nations_) total_ += weight;
  }

  void note(PlaceId place) {
    const Row& row = gazetteer_.row(place);
    if (gazetteer_.kind(place) == PlaceKind::region) regions_.insert(place);
    if (row.region != kNone) regions_.insert(row.region);
    const bool is_country = gazetteer_.kind(place) == PlaceKind::country;
    if (row.nation != kNone && !is_country) nations_[row.nation] += 0.5;
  }

  [[nodiscard]] double base(PlaceId place) const {
    const Row& row = gazetteer_.row(place);
    const double size = std::log10(static_cast<double>(people(place)) + 100);
    switch (gazetteer_.kind(place)) {
      case PlaceKind::country:
        return row.country.size == 2 ? 9 : 8.5;
      case PlaceKind::continent:
        return 9;
      case PlaceKind::region:
        return std::min(size, 6.5);
      case PlaceKind::area:
        return size + 1.5;  // only those of the tables have a weight at all
      case PlaceKind::city:
        break;
    }
    return size + (gazetteer_.is_capital(place) ? 1.5 : 0);
  }

  [[nodiscard]] double score(PlaceId place) const {
    const Row& row = gazetteer_.row(place);
    double points = base(place);
    const auto nation = nations_.find(row.nation);
    if (gazetteer_.kind(place) != PlaceKind::country && nation != nations_.end())
      points += 0.8 + 1.7 * nation->second / std::max(total_, 1.0);
    if (row.region != kNone && regions_.contains(row.region)) points += 1.5;
    if (gazetteer_.kind(place) == PlaceKind::region && regions_.contains(place)) points += 1.5;
    return points;
  }

  [[nodiscard]] PlaceId choose(const Name& name) const {
    if (const auto fixed = fixed_.find(&name); fixed != fixed_.end()) return fixed->second;
    if (const auto usual = usual_.find(key(name)); usual != usual_.end()) return usual->second;
    // The gazetteer's order settles what is nearly equal.
    return *std::ranges::max_element(name.places, std::less(), [&](PlaceId place) {
      return score(place) + (place == name.places.front() ? 0.5 : 0);
    });
  }

  [[nodiscard]] std::vector<Place> places() const {
    std::vector<Place> all;
    std::map<PlaceId, std::size_t> known;
    for (const Name* name : names_) {
      const PlaceId id = choose(*name);
      const auto [at, fresh] = known.try_emplace(id, all.size());
      if (fresh) all.push_back(gazetteer_.facts(id));
      add_mention(all[at->second], mention_of(*name, passages_));
    }
    return all;
  }

  const Gazetteer& gazetteer_;
  const std::vector<Passage>& passages_;
  std::vector<const Name*> names_;
  std::map<PlaceId, double> nations_;  // how much the article is about each country
  double total_ = 0;
  std::set<PlaceId> regions_;
  std::map<const Name*, PlaceId> fixed_;
  std::map<std::string, PlaceId> usual_;
};

}  // namespace

std::vector<Place> resolve_places(const Gazetteer& gazetteer, const std::vector<Name>& names,
                                  const std::vector<Passage>& passages, const std::string& home) {
  return Resolver(gazetteer, names, passages).run(home);
}

}  // namespace dateline
