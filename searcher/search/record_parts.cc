#include "searcher/search/record_parts.h"

#include <simdjson.h>

#include "dateline/record.h"

namespace dateline {

namespace {

namespace sj = simdjson::ondemand;

// Reads one member after the other; what is absent, null or of another type stays empty.
class TextReader {
 public:
  explicit TextReader(sj::object& object) : object_(object) {}

  std::string text(const char* key) { return text_of(object_.find_field_unordered(key)); }

  template <class Use>
  void each(const char* key, Use use) {
    sj::array list;
    if (object_.find_field_unordered(key).get_array().get(list) != simdjson::SUCCESS) return;
    for (auto element : list) use(element);
  }

  static std::string text_of(simdjson::simdjson_result<sj::value> value) {
    std::string_view text;
    return value.get_string().get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
  }

 private:
  sj::object& object_;
};

// The members of each object in a list.
template <class Use>
void each_object(TextReader& in, const char* key, Use use) {
  in.each(key, [&](simdjson::simdjson_result<sj::value> element) {
    sj::object object;
    if (element.get_object().get(object) != simdjson::SUCCESS) return;
    TextReader members(object);
    use(members);
  });
}

// In the order in which the record has them, so that nothing is passed twice.
void read(Article& a, sj::object& record, std::string_view field) {
  TextReader in(record);
  const auto wanted = [&](std::string_view name) { return field.empty() || field == name; };
  if (wanted("headline")) {
    a.headline = in.text("headline");
    in.each("subheadlines", [&](auto line) { a.subheadlines.push_back(TextReader::text_of(line)); });
  }
  if (wanted("abstract")) a.abstract = in.text("abstract");
  if (wanted("byline"))
    each_object(in, "bylines", [&](TextReader& b) {
      std::string name = b.text("name");
      a.bylines.push_back({std::move(name), b.text("role")});
    });
  if (wanted("dateline")) {
    sj::object dateline;
    if (record.find_field_unordered("dateline").get_object().get(dateline) == simdjson::SUCCESS)
      a.dateline = Dateline{TextReader(dateline).text("text"), {}, {}, {}};
  }
  if (wanted("caption") || wanted("credit"))
    each_object(in, "captions", [&](TextReader& c) {
      std::string text = c.text("text");
      a.captions.push_back({std::move(text), c.text("credit")});
    });
  if (wanted("body")) a.body = in.text("body");
}

// Calls `use` with the record's JSON, unless it is damaged.
template <class Use>
void read_object(std::string_view record, Use use) {
  thread_local sj::parser parser;
  auto json = record_json(record);
  if (!json) return;
  json->reserve(json->size() + simdjson::SIMDJSON_PADDING);
  sj::document document;
  sj::object object;
  if (parser.iterate(*json).get(document) == simdjson::SUCCESS &&
      document.get_object().get(object) == simdjson::SUCCESS)
    use(object);
}

}  // namespace

std::optional<Article> read_id(std::string_view record) {
  std::optional<Article> article;
  read_object(record, [&](sj::object& object) {
    std::string id = TextReader(object).text("id");
    if (!id.empty()) article.emplace().id = std::move(id);
  });
  return article;
}

Article read_texts(std::string_view record, std::string_view field) {
  Article article;
  read_object(record, [&](sj::object& object) { read(article, object, field); });
  return article;
}

}  // namespace dateline
