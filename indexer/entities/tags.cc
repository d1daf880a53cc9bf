#include "indexer/entities/tags.h"

#include <algorithm>
#include <string>
#include <utility>

#include "dateline/words.h"

namespace dateline {

namespace {

std::string key_of(const Entity& entity) { return fold_name(entity.name); }
std::string key_of(const Place& place) { return fold_name(place.value); }

// A tag is a name and no more; everything else that the archive says of a place comes from the gazetteer.
Place known_place(const Place& tag, const Gazetteer& gazetteer) {
  const auto entry = gazetteer.find(name_key(tag.name));
  Place place = tag;
  if (!entry.places.empty()) place = gazetteer.facts(entry.places.front());
  if (place.value.empty()) place.value = place.name;
  if (entry.places.empty() && place.country.empty()) place.kind = PlaceKind::area;
  if (place.path.empty()) place.path.push_back(place.value);
  return place;
}

template <class Kind>
void add(std::optional<std::vector<Kind>>& list, Kind tag) {
  const std::string key = key_of(tag);
  if (key.empty()) return;
  const auto same = std::ranges::find_if(*list, [&](const Kind& known) { return key_of(known) == key; });
  if (same == list->end()) {
    tag.origin = Origin::metadata;
    tag.in = {TextField::metadata};
    list->push_back(std::move(tag));
  } else if (same->origin == Origin::text) {
    same->origin = Origin::both;
    same->in.push_back(TextField::metadata);
  }
}

}  // namespace

Tags take_tags(Article& article) {
  return {std::exchange(article.persons, std::nullopt), std::exchange(article.places, std::nullopt),
          std::exchange(article.organisations, std::nullopt)};
}

void add_tags(Article& article, Tags tags, const Gazetteer& gazetteer) {
  if (!article.persons) article.persons.emplace();
  if (!article.places) article.places.emplace();
  if (!article.organisations) article.organisations.emplace();
  if (tags.persons) {
    for (Person& tag : *tags.persons) add(article.persons, std::move(tag));
  }
  if (tags.places) {
    for (const Place& tag : *tags.places) add(article.places, known_place(tag, gazetteer));
  }
  if (tags.organisations) {
    for (Organisation& tag : *tags.organisations) add(article.organisations, std::move(tag));
  }
}

}  // namespace dateline
