#include "indexer/entities/link.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "dateline/terms.h"

namespace dateline {

namespace {

using Ruling = Authority::Ruling;

std::string& value_of(Entity& entity) { return entity.name; }
std::string& value_of(Place& place) { return place.value; }

void merge(Entity& into, Entity&& other) {
  into.count += other.count;
  if (into.origin != other.origin) into.origin = Origin::both;
  for (TextField field : other.in) {
    if (std::ranges::find(into.in, field) == into.in.end()) into.in.push_back(field);
  }
  std::ranges::sort(into.in);
  std::ranges::move(other.mentions, std::back_inserter(into.mentions));
  std::ranges::stable_sort(into.mentions, {},
                           [](const Mention& m) { return std::tuple(m.field, m.index, m.start); });
}

class Linker {
 public:
  explicit Linker(const Authority& authority) : authority_(authority) {}

  void run(Article& article) {
    if (!article.found) article.found = Names{article.persons, article.places, article.organisations};
    article.persons = article.found->persons;
    article.places = article.found->places;
    article.organisations = article.found->organisations;
    link(article.persons, ValueKind::person);
    if (article.places) {
      for (Place& place : *article.places) link_path(place);
    }
    link(article.places, ValueKind::place);
    link(article.organisations, ValueKind::organisation);
    if (!changed_) article.found.reset();
  }

 private:
  template <class Kind>
  void link(std::optional<std::vector<Kind>>& list, ValueKind kind) {
    if (!list) return;
    std::vector<Kind> linked;
    std::map<std::string, std::size_t> known;
    for (Kind& entity : *list) {
      std::string key = value_key(kind, value_of(entity));
      if (const Ruling* ruling = authority_.find(kind, key)) {
        if (ruling->hidden) {
          changed_ = true;
          continue;
        }
        obey(entity, *ruling);
        key = value_key(kind, ruling->name);
      }
      const auto [at, fresh] = known.try_emplace(std::move(key), linked.size());
      if (fresh)
        linked.push_back(std::move(entity));
      else
        join(linked[at->second], std::move(entity));
    }
    list = std::move(linked);
  }

  // The form that is mentioned more often is shown, the first of equals.
  template <class Kind>
  void join(Kind& into, Kind&& other) {
    changed_ = true;
    if (other.count > into.count) std::swap(into, other);
    for (Mention& mention : other.mentions) explain(mention, "joined to " + value_of(into));
    merge(into, std::move(other));
  }

  void obey(Entity& entity, const Ruling& ruling) { rename(entity, entity.name, ruling.name); }

  void obey(Place& place, const Ruling& ruling) {
    if (place.value != ruling.name) {
      rename(place, place.value, ruling.name);
      place.name = place.value.substr(0, place.value.find(", "));
    }
    if (!ruling.country || ruling.country->country == place.country) return;
    changed_ = true;
    place.country = ruling.country->country;
    place.continent = ruling.country->continent;
    place.path = {place.value, ruling.country->value};
  }

  void rename(Entity& entity, std::string& value, const std::string& name) {
    if (value == name) return;
    changed_ = true;
    value = name;
    for (Mention& mention : entity.mentions) explain(mention, "authority file: " + name);
  }

  // What holds a place may have another name, or none, too.
  void link_path(Place& place) {
    std::vector<std::string> path;
    for (const std::string& outer : place.path) {
      const Ruling* ruling = authority_.find(ValueKind::place, value_key(ValueKind::place, outer));
      if (!ruling || !ruling->hidden) path.push_back(ruling ? ruling->name : outer);
    }
    changed_ = changed_ || path != place.path;
    place.path = std::move(path);
  }

  static void explain(Mention& mention, const std::string& why) {
    if (!mention.why.empty()) mention.why += "; " + why;
  }

  const Authority& authority_;
  bool changed_ = false;
};

}  // namespace

void link_names(Article& article, const Authority& authority) { Linker(authority).run(article); }

}  // namespace dateline
