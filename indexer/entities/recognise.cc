#include "indexer/entities/recognise.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "indexer/entities/chunks.h"
#include "indexer/entities/evidence.h"
#include "indexer/entities/join.h"
#include "indexer/entities/signs.h"
#include "indexer/entities/weigh.h"

namespace dateline {

using namespace gazetteer;

namespace {

// A chunk with what the first look at it made of it.
struct Candidate {
  std::size_t passage = 0;
  Chunk chunk;
  Verdict verdict;
};

class Recogniser {
 public:
  Recogniser(const Gazetteer& gazetteer, const std::vector<Passage>& passages, bool english)
      : gazetteer_(gazetteer), passages_(passages), english_(english) {}

  std::vector<Name> run() {
    for (std::size_t p = 0; p < passages_.size(); ++p) look_at(p);
    for (const Candidate& candidate : candidates_) remember(candidate);
    std::vector<Name> names;
    for (const Candidate& candidate : candidates_) decide(candidate, names);
    return names;
  }

 private:
  void look_at(std::size_t p) {
    const std::vector<Token>& tokens = passages_[p].tokens;
    if (passages_[p].field == TextField::dateline) return dateline(p);
    std::size_t behind = 0;  // of the last organisation, which may run past its chunk
    for (const Chunk& chunk : chunks_of(gazetteer_, tokens)) {
      if (chunk.first < behind) continue;
      split(p, chunk, behind);
    }
  }

  // A dateline holds places only.
  void dateline(std::size_t p) {
    const std::vector<Token>& tokens = passages_[p].tokens;
    for (std::size_t i = 0; i < tokens.size();) {
      const Phrase phrase = longest_phrase(gazetteer_, tokens, i, kAnyPlace);
      const std::size_t size = std::max<std::size_t>(phrase.size, 1);
      if (phrase.size > 0 && !phrase.places.empty())
        candidates_.push_back({p, {i, i + size}, {Verdict::place, phrase.places, i + size}});
      i += size;
    }
  }

  // "London Sadiq Khan" after "mayor of", "US-Russia": a place before another name is one of its own.
  void split(std::size_t p, const Chunk& chunk, std::size_t& behind) {
    const std::vector<Token>& tokens = passages_[p].tokens;
    const std::size_t cut = leading_place(gazetteer_, tokens, chunk);
    if (cut > chunk.first && cut < chunk.last) {
      split(p, {chunk.first, cut, 0, false}, behind);
      return split(p, {cut, chunk.last, chunk.title, false}, behind);
    }
    // "Old Percival Gamage": a plain word before a full name is no part of it.
    const Token& first = tokens[chunk.first];
    const bool dressed = first.has(kCommonWord) && !first.has(kGivenName | kSurname | kPlaceName);
    if (dressed && chunk.last - chunk.first > 2 && tokens[chunk.first + 1].has(kGivenName) &&
        !tokens[chunk.first + 1].has(kWord))
      return split(p, {chunk.first + 1, chunk.last, chunk.title, false}, behind);
    // "Northern Algeria" is said of Algeria.
    if (first.has(kPart) && chunk.last - chunk.first > 1 && is_place(tokens, chunk.first + 1, chunk.last) &&
        !is_place(tokens, chunk.first, chunk.last))
      return split(p, {chunk.first + 1, chunk.last, 0, false}, behind);
    Verdict verdict = weigh(gazetteer_, tokens, chunk);
    const bool known =
        (first.has(kGivenName) && !first.has(kParticle | kInner) && chunk.last - chunk.first > 1) ||
        (chunk.title & kHonorific) != 0;
    if (!english_ && verdict.kind == Verdict::person && (!known || !first.capital))
      verdict.kind = Verdict::unknown;
    behind = std::max(chunk.last, verdict.behind);
    candidates_.push_back({p, chunk, verdict});
  }

  [[nodiscard]] bool is_place(const std::vector<Token>& tokens, std::size_t first, std::size_t last) const {
    return longest_phrase(gazetteer_, tokens, first, kPlaceName).size == last - first;
  }

  // Which words name persons in this article: the bare "Lavrov" is believed where "Sergey Lavrov" stands.
  void remember(const Candidate& candidate) {
    const std::vector<Token>& tokens = passages_[candidate.passage].tokens;
    if (candidate.verdict.kind == Verdict::place) {
      if (is_located(tokens, candidate.chunk)) located_.insert(tokens[candidate.chunk.first].key);
      nations_.insert(gazetteer_.row(candidate.verdict.places.front()).nation);
    }
    if (candidate.verdict.kind == Verdict::organisation) companies_.insert(company_key(tokens, candidate));
    if (candidate.chunk.last - candidate.chunk.first == 1)
      signs_[tokens[candidate.chunk.first].key] |=
          signs_at(passages_[candidate.passage], candidate.chunk.first);
    if (candidate.verdict.kind != Verdict::person) return;
    const auto [first, last] = bare(tokens, candidate.chunk);
    const bool full = last - first > 1;
    for (std::size_t i = first + 1; i < last; ++i) {
      if (tokens[i].capital && !tokens[i].initial) full_names_.insert(tokens[i].key);
    }
    if (full)
      first_names_.insert(tokens[first].key);
    else if (candidate.verdict.sure)
      titled_.insert(tokens[first].key);
  }

