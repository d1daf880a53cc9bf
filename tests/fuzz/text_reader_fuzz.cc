#include "indexer/readers/text.h"
#include "tests/fuzz/reader_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = dateline::as_text(data, size);
  dateline::MemorySource source(text);
  dateline::Input input{text.substr(0, dateline::kSniffBytes), source, {}};
  dateline::CheckingSink sink;
  dateline::read_text(input, sink);
  dateline::check(sink.given == 1 || sink.given == 2, "a file gives an article, a fault, or both");
  return 0;
}
