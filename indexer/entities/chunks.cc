#include "indexer/entities/chunks.h"

namespace dateline {

using namespace gazetteer;

bool runs_on(const std::vector<Token>& tokens, std::size_t at) {
  if (at == 0 || at >= tokens.size() || tokens[at - 1].possessive) return false;
  const Gap gap = tokens[at].gap;
  return gap == Gap::blank || gap == Gap::hyphen || gap == Gap::dot;
}

Phrase longest_phrase(const Gazetteer& gazetteer, const std::vector<Token>& tokens, std::size_t at,
                      std::uint32_t mask) {
  Phrase best;
  const Token& first = tokens[at];
  // What the token knows of itself spares most of the look-ups.
  if (!first.exact && !first.possessive && (first.flags & kContinues) == 0)
    return (first.flags & mask) != 0 ? Phrase{1, first.flags, first.entry.places} : best;
  if (first.exact) {
    const auto entry = gazetteer.find(exact_key(first));
    if ((entry.flags & mask) != 0) best = {1, entry.flags, entry.places};
  }
  std::string key = first.key;
  auto entry = first.entry;
  for (std::size_t size = 1;; ++size) {
    const Token& last = tokens[at + size - 1];
    const bool whole = last.capital || !first.capital;
    if ((entry.flags & mask) != 0 && whole && !(first.exact && size == 1))
      best = {size, entry.flags, entry.places};
    // "St. John's", and "Martha's Vineyard".
    bool people_s = last.possessive;
    if (people_s) {
      key += "'s";
      entry = gazetteer.find(key);
      if ((entry.flags & mask) != 0 && whole) best = {size, entry.flags, entry.places};
      people_s = at + size < tokens.size() && tokens[at + size].gap == Gap::blank;
    }
    if ((entry.flags & kContinues) == 0 || (!people_s && !runs_on(tokens, at + size))) break;
    key += ' ';
    key += tokens[at + size].key;
    entry = gazetteer.find(key);
  }
  return best;
}

namespace {

// No name has more words; longer runs of capitals are tables and headings, and must cost no more than their
// length.
constexpr std::size_t kLongestName = 12;

class Chunker {
 public:
  Chunker(const Gazetteer& gazetteer, const std::vector<Token>& tokens)
      : gazetteer_(gazetteer), tokens_(tokens) {}

  std::vector<Chunk> run() {
    for (std::size_t i = 0; i < tokens_.size();) i = tokens_[i].named() ? run_at(i) : lower_case(i);
    return std::move(chunks_);
  }

 private:
  // Titles and roles in lower case: "prime minister", "spokesman". Particles may begin a name: "al-Assad".
  std::size_t lower_case(std::size_t i) {
    const Token& token = tokens_[i];
    if (!token.capital && token.has(kParticle) && particles_lead_to_name(i)) return run_at(i);
    if (!token.has(kTitle | kRole | kHonorific | kContinues)) return i + 1;
    const Phrase phrase = longest_phrase(gazetteer_, tokens_, i, kTitle | kRole | kHonorific);
    if (phrase.size == 0) return i + 1;
    // "count", "major" and "father" are ordinary words as well.
    const bool honorific = (phrase.flags & kHonorific) != 0;
    set_title(i + phrase.size, honorific ? std::uint32_t{kRole} : phrase.flags);
    return i + phrase.size;
  }

  // Only inside a name is "de" or "von" a part of it; "al-" and the like begin one in English text.
  [[nodiscard]] bool particles_lead_to_name(std::size_t i) const {
    for (std::size_t steps = 0; steps < 3; ++steps, ++i) {
      if (i >= tokens_.size() || (steps > 0 && !runs_on(tokens_, i))) return false;
      if (tokens_[i].named()) return steps > 0;
      if (!tokens_[i].has(kParticle | kInner)) return false;
    }
    return false;
  }

  void set_title(std::size_t behind, std::uint32_t flags) {
    if (tokens_[behind - 1].possessive) return;  // "the Queen's Park"
    title_ = flags & (kTitle | kRole | kHonorific | kGivenName);
    title_end_ = behind;
  }

