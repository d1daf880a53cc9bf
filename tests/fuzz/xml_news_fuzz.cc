#include "indexer/readers/xml_news.h"
#include "tests/fuzz/reader_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return dateline::check_reader(dateline::kXmlNews, data, size);
}
