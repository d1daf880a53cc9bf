#include "indexer/containers/http.h"

#include <algorithm>
#include <charconv>

#include "dateline/text.h"

namespace dateline {

namespace {

// Servers send dozens; more is no header.
constexpr std::size_t kMostFields = 1000;

constexpr std::string_view kBlanks = " \t";

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string small(std::string_view text) {
  std::string letters(text);
  std::ranges::transform(letters, letters.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return letters;
}

// The size that a chunk's first line states, before any extension; absent: it is no such line.
std::optional<std::uint64_t> chunk_size(std::string_view line) {
  std::uint64_t size = 0;
  const auto [end, fault] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  if (fault != std::errc()) return std::nullopt;
  const std::string_view rest = trim({end, static_cast<std::size_t>(line.data() + line.size() - end)});
  return rest.empty() || rest.starts_with(';') ? std::optional(size) : std::nullopt;
}

}  // namespace

HeaderFields read_header_fields(LineSource& bytes) {
  HeaderFields fields;
  std::string line;
  while (bytes.line(line) && !line.empty()) {
    const std::size_t colon = line.find(':');
    if (kBlanks.find(line[0]) != std::string_view::npos) {
      if (!fields.empty() && fields.back().second.size() < LineSource::kLongestLine)
        fields.back().second.append(" ").append(trim(line));
    } else if (colon != std::string::npos && fields.size() < kMostFields) {
      const std::string_view text = line;
      fields.emplace_back(small(trim(text.substr(0, colon))), trim(text.substr(colon + 1)));
    }
  }
  return fields;
}

std::string_view field_of(const HeaderFields& fields, std::string_view name) {
  const auto found = std::ranges::find(fields, name, &HeaderFields::value_type::first);
  return found == fields.end() ? std::string_view() : found->second;
}

MediaType parse_media_type(std::string_view value) {
  const std::string all = small(value);
  const std::string_view text = all;
  MediaType media{std::string(trim(text.substr(0, text.find(';')))), {}};
  const std::size_t at = text.find("charset=");
  if (at == std::string_view::npos) return media;
  std::string_view name = text.substr(at + 8);
  name.remove_prefix(std::min(name.find_first_not_of("\"' "), name.size()));
  media.charset = name.substr(0, name.find_first_of("\"'; ,"));
  return media;
}

std::optional<HttpHead> read_http_head(LineSource& bytes) {
  if (!bytes.peek(5).starts_with("HTTP/")) return std::nullopt;
  std::string line;
  bytes.line(line);
  HttpHead head;
  if (const std::size_t blank = line.find(' '); blank != std::string::npos) {
    const std::string_view code = trim(std::string_view(line).substr(blank));
    std::from_chars(code.data(), code.data() + std::min<std::size_t>(code.size(), 3), head.status);
  }
  const HeaderFields fields = read_header_fields(bytes);
  head.media = parse_media_type(field_of(fields, "content-type"));
  head.chunked = small(field_of(fields, "transfer-encoding")).find("chunked") != std::string::npos;
  head.coding = small(field_of(fields, "content-encoding"));
  return head;
}

bool Dechunked::begin_chunk() {
  constexpr std::size_t kLongestHead = 256;
  const std::string_view ahead = bytes_.peek(kLongestHead);
  std::size_t start = 0;
  // The line end after the chunk before.
  if (!first_) start = ahead.starts_with("\r\n") ? 2 : ahead.starts_with('\n') ? 1 : 0;
  const std::size_t end = ahead.find('\n', start);
  std::string_view head = ahead.substr(start, end == std::string_view::npos ? 0 : end - start);
  if (head.ends_with('\r')) head.remove_suffix(1);
  const auto size = chunk_size(head);
  as_is_ = !size;
  if (as_is_) return true;
  first_ = false;
  left_ = *size;
  std::string line;
  if (start > 0) bytes_.line(line);
  bytes_.line(line);
  return left_ > 0;
}

std::size_t Dechunked::read(char* to, std::size_t size) {
  if (!ended_ && !as_is_ && left_ == 0) ended_ = !begin_chunk();
  if (ended_) return 0;
  if (as_is_) return bytes_.read(to, size);
  const std::size_t got = bytes_.read(to, static_cast<std::size_t>(std::min<std::uint64_t>(size, left_)));
  left_ -= got;
  if (got == 0) ended_ = true;
  return got;
}

}  // namespace dateline