  // Cuts the run of capitals that begins at `i`; gives the index behind it.
  std::size_t run_at(std::size_t i) {
    // "D-Columbus": a party's letter.
    if (tokens_[i].initial && i + 1 < tokens_.size() && tokens_[i + 1].gap == Gap::hyphen &&
        tokens_[i + 1].has(kPlaceName))
      ++i;
    std::size_t start = i;
    bool demonym = false;
    do {
      const Phrase cut = separator(i, start);
      if (cut.size == 0) {
        i += unit(i);
        continue;
      }
      flush(start, i, demonym);
      demonym = (cut.flags & kDemonym) != 0;
      i += cut.size;
      start = i;
      if ((cut.flags & (kTitle | kHonorific)) != 0) set_title(i, cut.flags);
    } while (continues(i) && i - start < kLongestName);
    flush(start, i, demonym);
    return i;
  }

  // Tokens that stay together at `i`: a known place or body, or one word.
  [[nodiscard]] std::size_t unit(std::size_t i) const {
    const Phrase phrase = longest_phrase(gazetteer_, tokens_, i, kPlaceName | kKnownBody);
    return phrase.size > 0 ? phrase.size : 1;
  }

  [[nodiscard]] bool continues(std::size_t i) const {
    if (!runs_on(tokens_, i)) return false;
    return tokens_[i].named() || is_second_half(i) || particles_lead_to_name(i);
  }

  // "Soo-min", "Yat-sen": a short syllable joined to a capital one that is not the name's first.
  [[nodiscard]] bool is_second_half(std::size_t i) const {
    const Token& token = tokens_[i];
    if (token.gap != Gap::hyphen || token.capital || token.text.size() > 6 || i < 2) return false;
    if (!tokens_[i - 1].named() || !tokens_[i - 2].named() || tokens_[i - 1].gap != Gap::blank) return false;
    const bool made = token.has(kFollower) || token.key == "led" || token.key == "run";  // "Bush Sr-era"
    return !made && (!token.has(kCommonWord) || token.has(kGivenName) || token.text.size() <= 3);
  }

  // A title, demonym, day or the like at `i`, none of which is part of a name; zero size: none. The last
  // words of "Stephen King" and "Jeffrey Dean Morgan" are their names.
  [[nodiscard]] Phrase separator(std::size_t i, std::size_t start) const {
    constexpr std::uint32_t kCuts = kTitle | kHonorific | kDemonym | kThing;
    const Phrase phrase = longest_phrase(gazetteer_, tokens_, i, kCuts | kPlaceName | kKnownBody);
    if ((phrase.flags & kCuts) == 0 || (phrase.flags & (kPlaceName | kKnownBody)) != 0) return {};
    const bool ends = !continues(i + phrase.size);
    // "Thiri May Aung": a month between other words of a name.
    const bool month = (phrase.flags & kThing) != 0 && (phrase.flags & kGivenName) != 0;
    if (phrase.size == 1 && i > start && !ends && month) return {};
    // "Mackenzie King", "Azlan Shah bin Rahman"
    const bool bare_honorific = (phrase.flags & (kHonorific | kTitle)) == kHonorific;
    if (phrase.size == 1 && i > start && bare_honorific &&
        !tokens_[i - 1].has(kPlaceName | kOrganisation | kWord))
      return {};
    const bool after_given_name = i > start && tokens_[start].has(kGivenName) && (ends || i - start == 1);
    if (phrase.size == 1 && after_given_name && (phrase.flags & (kTitle | kHonorific)) != 0) return {};
    return phrase;
  }

  void flush(std::size_t first, std::size_t last, bool demonym) {
    if (first >= last) return;
    const bool titled = title_end_ == first && tokens_[first].gap <= Gap::comma;
    chunks_.push_back({first, last, titled ? title_ : 0, demonym});
  }

  const Gazetteer& gazetteer_;
  const std::vector<Token>& tokens_;
  std::vector<Chunk> chunks_;
  std::uint32_t title_ = 0;
  std::size_t title_end_ = static_cast<std::size_t>(-1);
};

}  // namespace

std::vector<Chunk> chunks_of(const Gazetteer& gazetteer, const std::vector<Token>& tokens) {
  return Chunker(gazetteer, tokens).run();
}

}  // namespace dateline
