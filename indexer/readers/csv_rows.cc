#include "indexer/readers/csv_rows.h"

#include <algorithm>
#include <utility>

namespace dateline {

namespace {

// A file with more open quotes than this is no table.
constexpr std::size_t kMostRetries = 20;

constexpr std::string_view kBom = "\xEF\xBB\xBF";

constexpr std::size_t kMostCells = 10'000;

}  // namespace

std::optional<CsvRows::Row> CsvRows::next() {
  for (;;) {
    Row row;
    row.line = line_;
    raw_.clear();
    const End end = read_cells(row);
    if (end == End::quote || end == End::size) {
      const bool again = end == End::quote && ++retries_ <= kMostRetries;
      row.cells.clear();
      row.fault = end == End::quote ? error("csv.open-quote", "a quote is never closed", row.line, 1)
                                    : error("article.too-large", "the row is over 16 MB", row.line, 1);
      again ? go_back() : skip_line();
      return row;
    }
    const bool blank = row.cells.size() == 1 && row.cells[0].find_first_not_of(" \t") == std::string::npos;
    if (!blank) return row;
    if (end == End::file) return std::nullopt;
  }
}

CsvRows::End CsvRows::read_cells(Row& row) {
  row.cells.emplace_back();
  bool quoted = false, begun = false;
  for (char c; get(c);) {
    if (raw_.size() > kMaxArticleBytes || row.cells.size() > kMostCells)
      return quoted ? End::quote : End::size;
    if (row.line == 1 && raw_.size() <= kBom.size() && raw_ == kBom.substr(0, raw_.size())) continue;
    if (quoted) {
      if (c == '"' && peek() != '"')
        quoted = false;
      else if (c == '"')
        get(c), row.cells.back() += c;
      else
        (row.cells.back() += c) += take_run('"');
    } else if (c == delimiter_) {
      row.cells.emplace_back();
      begun = false;
    } else if (c == '\n' || (c == '\r' && peek() != '\n')) {
      return End::row;
    } else if (c == '"' && !begun) {
      quoted = begun = true;
    } else if (c != '\r') {
      (row.cells.back() += c) += take_run(delimiter_);
      begun = true;
    }
  }
  return quoted ? End::quote : End::file;
}

// The row's first line is lost; all behind it is read again.
void CsvRows::go_back() {
  const std::size_t end = raw_.find('\n');
  const auto lines = static_cast<std::uint64_t>(std::ranges::count(raw_, '\n'));
  if (end == std::string::npos) return;
  again_ = raw_.substr(end + 1) + again_.substr(again_at_);
  again_at_ = 0;
  line_ -= lines - 1;
}

void CsvRows::skip_line() {
  for (char c; get(c) && c != '\n';) raw_.clear();
}

bool CsvRows::get(char& c) {
  if (again_at_ < again_.size())
    c = again_[again_at_++];
  else if (at_ < size_ || fill())
    c = buffer_[at_++];
  else
    return false;
  raw_ += c;
  if (c == '\n') ++line_;
  return true;
}

// What is at hand of a cell, up to `end` or the end of a line; no more than a row may be long.
std::string_view CsvRows::take_run(char end) {
  const bool again = again_at_ < again_.size();
  const std::string_view all = again ? std::string_view(again_) : std::string_view(buffer_.data(), size_);
  std::size_t& at = again ? again_at_ : at_;
  const std::size_t start = at, most = kMaxArticleBytes - std::min(raw_.size(), kMaxArticleBytes);
  while (at < all.size() && at - start < most && all[at] != end && all[at] != '\n' && all[at] != '\r') ++at;
  raw_ += all.substr(start, at - start);
  return all.substr(start, at - start);
}

// 0: the end.
char CsvRows::peek() {
  if (again_at_ < again_.size()) return again_[again_at_];
  return at_ < size_ || fill() ? buffer_[at_] : '\0';
}

bool CsvRows::fill() {
  size_ = bytes_.read(buffer_.data(), buffer_.size());
  at_ = 0;
  return size_ > 0;
}

std::vector<std::string> header_cells(std::string_view head, char delimiter) {
  MemorySource source(head);
  auto row = CsvRows(source, delimiter).next();
  return row ? std::move(row->cells) : std::vector<std::string>();
}

}  // namespace dateline
