#include "indexer/entities/weigh.h"

#include <algorithm>
#include <array>

namespace dateline {

using namespace gazetteer;

namespace {

// Weights, in units of about one hint. A person needs kPersonNeeds, a place kPlaceNeeds.
constexpr double kPersonNeeds = 2;
constexpr double kPlaceNeeds = 2;
// More than all hints together: "three major U.S. banks" names no officer.
constexpr double kNeverPerson = 20;

class Scale {
 public:
  Scale(const Gazetteer& gazetteer, const std::vector<Token>& tokens, const Chunk& chunk)
      : gazetteer_(gazetteer), tokens_(tokens), chunk_(chunk), bare_(bare(tokens, chunk)) {
    size_ = bare_.second - bare_.first;
    whole_ = longest_phrase(gazetteer, tokens, chunk.first, kPlaceName);
    if (whole_.size != chunk.last - chunk.first) whole_ = small_town();
  }

  Verdict weigh() const {
    if (size_ == 0) return {};
    const bool honoured = (chunk_.title & kHonorific) != 0;
    if (const Verdict body = known_body(); body.kind != Verdict::nothing) return body;
    const bool known_place = whole_.size > 1;
    if (!honoured && !known_place && size_ > 1 && holds(kOrganisation)) return organisation();
    if (!honoured && !known_place && size_ > 1 && holds(kFacility)) return {};
    if (!honoured && !known_place && size_ > 1 && is_landscape()) return {};
    const bool place = whole_.size > 0 && (whole_.flags & kDoubtful) == 0;
    if (!honoured && size_ == 1 && !place && holds(kOrganisation | kFacility)) return single_cue();
    const double person = person_weight();
    if (!whole_.places.empty() && place_weight() >= kPlaceNeeds && !(titled() && person >= kPersonNeeds))
      return {Verdict::place, whole_.places, chunk_.last};
    if (person >= kPersonNeeds)
      return {Verdict::person, {}, chunk_.last, (chunk_.title & (kHonorific | kTitle)) != 0 || size_ > 1};
    return {Verdict::unknown, whole_.places, chunk_.last};
  }

 private:
  // "Smallville, Kansas": a small town is believed where its container stands beside it.
  [[nodiscard]] Phrase small_town() {
    whole_ = longest_phrase(gazetteer_, tokens_, chunk_.first, kMinorPlace);
    if (whole_.size != chunk_.last - chunk_.first || !(container_follows() || container_of_before()))
      return {};
    return whole_;
  }

  [[nodiscard]] const Token* before(std::size_t steps = 1) const {
    return chunk_.first >= steps ? &tokens_[chunk_.first - steps] : nullptr;
  }
  [[nodiscard]] const Token* after(std::size_t steps = 0) const {
    return chunk_.last + steps < tokens_.size() ? &tokens_[chunk_.last + steps] : nullptr;
  }
  [[nodiscard]] bool titled() const { return (chunk_.title & (kHonorific | kTitle)) != 0; }

  [[nodiscard]] bool holds(std::uint32_t flag) const {
    for (std::size_t i = chunk_.first; i < chunk_.last; ++i) {
      const Token& token = tokens_[i];
      if (!token.capital) continue;
      if (token.has(flag)) return true;
      if (token.has(kContinues) && longest_phrase(gazetteer_, tokens_, i, flag).size > 1) return true;
    }
    return false;
  }

  [[nodiscard]] Verdict known_body() const {
    const Phrase body = longest_phrase(gazetteer_, tokens_, chunk_.first, kKnownBody);
    if (body.size == 0) return {};
    return {Verdict::organisation, {}, std::max(chunk_.last, chunk_.first + body.size)};
  }

  // "Mount Darwin", "Marie Byrd Land"; but "Vo Thi Bay" and "Benny Hill" are persons.
  [[nodiscard]] bool is_landscape() const {
    const Token& first = tokens_[bare_.first];
    const Token& last = tokens_[bare_.second - 1];
    if (first.has(kTerrain) && !first.has(kGivenName | kSurname)) return true;
    const bool inner_given_name = std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(bare_.first) + 1,
                                              tokens_.begin() + static_cast<std::ptrdiff_t>(bare_.second) - 1,
                                              [](const Token& token) { return token.has(kGivenName); });
    return last.has(kTerrain) && !last.has(kSurname) && !inner_given_name;
  }

