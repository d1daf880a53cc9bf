// Bytes in Brotli (RFC 7932), which only HTTP sends: they begin with no mark of their own.
#pragma once

#include <brotli/decode.h>

#include <array>
#include <memory>

#include "indexer/containers/budget.h"
#include "indexer/containers/unpacked.h"

namespace dateline {

class Unbrotlied : public Unpacked {
 public:
  Unbrotlied(ByteSource& bytes, Budget& budget);
  std::size_t read(char* to, std::size_t size) override;

 private:
  ByteSource& bytes_;
  Budget& budget_;
  std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state_;
  std::array<char, 16U << 10U> input_;
  const unsigned char* next_ = nullptr;
  std::size_t available_ = 0;
  bool ended_ = false;
};

}  // namespace dateline
