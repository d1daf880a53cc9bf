// Cuts a stream into the rows of a table: RFC 4180, with any delimiter.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dateline/diagnostic.h"
#include "indexer/readers/reader.h"

namespace dateline {

class CsvRows {
 public:
  CsvRows(ByteSource& bytes, char delimiter) : bytes_(bytes), delimiter_(delimiter) {}

  struct Row {
    std::vector<std::string> cells;  // without their quotes, as bytes
    std::uint64_t line = 1;          // where the row begins
    std::optional<Diagnostic> fault;
  };

  // The next row that is not blank; absent: the end. Cells in quotes may hold line ends, delimiters and
  // doubled quotes; what follows the closing quote belongs to the cell. A quote that is never closed, or not
  // within 16 MB, is the fault of the row where it opens (`csv.open-quote`), and the next row is the next
  // line; a longer row is `article.too-large`.
  std::optional<Row> next();

 private:
  enum class End : std::uint8_t { row, file, quote, size };

  End read_cells(Row& row);
  bool get(char& c);
  std::string_view take_run(char end);
  [[nodiscard]] char peek();
  bool fill();
  void go_back();
  void skip_line();

  ByteSource& bytes_;
  char delimiter_;
  std::array<char, 64U << 10U> buffer_;
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  std::string again_;  // to be read once more, before what is left of the buffer
  std::size_t again_at_ = 0;
  std::string raw_;  // of this row
  std::uint64_t line_ = 1;
  std::size_t retries_ = 0;
};

// The cells of a table's first row, in quotes or not, where the text may be cut anywhere behind it.
[[nodiscard]] std::vector<std::string> header_cells(std::string_view head, char delimiter);

}  // namespace dateline
