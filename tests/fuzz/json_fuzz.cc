#include "indexer/readers/json_news.h"
#include "tests/fuzz/reader_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  dateline::check_reader(dateline::kNinjs, data, size);
  return dateline::check_reader(dateline::kJson, data, size);
}
