// What one file may unpack to, so that an archive bomb costs a diagnostic and not the machine.
#pragma once

#include <cstdint>
#include <optional>

#include "dateline/diagnostic.h"

namespace dateline {

// The bytes of all layers count: those of a .tar.gz when they come out of the gzip stream and again when they
// come out of the tar.
struct Bounds {
  // Unpacked bytes for each byte of the file, looked at once more than `ratio_from` bytes were unpacked.
  // Deflate reaches 1,030 on zeros; feeds and JSON reach 20, pages that repeat a site's frame 100.
  std::uint64_t ratio = 250;
  std::uint64_t ratio_from = std::uint64_t{256} << 20U;
  std::uint64_t bytes = std::uint64_t{1} << 40U;
  std::uint64_t members = 10'000'000;
  // Containers inside each other, compression included: a page in a WARC that is compressed twice over, in a
  // zip, needs five.
  unsigned depth = 8;
};

class Budget {
 public:
  explicit Budget(const Bounds& bounds) : bounds_(bounds) {}

  // Counts bytes of the file itself.
  void count_read(std::uint64_t bytes) { read_ += bytes; }
  // Count what was unpacked. False, from then on for everything: a bound is passed.
  [[nodiscard]] bool take_bytes(std::uint64_t bytes);
  [[nodiscard]] bool take_member();

  [[nodiscard]] unsigned depth() const { return bounds_.depth; }
  // Which bound was passed; told once.
  [[nodiscard]] std::optional<Diagnostic> take_fault();

 private:
  [[nodiscard]] bool spend(Diagnostic fault);

  const Bounds bounds_;
  std::uint64_t read_ = 0;
  std::uint64_t unpacked_ = 0;
  std::uint64_t members_ = 0;
  bool spent_ = false;
  std::optional<Diagnostic> fault_;
};

}  // namespace dateline
