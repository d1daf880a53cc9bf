// Bytes that can be read by lines as well, and a part of bytes. Crawl files and HTTP are lines, then bytes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/reader.h"

namespace dateline {

class LineSource : public ByteSource {
 public:
  explicit LineSource(ByteSource& bytes) : bytes_(bytes), buffer_(kBuffer) {}

  // The next line without its end (LF or CR LF); what goes over kLongestLine is left out. False: no byte is
  // left.
  bool line(std::string& to);
  // The next bytes, which stay unread: `size` of them where there are as many; at most kBuffer.
  [[nodiscard]] std::string_view peek(std::size_t size);
  std::size_t read(char* to, std::size_t size) override;
  // How many bytes were read.
  [[nodiscard]] std::uint64_t offset() const { return offset_; }

  static constexpr std::size_t kLongestLine = 64U << 10U;
  static constexpr std::size_t kBuffer = 64U << 10U;

 private:
  bool fill();

  ByteSource& bytes_;
  std::vector<char> buffer_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::uint64_t offset_ = 0;
};

// The next so many bytes of others.
class PartSource : public ByteSource {
 public:
  PartSource(ByteSource& bytes, std::uint64_t size) : bytes_(bytes), left_(size) {}

  std::size_t read(char* to, std::size_t size) override {
    const std::size_t got =
        left_ == 0 ? 0 : bytes_.read(to, static_cast<std::size_t>(std::min<std::uint64_t>(size, left_)));
    left_ -= got;
    return got;
  }
  // Reads on to the part's end; false: the bytes ended first.
  bool finish();

 private:
  ByteSource& bytes_;
  std::uint64_t left_;
};

}  // namespace dateline
