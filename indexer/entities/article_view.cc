#include <xxhash.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/entities/chunks.h"
#include "indexer/entities/features.h"
#include "indexer/entities/signs.h"

namespace dateline {

using namespace gazetteer;

namespace {

constexpr std::uint32_t kNameFlags = kPlaceName | kWord | kCommonWord | kGivenName | kSurname | kDoubtful |
                                     kDemonym | kParticle | kInner | kSuffix;
constexpr std::uint32_t kCueFlags = kHonorific | kTitle | kRole | kOrganisation | kFacility | kThing |
                                    kSaying | kTerrain | kPart | kFunction | kLocative | kFollower |
                                    kParticle | kDemonym;

// What the article says of a word besides its signs: bits of WordView::facts.
enum Fact : std::uint32_t {
  kRuledPerson = 1U << 16U,
  kRuledPlace = 1U << 17U,
  kRuledBody = 1U << 18U,
  kNamed = 1U << 19U,
  kOrdinary = 1U << 20U,
};

// The signs that are among the facts; the others are WordView::trade.
constexpr std::uint32_t kFactSigns =
    kTitled | kAfterGivenName | kSpeaks | kLocated | kBeforeBody | kInPlace | kHuman;

// Bits of WordView::state.
enum State : std::uint32_t {
  kOpens = 1U << 0U,
  kStyled = 1U << 1U,
  kShouted = 1U << 2U,
  kPlain = 1U << 3U,
  kInitial = 1U << 4U,
  kLowerCase = 1U << 5U,
  kPossessive = 1U << 6U,
  kEnglish = 1U << 7U,
};

std::uint32_t state_of(const Token& token) {
  return (token.opens ? kOpens : 0U) | (token.styled ? kStyled : 0U) | (token.shouted ? kShouted : 0U) |
         (token.plain ? kPlain : 0U) | (token.initial ? kInitial : 0U) | (token.capital ? 0U : kLowerCase) |
         (token.possessive ? kPossessive : 0U) | (token.has(kWord) ? kEnglish : 0U);
}

// No name's shape is longer; what follows is of no interest.
constexpr std::size_t kMaxShapeBytes = 24;

// The kinds of characters in the order of their first turns: "McDonald" is "XxXx" as "O'Dowd" is "X'Xx".
std::uint64_t shape_of(std::string_view text) {
  std::uint64_t shape = 0;
  char last = 0;
  for (const char c : text.substr(0, kMaxShapeBytes)) {
    const char kind = c >= 'A' && c <= 'Z'   ? 'X'
                      : c >= '0' && c <= '9' ? '0'
                      : c >= 'a' && c <= 'z' ? 'x'
                      : (c & 0x80) != 0      ? 'u'
                                             : c;
    if (kind != last) shape = shape << 8U | static_cast<unsigned char>(kind);
    last = kind;
  }
  return shape;
}

// What a phrase names, as a small number: the kind of place and how doubtful it is, or a known body.
std::uint32_t kind_of_phrase(const Gazetteer& gazetteer, const Phrase& phrase) {
  const std::uint32_t body = (phrase.flags & kKnownBody) != 0 ? 1 : 0;
  if (phrase.places.empty()) return body;
  const PlaceId place = phrase.places.front();
  const PlaceKind kind = gazetteer.kind(place);
  const bool large = gazetteer.is_capital(place) || gazetteer.row(place).population >= 300'000;
  const std::uint32_t doubtful = (phrase.flags & kDoubtful) != 0 ? 1 : 0;
  return 2 + static_cast<std::uint32_t>(kind) * 8 + (large ? 4 : 0) + doubtful * 2 + body;
}

bool joins(Gap gap) { return gap == Gap::blank || gap == Gap::dot || gap == Gap::hyphen; }

// Whether only a blank and a quotation mark part the token from the one before: a nickname, `Ann "Nan" Lee`.
bool is_nickname_mark(const Passage& passage, std::size_t i) {
  static constexpr std::array<std::string_view, 8> kMarks{" \"", "\" ", " “", "” ", " '", "' ", " ‘", "’ "};
  const std::uint32_t start = passage.tokens[i - 1].end;
  const std::string_view between = passage.text.substr(start, passage.tokens[i].start - start);
  return passage.tokens[i].gap == Gap::other && std::ranges::find(kMarks, between) != kMarks.end();
}

// How many small words between two capitals at `i` join them: "of", "van der", "al-", "of the".
std::size_t link_size(const std::vector<Token>& tokens, std::size_t i, bool within) {
  constexpr std::uint32_t kLeading = kParticle | kInner;
  for (std::size_t size = 0; size < 3 && i + size < tokens.size(); ++size) {
    const Token& token = tokens[i + size];
    if (size > 0 && !runs_on(tokens, i + size)) return 0;
    if (token.capital) return size;
    static constexpr std::array<std::string_view, 6> kLinks{"of", "and", "the", "for", "on", "to"};
    const bool link = within && std::ranges::find(kLinks, token.key) != kLinks.end();
    if (!link && !token.has(kLeading)) return 0;
  }
  return 0;
}

// No name is longer. Longer runs of capitals, of tables and hostile text, are cut, so that sums stay small.
constexpr std::size_t kLongestRun = 64;

// The token behind the run that begins at `i`; `i` itself where none does.
std::size_t run_end(const Passage& passage, std::size_t i) {
  const std::vector<Token>& tokens = passage.tokens;
  std::size_t at = tokens[i].capital ? i + 1 : i + link_size(tokens, i, false);
  if (at == i) return i;
  while (at < tokens.size() && at - i < kLongestRun) {
    if (joins(tokens[at].gap) ? tokens[at].capital || tokens[at].gap == Gap::hyphen
                              : tokens[at].capital && is_nickname_mark(passage, at)) {
      ++at;
      continue;
    }
    const std::size_t link = runs_on(tokens, at) ? link_size(tokens, at, true) : 0;
    if (link == 0) break;
    at += link;
  }
  return at;
}

}  // namespace

namespace {

// "The" and "But" alone, where a sentence begins: a fifth of all runs, and never a name.
bool is_mere_opening(const Token& token) {
  return token.has(kFunction) && token.plain && (token.opens || token.styled) &&
         !token.has(kGivenName | kSurname | kPlaceName);
}

}  // namespace

std::vector<Run> runs_of(const std::vector<Passage>& passages) {
  std::vector<Run> runs;
  for (std::size_t p = 0; p < passages.size(); ++p) {
    if (passages[p].field == TextField::dateline) continue;
    for (std::size_t i = 0; i < passages[p].tokens.size();) {
      const std::size_t end = run_end(passages[p], i);
      const bool idle = end == i + 1 && is_mere_opening(passages[p].tokens[i]);
      if (end > i && !idle) runs.push_back({p, i, end});
      i = std::max(end, i + 1);
    }
  }
  return runs;
}

ArticleView::ArticleView(const Gazetteer& gazetteer, const Model& model, const std::vector<Passage>& passages,
                         std::span<const Name> rules)
    : gazetteer_(gazetteer), model_(model), passages_(passages), runs_(runs_of(passages)) {
  for (const Passage& passage : passages) words_.emplace_back(passage.tokens.size());
  for (const Run& run : runs_) look_at_words(run);
  for (const Run& run : runs_) look_at_places(run);
  for (const Name& name : rules) {
    for (std::size_t i = name.first; i < name.last; ++i)
      words_[name.passage][i].rules = label_in(name.kind, name.first, name.last, i);
  }
  gather_facts();
}

void ArticleView::gather_facts() {
  std::unordered_map<std::uint64_t, std::uint32_t> facts;
  const auto each_capital = [this](auto use) {
    for (const Run& run : runs_) {
      for (std::size_t i = run.first; i < run.last; ++i) {
        if (has_capital(run, i)) use(passages_[run.passage], i, words_[run.passage][i]);
      }
    }
  };
  each_capital([&](const Passage& passage, std::size_t i, WordView& word) {
    const Token& token = passage.tokens[i];
    word.signs = signs_at(passage, i);
    const auto found = facts.try_emplace(word.key, 0).first;
    found->second |= word.signs | (token.known ? kNamed : 0U) | (token.ordinary ? kOrdinary : 0U);
    if (word.rules != kOutside)
      found->second |= kRuledPerson << static_cast<std::uint32_t>(kind_of(word.rules));
  });
  each_capital([&](const Passage&, std::size_t, WordView& word) {
    const std::uint32_t all = facts[word.key];
    word.facts = all & (kFactSigns | ~kAllSigns);
    word.trade = all & kAllSigns & ~kFactSigns;
  });
}

void ArticleView::look_at_words(const Run& run) {
  const std::vector<Token>& tokens = passages_[run.passage].tokens;
  std::vector<WordView>& words = words_[run.passage];
  const std::size_t first = run.first < 2 ? 0 : run.first - 2;
  for (std::size_t i = first; i < std::min(run.last + 2, tokens.size()); ++i) {
    WordView& word = words[i];
    if (word.key != 0) continue;
    const Token& token = tokens[i];
    word.key = token.hash;
    word.text = XXH3_64bits(token.text.data(), token.text.size());
    word.shape = shape_of(token.text);
    word.clusters = model_.clusters(token.text);
    word.names = token.flags & kNameFlags;
    word.cues = token.flags & kCueFlags;
    word.state = state_of(token);
  }
}

void ArticleView::look_at_places(const Run& run) {
  const std::vector<Token>& tokens = passages_[run.passage].tokens;
  for (std::size_t i = run.first; i < run.last;) {
    const Phrase phrase = longest_phrase(gazetteer_, tokens, i, kPlaceName | kKnownBody);
    if (phrase.size == 0) {
      ++i;
      continue;
    }
    const std::uint32_t kind = kind_of_phrase(gazetteer_, phrase);
    const std::size_t end = std::min(i + phrase.size, run.last);
    for (std::size_t at = i; at < end; ++at)
      words_[run.passage][at].place = kind * 16 + label_in(NameKind::person, i, i + phrase.size, at);
    i = end;
  }
}

}  // namespace dateline
