#include <algorithm>
#include <array>

#include "searcher/render/text.h"
#include "searcher/render/width.h"

namespace dateline {

namespace {

constexpr std::size_t kGap = 3;          // columns between two tables
constexpr std::size_t kNarrowest = 22;   // of a table
constexpr std::size_t kWidestName = 40;  // of a value, in columns
constexpr std::size_t kWidestBar = 40;

// A table ready to print: its lines are all `width` columns wide.
struct Table {
  std::size_t width = 0;
  std::vector<std::string> lines;
};

// Eighths of a column make the difference of small counts visible.
std::string bar(std::uint64_t count, std::uint64_t largest, std::size_t columns) {
  constexpr std::array kEighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (largest == 0 || count == 0) return {};
  const std::uint64_t eighths = std::max<std::uint64_t>(1, count * columns * 8 / largest);
  std::string text;
  for (std::uint64_t i = 0; i < eighths / 8; ++i) text += "█";
  return text + kEighths[eighths % 8];
}

std::string title(const FacetCounts& facet) {
  std::string text = facet.unit.empty() ? facet.name : facet.name + " by " + facet.unit;
  if (facet.distinct > facet.values.size()) text += " (" + grouped(facet.distinct) + ")";
  return text;
}

std::string footnote(const FacetCounts& facet) {
  std::string text;
  if (facet.coarser > 0) text = grouped(facet.coarser) + " dated less finely";
  if (facet.missing > 0) text += (text.empty() ? "" : ", ") + grouped(facet.missing) + " without";
  return text;
}

struct Columns {
  std::size_t mark = 0;  // a tick before selected values
  std::size_t name = 0;
  std::size_t count = 0;
  std::size_t bar = 0;
};

std::uint64_t largest_count(const FacetCounts& facet) {
  std::uint64_t largest = 0;
  for (const FacetValue& value : facet.values) largest = std::max(largest, value.count);
  return largest;
}

Columns columns_of(const FacetCounts& facet, std::size_t room) {
  Columns columns;
  columns.mark = std::ranges::any_of(facet.values, &FacetValue::selected) ? 2 : 0;
  columns.count = grouped(largest_count(facet)).size();
  for (const FacetValue& value : facet.values)
    columns.name = std::max(columns.name, width_of(clean(value.form.value)));
  columns.name = std::min({columns.name, kWidestName, room - columns.mark - columns.count - 2});
  if (!facet.unit.empty()) {
    const std::size_t used = columns.mark + columns.name + columns.count + 4;
    columns.bar = room > used ? std::min(kWidestBar, room - used) : 0;
  }
  return columns;
}

Table table_of(const FacetCounts& facet, std::size_t room, const RenderOptions& options) {
  const Columns columns = columns_of(facet, room);
  const std::uint64_t largest = largest_count(facet);
  Table table;
  table.width = columns.mark + columns.name + 2 + columns.count + (columns.bar > 0 ? columns.bar + 2 : 0);
  table.width =
      std::min(room, std::max({table.width, kNarrowest, width_of(title(facet)), width_of(footnote(facet))}));
  const std::size_t name =
      table.width - columns.mark - 2 - columns.count - (columns.bar > 0 ? columns.bar + 2 : 0);
  table.lines.push_back(styled(options, Style::heading, fit(title(facet), table.width)));
  for (const FacetValue& value : facet.values) {
    std::string line = columns.mark == 0 ? "" : value.selected ? "✓ " : "  ";
    line += fit(clean(value.form.value), name) + "  " + fit_right(grouped(value.count), columns.count);
    if (value.selected) line = styled(options, Style::bold, line);
    if (columns.bar > 0) {
      const std::string drawn = bar(value.count, largest, columns.bar);
      line += "  " + styled(options, Style::bar, drawn) + std::string(columns.bar - width_of(drawn), ' ');
    }
    table.lines.push_back(std::move(line));
  }
  if (const std::string note = footnote(facet); !note.empty())
    table.lines.push_back(styled(options, Style::dim, fit(note, table.width)));
  return table;
}

std::string trimmed(std::string line) {
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

std::string side_by_side(const std::vector<Table>& row) {
  std::size_t height = 0;
  for (const Table& table : row) height = std::max(height, table.lines.size());
  std::string text;
  for (std::size_t i = 0; i < height; ++i) {
    std::string line;
    for (const Table& table : row) {
      if (&table != &row.front()) line += std::string(kGap, ' ');
      line += i < table.lines.size() ? table.lines[i] : std::string(table.width, ' ');
    }
    text += trimmed(std::move(line)) + "\n";
  }
  return text;
}

}  // namespace

std::string facet_tables(const std::vector<FacetCounts>& facets, const RenderOptions& options) {
  const std::size_t room = std::max<std::size_t>(options.width, kNarrowest);
  std::vector<std::vector<Table>> rows;
  std::size_t used = 0;
  for (const FacetCounts& facet : facets) {
    if (facet.values.empty()) continue;
    Table table = table_of(facet, room, options);
    const bool fits = !rows.empty() && used + kGap + table.width <= room;
    if (!fits) rows.emplace_back(), used = 0;
    used += (used > 0 ? kGap : 0) + table.width;
    rows.back().push_back(std::move(table));
  }
  std::string text;
  for (const auto& row : rows) text += (text.empty() ? "" : "\n") + side_by_side(row);
  return text;
}

}  // namespace dateline
