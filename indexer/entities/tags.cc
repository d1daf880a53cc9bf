#include "indexer/entities/tags.h"

#include <algorithm>
#include <string>
#include <utility>

#include "dateline/words.h"
#include "indexer/entities/tag_names.h"

namespace dateline {

namespace {

std::string key_of(const Entity& entity) { return fold_name(entity.name); }
std::string key_of(const Place& place) { return fold_name(place.value); }

// A tag is a name and no more; everything else that the archive says of a place comes from the gazetteer.
Place known_place(const Place& tag, const Gazetteer& gazetteer) {
  if (const auto id = place_tagged(gazetteer, tag.name)) return gazetteer.facts(*id);
  Place place = tag;
  place.name = place_of_tag(gazetteer, tag.name);
  if (place.value.empty() || place.value == tag.name) place.value = place.name;
  if (place.country.empty()) place.kind = PlaceKind::area;
  if (place.path.empty()) place.path.push_back(place.value);
  return place;
}

bool same_name(const Place& tag, const Place& known) { return key_of(tag) == key_of(known); }

bool same_name(const Entity& tag, const Entity& known) { return key_of(tag) == key_of(known); }

std::vector<std::string> words_of(const std::string& name) {
  std::vector<std::string> words;
  for_each_word(fold(name), [&](const Word& word) { words.push_back(word.term); });
  return words;
}

// Whether "Baker" or "James Baker" can be the person of the longer name "James A. Baker".
bool is_shorter(const std::vector<std::string>& tag, const std::string& name) {
  const std::vector<std::string> words = words_of(name);
  return !tag.empty() && !words.empty() && tag.back() == words.back() &&
         std::ranges::all_of(tag,
                             [&](const std::string& word) { return std::ranges::count(words, word) > 0; });
}

template <class Kind>
auto holder(std::vector<Kind>& list, const Kind& tag) {
  return std::ranges::find_if(list, [&](const Kind& known) { return same_name(tag, known); });
}

// The one person that the tag can only mean; the end where there is none, or more than one.
auto only_person(std::vector<Person>& list, const Person& tag) {
  const auto words = words_of(tag.name);
  const auto fits = [&](const Person& known) {
    return known.origin != Origin::metadata && is_shorter(words, known.name);
  };
  const auto first = std::ranges::find_if(list, fits);
  if (first == list.end() || std::find_if(first + 1, list.end(), fits) == list.end()) return first;
  return list.end();
}

template <class Kind>
void add(std::vector<Kind>& list, typename std::vector<Kind>::iterator same, Kind tag) {
  if (key_of(tag).empty()) return;
  if (same == list.end()) {
    tag.origin = Origin::metadata;
    tag.in = {TextField::metadata};
    list.push_back(std::move(tag));
  } else if (same->origin == Origin::text) {
    same->origin = Origin::both;
    same->in.push_back(TextField::metadata);
  }
}

// A code is kept as printed; a name is its own record.
void keep_code(Article& article, const char* kind, const std::string& tag, const std::string& name) {
  if (std::ranges::any_of(tag, [](char c) { return c >= 'A' && c <= 'Z'; }) || tag == name) return;
  std::string& kept = article.extra[std::string("tags.") + kind];
  kept += (kept.empty() ? "" : "; ") + tag;
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
  for (Person tag : tags.persons.value_or(std::vector<Person>{})) {
    const std::string code = std::exchange(tag.name, person_of_tag(gazetteer, tag.name));
    keep_code(article, "persons", code, tag.name);
    auto same = holder(*article.persons, tag);
    if (same == article.persons->end()) same = only_person(*article.persons, tag);
    add(*article.persons, same, std::move(tag));
  }
  for (const Place& tag : tags.places.value_or(std::vector<Place>{})) {
    Place place = known_place(tag, gazetteer);
    keep_code(article, "places", tag.name, place.name);
    const auto same = holder(*article.places, place);
    add(*article.places, same, std::move(place));
  }
  for (Organisation tag : tags.organisations.value_or(std::vector<Organisation>{})) {
    const std::string code = std::exchange(tag.name, body_of_tag(gazetteer, tag.name));
    keep_code(article, "organisations", code, tag.name);
    const auto same = holder(*article.organisations, tag);
    add(*article.organisations, same, std::move(tag));
  }
}

}  // namespace dateline
