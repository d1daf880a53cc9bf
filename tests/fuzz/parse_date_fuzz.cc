#include "indexer/dates/parse_date.h"
#include "tests/fuzz/check.h"

using dateline::check;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const bool day_first : {true, false}) {
    const auto parsed =
        dateline::parse_date(dateline::as_text(data, size), {.latest_year = 2030, .day_first = day_first});
    check(parsed.date || parsed.diagnostics.size() == 1, "what is no date is told once");
    for (const auto& fault : parsed.diagnostics)
      check(dateline::is_valid_utf8(fault.message), "messages are UTF-8");
    if (!parsed.date) continue;
    check(is_valid(*parsed.date), "a date is a real day");
    check(!parsed.date->rule.empty(), "a date names its form");
    const auto again = dateline::parse_iso(iso_date(*parsed.date), iso_time(*parsed.date).value_or(""));
    check(again && sortable(*again) == sortable(*parsed.date), "a date is written as it can be read");
  }
  return 0;
}
