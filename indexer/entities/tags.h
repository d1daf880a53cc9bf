// The names that a source itself tags, and how they meet those recognised in its text.
#pragma once

#include <optional>
#include <vector>

#include "dateline/article.h"
#include "indexer/entities/gazetteer.h"

namespace dateline {

struct Tags {
  std::optional<std::vector<Person>> persons;
  std::optional<std::vector<Place>> places;
  std::optional<std::vector<Organisation>> organisations;
};

// Takes the lists out of the article, which has none then.
[[nodiscard]] Tags take_tags(Article& article);

// Puts them back beside what is in the article's lists now, under the names of tag_names.h: a name that both
// have is one entity of origin `both`. A person's tag meets the only recognised person whose name holds its
// words and ends as it does ("baker" and "James Baker"). A tagged place that the gazetteer knows gets its
// facts, as its most populous holder; another stays under its own name. Tags that were codes ("james-baker")
// are kept as printed in `extra`, under "tags.persons" and so on, parted by "; ".
void add_tags(Article& article, Tags tags, const Gazetteer& gazetteer);

}  // namespace dateline
