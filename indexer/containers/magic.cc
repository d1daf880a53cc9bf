#include "indexer/containers/magic.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace dateline {

namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  Container container;
};

// Zip: a member first, or an empty one's directory, or a part of a split one. Zstd: also the frames to be
// skipped that parallel compressors begin with.
constexpr std::array kMagic{
    Magic{"\x1F\x8B\x08"sv, Container::gzip},     Magic{"\xFD\x37zXZ\0"sv, Container::xz},
    Magic{"\x28\xB5\x2F\xFD"sv, Container::zstd}, Magic{"\x50\x2A\x4D\x18"sv, Container::zstd},
    Magic{"\x04\x22\x4D\x18"sv, Container::lz4},  Magic{"\x1F\x9D"sv, Container::compress},
    Magic{"PK\x03\x04"sv, Container::zip},        Magic{"PK\x05\x06"sv, Container::zip},
    Magic{"PK\x07\x08"sv, Container::zip},        Magic{"WARC/"sv, Container::warc},
    Magic{"filedesc://"sv, Container::arc}};

// A block of the stream or its end follows the level: without it a text may begin so.
bool is_bzip2(std::string_view head) {
  return head.size() >= 10 && head.starts_with("BZh") && head[3] >= '1' && head[3] <= '9' &&
         (head.substr(4, 6) == "1AY&SY"sv || head.substr(4, 6) == "\x17\x72\x45\x38\x50\x90"sv);
}

// The first header's checksum, octal, counts its own eight bytes as blanks (POSIX.1-1988, ustar; the same in
// all dialects).
bool is_tar(std::string_view head) {
  constexpr std::size_t kHeader = 512, kAt = 148, kSize = 8;
  if (head.size() < kHeader || head[0] == '\0') return false;
  unsigned stated = 0;
  for (const char c : head.substr(kAt, kSize)) {
    if (c >= '0' && c <= '7')
      stated = stated * 8 + static_cast<unsigned>(c - '0');
    else if (c != ' ' && c != '\0')
      return false;
  }
  const auto sum = [](std::string_view bytes) {
    return std::accumulate(bytes.begin(), bytes.end(), 0U,
                           [](unsigned all, char c) { return all + static_cast<unsigned char>(c); });
  };
  return stated ==
         sum(head.substr(0, kAt)) + kSize * ' ' + sum(head.substr(kAt + kSize, kHeader - kAt - kSize));
}

}  // namespace

Container container_of(std::string_view head) {
  const auto* found = std::ranges::find_if(kMagic, [&](const Magic& m) { return head.starts_with(m.bytes); });
  if (found != kMagic.end()) return found->container;
  if (is_bzip2(head)) return Container::bzip2;
  return is_tar(head) ? Container::tar : Container::none;
}

}  // namespace dateline
