// The records of WARC and ARC files, and the HTTP responses in them.
#include "indexer/containers/crawl_file.h"
#include "indexer/containers/http.h"
#include "tests/fuzz/reader_check.h"

using dateline::check;

namespace {

std::size_t read_body(dateline::ByteSource& body) {
  char bytes[512];
  std::size_t all = 0;
  while (const std::size_t got = body.read(bytes, sizeof bytes)) all += got;
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = dateline::as_text(data, size);
  dateline::MemorySource source(text);
  const auto kind = text.starts_with("filedesc:") ? dateline::Container::arc : dateline::Container::warc;
  std::size_t faults = 0, records = 0, bytes = 0;
  dateline::CrawlFile file(source, kind, [&](const std::string&, const dateline::Diagnostic& fault) {
    check(dateline::is_valid_utf8(fault.message), "messages are text");
    ++faults;
  });
  for (dateline::CrawlRecord record; file.next(record);) {
    ++records;
    dateline::LineSource block(file.block());
    const auto head = record.is_http ? dateline::read_http_head(block) : std::nullopt;
    if (head && head->chunked) {
      dateline::Dechunked body(block);
      bytes += read_body(body);
    } else if (records % 2 == 1) {  // others are left for next() to pass over
      bytes += read_body(block);
    }
  }
  check(bytes <= size, "no byte is read twice");
  check(records + faults <= size, "each takes a byte at least");
  return 0;
}
