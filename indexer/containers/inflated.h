// Deflated bytes: gzip files of one or many members, and what HTTP sends as `deflate`. Libarchive reads gzip
// too, but does not look at its checksums.
#pragma once

#include <zlib.h>

#include <array>
#include <string>

#include "indexer/containers/budget.h"
#include "indexer/containers/unpacked.h"

namespace dateline {

enum class Wrapping : std::uint8_t { gzip, zlib, none };

class Inflated : public Unpacked {
 public:
  Inflated(ByteSource& bytes, Wrapping wrapping, Budget& budget);
  ~Inflated() override;
  Inflated(const Inflated&) = delete;
  Inflated& operator=(const Inflated&) = delete;

  std::size_t read(char* to, std::size_t size) override;

 private:
  bool fill();
  bool begin_next_member();
  void end(const char* why);

  ByteSource& bytes_;
  const Wrapping wrapping_;
  Budget& budget_;
  z_stream stream_{};
  std::array<unsigned char, 64U << 10U> input_;
  bool ended_ = false;
};

}  // namespace dateline
