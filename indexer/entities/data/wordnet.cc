// WordNet: other names of known places, natural places and historic regions, demonyms, and the names of
// persons.
#include <algorithm>
#include <array>
#include <charconv>

#include "indexer/entities/data/facts.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/gazetteer_format.h"

namespace dateline::gazetteer {

namespace {

constexpr std::string_view kPlaceFile = "15";  // WordNet's lexicographer files
constexpr std::string_view kNatureFile = "17";
constexpr std::string_view kPersonFile = "18";

struct Pointer {
  std::string symbol;  // "@i" instance of, "#p" part of, "#m" member of, "\" pertains to
  std::string target;
};

struct Synset {
  std::string file;
  std::vector<std::string> words;  // with blanks
  std::vector<Pointer> pointers;

  [[nodiscard]] std::string target(std::string_view symbol) const {
    for (const Pointer& pointer : pointers) {
      if (pointer.symbol == symbol) return pointer.target;
    }
    return {};
  }
};

using Synsets = std::map<std::string, Synset>;  // by offset

std::size_t number(const std::string& digits, int base) {
  std::size_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  return value;
}

// A line: offset, file, kind, number of words (hex), words with ids, number of pointers, pointers of four
// parts.
Synset parse(const std::vector<std::string>& fields) {
  Synset synset;
  synset.file = fields[1];
  std::size_t at = 4;
  for (std::size_t n = number(fields[3], 16); n > 0 && at + 1 < fields.size(); --n, at += 2) {
    std::string word = fields[at].substr(0, fields[at].find('('));
    std::ranges::replace(word, '_', ' ');
    if (word.starts_with("capital of ")) continue;
    synset.words.push_back(std::move(word));
  }
  if (at >= fields.size()) return synset;
  std::size_t pointers = number(fields[at++], 10);
  for (; pointers > 0 && at + 3 < fields.size(); --pointers, at += 4)
    synset.pointers.push_back({fields[at], fields[at + 1]});
  return synset;
}

Synsets read_synsets(const std::filesystem::path& file) {
  Synsets synsets;
  const std::string bytes = read_file(file);
  std::size_t start = 0;
  while (start < bytes.size()) {
    const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
    const std::string_view line = std::string_view(bytes).substr(start, end - start);
    start = end + 1;
    if (line.starts_with(' ')) continue;  // the licence
    const auto fields = split(line.substr(0, line.find('|')), ' ');
    if (fields.size() > 4) synsets.emplace(fields[0], parse(fields));
  }
  return synsets;
}

// What kinds of WordNet places are worth a place of their own when the other sources lack them.
PlaceKind kind_of(const std::string& type, bool& wanted) {
  static constexpr std::array<std::string_view, 36> kAreas{
      "river",          "range",         "lake",          "sea",       "ocean",       "bay",
      "gulf",           "strait",        "desert",        "peninsula", "archipelago", "island",
      "volcano",        "mountain peak", "isthmus",       "canal",     "cape",        "geographical area",
      "district",       "plateau",       "national park", "channel",   "waterfall",   "French region",
      "Italian region", "Aegean island", "region",        "tableland", "basin",       "atoll",
      "plain",          "inlet",         "pass",          "valley",    "glacier",     "mountain"};
  static constexpr std::array<std::string_view, 9> kCities{
      "city",    "town",  "national capital", "state capital", "port", "village", "provincial capital",
      "borough", "suburb"};
  const bool city = std::ranges::find(kCities, type) != kCities.end();
  wanted = city || std::ranges::find(kAreas, type) != kAreas.end();
  return city ? PlaceKind::city : PlaceKind::area;
}

class WordNetPlaces {
 public:
  WordNetPlaces(const Synsets& nouns, Facts& facts) : nouns_(nouns), facts_(facts) {}

  void add_all() {
    for (const auto& [offset, synset] : nouns_) {
      const bool is_place = synset.file == kPlaceFile || synset.file == kNatureFile;
      if (is_place && !synset.target("@i").empty()) add(offset, synset);
    }
  }

