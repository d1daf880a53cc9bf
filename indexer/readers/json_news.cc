#include "indexer/readers/json_news.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "indexer/readers/json_articles.h"
#include "indexer/readers/json_document.h"
#include "indexer/readers/json_sniff.h"
#include "indexer/readers/utf8_source.h"

namespace dateline {

namespace {

// Which of the fields that news has each key can fill.
enum Telling : unsigned { kHeadline = 1, kBody = 2, kOther = 4 };

std::unordered_map<std::string, unsigned> telling_keys() {
  std::unordered_map<std::string, unsigned> keys;
  const auto add = [&](MapField field, Telling what) {
    for (const FieldPath& path : default_field_map()[field]) keys[path.steps.front().key] |= what;
  };
  add(MapField::headline, kHeadline);
  add(MapField::body, kBody);
  for (MapField field : {MapField::published, MapField::bylines, MapField::url, MapField::id})
    add(field, kOther);
  return keys;
}

// Whether they tell a headline or a text, and one thing more.
bool tell_news(const JsonHead& head) {
  static const auto kTelling = telling_keys();
  unsigned told = 0;
  for (const JsonHead::Key& key : head.keys) {
    if (const auto found = kTelling.find(fold_key(key.name)); found != kTelling.end()) told |= found->second;
    if ((told & (told - 1)) != 0) return true;
  }
  return false;
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

Confidence sniff_ninjs(const Head& head) {
  constexpr std::array<std::string_view, 2> kIds{"uri", "guid"};
  constexpr std::array<std::string_view, 12> kOwn{
      "pubstatus",  "versioncreated",  "headlines",          "bodies",          "bodyxhtml",    "bodytext",
      "usageterms", "descriptiontext", "representationtype", "copyrightholder", "descriptions", "$standard"};
  const JsonHead& keys = head.json();
  // AP's interface has much the same keys inside objects of its own.
  const auto has = [&](std::string_view key) { return keys.has(key); };
  const bool is_ninjs =
      std::ranges::any_of(kIds, has) && std::ranges::any_of(kOwn, has) && !keys.has("apiversion");
  return is_ninjs ? Confidence::certain : Confidence::no;
}

Confidence sniff_json(const Head& head) {
  const JsonHead& keys = head.json();
  if (keys.keys.empty()) return Confidence::no;
  if (tell_news(keys)) return Confidence::likely;
  return keys.broken ? Confidence::no : Confidence::maybe;
}

void read_ninjs(Input& input, ArticleSink& sink) { read_mapped(input, sink, ninjs_field_map(), "ninjs"); }

void read_json(Input& input, ArticleSink& sink) {
  read_mapped(input, sink, input.map ? *input.map : default_field_map(), "json");
}

}  // namespace dateline
