#include "indexer/readers/json_articles.h"

#include <algorithm>
#include <utility>

#include "indexer/readers/html_facts.h"
#include "indexer/readers/news_fields.h"

namespace dateline {

namespace {

// Articles lie no deeper in objects around them.
constexpr std::size_t kDeepest = 8;

bool is_kind(JsonValue object, std::initializer_list<const char*> kinds) {
  PathStep step{{}, "type", {kinds.begin(), kinds.end()}};
  return passes(object, step);
}

// Linked data says what an object is; without a type it may be anything.
bool may_be_article(JsonValue object) {
  static const FieldPath type{{}, {{"@type", {}, {}}}};
  bool typed = false, article = false;
  walk(object, type, [&](JsonValue value) {
    if (!value.is_string()) return;
    typed = true;
    article = article || html::is_article_type(std::string_view(value));
  });
  return article || !typed;
}

// All objects that have an id, for those that are only named by it.
void gather_ids(JsonValue value, ById& ids) {
  if (value.is_array()) {
    for (JsonValue element : simdjson::dom::array(value)) gather_ids(element, ids);
  } else if (value.is_object()) {
    const simdjson::dom::object object(value);
    std::string_view id;
    if (object.size() > 1 && object["@id"].get(id) == simdjson::SUCCESS) ids.emplace(id, value);
    for (const auto& field : object) gather_ids(field.value, ids);
  }
}

// The articles of one object of the file.
class ObjectReader {
 public:
  ObjectReader(const Mapping& mapping, const JsonObjects::Slice& slice, Diagnostics faults, ArticleSink& sink)
      : mapping_(mapping), slice_(slice), faults_(std::move(faults)), sink_(sink) {}

  void read(JsonValue root) {
    if (find(root, 0, Proof::none) > 0) return;
    for (Diagnostic& fault : faults_) sink_.fault(std::move(fault));
    const std::string code = mapping_.format + ".no-article", why = "no article here";
    sink_.fault(has_empty_list(root) ? warning(code, why, slice_.line, slice_.column)
                                     : error(code, why, slice_.line, slice_.column));
  }

 private:
  // What an object must have to be taken for an article: where a table led to it, anything.
  enum class Proof : std::uint8_t { none, story, body };

  // How many there were, those that were left out with a note included.
  std::size_t find(JsonValue object, std::size_t depth, Proof proof) {
    if (!object.is_object() || depth > kDeepest) return 0;
    const FieldMap& map = mapping_.map;
    const bool stated = depth == 0 && map.items_stated;
    const bool body = !stated && has(object, map, MapField::body);
    if (!body) {
      const std::size_t found = find_items(object, depth);
      if (found > 0 || stated) return found;
    }
    if (may_be_article(object) && is_news(object, body, proof)) return take(object, body, depth);
    return body ? 0 : find_members(object, depth);
  }

  std::size_t find_items(JsonValue object, std::size_t depth) {
    std::size_t found = 0;
    for (const FieldPath& path : mapping_.map[MapField::items]) {
      walk(object, path, [&](JsonValue item) { found += find(item, depth + 1, Proof::none); });
      if (found > 0) break;
    }
    return found;
  }

  // Under names that nobody knows: ids of articles, mostly.
  std::size_t find_members(JsonValue object, std::size_t depth) {
    static const FieldPath any{{}, {{"*", {}, {}}}};
    std::size_t found = 0;
    walk(object, any, [&](JsonValue member) { found += find(member, depth + 1, Proof::story); });
    return found;
  }

  [[nodiscard]] bool is_news(JsonValue object, bool body, Proof proof) const {
    const auto got = [&](MapField field) { return has(object, mapping_.map, field); };
    if (proof == Proof::body) return body;
    const bool headline = got(MapField::headline);
    if (proof == Proof::story) return headline && (body || got(MapField::url) || got(MapField::published));
    return body || headline || got(MapField::abstract) || got(MapField::captions) ||
           (is_picture(object) && got(MapField::captions_text)) || is_withdrawn(object);
  }

  [[nodiscard]] bool is_withdrawn(JsonValue object) const {
    return has(object, mapping_.map, MapField::id) &&
           status_of(first_text(object, mapping_.map[MapField::status])) == Status::withdrawn;
  }

  std::size_t take(JsonValue object, bool body, std::size_t depth) {
    if (!body && !is_withdrawn(object)) {
      if (const char* kind = kind_without_news(object)) return take_package(object, kind, depth);
    }
    Article article = mapped_article(object, mapping_, slice_.line);
    std::ranges::move(std::exchange(faults_, {}), std::back_inserter(article.diagnostics));
    hand_on(std::move(article), sink_, slice_.line);
    return 1;
  }

  // nullptr: it is news. A composite of pictures is.
  [[nodiscard]] const char* kind_without_news(JsonValue object) const {
    for (const char* kind : {"event", "planning"}) {
      if (is_kind(object, {kind})) return kind;
    }
    static const FieldPath event{{}, {{"eventdetails", {}, {}}}};
    bool is_event = false;
    walk(object, event, [&](JsonValue) { is_event = true; });
    if (is_event) return "event";
    if (is_kind(object, {"composite", "package"}) && !has(object, mapping_.map, MapField::captions) &&
        !has(object, mapping_.map, MapField::abstract))
      return "composite";
    return nullptr;
  }

  // The texts of a package are articles where they are there themselves.
  std::size_t take_package(JsonValue object, const char* kind, std::size_t depth) {
    static const FieldMap inside =
        parse_field_map("items = associations | associations.*", "package map", {});
    std::size_t found = 0;
    for (const FieldPath& path : inside[MapField::items])
      walk(object, path, [&](JsonValue item) { found += find(item, depth + 1, Proof::body); });
    if (found == 0)
      sink_.fault(warning(mapping_.format + ".no-news",
                          "an item of type " + std::string(kind) + " holds no news and was left out",
                          slice_.line, slice_.column));
    return std::max<std::size_t>(found, 1);
  }

  // An answer of a service that found nothing.
  [[nodiscard]] bool has_empty_list(JsonValue root) const {
    for (const FieldPath& path : mapping_.map[MapField::items]) {
      for (const auto& [key, value] : simdjson::dom::object(root)) {
        if (same_key(key, path.steps.front().key) && value.is_array() &&
            simdjson::dom::array(value).size() == 0)
          return true;
      }
    }
    return false;
  }

  const Mapping& mapping_;
  const JsonObjects::Slice& slice_;
  Diagnostics faults_;
  ArticleSink& sink_;
};

}  // namespace

void hand_on_articles(JsonValue root, Mapping& mapping, const JsonObjects::Slice& slice, Diagnostics faults,
                      ArticleSink& sink) {
  mapping.by_id.clear();
  if (slice.text.find("\"@id\"") != std::string::npos) gather_ids(root, mapping.by_id);
  ObjectReader(mapping, slice, std::move(faults), sink).read(root);
}

}  // namespace dateline