  // "Park" alone is a park unless the article knows a Park; "University of Oxford" begins with such a word.
  [[nodiscard]] Verdict single_cue() const {
    const Verdict body = holds(kOrganisation) ? organisation() : Verdict{};
    return body.kind == Verdict::organisation ? body : Verdict{Verdict::unknown, {}, chunk_.last};
  }

  // "Ministry" alone says nothing; "Ministry of Labour" and "Labour Ministry" do.
  [[nodiscard]] Verdict organisation() const {
    std::size_t behind = chunk_.last;
    while (behind + 1 < tokens_.size() && !tokens_[behind - 1].possessive &&
           tokens_[behind].gap == Gap::blank && !tokens_[behind].capital && is_link(tokens_[behind].key)) {
      std::size_t next = behind + 1;
      if (tokens_[next].key == "the" && next + 1 < tokens_.size()) ++next;
      if (!is_word_of_body(next) || tokens_[next].gap != Gap::blank) break;
      if (tokens_[behind].key == "and" && behind == chunk_.last) break;
      behind = next + 1;
      while (behind < tokens_.size() && runs_on(tokens_, behind) && is_word_of_body(behind)) ++behind;
    }
    if (behind - chunk_.first < 2) return {};
    return {Verdict::organisation, {}, behind};
  }

  [[nodiscard]] bool is_word_of_body(std::size_t i) const {
    return tokens_[i].named() && !tokens_[i].has(kThing | kTitle | kHonorific);
  }

  [[nodiscard]] static bool is_link(const std::string& word) {
    return word == "of" || word == "for" || word == "and" || word == "on";
  }

  [[nodiscard]] double title_weight() const {
    if ((chunk_.title & kHonorific) != 0) return 6;
    if ((chunk_.title & kTitle) != 0) return 3.5;
    return (chunk_.title & kRole) != 0 ? 2 : 0;
  }

  [[nodiscard]] double context_weight() const {
    double weight = title_weight();
    if (chunk_.after_demonym) weight += 0.5;
    if (tokens_[chunk_.first].key == "st") weight -= 4;
    const Token* next = after();
    const bool possessive = tokens_[chunk_.last - 1].possessive;
    if (possessive) weight += 1;
    if (next && !possessive) {
      const bool close = next->gap == Gap::blank || next->gap == Gap::comma;
      if (close && next->has(kSaying)) weight += 2;
      if (next->gap == Gap::comma && is_age(*next)) weight += 3;
      if (is_followed()) weight += 3;
      if (close && is_deed(*next)) weight += 1;
      if (close && (next->key == "who" || next->key == "whose")) weight += 2.5;
    }
    const Token* last = before();
    if (last && tokens_[chunk_.first].gap == Gap::blank) {
      if (last->has(kSaying)) weight += 1.5;
      const bool article = last->key == "the" || last->key == "a" || last->key == "an";
      if (article && !is_followed()) weight -= size_ == 1 ? 4 : 2.5;
      if (last->has(kLocative) && size_ == 1) weight -= 1;
    }
    return weight;
  }

  // What a person does or is: "Herzl was visited", "Barrie enrolled".
  [[nodiscard]] static bool is_deed(const Token& token) {
    static constexpr std::array<std::string_view, 14> kVerbs{"was",    "is",   "has",  "had",  "would",
                                                             "will",   "did",  "also", "went", "began",
                                                             "became", "took", "made", "could"};
    if (token.capital || token.gap != Gap::blank) return false;
    return std::ranges::find(kVerbs, token.key) != kVerbs.end() || token.key.ends_with("ed");
  }

  // "the Trump administration"
  [[nodiscard]] bool is_followed() const {
    const Token* next = after();
    return next && next->gap == Gap::blank && next->has(kFollower) && !tokens_[chunk_.last - 1].possessive;
  }

