// What words can be: SCOWL's lower-case English, and the table of titles, cues and given names.
#include <array>
#include <stdexcept>

#include "dateline/text.h"
#include "indexer/entities/data/facts.h"
#include "indexer/entities/gazetteer_format.h"

namespace dateline::gazetteer {

namespace {

// The names of words.tsv's first column.
std::uint32_t flag_of(const std::string& name) {
  static const std::map<std::string, std::uint32_t> kFlags{
      {"male", kMaleName},       {"female", kFemaleName},
      {"given", kGivenName},     {"surname", kSurname},
      {"honorific", kHonorific}, {"title", kTitle},
      {"role", kRole},           {"organisation", kOrganisation},
      {"facility", kFacility},   {"thing", kThing},
      {"particle", kParticle},   {"saying", kSaying},
      {"suffix", kSuffix},       {"doubtful", kDoubtful},
      {"body", kKnownBody},      {"terrain", kTerrain},
      {"part", kPart},           {"function", kFunction},
      {"locative", kLocative},   {"follower", kFollower},
      {"inner", kInner},
  };
  const auto found = kFlags.find(name);
  if (found == kFlags.end()) throw std::runtime_error("words.tsv: no such class: " + name);
  return found->second;
}

std::string from_latin1(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) append_utf8(text, static_cast<unsigned char>(c));
  return text;
}

void add_list(const std::filesystem::path& file, std::uint32_t flags, Facts& facts) {
  if (!std::filesystem::exists(file)) return;  // not every level exists for every spelling
  for (const std::string& word : split(from_latin1(read_file(file)), '\n')) {
    if (!word.ends_with("'s")) facts.mark(word, flags);
  }
}

}  // namespace

void add_words(const Sources& sources, Facts& facts) {
  for (const int level : {10, 20, 35, 40, 50, 55, 60, 70}) {
    const std::uint32_t flags = level <= 50 ? kWord | kCommonWord : std::uint32_t{kWord};
    for (const char* spelling : {"english", "american", "british"}) {
      const auto name = std::string(spelling) + "-words." + std::to_string(level);
      add_list(sources.scowl / name, flags, facts);
    }
  }
  // WordNet's "Old Hickory" makes no given name of "old"; the table says which words are names as well.
  for (auto& [key, flags] : facts.flags) {
    if ((flags & kCommonWord) != 0) flags &= ~kGivenName;
  }
  const auto table = read_table(sources.tables / "words.tsv");
  const auto each_word = [&](auto use) {
    for (const auto& row : table) {
      const std::uint32_t flag = flag_of(row[0]);
      for (std::size_t i = 1; i < row.size(); ++i) {
        for (const std::string& word : split(row[i], ',')) use(word, flag);
      }
    }
  };
  // WordNet tells no given name's gender, and takes "Mrs" for one: where the table speaks, it alone is heard.
  each_word([&](const std::string& word, std::uint32_t flag) {
    if ((flag & (kGivenName | kHonorific)) != 0) facts.unmark(word, kGivenName);
  });
  each_word([&](const std::string& word, std::uint32_t flag) { facts.mark(word, flag); });
}

}  // namespace dateline::gazetteer
