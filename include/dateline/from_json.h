// Reads an article back from its JSON (json.h). Any subset of the keys will do; what is absent, null or of another
// type stays empty, and each value that is there but cannot be used leaves a warning `json.bad-value` that names its
// key. Keys that are not of the contract go to `extra` (strings as they are, others as JSON text).
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <set>
#include <string>

#include "dateline/json.h"

namespace dateline {

namespace detail {

// Reads typed members of one object and remembers what was odd.
class JsonReader {
 public:
  JsonReader(const Json& object, Diagnostics& faults) : object_(object), faults_(faults) {}

  std::string text(const char* key) const {
    const Json* value = find(key);
    if (!value || value->is_null()) return {};
    if (value->is_string()) return value->get<std::string>();
    return bad(key), std::string();
  }

  std::optional<std::string> optional_text(const char* key) const {
    const Json* value = find(key);
    return value && value->is_string() ? std::optional(value->get<std::string>()) : std::nullopt;
  }

  std::uint32_t number(const char* key, std::uint32_t otherwise) const {
    const Json* value = find(key);
    if (!value || value->is_null()) return otherwise;
    if (value->is_number_unsigned() && value->get<std::uint64_t>() <= std::numeric_limits<std::uint32_t>::max())
      return value->get<std::uint32_t>();
    return bad(key), otherwise;
  }

  std::optional<double> real(const char* key) const {
    const Json* value = find(key);
    return value && value->is_number() ? std::optional(value->get<double>()) : std::nullopt;
  }

  // The index of the name in `names`, or `otherwise`.
  template <class Enum, std::size_t Size>
  Enum choice(const char* key, const char* const (&names)[Size], Enum otherwise) const {
    const std::string name = text(key);
    if (name.empty()) return otherwise;
    const auto* found = std::ranges::find(names, name);
    if (found == std::end(names)) return bad(key), otherwise;
    return static_cast<Enum>(found - std::begin(names));
  }

  std::optional<Date> date(const char* key) const {
    const Json* value = find(key);
    if (!value || value->is_null()) return std::nullopt;
    std::optional<Date> date;
    if (value->is_string()) date = parse_iso(value->get_ref<const std::string&>());
    if (value->is_object()) {
      const JsonReader parts(*value, faults_);
      date = parse_iso(parts.text("date"), parts.text("time"));
      if (date) date->zone = parts.optional_text("zone"), date->rule = parts.text("rule");
    }
    if (!date) bad(key);
    return date;
  }

  // Calls `use` for each element of the list under `key`; a value that is no list is odd.
  template <class Use>
  bool each(const char* key, Use use) const {
    const Json* value = find(key);
    if (!value || value->is_null()) return false;
    if (!value->is_array()) return bad(key), false;
    for (const Json& element : *value) use(element);
    return true;
  }

  std::vector<std::string> texts(const char* key) const {
    std::vector<std::string> all;
    each(key, [&](const Json& e) { e.is_string() ? all.push_back(e.get<std::string>()) : bad(key); });
    return all;
  }

  const Json* object(const char* key) const {
    const Json* value = find(key);
    if (!value || value->is_null()) return nullptr;
    if (!value->is_object()) return bad(key), nullptr;
    return value;
  }

  void bad(const char* key) const {
    faults_.push_back(warning("json.bad-value", std::string("the value of \"") + key + "\" is not usable"));
  }

 private:
  const Json* find(const char* key) const {
    if (!object_.is_object()) return nullptr;
    const auto found = object_.find(key);
    return found == object_.end() ? nullptr : &*found;
  }