  [[nodiscard]] std::optional<FactId> place(const std::string& offset) const {
    const auto found = places_.find(offset);
    return found == places_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  void add(const std::string& offset, const Synset& synset) {
    std::optional<FactId> id = known(synset);
    if (!id) id = fresh(synset);
    if (!id) return;
    places_.emplace(offset, *id);
    for (const std::string& word : synset.words) {
      // Postal and military short forms are words in capitals; the tables have those that the press writes.
      const bool abbreviation = word.size() < 4 && std::ranges::all_of(word, [](char c) { return c < 'a'; });
      if (!abbreviation && !facts_.names.contains(name_key(word))) facts_.name(*id, word);
    }
  }

  // The outermost country along "part of".
  [[nodiscard]] std::string country(const Synset& synset) const {
    std::string offset = synset.target("#p");
    std::string code;
    for (int steps = 0; steps < 6 && !offset.empty(); ++steps) {
      const auto whole = nouns_.find(offset);
      if (whole == nouns_.end()) break;
      for (const std::string& word : whole->second.words) {
        if (const auto id = facts_.find(word, PlaceKind::country, "")) code = facts_.places[*id].country;
      }
      offset = whole->second.target("#p");
    }
    return code;
  }

  [[nodiscard]] std::optional<FactId> known(const Synset& synset) const {
    const std::string code = country(synset);
    for (const PlaceKind kind :
         {PlaceKind::country, PlaceKind::city, PlaceKind::region, PlaceKind::area, PlaceKind::continent}) {
      if (kind == PlaceKind::city && code.empty()) continue;
      const bool holds_country = kind == PlaceKind::city || kind == PlaceKind::region;
      for (const std::string& word : synset.words) {
        if (const auto id = facts_.find(word, kind, holds_country ? code : "")) return id;
      }
    }
    return std::nullopt;
  }

  std::optional<FactId> fresh(const Synset& synset) {
    const auto type = nouns_.find(synset.target("@i"));
    if (type == nouns_.end()) return std::nullopt;
    bool wanted = false;
    const PlaceKind kind = kind_of(type->second.words.front(), wanted);
    const std::string code = country(synset);
    if (!wanted || (kind == PlaceKind::city && code.empty())) return std::nullopt;
    return facts_.add({synset.words.front(), kind, code, ""});
  }

  const Synsets& nouns_;
  Facts& facts_;
  std::map<std::string, FactId> places_;
};

bool is_capitalised(const std::string& word) { return !word.empty() && word[0] >= 'A' && word[0] <= 'Z'; }

void add_person(const Synset& synset, Facts& facts) {
  for (const std::string& name : synset.words) {
    const auto parts = split(name, ' ');
    if (parts.size() < 2 || parts.size() > 4 || name.find(" of ") != std::string::npos) continue;
    if (name.find(" the ") != std::string::npos || !is_capitalised(parts.back())) continue;
    const bool initial = parts.front().size() < 3 || parts.front().find('.') != std::string::npos;
    if (!initial && is_capitalised(parts.front())) facts.mark(parts.front(), kGivenName);
    facts.mark(parts.back(), kSurname);
  }
}

// Inhabitants ("Turk") are members of their country; adjectives ("Turkish") pertain to it.
void add_demonyms(const Synsets& synsets, std::string_view symbol, const WordNetPlaces& places,
                  Facts& facts) {
  for (const auto& [offset, synset] : synsets) {
    const auto id = places.place(synset.target(symbol));
    if (!id) continue;
    for (const std::string& word : synset.words) {
      if (is_capitalised(word) && word.size() > 3) facts.demonym(*id, word);
    }
  }
}

}  // namespace

void add_wordnet(const Sources& sources, Facts& facts) {
  const Synsets nouns = read_synsets(sources.wordnet / "data.noun");
  WordNetPlaces places(nouns, facts);
  places.add_all();
  add_demonyms(read_synsets(sources.wordnet / "data.adj"), "\\", places, facts);
  Synsets persons;
  for (const auto& [offset, synset] : nouns) {
    if (synset.file != kPersonFile) continue;
    if (synset.target("@i").empty())
      persons.emplace(offset, synset);
    else
      add_person(synset, facts);
  }
  add_demonyms(persons, "#m", places, facts);
}

}  // namespace dateline::gazetteer
