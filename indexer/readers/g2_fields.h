// One item of NewsML-G2 as an article, with what links it to other items of its message.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dateline/article.h"
#include "indexer/dates/parse_date.h"
#include "indexer/readers/xml.h"

namespace dateline {

struct G2Item {
  Article article;
  std::vector<std::string> references;  // ids of the items that it names
  bool is_picture = false;              // or graphic, sound, video: it has captions instead of a body
  bool taken = false;                   // its captions went to another article
  std::uint64_t line = 0;
};

[[nodiscard]] G2Item g2_news_item(XmlNode item, const DateOptions& dates);

// The body of a package's article is the headlines of what it refers to, a paragraph each.
[[nodiscard]] G2Item g2_package_item(XmlNode item, const DateOptions& dates);

}  // namespace dateline
