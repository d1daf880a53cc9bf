// One entry of a feed, RSS or Atom, as an article.
#pragma once

#include <map>
#include <string>

#include "dateline/article.h"
#include "indexer/dates/parse_date.h"
#include "indexer/readers/xml.h"

namespace dateline {

// What a feed says of all its entries, from what stands before the first of them.
struct Feed {
  std::string title;
  std::string language;
  std::string author;                         // Atom: of entries without one
  std::map<std::string, std::string> people;  // WordPress: login -> display name

  // `parent` holds the entry: a channel, feed or RDF. Only the first call reads.
  void look_at(XmlNode parent);

 private:
  bool known_ = false;
};

[[nodiscard]] Article article_of_entry(const Feed& feed, XmlNode entry, const DateOptions& dates);

}  // namespace dateline
