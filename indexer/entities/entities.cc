#include "indexer/entities/entities.h"

#include <algorithm>
#include <map>

#include "dateline/words.h"
#include "indexer/entities/gazetteer.h"

namespace dateline {

struct EntityFinder::Parts {
  Gazetteer gazetteer;
};

EntityFinder::EntityFinder(const std::filesystem::path& data)
    : parts_(new Parts{Gazetteer(data / "gazetteer.dat")}) {}

EntityFinder::~EntityFinder() = default;

namespace {

void find_places(const Gazetteer& gazetteer, std::string_view text, TextField field, std::uint32_t index,
                 std::map<PlaceId, Place>& places) {
  const std::vector<Word> all = words(text);
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t size = std::min<std::size_t>(4, all.size() - i); size > 0; --size) {
      const std::size_t start = all[i].start;
      const std::size_t end = all[i + size - 1].end;
      const std::string_view span = text.substr(start, end - start);
      if (span[0] < 'A' || span[0] > 'Z') break;
      const auto entry = gazetteer.find(name_key(span));
      if ((entry.flags & gazetteer::kPlaceName) == 0 || (entry.flags & gazetteer::kWord) != 0) continue;
      const PlaceId id = entry.places.front();
      Place& place = places.try_emplace(id, gazetteer.facts(id)).first->second;
      ++place.count;
      if (place.in.empty() || place.in.back() != field) place.in.push_back(field);
      place.mentions.push_back({field, index, static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end),
                                std::string(span)});
      i += size - 1;
      break;
    }
  }
}

}  // namespace

void EntityFinder::find(Article& article, EntityChoice choice, const std::string&) const {
  if (choice == EntityChoice::none || choice == EntityChoice::metadata) return;
  std::map<PlaceId, Place> places;
  find_places(parts_->gazetteer, article.headline, TextField::headline, 0, places);
  find_places(parts_->gazetteer, article.abstract, TextField::abstract, 0, places);
  for (std::uint32_t i = 0; i < article.captions.size(); ++i)
    find_places(parts_->gazetteer, article.captions[i].text, TextField::caption, i, places);
  find_places(parts_->gazetteer, article.body, TextField::body, 0, places);
  if (!article.persons) article.persons.emplace();
  if (!article.organisations) article.organisations.emplace();
  if (article.places) return;
  article.places.emplace();
  for (auto& [id, place] : places) article.places->push_back(std::move(place));
}

}  // namespace dateline
