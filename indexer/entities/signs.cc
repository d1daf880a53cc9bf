#include "indexer/entities/signs.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/entities/chunks.h"
#include "indexer/entities/join.h"

namespace dateline {

using namespace gazetteer;

namespace {

using Word = std::string_view;

// Sorted, to be searched in halves.
template <std::size_t kSize>
bool is_one_of(const std::array<Word, kSize>& words, Word word) {
  return std::ranges::binary_search(words, word);
}

// What only companies have; "Hart shares".
constexpr std::array<Word, 13> kTradedNouns{"adrs",     "bond",   "bonds",   "debt",         "depositary",
                                            "equities", "paper",  "plc",     "shareholders", "shares",
                                            "stock",    "stocks", "takeover"};

// What companies have and persons seldom.
constexpr std::array<Word, 41> kBusinessNouns{
    "acquisition", "analyst",   "bid",          "board",       "brand",        "brands",    "buyout",
    "chief",       "customers", "deal",         "division",    "earnings",     "employees", "executive",
    "executives",  "factory",   "flights",      "franchise",   "headquarters", "investors", "jets",
    "management",  "merger",    "officials",    "operations",  "output",       "parent",    "plant",
    "plants",      "products",  "profit",       "profits",     "results",      "revenue",   "revenues",
    "sales",       "spokesman", "spokesperson", "spokeswoman", "subsidiary",   "workers"};

// What stands right before a company's name: "drugmaker Hart".
constexpr std::array<Word, 22> kFirms{
    "airline", "bank",     "bookseller", "brewer",     "brokerage",    "chain", "company", "firm",
    "giant",   "group",    "insurer",    "lender",     "manufacturer", "miner", "parent",  "provider",
    "refiner", "retailer", "startup",    "subsidiary", "supplier",     "unit"};

// What is of, in or at a company: "a stake in Hart".
constexpr std::array<Word, 26> kFirmsParts{
    "acquisition", "analyst", "analysts",  "board",      "bonds",   "brokerage", "buyout",
    "chairman",    "control", "economist", "executive",  "founder", "holders",   "investment",
    "investors",   "maker",   "merger",    "officer",    "owner",   "parent",    "shareholders",
    "shares",      "stake",   "stock",     "strategist", "takeover"};

constexpr std::array<Word, 6> kStorms{"cyclone", "hurricane", "hurricanes", "storm", "tempest", "typhoon"};

constexpr std::array<Word, 6> kLinks{"at", "by", "for", "in", "of", "with"};

static_assert(std::ranges::is_sorted(kTradedNouns) && std::ranges::is_sorted(kBusinessNouns) &&
              std::ranges::is_sorted(kFirms) && std::ranges::is_sorted(kFirmsParts) &&
              std::ranges::is_sorted(kStorms) && std::ranges::is_sorted(kLinks));

bool joins(Gap gap) { return gap == Gap::blank || gap == Gap::dot || gap == Gap::hyphen; }

Word between(const Passage& passage, std::size_t i) {
  const std::uint32_t start = passage.tokens[i - 1].end;
  return passage.text.substr(start, passage.tokens[i].start - start);
}

// "Hart (HRT.N)", "Hart HRT.UL", "Hart (NYSE: HRT)"; but "Ann Hart (GBR)" runs for her country.
bool has_ticker(const Passage& passage, std::size_t i) {
  if (i + 1 >= passage.tokens.size()) return false;
  const Token& next = passage.tokens[i + 1];
  if (next.gap <= Gap::other && is_share_code(next)) return true;
  return between(passage, i + 1) == " (" && (next.key == "nyse" || next.key == "nasdaq");
}

std::uint32_t signs_before(const Passage& passage, std::size_t i) {
  const std::vector<Token>& tokens = passage.tokens;
  if (i == 0) return 0;
  const Token& before = tokens[i - 1];
  if (tokens[i].gap == Gap::other && between(passage, i) == " & ") return kPaired;
  if (!joins(tokens[i].gap)) return 0;
  std::uint32_t signs = 0;
  if (before.has(kTitle | kHonorific | kRole) && !before.possessive) signs |= kTitled;
  if (before.has(kGivenName) && before.capital) signs |= kAfterGivenName;
  if (before.has(kLocative)) signs |= kLocated;
  if (is_one_of(kStorms, before.key)) signs |= kStorm;
  if (before.capital || before.possessive) return signs;
  if (is_one_of(kFirms, before.key) || (before.key.ends_with("maker") && before.key.size() > 6))
    signs |= kFirm;
  if (i > 1 && is_one_of(kLinks, before.key) && is_one_of(kFirmsParts, tokens[i - 2].key)) signs |= kHasParts;
  return signs;
}

std::uint32_t signs_behind(const Passage& passage, std::size_t i) {
  const std::vector<Token>& tokens = passage.tokens;
  if (i + 1 >= tokens.size()) return 0;
  const Token& token = tokens[i];
  const Token& next = tokens[i + 1];
  const Token* third = i + 2 < tokens.size() && tokens[i + 2].gap < Gap::stop ? &tokens[i + 2] : nullptr;
  const bool blank = next.gap == Gap::blank;
  const bool comma = next.gap == Gap::comma;
  std::uint32_t signs = 0;
  if (next.has(kSaying) && (comma || blank)) {
    signs |= kSpeaks;
    if (third && third->gap == Gap::blank && (third->key == "he" || third->key == "she")) signs |= kHuman;
    if (third && third->gap == Gap::blank && (third->key == "it" || third->key == "its")) signs |= kItself;
  }
  if (comma || blank) {
    if (next.key == "who" || next.key == "whose") signs |= kHuman;
    if (comma && next.key == "which") signs |= kItself;
  }
  const bool number = next.text.size() == 2 && next.text[0] >= '1' && next.text[0] <= '9' &&
                      next.text[1] >= '0' && next.text[1] <= '9';
  if (comma && number && third && third->gap != Gap::blank) signs |= kHuman;
  if (comma && next.capital && next.has(kPlaceName) && token.has(kPlaceName)) signs |= kInPlace;
  if (next.capital && next.has(kOrganisation) && runs_on(tokens, i + 1)) signs |= kBeforeBody;
  if (blank && is_company_suffix(next.key) && next.capital && !token.possessive) signs |= kTraded;
  if (blank && !next.capital && is_one_of(kTradedNouns, next.key))
    signs |= token.possessive ? kOwned : kTraded;
  if (blank && !next.capital && is_one_of(kBusinessNouns, next.key)) signs |= kOwned;
  if (next.gap == Gap::other && between(passage, i + 1) == " & ") signs |= kPaired;
  if (has_ticker(passage, i)) signs |= kTraded;
  return signs;
}

}  // namespace

bool is_share_code(const Token& token) {
  const std::size_t dot = token.text.find('.');
  if (dot == Word::npos || dot < 2 || dot + 1 == token.text.size()) return false;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto begins_code = [&](char c) { return is_capital(c) || (c >= '0' && c <= '9'); };
  return begins_code(token.text[0]) && begins_code(token.text[1]) &&
         std::ranges::all_of(token.text.substr(dot + 1), is_capital);
}

std::uint32_t signs_at(const Passage& passage, std::size_t i) {
  return signs_before(passage, i) | signs_behind(passage, i);
}

}  // namespace dateline
