#include "searcher/render/csv.h"

#include "dateline/nearest.h"

namespace dateline {

namespace {

// What an object of an article's JSON is called by, the first that it has.
constexpr const char* kMainKeys[]{"value", "name", "date", "text", "path", "code"};

void append(std::string& text, const std::string& part) {
  if (!part.empty()) text += (text.empty() ? "" : "|") + part;
}

std::string whole(const Json& json) {
  if (json.is_null()) return {};
  if (json.is_string()) return json.get<std::string>();
  if (json.is_array()) {
    std::string text;
    for (const Json& element : json) append(text, whole(element));
    return text;
  }
  if (!json.is_object()) return dump(json);
  for (const char* key : kMainKeys) {
    if (const auto found = json.find(key); found != json.end() && !found->is_null()) return whole(*found);
  }
  return json.empty() ? "" : dump(json);
}

class CsvRenderer : public Renderer {
 public:
  CsvRenderer(const RenderOptions& options, Output& out) : options_(options), out_(out) {}

  void begin(const Answer&) override {
    if (options_.facet_rows)
      row({"facet", "value", "count"});
    else
      row(options_.fields);
  }

  void hit(const Hit& hit) override {
    if (options_.facet_rows) return;
    const Json article = to_json(hit.article);
    std::vector<std::string> cells;
    for (const std::string& field : options_.fields) cells.push_back(csv_value(article, field));
    row(cells);
  }

  void end(const Answer& answer) override {
    if (!options_.facet_rows) return;
    for (const FacetCounts& facet : answer.facets) {
      for (const FacetValue& value : facet.values)
        row({facet.name, value.form.value, std::to_string(value.count)});
    }
  }

 private:
  void row(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += (i > 0 ? "," : "") + csv_cell(cells[i]);
    out_.write(line + "\r\n");
  }

  RenderOptions options_;
  Output& out_;
};

}  // namespace

std::string csv_value(const Json& json, std::string_view path) {
  if (path.empty()) return whole(json);
  if (json.is_array()) {
    std::string text;
    for (const Json& element : json) append(text, csv_value(element, path));
    return text;
  }
  const std::size_t dot = std::min(path.find('.'), path.size());
  if (!json.is_object()) return {};
  const auto found = json.find(std::string(path.substr(0, dot)));
  return found == json.end() ? "" : csv_value(*found, path.substr(std::min(dot + 1, path.size())));
}

std::string csv_cell(const std::string& value) {
  if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
  std::string quoted = "\"";
  for (char c : value) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

std::optional<std::string> meant_field(const std::string& path) {
  const Json article = to_json(Article{});
  const std::string key = path.substr(0, path.find('.'));
  if (article.contains(key)) return std::nullopt;
  std::vector<std::string> keys;
  for (const auto& item : article.items()) keys.push_back(item.key());
  return nearest(key, keys);
}

std::unique_ptr<Renderer> make_csv_renderer(const RenderOptions& options, Output& out) {
  return std::make_unique<CsvRenderer>(options, out);
}

}  // namespace dateline
