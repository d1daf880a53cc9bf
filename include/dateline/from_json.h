// Reads an article back from its JSON (json.h). Any subset of the keys will do; what is absent, null or of
// another type stays empty, and each key with values that cannot be used leaves one warning `json.bad-value`
// that names it. Keys that are not of the contract go to `extra` (strings as they are, others as JSON text).
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <set>
#include <string>
#include <string_view>

#include "dateline/json.h"

namespace dateline {

// Whether the contract has a field of that name.
[[nodiscard]] inline bool is_article_key(std::string_view name) {
  static const std::set<std::string, std::less<>> known = [] {
    std::set<std::string, std::less<>> keys;
    const Json empty = to_json(Article{});  // must outlive the loop
    for (const auto& item : empty.items()) keys.insert(item.key());
    return keys;
  }();
  return known.contains(name);
}

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

  // Of an element that is a text itself, as short forms of objects are, that text.
  std::string text_or_self(const char* key) const {
    return object_.is_string() ? object_.get<std::string>() : text(key);
  }

  std::optional<std::string> optional_text(const char* key) const {
    const Json* value = find(key);
    if (!value || value->is_null()) return std::nullopt;
    if (value->is_string()) return value->get<std::string>();
    return bad(key), std::nullopt;
  }

  std::uint32_t number(const char* key, std::uint32_t otherwise) const {
    const Json* value = find(key);
    if (!value || value->is_null()) return otherwise;
    if (value->is_number_unsigned() &&
        value->get<std::uint64_t>() <= std::numeric_limits<std::uint32_t>::max())
      return value->get<std::uint32_t>();
    return bad(key), otherwise;
  }

  std::optional<double> real(const char* key) const {
    const Json* value = find(key);
    if (!value || value->is_null()) return std::nullopt;
    if (value->is_number()) return value->get<double>();
    return bad(key), std::nullopt;
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

  // The same with a reader of each element that is an object or a text; another element is odd.
  template <class Use>
  bool each_item(const char* key, Use use) const {
    return each(key, [&](const Json& e) {
      if (!e.is_object() && !e.is_string()) return bad(key);
      use(JsonReader(e, faults_));
    });
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
    std::string message = std::string("the value of \"") + key + "\" is not usable";
    if (std::ranges::find(faults_, message, &Diagnostic::message) == faults_.end())
      faults_.push_back(warning("json.bad-value", std::move(message)));
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

inline void read_entity(Entity& entity, const JsonReader& in) {
  entity.name = in.text_or_self("name");
  entity.count = in.number("count", 0);
  in.each("in", [&](const Json& e) {
    const auto* found = std::ranges::find(kTextFieldNames, e.is_string() ? e.get<std::string>() : "");
    if (found == std::end(kTextFieldNames)) return in.bad("in");
    entity.in.push_back(static_cast<TextField>(found - std::begin(kTextFieldNames)));
  });
  entity.origin = in.choice("origin", kOriginNames, Origin::metadata);
  in.each_item("mentions", [&](const JsonReader& m) {
    entity.mentions.push_back({m.choice("field", kTextFieldNames, TextField::body), m.number("index", 0),
                               m.number("start", 0), m.number("end", 0), m.text("text")});
  });
}

inline void read_entity(Place& place, const JsonReader& in) {
  read_entity(static_cast<Entity&>(place), in);
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
void read_entities(std::optional<List>& list, const JsonReader& in, const char* key) {
  List all;
  const bool there = in.each_item(key, [&](const JsonReader& e) {
    typename List::value_type entity;
    read_entity(entity, e);
    if (entity.name.empty()) return in.bad(key);
    all.push_back(std::move(entity));
  });
  if (there) list = std::move(all);
}

inline void read_lists(Article& a, const JsonReader& in) {
  in.each_item("bylines", [&](const JsonReader& b) {
    a.bylines.push_back({b.text_or_self("name"), b.text("role")});
  });
  in.each_item("captions", [&](const JsonReader& c) {
    a.captions.push_back({c.text_or_self("text"), c.text("credit")});
  });
  in.each_item("subjects", [&](const JsonReader& s) {
    a.subjects.push_back({s.text_or_self("name"), s.text("code"), s.text("scheme")});
  });
  in.each_item("diagnostics", [&](const JsonReader& d) {
    a.diagnostics.push_back(warning(d.text("code"), d.text_or_self("message")));
  });
  read_entities(a.persons, in, "persons");
  read_entities(a.places, in, "places");
  read_entities(a.organisations, in, "organisations");
}

inline void read_extra(Article& a, const Json& json, const JsonReader& in) {
  const auto keep = [&](const auto& item) {
    const Json& value = item.value();
    if (!value.is_null())
      a.extra[item.key()] = value.is_string() ? value.template get<std::string>() : dump(value);
  };
  if (const Json* extra = in.object("extra")) {
    for (const auto& item : extra->items()) keep(item);
  }
  for (const auto& item : json.items()) {
    if (!is_article_key(item.key())) keep(item);
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
  detail::read_lists(a, in);
  detail::read_extra(a, json, in);
  a.diagnostics.insert(a.diagnostics.end(), faults.begin(), faults.end());
  return a;
}

}  // namespace dateline
