#include "indexer/readers/csv.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "indexer/readers/csv_rows.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/json_articles.h"
#include "indexer/readers/json_document.h"
#include "indexer/readers/utf8_source.h"

namespace dateline {

namespace {

constexpr std::string_view kDelimiters = ",\t;|";

// What the header row of a table says under one delimiter.
struct Header {
  char delimiter = ',';
  std::vector<std::string> names;
  std::size_t known = 0;  // columns that the table of fields knows
};

Header header_of(std::string_view head, const FieldMap& map, std::string_view delimiters) {
  Header best;
  for (char delimiter : delimiters) {
    Header header{delimiter, header_cells(head, delimiter), 0};
    header.known = static_cast<std::size_t>(std::ranges::count_if(
        header.names, [&](const std::string& name) { return map.keys.contains(fold_key(name)); }));
    const bool better =
        header.known != best.known ? header.known > best.known : header.names.size() > best.names.size();
    if (better) best = std::move(header);
  }
  return best;
}

// A longer first line is no row of names: documents come on one line too.
constexpr std::size_t kLongestHeader = 4096;

// The bytes of the first row that is not blank; none where it is no header. All there are where they are not
// one to a character or a quote opens a cell, which may hold line ends.
std::string_view first_row(std::string_view head) {
  const std::size_t start = std::min(head.find_first_not_of(" \t\r\n"), head.size());
  const std::string_view row = head.substr(0, head.find('\n', start));
  if (row.size() > kLongestHeader) return {};
  if (row.find('\0') != std::string_view::npos) return head;
  for (std::size_t at = row.find('"'); at != std::string_view::npos; at = row.find('"', at + 1)) {
    if (at == start || std::string_view(",\t;|\r\xBF").find(row[at - 1]) != std::string_view::npos)
      return head;
  }
  return row;
}

bool names_one(const Header& header, const FieldMap& map, MapField field) {
  return std::ranges::any_of(map[field], [&](const FieldPath& path) {
    return std::ranges::any_of(
        header.names, [&](const std::string& name) { return same_key(name, path.steps.front().key); });
  });
}

bool names_a_text(const Header& header, const FieldMap& map) {
  return names_one(header, map, MapField::headline) || names_one(header, map, MapField::body) ||
         names_one(header, map, MapField::captions);
}

bool is_escaped(char c) { return c == '"' || c == '\\' || (c >= 0 && c < ' '); }

void append_string(std::string& json, std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  json += '"';
  for (std::size_t at = 0, start = 0; at <= text.size(); start = at) {
    while (at < text.size() && !is_escaped(text[at])) ++at;
    json.append(text, start, at - start);
    if (at == text.size()) break;
    const char c = text[at++];
    if (c == '"' || c == '\\')
      (json += '\\') += c;
    else
      ((json += "\\u00") += kHex[static_cast<std::size_t>(c) >> 4U]) +=
          kHex[static_cast<std::size_t>(c) & 0xFU];
  }
  json += '"';
}

// A row as the object that tables of fields are made for.
std::string to_json(const std::vector<std::string>& names, const std::vector<std::string>& cells) {
  std::string json = "{";
  for (std::size_t i = 0; i < std::min(names.size(), cells.size()); ++i) {
    if (cells[i].empty() || names[i].empty()) continue;
    if (json.size() > 1) json += ',';
    append_string(json, names[i]);
    json += ':';
    append_string(json, cells[i]);
  }
  return json += '}';
}

class Table {
 public:
  Table(const FieldMap& map, Header header, const DateOptions& dates, ArticleSink& sink)
      : names_(std::move(header.names)), mapping_{map, "csv", dates, {}}, sink_(sink) {
    if (map.day_first) mapping_.dates.day_first = *map.day_first;
    if (!map.numbered) return;
    for (std::size_t i = 0; i < names_.size(); ++i) names_[i] = std::to_string(i + 1);
  }

  void read(CsvRows::Row row) {
    if (row.fault) return sink_.fault(*row.fault);
    while (row.cells.size() > names_.size() && row.cells.back().empty()) row.cells.pop_back();
    if (row.cells.size() != names_.size())
      return sink_.fault(error("csv.cells",
                               "a row of " + std::to_string(row.cells.size()) +
                                   " cells where the first has " + std::to_string(names_.size()),
                               row.line, 1));
    JsonObjects::Slice slice{to_json(names_, row.cells), row.line, 1, 0, {}};
    Diagnostics faults;
    if (const auto root = document_.parse(slice, faults))
      return hand_on_articles(*root, mapping_, slice, std::move(faults), sink_);
    for (Diagnostic& fault : faults) sink_.fault(std::move(fault));
  }

 private:
  std::vector<std::string> names_;
  Mapping mapping_;
  ArticleSink& sink_;
  JsonDocument document_;
};

}  // namespace

Confidence sniff_csv(const Head& head) {
  const std::string_view row = first_row(head.text());
  std::string delimiters;
  std::ranges::copy_if(kDelimiters, std::back_inserter(delimiters),
                       [&](char c) { return row.find(c) != row.npos; });
  if (delimiters.empty()) return Confidence::no;
  // The elements of a list may well be the names of columns.
  if (!head.json().keys.empty() && !head.json().broken) return Confidence::no;
  const FieldMap& map = default_field_map();
  const Header header = header_of(decode(row).text, map, delimiters);
  const bool table = header.names.size() > 1 && header.known * 2 >= header.names.size() && header.known > 1 &&
                     names_a_text(header, map);
  return table ? Confidence::likely : Confidence::no;
}

void read_csv(Input& input, ArticleSink& sink) {
  const FieldMap& map = input.map ? *input.map : default_field_map();
  Header header = header_of(decode(input.head).text, map, kDelimiters);
  if (!map.numbered && !names_a_text(header, map))
    return sink.fault(error("csv.no-header",
                            "no column of the first row is known as headline or text; a --map can name them",
                            1, 1));
  Utf8Source bytes(input.bytes);
  CsvRows rows(bytes, header.delimiter);
  if (!map.numbered) (void)rows.next();
  Table table(map, std::move(header), input.dates, sink);
  bool any = false;
  for (; auto row = rows.next(); any = true) table.read(std::move(*row));
  if (!any) sink.fault(error("csv.empty", "the table has no rows", 1, 1));
}

}  // namespace dateline