  // "Boeing Co" -> "boeing"; empty where the name does not end in such a word.
  [[nodiscard]] static std::string company_key(const std::vector<Token>& tokens, const Candidate& candidate) {
    const std::size_t last = candidate.verdict.behind - 1;
    if (last <= candidate.chunk.first || !is_company_suffix(tokens[last].key)) return {};
    return joined_keys(tokens, candidate.chunk.first, last);
  }

  [[nodiscard]] bool is_company(const Candidate& candidate) const {
    const auto& [p, chunk, verdict] = candidate;
    const std::vector<Token>& tokens = passages_[p].tokens;
    if ((chunk.title & kHonorific) != 0) return false;
    if (companies_.contains(joined_keys(tokens, chunk.first, chunk.last))) return true;
    if (chunk.last - chunk.first > 1) return is_marked_company(passages_[p], chunk);
    const std::string& key = tokens[chunk.first].key;
    const auto signs = signs_.find(key);
    return signs != signs_.end() && (signs->second & kNoPerson) != 0 && (signs->second & kPersonal) == 0 &&
           !full_names_.contains(key) && !titled_.contains(key);
  }

  // A name of several words is a company's only by signs of its own: "Ann Brook ANB.UL".
  [[nodiscard]] static bool is_marked_company(const Passage& passage, const Chunk& chunk) {
    return (signs_at(passage, chunk.last - 1) & (kTraded | kPaired)) != 0;
  }

  void decide(const Candidate& candidate, std::vector<Name>& names) {
    const std::vector<Token>& tokens = passages_[candidate.passage].tokens;
    const Chunk& chunk = candidate.chunk;
    Name name{candidate.passage, chunk.first, chunk.last, NameKind::person, chunk.title & kGivenName, {}};
    switch (candidate.verdict.kind) {
      case Verdict::person:
        if (is_company(candidate)) name.kind = NameKind::organisation;
        break;
      case Verdict::organisation:
        name.kind = NameKind::organisation;
        name.last = candidate.verdict.behind;
        break;
      case Verdict::place:
        if (chunk.last - chunk.first == 1 && is_person_here(tokens, chunk)) break;
        name.kind = NameKind::place;
        name.places = candidate.verdict.places;
        break;
      case Verdict::unknown:
        if (is_company(candidate)) {
          name.kind = NameKind::organisation;
          break;
        }
        if (could_be_short(tokens, chunk)) break;
        if (!could_be_place(tokens, chunk, candidate.verdict.places)) return;
        name.kind = NameKind::place;
        name.places = candidate.verdict.places;
        break;
      case Verdict::nothing:
        return;
    }
    names.push_back(name);
  }

  // "Washington" where "Denzel Washington" stands too, unless it is said to be somewhere.
  [[nodiscard]] bool is_person_here(const std::vector<Token>& tokens, const Chunk& chunk) const {
    const std::string& key = tokens[chunk.first].key;
    if (passages_.empty() || (!full_names_.contains(key) && !titled_.contains(key))) return false;
    return !is_located(tokens, chunk);
  }

  // A small place is believed where the article says elsewhere that something is in it, or is about its
  // country.
  [[nodiscard]] bool could_be_place(const std::vector<Token>& tokens, const Chunk& chunk,
                                    std::span<const PlaceId> places) const {
    if (places.empty()) return false;
    const Token& token = tokens[chunk.first];
    if (located_.contains(token.key)) return true;
    if (token.has(kWord | kGivenName | kSurname | kDoubtful | kPart) && !is_located(tokens, chunk))
      return false;
    return std::ranges::any_of(places,
                               [&](PlaceId id) { return nations_.contains(gazetteer_.row(id).nation); });
  }

  [[nodiscard]] bool could_be_short(const std::vector<Token>& tokens, const Chunk& chunk) const {
    const auto [first, last] = bare(tokens, chunk);
    if (first >= last) return false;
    const std::string& key = tokens[last - 1].key;
    if (full_names_.contains(key) || titled_.contains(key)) return true;
    return last - first == 1 && first_names_.contains(key) &&
           (!tokens[first].has(kCommonWord | kPlaceName) || tokens[first].has(kSurname));
  }

  const Gazetteer& gazetteer_;
  const std::vector<Passage>& passages_;
  bool english_;
  std::vector<Candidate> candidates_;
  std::unordered_set<std::string> companies_;             // without Inc and the like
  std::unordered_set<std::string> full_names_;            // last words of full names
  std::unordered_set<std::string> first_names_;           // first words of full names
  std::unordered_set<std::uint32_t> nations_;             // countries of the places that are certain
  std::unordered_set<std::string> located_;               // first words of places that something lies in
  std::unordered_set<std::string> titled_;                // bare names after "Mr" and the like
  std::unordered_map<std::string, std::uint32_t> signs_;  // of single words, over the whole article
};

}  // namespace

std::uint32_t honorifics_before(const std::vector<Token>& tokens, const Name& name) {
  if (name.first == 0 || tokens[name.first].gap > Gap::dot) return 0;
  const Token& before = tokens[name.first - 1];
  return before.has(kHonorific) && !before.possessive ? before.flags & kGivenName : 0;
}

std::vector<Name> recognise(const Gazetteer& gazetteer, std::vector<Passage>& passages, bool english) {
  mark_plain(gazetteer, Evidence(passages), passages);
  return Recogniser(gazetteer, passages, english).run();
}

}  // namespace dateline
