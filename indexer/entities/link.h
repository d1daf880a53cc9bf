// What an article shows of the names that were found in it: the spellings of one name joined, the authority
// file obeyed.
#pragma once

#include "dateline/article.h"
#include "indexer/entities/authority.h"

namespace dateline {

// Sets persons, places and organisations from what was found (article.found, or the lists where that is
// absent): names of one key become one entity, each name that the authority knows is called by its preferred
// name, hidden ones go, also from the paths of places. Where this changed anything article.found keeps what
// was found, so that linking by another authority starts from there; the same authority changes nothing.
// A mention that says why it was taken says so of this step too.
void link_names(Article& article, const Authority& authority);

}  // namespace dateline
