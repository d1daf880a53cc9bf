#include "indexer/readers/field_map.h"

#include "tests/fuzz/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const dateline::FieldMap map = dateline::parse_field_map(dateline::as_text(data, size), "a.map", {});
    for (const dateline::FieldPaths& paths : map.paths) {
      for (const dateline::FieldPath& path : paths) {
        dateline::check(!path.steps.empty(), "a path has steps");
        for (const dateline::PathStep& step : path.steps)
          dateline::check(!step.key.empty() && step.filter.empty() == step.values.empty(), "steps are whole");
      }
    }
  } catch (const dateline::MapError& fault) {
    dateline::check(dateline::is_valid_utf8(fault.what()), "a fault can be printed");
  }
  return 0;
}