  [[nodiscard]] static bool is_age(const Token& token) {
    return token.text.size() == 2 &&
           std::ranges::all_of(token.text, [](char c) { return c >= '0' && c <= '9'; });
  }

  [[nodiscard]] double shape_weight() const {
    double weight = size_ == 1 ? -1.5 : size_ <= 3 ? 1 : size_ == 4 ? 0 : -3;
    bool foreign = whole_.places.empty();
    for (std::size_t i = bare_.first; i < bare_.second; ++i) {
      const Token& token = tokens_[i];
      if (token.has(kWord)) foreign = false;
      if (!token.capital && token.gap == Gap::hyphen)
        weight += 4;  // "Ki-moon"
      else if (!token.capital)
        weight += token.has(kParticle | kInner) ? 1.5 : -2;
      else if (token.initial && !token.exact)
        weight += i == bare_.first || i + 1 < bare_.second ? 2 : -2;
      else
        weight += word_weight(token, i);
      if (i > bare_.first && tokens_[i].gap == Gap::hyphen) weight += 0.5;
    }
    if (foreign) weight += 1;
    return weight;
  }

  [[nodiscard]] double word_weight(const Token& token, std::size_t i) const {
    double weight = 0;
    const bool leads = i == bare_.first;
    if (token.has(kGivenName)) weight += leads ? 2.5 : 0.5;
    if (token.has(kSurname) && i + 1 == bare_.second) weight += 1.5;
    const bool behind_given_name = !leads && tokens_[bare_.first].has(kGivenName);
    const bool behind_strange_name = !leads && !tokens_[bare_.first].has(kWord);
    if (token.has(kWord)) {
      if (token.has(kGivenName | kSurname) || behind_given_name)
        weight -= 0.5;
      else
        weight -= token.has(kCommonWord) && !behind_strange_name ? 2 : 1;
    }
    if (token.shouted && !token.styled) weight -= 3;
    if (token.exact) weight -= kNeverPerson;
    if (token.has(kTerrain | kPart)) weight -= leads || tokens_[bare_.first].has(kWord) ? 2 : 0.5;
    if (token.text.find_first_of("0123456789") != std::string_view::npos) weight -= 5;
    return weight;
  }

  [[nodiscard]] double person_weight() const { return context_weight() + shape_weight(); }

  [[nodiscard]] double size_weight() const {
    const PlaceId place = whole_.places.front();
    switch (gazetteer_.kind(place)) {
      case PlaceKind::country:
      case PlaceKind::continent:
        return 5;
      case PlaceKind::region:
      case PlaceKind::area:
        return gazetteer_.row(place).population > 0 ? 3.5 : 1.5;
      case PlaceKind::city:
        break;
    }
    if (gazetteer_.is_capital(place)) return 4.5;
    const std::uint32_t people = gazetteer_.row(place).population;
    return people >= 1'000'000 ? 4 : people >= 300'000 ? 3 : people >= 100'000 ? 1.5 : 1;
  }

  [[nodiscard]] double place_weight() const {
    double weight = size_weight();
    if (chunk_.last - chunk_.first > 1) weight += 1.5;
    const Token& token = tokens_[chunk_.first];
    if (!token.exact && chunk_.last - chunk_.first == 1) {
      if ((whole_.flags & kDoubtful) != 0)
        weight -= 3;
      else if (token.has(kCommonWord))
        weight -= 1;
      else if (token.has(kWord))
        weight -= 0.5;
      if (token.has(kGivenName)) weight -= 1.5;
      if (token.has(kSurname)) weight -= gazetteer_.row(whole_.places.front()).population < 300'000 ? 2 : 1;
    }
    if (token.has(kPart) && chunk_.last - chunk_.first == 1) weight -= 4;
    if (is_located(tokens_, chunk_))
      weight += 2;
    else if (is_part_of_noun())
      weight += 1;
    if (container_follows() || container_of_before()) weight += 3;
    const Token* next = after();
    if (next && next->gap == Gap::blank && next->has(kSaying) && !token.possessive) weight -= 1;
    const Token* last = before();
    if (last && token.gap == Gap::blank && last->key == "the") weight -= 1;
    // "a Gainesville man"
    const bool described = next && next->gap == Gap::blank && !next->capital && !token.possessive;
    if (last && token.gap == Gap::blank && last->key == "a" && described) weight += 1.5;
    return weight;
  }

