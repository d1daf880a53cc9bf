#include "indexer/readers/json_news.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/readers/json_articles.h"
#include "indexer/readers/json_document.h"
#include "indexer/readers/json_sniff.h"
#include "indexer/readers/utf8_source.h"

namespace dateline {

namespace {

template <std::size_t Size>
std::size_t count_keys(const JsonHead& head, const std::array<std::string_view, Size>& keys) {
  return static_cast<std::size_t>(
      std::ranges::count_if(keys, [&](std::string_view key) { return head.has(key); }));
}

void read_mapped(Input& input, ArticleSink& sink, const FieldMap& map, const char* format) {
  Utf8Source bytes(input.bytes);
  JsonObjects objects(bytes);
  JsonDocument document;
  Mapping mapping{map, format, input.dates};
  if (map.day_first) mapping.dates.day_first = *map.day_first;
  bool any = false;
  for (; auto slice = objects.next(); any = true) {
    if (slice->fault) {
      sink.fault(*slice->fault);
      continue;
    }
    Diagnostics faults;
    const auto root = document.parse(*slice, faults);
    if (!root) {
      for (Diagnostic& fault : faults) sink.fault(std::move(fault));
      continue;
    }
    hand_on_articles(*root, mapping, *slice, std::move(faults), sink);
  }
  if (!any) sink.fault(error("json.empty", "no JSON object", 1, 1));
}

}  // namespace

Confidence sniff_ninjs(std::string_view head) {
  constexpr std::array<std::string_view, 2> kIds{"uri", "guid"};
  constexpr std::array<std::string_view, 12> kOwn{
      "pubstatus",  "versioncreated",  "headlines",          "bodies",          "bodyxhtml",    "bodytext",
      "usageterms", "descriptiontext", "representationtype", "copyrightholder", "descriptions", "$standard"};
  const JsonHead keys = json_head(head);
  // AP's interface has much the same keys inside objects of its own.
  return count_keys(keys, kIds) > 0 && count_keys(keys, kOwn) > 0 && !keys.has("apiversion")
             ? Confidence::certain
             : Confidence::no;
}

Confidence sniff_json(std::string_view head) {
  const JsonHead keys = json_head(head);
  if (keys.keys.empty()) return Confidence::no;
  const FieldMap& map = default_field_map();
  const auto names = [&](std::initializer_list<MapField> fields) {
    return std::ranges::any_of(fields, [&](MapField field) {
      return std::ranges::any_of(map[field],
                                 [&](const FieldPath& path) { return keys.has(path.steps.front().key); });
    });
  };
  const bool news = names({MapField::headline, MapField::body}) &&
                    (names({MapField::published, MapField::bylines, MapField::url, MapField::id}) ||
                     (names({MapField::headline}) && names({MapField::body})));
  if (news) return Confidence::likely;
  return keys.broken ? Confidence::no : Confidence::maybe;
}

void read_ninjs(Input& input, ArticleSink& sink) { read_mapped(input, sink, ninjs_field_map(), "ninjs"); }

void read_json(Input& input, ArticleSink& sink) {
  read_mapped(input, sink, input.map ? *input.map : default_field_map(), "json");
}

}  // namespace dateline
