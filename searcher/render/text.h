// Answers and articles for people at a terminal.
#pragma once

#include <memory>

#include "searcher/render/renderer.h"

namespace dateline {

[[nodiscard]] std::unique_ptr<Renderer> make_text_renderer(const RenderOptions& options, Output& out);

void show_text(const Article& article, const RenderOptions& options, Output& out);

// The facets as tables, side by side where there is room.
[[nodiscard]] std::string facet_tables(const std::vector<FacetCounts>& facets, const RenderOptions& options);

// `text` in a terminal's style, plain where there is no colour.
enum class Style { bold, dim, match, heading, bar };
[[nodiscard]] std::string styled(const RenderOptions& options, Style style, const std::string& text);

}  // namespace dateline
