// Answers for programs: one JSON object, one hit a line, one article a line.
#pragma once

#include <memory>

#include "searcher/render/renderer.h"

namespace dateline {

[[nodiscard]] std::unique_ptr<Renderer> make_json_renderer(Output& out);
[[nodiscard]] std::unique_ptr<Renderer> make_ndjson_renderer(Output& out);
[[nodiscard]] std::unique_ptr<Renderer> make_articles_renderer(Output& out);

}  // namespace dateline
