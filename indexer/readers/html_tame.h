// What bounds a hostile page before it is parsed.
#pragma once

#include <string>

namespace dateline::html {

struct Tamed {
  bool attributes = false;  // some tag had more attributes than are kept
  bool tags = false;        // the page was cut before the first tag too many
};

// Blanks all but the first attributes of a tag that has hundreds, since libxml2 compares each with all before
// it, and cuts the page where its tags pass half a million. Linear in the page's size.
[[nodiscard]] Tamed tame(std::string& page);

}  // namespace dateline::html
