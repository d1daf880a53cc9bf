// Joins the names of one person: "Mr Lavrov" counts for "Sergey Lavrov".
#pragma once

#include <cstdint>
#include <vector>

#include "dateline/article.h"
#include "indexer/entities/recognise.h"
#include "indexer/entities/tokens.h"

namespace dateline {

// One entity a person, named by the fullest form in the article, in the order of their first mentions. Names
// of other kinds are left out. Two different full names are two persons, whatever they share.
[[nodiscard]] std::vector<Person> join_persons(const std::vector<Name>& names,
                                               const std::vector<Passage>& passages);

// One entity an organisation, by its folded name without Inc and the like.
[[nodiscard]] std::vector<Organisation> join_organisations(const std::vector<Name>& names,
                                                           const std::vector<Passage>& passages);

// Whether the folded word only says of what legal form a company is: "inc", "plc".
[[nodiscard]] bool is_company_suffix(const std::string& word);

// The keys of the tokens [first, last) joined by blanks.
[[nodiscard]] std::string joined_keys(const std::vector<Token>& tokens, std::size_t first, std::size_t last);

// The bytes of the name in its passage.
[[nodiscard]] Mention mention_of(const Name& name, const std::vector<Passage>& passages);

// Adds the mention to the entity's list, count and fields; mentions must come in the order of the text.
void add_mention(Entity& entity, Mention mention);

}  // namespace dateline
