#include "indexer/containers/crawl_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace dateline {

namespace {

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool is_web(std::string_view uri) { return uri.starts_with("http://") || uri.starts_with("https://"); }

// WARC 1.0's grammar put addresses in angle brackets, and some programs do.
std::string bare_uri(std::string_view uri) {
  if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
  return std::string(uri);
}

// Takes the last word off; a line's first field, the address, may hold blanks.
std::string_view take_last(std::string_view& line) {
  const std::size_t blank = line.rfind(' ');
  if (blank == std::string_view::npos) return std::exchange(line, {});
  const std::string_view word = line.substr(blank + 1);
  line = line.substr(0, blank);
  return word;
}

bool is_arc_date(std::string_view word) {
  return word.size() >= 12 && word.size() <= 18 &&
         word.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

bool CrawlFile::end_block() {
  if (!block_ || block_->finish()) return true;
  fault_(uri_, error("crawl.truncated", "the file ends inside this record"));
  return false;
}

bool CrawlFile::next(CrawlRecord& record) {
  while (end_block()) {
    block_.reset();
    auto head = next_head();
    if (!head) return false;
    uri_ = head->record.uri;
    block_.emplace(bytes_, head->size.value_or(0));
    if (!head->size && !std::exchange(lost_, true))
      fault_(uri_, error("crawl.bad-record", "the record does not tell its length"));
    if (!head->size || !head->is_kept) continue;
    record = std::move(head->record);
    return true;
  }
  block_.reset();
  return false;
}

// Passes over what is no head, which is a fault unless it is empty lines.
std::optional<CrawlFile::Head> CrawlFile::next_head() {
  std::string line;
  for (std::uint64_t at = bytes_.offset(); bytes_.line(line); at = bytes_.offset()) {
    if (line.empty()) continue;
    std::optional<Head> head;
    if (kind_ == Container::arc)
      head = arc_head(line);
    else if (line.starts_with("WARC/"))
      head = warc_head();
    if (head) {
      lost_ = lost_ && !head->size;
      return head;
    }
    if (!std::exchange(lost_, true))
      fault_({},
             error("crawl.bad-record", "no record begins at byte " + std::to_string(at) + " of the crawl"));
  }
  return std::nullopt;
}

CrawlFile::Head CrawlFile::warc_head() {
  const HeaderFields fields = read_header_fields(bytes_);
  Head head{{bare_uri(field_of(fields, "warc-target-uri")), {}, false}, {}, false};
  head.size = number(field_of(fields, "content-length"));
  const std::string_view type = field_of(fields, "warc-type");
  if (type == "response") {
    head.record.is_http = true;
    head.is_kept = is_web(head.record.uri);
  } else if (type == "resource") {
    head.record.media = parse_media_type(field_of(fields, "content-type"));
    head.is_kept = true;
  }
  return head;
}

// Version 1: URL IP-address Archive-date Content-type Archive-length. Version 2 has Result-code Checksum
// Location Offset Filename before the length. The digits of the date tell them apart.
std::optional<CrawlFile::Head> CrawlFile::arc_head(std::string_view line) {
  Head head;
  std::string_view rest = line;
  head.size = number(take_last(rest));
  constexpr int kMoreOfVersion2 = 5;
  std::string_view version2 = rest;
  for (int i = 0; i < kMoreOfVersion2; ++i) take_last(version2);
  for (std::string_view fields : {rest, version2}) {
    take_last(fields);  // the type, which the HTTP header tells better
    if (!is_arc_date(take_last(fields)) || take_last(fields).empty() || fields.empty()) continue;
    head.record.uri = fields;
    head.record.is_http = true;
    head.is_kept = is_web(fields);
    return head;
  }
  return std::nullopt;
}

}  // namespace dateline
