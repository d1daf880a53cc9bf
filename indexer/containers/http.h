// HTTP responses as crawls keep them (RFC 9112), and what their header says of the body.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/containers/line_source.h"

namespace dateline {

// `Name: value` lines up to an empty one; names in small letters, folded lines joined. Lines without a colon
// are left out.
using HeaderFields = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] HeaderFields read_header_fields(LineSource& bytes);

// The first field of that name (in small letters); empty: there is none.
[[nodiscard]] std::string_view field_of(const HeaderFields& fields, std::string_view name);

// `text/html` and `utf-8` of `Text/HTML; charset="UTF-8"`, in small letters; empty: not told.
struct MediaType {
  std::string type;
  std::string charset;
};
[[nodiscard]] MediaType parse_media_type(std::string_view value);

struct HttpHead {
  unsigned status = 0;
  MediaType media;
  bool chunked = false;
  std::string coding;  // Content-Encoding in small letters; empty: none
};

// Reads status line and header; absent: the bytes begin with none.
[[nodiscard]] std::optional<HttpHead> read_http_head(LineSource& bytes);

// A body in chunks put together. Many crawlers store the body put together and keep the header: what does not
// begin with a chunk's size is passed on as it is, and so is the rest where a size is wrong.
class Dechunked : public ByteSource {
 public:
  explicit Dechunked(LineSource& bytes) : bytes_(bytes) {}
  std::size_t read(char* to, std::size_t size) override;

 private:
  bool begin_chunk();

  LineSource& bytes_;
  std::uint64_t left_ = 0;  // of the chunk
  bool first_ = true;
  bool ended_ = false;
  bool as_is_ = false;
};

}  // namespace dateline
