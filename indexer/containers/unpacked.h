// Bytes that come out of a container.
#pragma once

#include <optional>
#include <utility>

#include "dateline/diagnostic.h"
#include "indexer/readers/reader.h"

namespace dateline {

// Where the container is damaged or a bound is passed the bytes end, so that what was read stays; the fault
// says why.
class Unpacked : public ByteSource {
 public:
  // Why the bytes ended before their time; told once.
  [[nodiscard]] std::optional<Diagnostic> take_fault() { return std::exchange(fault_, std::nullopt); }

 protected:
  void fail(Diagnostic fault) {
    if (!fault_) fault_ = std::move(fault);
  }

 private:
  std::optional<Diagnostic> fault_;
};

// The code of what cannot be unpacked: damaged, cut off, or packed in an unknown way.
inline constexpr const char* kUnpackable = "container.unreadable";

}  // namespace dateline
