#include <array>

#include "dateline/json.h"
#include "searcher/render/json.h"

namespace dateline {

namespace {

constexpr int kAnswerSchema = 1;

// What a hit keeps of its article's JSON.
constexpr std::array kHitKeys{"id",  "headline", "published", "publication", "section",
                              "url", "source",   "persons",   "places"};

Json to_json(const Snippet& snippet) {
  return {{"field", snippet.field},
          {"index", snippet.index},
          {"parts", snippet.parts},
          {"cut", {snippet.cut_before, snippet.cut_after}}};
}

Json to_json(const Hit& hit) {
  Json json{{"rank", hit.rank}, {"score", hit.score}, {"archive", hit.archive}, {"snippets", Json::array()}};
  for (const Snippet& snippet : hit.snippets) json["snippets"].push_back(to_json(snippet));
  if (!hit.reasons.empty()) json["matched"] = hit.reasons;
  Json article = to_json(hit.article, Mentions::leave_out);
  for (const char* key : kHitKeys) json[key] = std::move(article[key]);
  return json;
}

Json to_json(const QueryEcho& query) {
  Json json{{"text", query.text}, {"parsed", query.parsed}, {"match", query.match}};
  json["filters"] = {{"person", Json::array()}, {"place", Json::array()}, {"date", Json::array()}};
  for (const auto& [name, values] : query.filters) json["filters"][name] = values;
  json["notes"] = query.notes;
  json["spelling"] = query.spelling ? Json(*query.spelling) : Json(nullptr);
  if (!query.explanation.empty()) json["explanation"] = query.explanation;
  return json;
}

Json to_json(const FacetValue& value) {
  Json json{{"value", value.form.value}};
  if (!value.form.kind.empty()) {
    json["name"] = value.form.name;
    json["kind"] = value.form.kind;
    json["country"] = detail::text_or_null(value.form.country);
  }
  json["count"] = value.count;
  json["selected"] = value.selected;
  return json;
}

Json to_json(const FacetCounts& facet) {
  Json json = Json::object();
  if (!facet.unit.empty()) json["unit"] = facet.unit;
  json["values"] = Json::array();
  for (const FacetValue& value : facet.values) json["values"].push_back(to_json(value));
  json["distinct"] = facet.distinct;
  json["missing"] = facet.missing;
  if (!facet.unit.empty()) json["coarser"] = facet.coarser;
  return json;
}

// One object, written as the hits come, one a line.
class JsonRenderer : public Renderer {
 public:
  explicit JsonRenderer(Output& out) : out_(out) {}

  void begin(const Answer& answer) override {
    const Json head{{"schema", kAnswerSchema},   {"query", to_json(answer.query)},
                    {"total", answer.total},     {"exact", true},
                    {"took_ms", answer.took_ms}, {"revision", answer.revision}};
    std::string text = dump(head);
    text.pop_back();
    out_.write(text + ",\n\"hits\":[");
  }

  void hit(const Hit& hit) override {
    out_.write((first_ ? "\n" : ",\n") + dump(to_json(hit)));
    first_ = false;
  }

  void end(const Answer& answer) override {
    Json facets = Json::object();
    for (const FacetCounts& facet : answer.facets) facets[facet.name] = to_json(facet);
    out_.write("],\n\"facets\":" + dump(facets) +
               ",\n\"next\":" + dump(answer.next ? Json(*answer.next) : Json(nullptr)) + "}\n");
  }

 private:
  Output& out_;
  bool first_ = true;
};

class NdjsonRenderer : public Renderer {
 public:
  explicit NdjsonRenderer(Output& out) : out_(out) {}
  void hit(const Hit& hit) override { out_.write(dump(to_json(hit)) + "\n"); }

 private:
  Output& out_;
};

class ArticlesRenderer : public Renderer {
 public:
  explicit ArticlesRenderer(Output& out) : out_(out) {}
  void hit(const Hit& hit) override { out_.write(dump(to_json(hit.article)) + "\n"); }

 private:
  Output& out_;
};

}  // namespace

std::unique_ptr<Renderer> make_json_renderer(Output& out) { return std::make_unique<JsonRenderer>(out); }
std::unique_ptr<Renderer> make_ndjson_renderer(Output& out) { return std::make_unique<NdjsonRenderer>(out); }
std::unique_ptr<Renderer> make_articles_renderer(Output& out) {
  return std::make_unique<ArticlesRenderer>(out);
}

}  // namespace dateline
