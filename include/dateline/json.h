// An article as JSON, both ways: the shape that --dry-run and --export print, `--output articles` shows, the
// stored record holds and the reader `dateline-json` takes. Keys and their order are part of the outside
// contract.
#pragma once

// GCC 12 takes the moved-from values inside this library for uninitialised ones.
#pragma GCC diagnostic push
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <nlohmann/json.hpp>
#pragma GCC diagnostic pop

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "dateline/article.h"

namespace dateline {

using Json = nlohmann::ordered_json;

inline constexpr int kArticleSchema = 1;

// Whether entities list their mentions (`--mentions`; the stored record always does).
enum class Mentions : bool { leave_out, list };

namespace detail {

inline Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

template <class List>
Json strings(const List& names) {
  Json list = Json::array();
  for (const auto& name : names) list.push_back(name);
  return list;
}

inline Json to_json(const Mention& m) {
  Json json{{"field", kTextFieldNames[static_cast<std::size_t>(m.field)]},
            {"index", m.index},
            {"start", m.start},
            {"end", m.end},
            {"text", m.text}};
  if (!m.why.empty()) json["why"] = m.why;
  return json;
}

inline void add_entity_counts(Json& json, const Entity& entity, Mentions mentions) {
  json["count"] = entity.count;
  json["in"] = Json::array();
  for (TextField field : entity.in) json["in"].push_back(kTextFieldNames[static_cast<std::size_t>(field)]);
  json["origin"] = kOriginNames[static_cast<std::size_t>(entity.origin)];
  if (mentions == Mentions::leave_out) return;
  json["mentions"] = Json::array();
  for (const Mention& mention : entity.mentions) json["mentions"].push_back(to_json(mention));
}

inline Json to_json(const Entity& entity, Mentions mentions) {
  Json json{{"name", entity.name}};
  add_entity_counts(json, entity, mentions);
  return json;
}

inline Json to_json(const Place& place, Mentions mentions) {
  Json json{{"name", place.name},
            {"value", place.value},
            {"kind", kPlaceKindNames[static_cast<std::size_t>(place.kind)]},
            {"country", text_or_null(place.country)},
            {"continent", text_or_null(place.continent)},
            {"path", strings(place.path)},
            {"lat", place.latitude ? Json(*place.latitude) : Json(nullptr)},
            {"lon", place.longitude ? Json(*place.longitude) : Json(nullptr)}};
  add_entity_counts(json, place, mentions);
  return json;
}

template <class List>
Json entities(const std::optional<List>& list, Mentions mentions) {
  if (!list) return nullptr;
  Json json = Json::array();
  for (const auto& entity : *list) json.push_back(to_json(entity, mentions));
  return json;
}

inline Json to_json(const Diagnostic& d) {
  return {{"severity", name_of(d.severity)}, {"code", d.code}, {"message", d.message}};
}

}  // namespace detail

// {"date","time","zone","precision","rule"}, or null where there is no date.
[[nodiscard]] inline Json to_json(const std::optional<Date>& date) {
  if (!date) return nullptr;
  const auto time = iso_time(*date);
  return {{"date", iso_date(*date)},
          {"time", time ? Json(*time) : Json(nullptr)},
          {"zone", date->zone ? Json(*date->zone) : Json(nullptr)},
          {"precision", kPrecisionNames[static_cast<std::size_t>(date->precision)]},
          {"rule", detail::text_or_null(date->rule)}};
}

[[nodiscard]] inline Json to_json(const Source& source) {
  return {{"path", source.path},
          {"member", source.member ? Json(*source.member) : Json(nullptr)},
          {"ordinal", source.ordinal},
          {"format", source.format}};
}

// Every key of the contract, absent values as null or [].
[[nodiscard]] inline Json to_json(const Article& a, Mentions mentions = Mentions::leave_out) {
  using detail::text_or_null;
  Json json{{"schema", kArticleSchema},
            {"id", a.id},
            {"version", a.version},
            {"status", kStatusNames[static_cast<std::size_t>(a.status)]},
            {"embargo", to_json(a.embargo)},
            {"indexed", text_or_null(a.indexed)},
            {"source", to_json(a.source)},
            {"headline", text_or_null(a.headline)},
            {"subheadlines", detail::strings(a.subheadlines)},
            {"abstract", text_or_null(a.abstract)}};
  Json& bylines = json["bylines"] = Json::array();
  for (const Byline& b : a.bylines) bylines.push_back({{"name", b.name}, {"role", text_or_null(b.role)}});
  json["dateline"] = nullptr;
  if (a.dateline) {
    json["dateline"] = {{"text", text_or_null(a.dateline->text)},
                        {"place", text_or_null(a.dateline->place)},
                        {"date", text_or_null(a.dateline->date)},
                        {"agency", text_or_null(a.dateline->agency)}};
  }
  Json& captions = json["captions"] = Json::array();
  for (const Caption& c : a.captions)
    captions.push_back({{"text", c.text}, {"credit", text_or_null(c.credit)}});
  json["body"] = text_or_null(a.body);
  json["published"] = to_json(a.published);
  json["updated"] = to_json(a.updated);
  json["language"] = text_or_null(a.language);
  json["section"] = text_or_null(a.section);
  json["keywords"] = detail::strings(a.keywords);
  Json& subjects = json["subjects"] = Json::array();
  for (const Subject& s : a.subjects)
    subjects.push_back(
        {{"name", text_or_null(s.name)}, {"code", text_or_null(s.code)}, {"scheme", text_or_null(s.scheme)}});
  json["publication"] = text_or_null(a.publication);
  json["url"] = text_or_null(a.url);
  json["edition"] = text_or_null(a.edition);
  json["page"] = text_or_null(a.page);
  json["extra"] = Json::object();
  for (const auto& [key, value] : a.extra) json["extra"][key] = value;
  json["persons"] = detail::entities(a.persons, mentions);
  json["places"] = detail::entities(a.places, mentions);
  json["organisations"] = detail::entities(a.organisations, mentions);
  Json& diagnostics = json["diagnostics"] = Json::array();
  for (const Diagnostic& d : a.diagnostics) diagnostics.push_back(detail::to_json(d));
  return json;
}

// One line, no line end; bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] inline std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace dateline
