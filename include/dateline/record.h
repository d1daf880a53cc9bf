// The stored record: what a document's data holds, from which any hit can be shown whole. It is the article's
// JSON with mentions (json.h) in one zstd frame, so that any tool can read it: `zstd -d` gives the JSON.
#pragma once

#include <zstd.h>

#include <optional>
#include <string>
#include <string_view>

#include "dateline/from_json.h"

namespace dateline {

// zstd's own default: on news text 3 gives within 5 % of 9's size at several times its speed.
inline constexpr int kRecordLevel = 3;

// Records above this are damaged: articles over 16 MB are refused and JSON at most multiplies by six
// (\u00XX).
inline constexpr std::size_t kMaxRecordBytes = 256U << 20U;

[[nodiscard]] inline std::string encode_record(const Article& article) {
  const std::string json = dump(to_json(article, Mentions::list));
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
  const Json json = Json::parse(*text, nullptr, false);
  return json.is_object() ? std::optional(article_from_json(json)) : std::nullopt;
}

}  // namespace dateline
