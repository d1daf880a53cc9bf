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

// Puts them back beside what is in the article's lists now: a name that both have is one entity of origin
// `both`. A tagged place that the gazetteer knows gets its facts, as its most populous holder; another stays
// under its own name.
void add_tags(Article& article, Tags tags, const Gazetteer& gazetteer);

}  // namespace dateline
