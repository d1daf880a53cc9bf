#include "indexer/readers/encoding.h"
#include "tests/fuzz/check.h"

using dateline::check;

// The first byte chooses the declared encoding, the rest is the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr const char* kDeclared[]{"",          "utf-8",       "iso-8859-1", "utf-16",
                                    "shift_jis", "iso-2022-jp", "utf-7",      "nonsense"};
  if (size == 0) return 0;
  const std::string_view text = dateline::as_text(data + 1, size - 1);
  (void)dateline::is_text(text);
  const auto decoded = dateline::decode(text, kDeclared[data[0] % std::size(kDeclared)]);
  check(dateline::is_valid_utf8(decoded.text), "decoded text is UTF-8");
  check(decoded.text.find('\0') == std::string::npos, "decoded text holds no zero byte");
  check(!decoded.encoding.empty(), "an encoding is named");
  check(decoded.diagnostics.size() <= 2, "each kind of damage is told once");
  return 0;
}
