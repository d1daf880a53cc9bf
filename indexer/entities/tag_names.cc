#include "indexer/entities/tag_names.h"

#include <algorithm>
#include <vector>

namespace dateline {

using namespace gazetteer;

namespace {

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::string upper(std::string_view text) {
  std::string capitals(text);
  for (char& c : capitals) {
    if (is_small(c)) c = static_cast<char>(c - 'a' + 'A');
  }
  return capitals;
}

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (is_capital(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

// Tags of one case throughout are codes of a vocabulary, not names as somebody writes them. Letters beyond
// ASCII tell nothing.
bool is_code(std::string_view tag) { return std::ranges::none_of(tag, is_capital); }
bool is_shouted(std::string_view tag) {
  return std::ranges::none_of(tag, is_small) && std::ranges::count_if(tag, is_capital) > 4;
}

std::vector<std::string> words_of(std::string_view tag) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : tag) {
    if (c != '-' && c != '_' && c != ' ') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::string capitalised(std::string word) {
  if (!word.empty() && is_small(word[0])) word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

// Each word by `form`, with blanks between.
template <class Form>
std::string joined(std::string_view tag, Form form) {
  std::string name;
  for (const std::string& word : words_of(tag)) name += (name.empty() ? "" : " ") + form(lower(word));
  return name;
}

// "Baker, James" -> "James Baker"; "King, Jr." and lists stay.
std::string turned(const Gazetteer& gazetteer, std::string_view tag) {
  const std::size_t comma = tag.find(", ");
  if (comma == std::string_view::npos || comma != tag.rfind(',')) return std::string(tag);
  const std::string_view given = tag.substr(comma + 2);
  if (given.empty() || (gazetteer.find(name_key(given)).flags & kSuffix) != 0) return std::string(tag);
  return std::string(given) + ' ' + std::string(tag.substr(0, comma));
}

std::optional<PlaceId> first_of(const Gazetteer::Entry& entry) {
  if ((entry.flags & kAnyPlace) == 0 || entry.places.empty()) return std::nullopt;
  return entry.places.front();
}

// A name, or an ISO code, without its vocabulary's prefix.
std::optional<PlaceId> named(const Gazetteer& gazetteer, std::string_view tag) {
  // ISO's own short name before others: "Congo" is the one whose capital is Brazzaville.
  if (const auto country = gazetteer.country(name_key(tag))) return country;
  constexpr std::size_t kLongestCode = 5;
  for (const std::string& key : {'=' + std::string(tag), '=' + upper(tag), name_key(tag)}) {
    if (key[0] == '=' && tag.size() > kLongestCode && key.substr(1) != tag) continue;
    if (const auto place = first_of(gazetteer.find(key))) return place;
  }
  return gazetteer.country(upper(tag));
}

// "Paris, Texas": the Paris that Texas holds.
std::optional<PlaceId> contained(const Gazetteer& gazetteer, std::string_view tag) {
  const std::size_t comma = tag.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  std::string_view outer = tag.substr(comma + 1);
  outer.remove_prefix(std::min(outer.find_first_not_of(' '), outer.size()));
  outer = outer.substr(0, outer.find(','));
  const auto containers = gazetteer.find(name_key(outer)).places;
  const auto exact = gazetteer.find('=' + std::string(outer)).places;
  for (const PlaceId place : gazetteer.find(name_key(tag.substr(0, comma))).places) {
    const auto holds = [&](PlaceId container) { return gazetteer.contains(container, place); };
    if (std::ranges::any_of(containers, holds) || std::ranges::any_of(exact, holds)) return place;
  }
  return std::nullopt;
}

}  // namespace

std::string person_of_tag(const Gazetteer& gazetteer, std::string_view tag) {
  const std::string name = turned(gazetteer, tag);
  if (!is_code(name) && !is_shouted(name)) return name;
  return joined(name, [&](const std::string& word) {
    const bool particle = (gazetteer.find(word).flags & (kParticle | kInner)) != 0;
    return particle ? word : capitalised(word);
  });
}

std::string body_of_tag(const Gazetteer& gazetteer, std::string_view tag) {
  if (!is_code(tag)) return std::string(tag);
  constexpr std::size_t kLongestAbbreviation = 6;
  return joined(tag, [&](const std::string& word) {
    const std::uint32_t flags = gazetteer.find(word).flags;
    if ((flags & kFunction) != 0) return word;
    const bool known = (flags & (kWord | kAnyPlace | kSurname | kGivenName)) != 0;
    return known || word.size() > kLongestAbbreviation ? capitalised(word) : upper(word);
  });
}

std::string place_of_tag(const Gazetteer& gazetteer, std::string_view tag) {
  if (!is_code(tag) && !is_shouted(tag)) return std::string(tag);
  return joined(tag, [&](const std::string& word) {
    return (gazetteer.find(word).flags & kFunction) != 0 ? word : capitalised(word);
  });
}

std::optional<PlaceId> place_tagged(const Gazetteer& gazetteer, std::string_view tag) {
  if (const auto place = named(gazetteer, tag)) return place;
  if (const auto place = contained(gazetteer, tag)) return place;
  const std::size_t colon = tag.rfind(':');
  if (colon == std::string_view::npos || colon + 1 == tag.size()) return std::nullopt;
  return named(gazetteer, tag.substr(colon + 1));
}

}  // namespace dateline
