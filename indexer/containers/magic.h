// Which containers a file's beginning tells of.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

enum class Container : std::uint8_t {
  none,
  // one compressed stream
  gzip,
  bzip2,
  xz,
  zstd,
  lz4,
  compress,  // .Z
  // members with names
  zip,
  tar,
  // records of a crawl
  warc,
  arc,
};

[[nodiscard]] Container container_of(std::string_view head);

}  // namespace dateline
