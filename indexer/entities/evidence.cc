#include "indexer/entities/evidence.h"

#include "indexer/entities/chunks.h"

namespace dateline {

using namespace gazetteer;

namespace {

bool is_free(const Token& token) { return !token.opens && !token.styled; }

// A large place is meant by its name even where that is a word: "Turkey", "Chile", "Reading" is not.
bool is_large_place(const Gazetteer& gazetteer, const Token& token) {
  if (!token.has(kPlaceName) || token.has(kDoubtful)) return false;
  const auto entry = token.exact ? gazetteer.find(exact_key(token)) : token.entry;
  if (entry.places.empty()) return false;
  const PlaceId first = entry.places.front();
  return gazetteer.kind(first) == PlaceKind::country || gazetteer.row(first).population > 500'000;
}

// Whether the token at `i` goes on with a name: a capital that nothing else explains, or a particle before
// one.
bool name_follows(const std::vector<Token>& tokens, std::size_t i) {
  if (i >= tokens.size() || (tokens[i].gap != Gap::blank && tokens[i].gap != Gap::dot)) return false;
  const Token& next = tokens[i];
  if (!next.capital) return next.has(kParticle | kInner) && i + 1 < tokens.size() && tokens[i + 1].capital;
  return !next.has(kFunction) && (!next.has(kWord) || next.initial || is_free(next));
}

bool is_plain(const Gazetteer& gazetteer, const std::vector<Token>& tokens, std::size_t i) {
  const Token& token = tokens[i];
  const Token* next = i + 1 < tokens.size() ? &tokens[i + 1] : nullptr;
  if (token.exact) return false;
  if (token.initial && next && next->gap == Gap::dot && next->capital) return false;
  if (token.has(kFunction)) return true;
  if (is_free(token)) return false;
  if (token.has(kContinues) && longest_phrase(gazetteer, tokens, i, kPlaceName | kKnownBody).size > 1)
    return false;
  if (token.ordinary) return !is_large_place(gazetteer, token);
  if (!token.has(kWord) || token.known) return false;
  if (token.has(kTitle | kHonorific)) return false;
  if (token.has(kGivenName) && name_follows(tokens, i + 1)) return false;
  return !is_large_place(gazetteer, token);
}

}  // namespace

Evidence::Evidence(const std::vector<Passage>& passages) {
  for (const Passage& passage : passages) {
    for (const Token& token : passage.tokens) {
      if (token.capital && !is_free(token)) continue;
      (token.capital ? named_ : lower_).push_back(token.hash);
    }
  }
  std::ranges::sort(lower_);
  std::ranges::sort(named_);
}

void mark_plain(const Gazetteer& gazetteer, const Evidence& evidence, std::vector<Passage>& passages) {
  for (Passage& passage : passages) {
    for (std::size_t i = 0; i < passage.tokens.size(); ++i) {
      Token& token = passage.tokens[i];
      if (!token.capital) continue;
      token.known = evidence.named(token);
      token.ordinary = evidence.ordinary(token);
      token.plain = is_plain(gazetteer, passage.tokens, i);
    }
  }
}

}  // namespace dateline
