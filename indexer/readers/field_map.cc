#include "indexer/readers/field_map.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <utility>

#include "dateline/nearest.h"
#include "dateline/text.h"
#include "indexer/readers/letters.h"

namespace dateline {

namespace {

constexpr std::size_t kLongestMap = 1U << 20U;
constexpr std::size_t kMostSteps = 32;
constexpr std::string_view kBlanks = " \t\r";

[[noreturn]] void fail(const std::string& name, std::size_t line, const std::string& what) {
  throw MapError(name + ":" + std::to_string(line) + ": " + what);
}

std::string quoted(std::string_view text) { return "'" + fold_space(prefix(text, 60)) + "'"; }

// Reads one path.
class PathReader {
 public:
  explicit PathReader(std::string_view text) : rest_(trim(text, kBlanks)) {}

  // Absent: the text is no path.
  std::optional<FieldPath> read() {
    FieldPath path{std::string(rest_), {}};
    for (;;) {
      PathStep step;
      if (!key(step) || !brackets(step) || path.steps.size() == kMostSteps) return std::nullopt;
      path.steps.push_back(std::move(step));
      if (rest_.empty()) return path;
      if (rest_.front() != '.') return std::nullopt;
      rest_.remove_prefix(1);
    }
  }

 private:
  bool key(PathStep& step) {
    if (rest_.starts_with('"')) {
      const std::size_t end = rest_.find('"', 1);
      if (end == std::string_view::npos) return false;
      step.key = fold_key(rest_.substr(1, end - 1));
      rest_.remove_prefix(end + 1);
    } else {
      const std::size_t end = std::min(rest_.find_first_of(".[]\""), rest_.size());
      step.key = fold_key(rest_.substr(0, end));
      rest_.remove_prefix(end);
    }
    return !step.key.empty();
  }

  // `[]` or `[type=photo,picture]`.
  bool brackets(PathStep& step) {
    if (!rest_.starts_with('[')) return true;
    const std::size_t end = rest_.find(']');
    if (end == std::string_view::npos) return false;
    std::string_view inside = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    if (trim(inside, kBlanks).empty()) return true;
    const std::size_t equals = inside.find('=');
    if (equals == std::string_view::npos) return false;
    step.filter = fold_key(inside.substr(0, equals));
    for (inside.remove_prefix(equals + 1); !inside.empty();) {
      const std::size_t comma = std::min(inside.find(','), inside.size());
      step.values.push_back(lower(trim(inside.substr(0, comma), kBlanks)));
      inside.remove_prefix(std::min(comma + 1, inside.size()));
    }
    return !step.filter.empty() && !step.values.empty();
  }

  std::string_view rest_;
};

bool is_number(const FieldPath& path) {
  return path.steps.size() == 1 &&
         std::ranges::all_of(path.steps[0].key, [](char c) { return c >= '0' && c <= '9'; });
}

class MapReader {
 public:
  MapReader(std::string name, const FieldMap& base) : name_(std::move(name)), map_(base) {}

  FieldMap read(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::string whole;  // a line with those that go on with it
    for (std::size_t line = 1; !text.empty(); ++line) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view one = trim(text.substr(0, end), kBlanks);
      text.remove_prefix(std::min(end + 1, text.size()));
      if (one.starts_with('|') && !whole.empty()) {
        whole += one;
        continue;
      }
      read_line(std::exchange(whole, std::string(one)));
      line_ = line;
    }
    read_line(whole);
    if (map_.numbered && named_by_key_) fail(name_, line_, "columns are named both by number and by name");
    gather_keys();
    return std::move(map_);
  }

 private:
  void read_line(std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) fail(name_, line_, "expected 'field = path', not " + quoted(line));
    const std::string field(trim(line.substr(0, equals), kBlanks));
    const std::string_view value = trim(line.substr(equals + 1), kBlanks);
    if (field == "dates") return read_dates(value);
    if (!seen_.insert(field).second) fail(name_, line_, quoted(field) + " stands here twice");
    FieldPaths& paths = paths_of(field);
    paths = read_paths(value);
    if (field == "items") map_.items_stated = true;
  }

  void read_dates(std::string_view value) {
    if (value != "day-first" && value != "month-first")
      fail(name_, line_, "'dates' is day-first or month-first, not " + quoted(value));
    map_.day_first = value == "day-first";
  }

  FieldPaths& paths_of(const std::string& field) {
    const auto* found = std::ranges::find(kMapFieldNames, field);
    if (found != kMapFieldNames.end())
      return map_.paths[static_cast<std::size_t>(found - kMapFieldNames.begin())];
    if (field.starts_with("extra.") && field.size() > 6) return map_.extra[nfc(fold_space(field.substr(6)))];
    std::vector<std::string> names(kMapFieldNames.begin(), kMapFieldNames.end());
    names.emplace_back("dates");
    const std::string near = nearest(prefix(field, 64), names);
    fail(name_, line_,
         "unknown field " + quoted(field) + (near.empty() ? "" : "; did you mean '" + near + "'?"));
  }

  // Paths are parted by `|` outside quotes.
  FieldPaths read_paths(std::string_view text) {
    FieldPaths paths;
    if (text.empty()) return paths;
    for (std::size_t start = 0, at = 0, quotes = 0; at <= text.size(); ++at) {
      if (at < text.size() && text[at] == '"') ++quotes;
      if (at < text.size() && (text[at] != '|' || quotes % 2 == 1)) continue;
      const std::string_view one = text.substr(start, at - start);
      auto path = PathReader(one).read();
      if (!path) fail(name_, line_, quoted(one) + " is no path");
      (is_number(*path) ? map_.numbered : named_by_key_) = true;
      paths.push_back(std::move(*path));
      start = at + 1;
    }
    return paths;
  }

  void gather_keys() {
    map_.keys.clear();
    for (const FieldPaths& paths : map_.paths) {
      for (const FieldPath& path : paths) map_.keys.insert(path.steps.front().key);
    }
    for (const auto& [name, paths] : map_.extra) {
      for (const FieldPath& path : paths) map_.keys.insert(path.steps.front().key);
    }
  }

  std::string name_;
  FieldMap map_;
  std::set<std::string> seen_;
  std::size_t line_ = 0;
  bool named_by_key_ = false;
};

}  // namespace

FieldMap parse_field_map(std::string_view text, const std::string& name, const FieldMap& base) {
  return MapReader(name, base).read(text);
}

std::shared_ptr<const FieldMap> load_field_map(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text;
  for (char c; text.size() <= kLongestMap && in.get(c);) text += c;
  if (!in.eof()) throw MapError(file + (in ? ": is too large for a mapping file" : ": cannot be read"));
  return std::make_shared<const FieldMap>(parse_field_map(text, file, default_field_map()));
}

std::string fold_key(std::string_view key) {
  std::string folded;
  for (char c : key) {
    if (c == '_' || c == '-' || c == ' ') continue;
    folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }
  return folded;
}

}  // namespace dateline
