// From an article as its reader gave it to one that is ready for the archive or the terminal.
#pragma once

#include <map>
#include <string>

#include "dateline/article.h"
#include "indexer/entities/authority.h"
#include "indexer/entities/entities.h"

namespace dateline {

struct PrepareSettings {
  std::map<std::string, std::string>
      set;  // publication, section, language, edition, where the source is silent
  EntityChoice entities = EntityChoice::both;
  std::string home;     // ISO 3166-1 alpha-2, or empty
  std::string indexed;  // RFC 3339, UTC
  Authority authority{};
  Explain explain = Explain::no;
};

// Fills what the source left open: settings, language, id, entities. `source` must be filled. One function
// for all threads: it keeps no state.
void prepare(Article& article, const PrepareSettings& settings, const EntityFinder& finder);

// The id that the source gives, where it is unique beyond one delivery: one with a scheme (urn:, tag:, http:)
// or a GUID as it is, another as `PUBLICATION:id`, or `FORMAT:id` where no publication is known. Ids of
// dateline-json stay as they are; an empty id stays empty.
[[nodiscard]] std::string qualified_id(const Article& article);

// The language of the text as BCP 47, or empty where the text is too short to tell.
[[nodiscard]] std::string detect_language(const std::string& text);

}  // namespace dateline
