#include "indexer/containers/brotli.h"

#include <new>

namespace dateline {

Unbrotlied::Unbrotlied(ByteSource& bytes, Budget& budget)
    : bytes_(bytes),
      budget_(budget),
      state_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance) {
  if (!state_) throw std::bad_alloc();
}

std::size_t Unbrotlied::read(char* to, std::size_t size) {
  while (!ended_ && size > 0) {
    auto* out = reinterpret_cast<unsigned char*>(to);
    std::size_t room = size;
    const auto result =
        BrotliDecoderDecompressStream(state_.get(), &available_, &next_, &room, &out, nullptr);
    const std::size_t got = size - room;
    if (!budget_.take_bytes(got)) return 0;
    ended_ = result == BROTLI_DECODER_RESULT_SUCCESS || result == BROTLI_DECODER_RESULT_ERROR;
    if (result == BROTLI_DECODER_RESULT_ERROR) fail(error(kUnpackable, "the compressed data are damaged"));
    if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) {
      available_ = bytes_.read(input_.data(), input_.size());
      next_ = reinterpret_cast<const unsigned char*>(input_.data());
      ended_ = available_ == 0;
      if (ended_) fail(error(kUnpackable, "the compressed data are cut off"));
    }
    if (got > 0) return got;
  }
  return 0;
}

}  // namespace dateline
