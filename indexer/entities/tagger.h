// Names by the trained model: a first look at each run of capitalised words by itself, and a second that
// knows what the first made of the same words elsewhere in the article.
#pragma once

#include <span>
#include <vector>

#include "indexer/entities/features.h"
#include "indexer/entities/model.h"
#include "indexer/entities/recognise.h"

namespace dateline {

// The best allowed labels of a run by its tokens' scores for the pass. Of equals the lowest label wins.
[[nodiscard]] std::vector<Label> best_labels(const Model& model, std::size_t pass,
                                             std::span<const PassScores> scores);

// What the first look says, one list a run of the view.
[[nodiscard]] std::vector<std::vector<Label>> first_look(const Model& model, const ArticleView& view);

// The names that the model finds, in the order of the text, without overlaps. `rules` are what recognise()
// found: they are evidence, and their names in a dateline stay. A place that the gazetteer does not know is
// left out. Takes time in proportion to the text.
[[nodiscard]] std::vector<Name> tag(const Gazetteer& gazetteer, const Model& model,
                                    const std::vector<Passage>& passages, std::span<const Name> rules);

}  // namespace dateline
