// Bytes whose beginning can be seen before they are read.
#pragma once

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace dateline {

class Peeked : public ByteSource {
 public:
  explicit Peeked(ByteSource& bytes) : bytes_(bytes) {
    while (head_.size() < kSniffBytes && read_more(bytes_, head_, kSniffBytes - head_.size())) {
    }
  }

  // The first bytes, kSniffBytes of them where there are as many; read() gives them again.
  [[nodiscard]] std::string_view head() const { return head_; }

  std::size_t read(char* to, std::size_t size) override {
    const std::size_t from_head = std::min(size, head_.size() - used_);
    if (from_head == 0) return bytes_.read(to, size);
    std::memcpy(to, head_.data() + used_, from_head);
    used_ += from_head;
    return from_head;
  }

 private:
  ByteSource& bytes_;
  std::string head_;
  std::size_t used_ = 0;
};

}  // namespace dateline
