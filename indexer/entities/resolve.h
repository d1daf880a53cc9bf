// Which place of the gazetteer a name means in an article.
#pragma once

#include <string>
#include <vector>

#include "dateline/article.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/recognise.h"
#include "indexer/entities/tokens.h"

namespace dateline {

// One entity a place, in the order of their first mentions. `home` is the publication's country or empty.
[[nodiscard]] std::vector<Place> resolve_places(const Gazetteer& gazetteer, const std::vector<Name>& names,
                                                const std::vector<Passage>& passages,
                                                const std::string& home);

}  // namespace dateline
