#include "indexer/containers/inflated.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <new>

namespace dateline {

namespace {

// How zlib is told of the wrapping: by what is added to, or the sign of, the window's size.
int window_bits(Wrapping wrapping) {
  switch (wrapping) {
    case Wrapping::gzip:
      return MAX_WBITS + 16;
    case Wrapping::zlib:
      return MAX_WBITS;
    case Wrapping::none:
      break;
  }
  return -MAX_WBITS;
}

}  // namespace

Inflated::Inflated(ByteSource& bytes, Wrapping wrapping, Budget& budget)
    : bytes_(bytes), wrapping_(wrapping), budget_(budget) {
  if (inflateInit2(&stream_, window_bits(wrapping)) != Z_OK) throw std::bad_alloc();
}

Inflated::~Inflated() { inflateEnd(&stream_); }

// False: there are no more bytes.
bool Inflated::fill() {
  if (stream_.avail_in > 0) return true;
  stream_.next_in = input_.data();
  stream_.avail_in = static_cast<uInt>(bytes_.read(reinterpret_cast<char*>(input_.data()), input_.size()));
  return stream_.avail_in > 0;
}

// After a gzip member comes another, or the end: zeros that fill a tape's block, or other bytes that gzip
// itself passes over too.
bool Inflated::begin_next_member() {
  constexpr unsigned char kFirst = 0x1F, kSecond = 0x8B;
  if (wrapping_ != Wrapping::gzip || !fill()) return false;
  if (stream_.avail_in == 1) {
    input_[0] = *stream_.next_in;
    stream_.next_in = input_.data();
    stream_.avail_in +=
        static_cast<uInt>(bytes_.read(reinterpret_cast<char*>(input_.data()) + 1, input_.size() - 1));
  }
  return stream_.avail_in > 1 && stream_.next_in[0] == kFirst && stream_.next_in[1] == kSecond &&
         inflateReset(&stream_) == Z_OK;
}

void Inflated::end(const char* why) {
  ended_ = true;
  fail(error(kUnpackable, why));
}

std::size_t Inflated::read(char* to, std::size_t size) {
  size = std::min<std::size_t>(size, std::numeric_limits<uInt>::max());
  while (!ended_ && size > 0) {
    if (!fill()) {
      end("the compressed data are cut off");
      break;
    }
    stream_.next_out = reinterpret_cast<unsigned char*>(to);
    stream_.avail_out = static_cast<uInt>(size);
    const int code = inflate(&stream_, Z_NO_FLUSH);
    const std::size_t got = size - stream_.avail_out;
    if (!budget_.take_bytes(got)) return 0;
    if (code == Z_STREAM_END)
      ended_ = !begin_next_member();
    else if (code != Z_OK)
      end("the compressed data are damaged");
    if (got > 0) return got;
  }
  return 0;
}

}  // namespace dateline
