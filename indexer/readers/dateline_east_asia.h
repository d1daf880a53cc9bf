// Datelines as the agencies of China, Japan and Korea print them.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/readers/dateline_line.h"

namespace dateline {

// `新华社成都3月12日电（记者王明）`, `【長野共同】`, `(춘천=연합뉴스) 김영수 기자 = `: the same as
// split_dateline gives. Absent: the paragraph (white space folded) begins with none of these.
[[nodiscard]] std::optional<SplitDateline> split_east_asian_dateline(std::string_view paragraph);

}  // namespace dateline
