// Why each mention was taken for a name, in words for people who look into an article.
#pragma once

#include <span>
#include <vector>

#include "dateline/article.h"
#include "indexer/entities/recognise.h"
#include "indexer/entities/tokens.h"

namespace dateline {

// What the steps of recognition made of an article.
struct Steps {
  std::span<const Passage> passages;
  std::span<const Name> by_rules;
  const std::vector<Name>* by_model = nullptr;  // nullptr: there was no model
};

// Fills Mention::why: "model, rules; after a title; joined to Sergey Lavrov", "rules; gazetteer: the only
// place of that name".
void explain_mentions(Names& names, const Steps& steps);

}  // namespace dateline