  // "the history of Carcassonne"
  [[nodiscard]] bool is_part_of_noun() const {
    const Token* of = before();
    const Token* noun = before(2);
    return of && noun && of->key == "of" && tokens_[chunk_.first].gap == Gap::blank && !noun->capital;
  }

  // "Dayton, Ohio": the next name contains one of these places.
  [[nodiscard]] bool container_follows() const {
    const Token* next = after();
    if (!next || next->gap != Gap::comma || !next->capital) return false;
    const Phrase phrase = longest_phrase(gazetteer_, tokens_, chunk_.last, kPlaceName);
    return contains(phrase.places, whole_.places);
  }

  [[nodiscard]] bool container_of_before() const {
    const Token* last = before();
    if (!last || tokens_[chunk_.first].gap != Gap::comma || !last->capital || last->possessive) return false;
    for (std::size_t size = 1; size <= 3 && size <= chunk_.first; ++size) {
      const Phrase phrase = longest_phrase(gazetteer_, tokens_, chunk_.first - size, kPlaceName);
      if (phrase.size == size && contains(whole_.places, phrase.places)) return true;
    }
    return false;
  }

  [[nodiscard]] bool contains(std::span<const PlaceId> outer, std::span<const PlaceId> inner) const {
    return std::ranges::any_of(outer, [&](PlaceId container) {
      return std::ranges::any_of(inner, [&](PlaceId place) { return gazetteer_.contains(container, place); });
    });
  }

  const Gazetteer& gazetteer_;
  const std::vector<Token>& tokens_;
  const Chunk& chunk_;
  std::pair<std::size_t, std::size_t> bare_;
  std::size_t size_ = 0;
  Phrase whole_;  // the place that has exactly the chunk's name
};

}  // namespace

Verdict weigh(const Gazetteer& gazetteer, const std::vector<Token>& tokens, const Chunk& chunk) {
  return Scale(gazetteer, tokens, chunk).weigh();
}

std::pair<std::size_t, std::size_t> bare(const std::vector<Token>& tokens, const Chunk& chunk) {
  std::size_t last = chunk.last;
  while (last > chunk.first && tokens[last - 1].has(kSuffix)) --last;
  return {chunk.first, last};
}

bool is_located(const std::vector<Token>& tokens, const Chunk& chunk) {
  if (chunk.first == 0) return false;
  const Token& last = tokens[chunk.first - 1];
  if (tokens[chunk.first].gap != Gap::blank) return false;
  if (last.has(kPart) && chunk.first > 1) return true;
  return last.has(kLocative);
}

std::size_t leading_place(const Gazetteer& gazetteer, const std::vector<Token>& tokens, const Chunk& chunk) {
  const Phrase phrase = longest_phrase(gazetteer, tokens, chunk.first, kPlaceName);
  const std::size_t cut = chunk.first + phrase.size;
  if (phrase.size == 0 || cut >= chunk.last) return chunk.first;
  // "US-Russia": each side stands for itself.
  const bool large = gazetteer.kind(phrase.places.front()) == PlaceKind::country;
  if (tokens[chunk.first].has(kGivenName) && !large) return chunk.first;
  // "Washington, D.C. Alex Wong": a picture's place and its photographer.
  if (tokens[chunk.first].exact && tokens[cut].has(kGivenName)) return cut;
  if (tokens[cut].gap == Gap::hyphen) {
    const Phrase other = longest_phrase(gazetteer, tokens, cut, kPlaceName);
    if (other.size > 0) return cut;
  }
  // "mayor of London Sadiq Khan", "in Ankara Recep Tayyip Erdogan".
  const bool located = is_located(tokens, chunk) || (chunk.first > 0 && tokens[chunk.first - 1].key == "of");
  if (located && tokens[cut].has(kGivenName) && !tokens[cut].has(kPlaceName | kOrganisation | kFacility))
    return cut;
  return chunk.first;
}

}  // namespace dateline
