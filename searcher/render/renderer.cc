#include "searcher/render/renderer.h"

#include "dateline/json.h"
#include "searcher/render/csv.h"
#include "searcher/render/json.h"
#include "searcher/render/text.h"

namespace dateline {

namespace {

class IdsRenderer : public Renderer {
 public:
  explicit IdsRenderer(Output& out) : out_(out) {}
  void hit(const Hit& hit) override { out_.write(hit.article.id + "\n"); }

 private:
  Output& out_;
};

class CountRenderer : public Renderer {
 public:
  explicit CountRenderer(Output& out) : out_(out) {}
  void begin(const Answer& answer) override { out_.write(std::to_string(answer.total) + "\n"); }

 private:
  Output& out_;
};

}  // namespace

std::unique_ptr<Renderer> make_renderer(Format format, const RenderOptions& options, Output& out) {
  switch (format) {
    case Format::text:
      return make_text_renderer(options, out);
    case Format::json:
      return make_json_renderer(out);
    case Format::ndjson:
      return make_ndjson_renderer(out);
    case Format::csv:
      return make_csv_renderer(options, out);
    case Format::ids:
      return std::make_unique<IdsRenderer>(out);
    case Format::articles:
      return make_articles_renderer(out);
  }
  return nullptr;
}

std::unique_ptr<Renderer> make_count_renderer(Output& out) { return std::make_unique<CountRenderer>(out); }

void show_article(const Article& article, Format format, const RenderOptions& options, Output& out) {
  if (format == Format::text)
    show_text(article, options, out);
  else
    out.write(dump(to_json(article)) + "\n");
}

}  // namespace dateline
