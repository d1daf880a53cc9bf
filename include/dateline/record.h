// The stored record: what a document's data holds, from which any hit can be shown whole. It is the article's
// JSON with mentions (json.h) in one zstd frame, so that any tool can read it: `zstd -d` gives the JSON.
// Where they differ from the article's own lists, `tagged` and `found` hold the names as the source gave them
// and as they were before joining and the authority file.
#pragma once

#include <zstd.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "dateline/from_json.h"

namespace dateline {

// zstd's own default: on news text 3 gives within 5 % of 9's size at several times its speed.
inline constexpr int kRecordLevel = 3;

// Records above this are damaged: articles over 16 MB are refused and JSON at most multiplies by six
// (\u00XX).
inline constexpr std::size_t kMaxRecordBytes = 256U << 20U;

namespace detail {

inline constexpr const char* kTaggedNames = "tagged";
inline constexpr const char* kFoundNames = "found";

inline void add_names(Json& json, const char* key, const std::optional<Names>& names) {
  if (!names) return;
  json[key] = {{"persons", entities(names->persons, Mentions::list)},
               {"places", entities(names->places, Mentions::list)},
               {"organisations", entities(names->organisations, Mentions::list)}};
}

// Takes the key out, so that it is not read as one that is unknown.
inline std::optional<Names> take_names(Json& json, const char* key) {
  const auto at = json.find(key);
  if (at == json.end()) return std::nullopt;
  Diagnostics faults;
  const JsonReader in(*at, faults);
  Names names;
  read_entities(names.persons, in, "persons");
  read_entities(names.places, in, "places");
  read_entities(names.organisations, in, "organisations");
  json.erase(at);
  return names;
}

}  // namespace detail

// The record's JSON.
[[nodiscard]] inline std::string record_text(const Article& article) {
  Json whole = to_json(article, Mentions::list);
  detail::add_names(whole, detail::kTaggedNames, article.tagged);
  detail::add_names(whole, detail::kFoundNames, article.found);
  return dump(whole);
}

[[nodiscard]] inline std::string encode_record(const Article& article) {
  const std::string json = record_text(article);
  std::string record(ZSTD_compressBound(json.size()), '\0');
  const std::size_t size =
      ZSTD_compress(record.data(), record.size(), json.data(), json.size(), kRecordLevel);
  record.resize(ZSTD_isError(size) ? 0 : size);
  return record;
}

// The record's JSON text; absent: not a record, or damaged.
[[nodiscard]] inline std::optional<std::string> record_json(std::string_view record) {
  const unsigned long long size = ZSTD_getFrameContentSize(record.data(), record.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > kMaxRecordBytes)
    return std::nullopt;
  std::string json(size, '\0');
  const std::size_t got = ZSTD_decompress(json.data(), json.size(), record.data(), record.size());
  if (ZSTD_isError(got) || got != size) return std::nullopt;
  return json;
}

[[nodiscard]] inline std::optional<Article> decode_record(std::string_view record) {
  const auto text = record_json(record);
  if (!text) return std::nullopt;
  Json json = Json::parse(*text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  auto tagged = detail::take_names(json, detail::kTaggedNames);
  auto found = detail::take_names(json, detail::kFoundNames);
  Article article = article_from_json(json);
  article.tagged = std::move(tagged);
  article.found = std::move(found);
  return article;
}

}  // namespace dateline
