// Cuts a stream into its top-level JSON objects without parsing them, so that a broken one costs itself
// alone.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dateline/diagnostic.h"
#include "indexer/readers/reader.h"

namespace dateline {

// Objects that nest deeper are refused: no format needs it, and printing them would use up the stack.
inline constexpr std::size_t kMaxJsonDepth = 64;

// Commas, brackets and white space between objects are passed over, so JSON lines, pretty-printed objects and
// an array of objects all do.
class JsonObjects {
 public:
  explicit JsonObjects(ByteSource& bytes) : bytes_(bytes) {}

  // One object's bytes, or what is wrong with it: then `text` is not whole.
  struct Slice {
    std::string text;
    std::uint64_t line = 1;  // where the object begins
    std::uint64_t column = 1;
    std::size_t members = 0;  // of the object and all within it
    std::optional<Diagnostic> fault;
  };

  // Absent: the end of the stream. A run of bytes that are no object is one fault.
  std::optional<Slice> next();

 private:
  Slice object();
  void keep(Slice& slice, std::string_view bytes);
  std::string_view plain_run();
  void fail(Slice& slice, const char* code, const char* why);
  void cut_short(Slice& slice);
  void resume(std::uint64_t column);
  [[nodiscard]] bool begins_object(char c, std::uint64_t column) const;
  [[nodiscard]] bool at_bom(char c) const;
  bool get(char& c);

  ByteSource& bytes_;
  std::array<char, 64U << 10U> buffer_;
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  std::uint64_t line_ = 1;  // of the byte that get() gave last
  std::uint64_t column_ = 0;
  bool first_of_line_ = true;    // only blanks stand before that byte on its line
  bool after_line_end_ = false;  // that byte was a line end
  bool after_blanks_ = true;     // that byte and all before it on its line are blanks
  std::optional<char> held_;     // read, and to be given again
  std::string again_;            // lines of a broken object, to be read as objects of their own
  std::size_t again_at_ = 0;
};

}  // namespace dateline
