#include "indexer/readers/utf8_source.h"

#include <algorithm>

#include "indexer/readers/encoding.h"

namespace dateline {

namespace {

// Bytes that make whole characters: an even number, and no first half of a pair at the end.
std::size_t whole(std::string_view bytes, bool little_endian) {
  std::size_t size = bytes.size() / 2 * 2;
  if (size < 2) return size;
  const auto high = static_cast<unsigned char>(bytes[size - (little_endian ? 1 : 2)]);
  return high >= 0xD8 && high < 0xDC ? size - 2 : size;
}

}  // namespace

std::size_t Utf8Source::read(char* to, std::size_t size) {
  if (given_ == ready_.size()) fill();
  const std::size_t got = std::string_view(ready_).substr(given_).copy(to, size);
  given_ += got;
  return got;
}

void Utf8Source::fill() {
  given_ = 0;
  ready_.clear();
  for (;;) {
    std::string piece;
    const bool ended = !read_more(bytes_, piece);
    std::string_view fresh = piece;
    if (!std::exchange(begun_, true)) {
      for (std::string_view mark : {"\xFF\xFE", "\xFE\xFF"}) {
        if (fresh.starts_with(mark)) mark_ = mark;
      }
      if (!mark_.empty() && fresh.starts_with(mark_)) fresh.remove_prefix(mark_.size());
    }
    if (mark_.empty()) return ready_.swap(piece);
    raw_ += fresh;
    const std::size_t size = ended ? raw_.size() : whole(raw_, mark_ == "\xFF\xFE");
    if (size > 0) {
      DecodedText decoded = decode(std::string(mark_) + raw_.substr(0, size));
      ready_ = std::move(decoded.text);
      if (diagnostics_.empty()) diagnostics_ = std::move(decoded.diagnostics);
    }
    raw_.erase(0, size);
    if (!ready_.empty() || ended) return;
  }
}

}  // namespace dateline
