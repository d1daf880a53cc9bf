// Answers as a table for spreadsheets, RFC 4180: a header row, CRLF line ends.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "dateline/json.h"
#include "searcher/render/renderer.h"

namespace dateline {

[[nodiscard]] std::unique_ptr<Renderer> make_csv_renderer(const RenderOptions& options, Output& out);

// What stands in a cell for the value at `path` ("published.date", "persons", "captions.credit") of an
// article's JSON: lists are joined by `|`, of an object its main part is shown. Empty where there is nothing.
[[nodiscard]] std::string csv_value(const Json& json, std::string_view path);

// A cell, in quotes where it must be.
[[nodiscard]] std::string csv_cell(const std::string& value);

}  // namespace dateline
