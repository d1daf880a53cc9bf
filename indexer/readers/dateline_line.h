// The line that opens a story's copy: where and when it was filed, and by which agency.
#pragma once

#include <optional>
#include <string_view>

#include "dateline/article.h"

namespace dateline {

// `dateline.text` is the line as printed, its agency and dash included, white space folded; the place is in
// natural case; the date is as printed, mostly without a year. `rest` is the copy behind it, and points into
// the paragraph.
struct SplitDateline {
  Dateline dateline;
  std::string_view rest;
};

// Takes the dateline from the front of a paragraph (white space folded): `EL PASO, Texas (AP) — ...`,
// `ST. PETERSBURG, March 14. — ...`, `Berlin (dpa) – ...`, `(Reuters) - ...`. Absent: it has none. A place in
// capitals is enough with a dash; one in small letters needs a date or a known agency.
[[nodiscard]] std::optional<SplitDateline> split_dateline(std::string_view paragraph);

// The same where an editor's note or a byline precedes the dateline in its paragraph; `before` is that. Only
// a place in capitals with a known agency and a dash is found so.
struct FoundDateline {
  std::string_view before;
  SplitDateline split;
};
[[nodiscard]] std::optional<FoundDateline> find_dateline(std::string_view paragraph);

}  // namespace dateline
