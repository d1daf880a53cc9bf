#include "indexer/readers/reuters_sgml.h"
#include "tests/fuzz/reader_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return dateline::check_reader(dateline::kReutersSgml, data, size);
}
