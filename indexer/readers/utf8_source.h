// Bytes in UTF-8, whatever Unicode the file is in, for readers that go through files of any size.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace dateline {

// UTF-16 (known by its byte order mark, or by `mark` where it lacks that) is turned into UTF-8 piece by
// piece; other bytes pass as they are, a mark of UTF-8 included.
class Utf8Source : public ByteSource {
 public:
  explicit Utf8Source(ByteSource& bytes, std::string_view mark = {}) : bytes_(bytes), mark_(mark) {}
  std::size_t read(char* to, std::size_t size) override;

  // What was odd about UTF-16 so far, told once.
  [[nodiscard]] const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  void fill();

  ByteSource& bytes_;
  bool begun_ = false;
  std::string_view mark_;  // empty: not UTF-16
  std::string raw_;        // of UTF-16, not yet turned
  std::string ready_;
  std::size_t given_ = 0;  // of ready_
  Diagnostics diagnostics_;
};

}  // namespace dateline
