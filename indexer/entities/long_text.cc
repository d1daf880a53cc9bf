#include "indexer/entities/long_text.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include "indexer/entities/join.h"

namespace dateline {

namespace {

// Where a part of at most that size ends.
std::size_t part_end(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text.size();
  for (const std::string_view gap : {"\n\n", " "}) {
    const std::size_t at = text.rfind(gap, most - gap.size());
    if (at != std::string_view::npos) return at + gap.size();
  }
  std::size_t end = most;
  while (end > 1 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

const std::string& key(const Entity& entity) { return entity.name; }
const std::string& key(const Place& place) { return place.value; }

template <class List>
void add(List& list, List part, std::size_t offset) {
  if (!list || !part) return;
  std::unordered_map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < list->size(); ++i) known.emplace(key((*list)[i]), i);
  for (auto& entity : *part) {
    for (Mention& mention : entity.mentions) {
      if (mention.field != TextField::body) continue;
      mention.start += static_cast<std::uint32_t>(offset);
      mention.end += static_cast<std::uint32_t>(offset);
    }
    const auto [at, fresh] = known.try_emplace(key(entity), list->size());
    if (fresh) {
      list->push_back(std::move(entity));
      continue;
    }
    for (Mention& mention : entity.mentions) add_mention((*list)[at->second], std::move(mention));
  }
}

}  // namespace

std::vector<std::string_view> text_parts(std::string_view text, std::size_t most) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    parts.push_back(text.substr(0, part_end(text, most)));
    text.remove_prefix(parts.back().size());
  }
  return parts;
}

void add_names(Names& names, Names part, std::size_t offset) {
  add(names.persons, std::move(part.persons), offset);
  add(names.places, std::move(part.places), offset);
  add(names.organisations, std::move(part.organisations), offset);
}

}  // namespace dateline
