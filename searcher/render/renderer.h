// How an answer is written. A renderer gets the answer and its hits one by one and knows nothing else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/render/output.h"
#include "searcher/search/answer.h"

namespace dateline {

class Renderer {
 public:
  virtual ~Renderer() = default;
  virtual void begin(const Answer&) {}
  virtual void hit(const Hit&) {}
  virtual void end(const Answer&) {}
};

enum class Format : std::uint8_t { text, json, ndjson, csv, ids, articles };

inline constexpr const char* kFormatNames[]{"text", "json", "ndjson", "csv", "ids", "articles"};

struct RenderOptions {
  bool color = false;
  std::size_t width = 80;           // columns of the terminal
  std::vector<std::string> fields;  // csv: paths into an article's JSON
  bool facet_rows = false;          // csv: facets instead of hits
};

[[nodiscard]] std::unique_ptr<Renderer> make_renderer(Format format, const RenderOptions& options,
                                                      Output& out);

// Nothing but the number of matches.
[[nodiscard]] std::unique_ptr<Renderer> make_count_renderer(Output& out);

// One article whole: for people in text, else as one JSON object on a line.
void show_article(const Article& article, Format format, const RenderOptions& options, Output& out);

// csv's columns where none are named.
inline constexpr const char* kDefaultFields = "id,published,headline,publication,persons,places,url";

// Absent: the path starts with a key of an article's JSON, as `published.date` does. Else the key that may be
// meant, empty where none is near.
[[nodiscard]] std::optional<std::string> meant_field(const std::string& path);

}  // namespace dateline