  const Json& object_;
  Diagnostics& faults_;
};

inline void read_entity(Entity& entity, const Json& json, Diagnostics& faults) {
  const JsonReader in(json, faults);
  entity.name = json.is_string() ? json.get<std::string>() : in.text("name");
  entity.count = in.number("count", 0);
  in.each("in", [&](const Json& e) {
    const auto* found = std::ranges::find(kTextFieldNames, e.is_string() ? e.get<std::string>() : "");
    if (found == std::end(kTextFieldNames)) return in.bad("in");
    entity.in.push_back(static_cast<TextField>(found - std::begin(kTextFieldNames)));
  });
  entity.origin = in.choice("origin", kOriginNames, Origin::metadata);
  in.each("mentions", [&](const Json& e) {
    const JsonReader m(e, faults);
    entity.mentions.push_back({m.choice("field", kTextFieldNames, TextField::body), m.number("index", 0),
                               m.number("start", 0), m.number("end", 0), m.text("text")});
  });
}

inline void read_entity(Place& place, const Json& json, Diagnostics& faults) {
  read_entity(static_cast<Entity&>(place), json, faults);
  const JsonReader in(json, faults);
  place.value = in.text("value");
  if (place.value.empty()) place.value = place.name;
  place.kind = in.choice("kind", kPlaceKindNames, PlaceKind::city);
  place.country = in.text("country");
  place.continent = in.text("continent");
  place.path = in.texts("path");
  if (place.path.empty()) place.path.push_back(place.value);
  place.latitude = in.real("lat");
  place.longitude = in.real("lon");
}

template <class List>
void read_entities(std::optional<List>& list, const JsonReader& in, const char* key, Diagnostics& faults) {
  List all;
  const bool there = in.each(key, [&](const Json& e) {
    typename List::value_type entity;
    read_entity(entity, e, faults);
    if (entity.name.empty()) return in.bad(key);
    all.push_back(std::move(entity));
  });
  if (there) list = std::move(all);
}

inline void read_lists(Article& a, const JsonReader& in, Diagnostics& faults) {
  in.each("bylines", [&](const Json& e) {
    const JsonReader b(e, faults);
    a.bylines.push_back({e.is_string() ? e.get<std::string>() : b.text("name"), b.text("role")});
  });
  in.each("captions", [&](const Json& e) {
    const JsonReader c(e, faults);
    a.captions.push_back({e.is_string() ? e.get<std::string>() : c.text("text"), c.text("credit")});
  });
  in.each("subjects", [&](const Json& e) {
    const JsonReader s(e, faults);
    a.subjects.push_back({e.is_string() ? e.get<std::string>() : s.text("name"), s.text("code"), s.text("scheme")});
  });
  in.each("diagnostics", [&](const Json& e) {
    const JsonReader d(e, faults);
    a.diagnostics.push_back(warning(d.text("code"), d.text("message")));
  });
  read_entities(a.persons, in, "persons", faults);
  read_entities(a.places, in, "places", faults);
  read_entities(a.organisations, in, "organisations", faults);
}

inline void read_extra(Article& a, const Json& json, const JsonReader& in) {
  static const std::set<std::string> known = [] {
    std::set<std::string> keys;
    const Json empty = to_json(Article{});  // must outlive its items
    for (const auto& item : empty.items()) keys.insert(item.key());
    return keys;
  }();
  if (const Json* extra = in.object("extra")) {
    for (const auto& item : extra->items())
      a.extra[item.key()] = item.value().is_string() ? item.value().get<std::string>() : dump(item.value());
  }
  for (const auto& item : json.items()) {
    if (!known.contains(item.key()) && !item.value().is_null())
      a.extra[item.key()] = item.value().is_string() ? item.value().get<std::string>() : dump(item.value());
  }
}

}  // namespace detail

// `json` must be an object; another value gives an empty article. Strings are taken as they stand.
[[nodiscard]] inline Article article_from_json(const Json& json) {
  Article a;
  if (!json.is_object()) return a;
  Diagnostics faults;
  const detail::JsonReader in(json, faults);
  a.id = in.text("id");
  a.version = in.number("version", 1);
  a.status = in.choice("status", kStatusNames, Status::usable);
  a.embargo = in.date("embargo");
  a.indexed = in.text("indexed");
  if (const Json* source = in.object("source")) {
    const detail::JsonReader s(*source, faults);
    a.source = {s.text("path"), s.optional_text("member"), s.number("ordinal", 0), s.text("format")};
  }
  a.headline = in.text("headline");
  a.subheadlines = in.texts("subheadlines");
  a.abstract = in.text("abstract");
  if (const Json* dateline = in.object("dateline")) {
    const detail::JsonReader d(*dateline, faults);
    a.dateline = Dateline{d.text("text"), d.text("place"), d.text("date"), d.text("agency")};
  }
  a.body = in.text("body");
  a.published = in.date("published");
  a.updated = in.date("updated");
  a.language = in.text("language");
  a.section = in.text("section");
  a.keywords = in.texts("keywords");
  a.publication = in.text("publication");
  a.url = in.text("url");
  a.edition = in.text("edition");
  a.page = in.text("page");
  detail::read_lists(a, in, faults);
  detail::read_extra(a, json, in);
  a.diagnostics.insert(a.diagnostics.end(), faults.begin(), faults.end());
  return a;
}

}  // namespace dateline
