// The layout of gazetteer.dat, which dateline-gazetteer writes and Gazetteer maps into memory. All numbers
// are little-endian. After the header follow, in this order and without gaps: entries, keys, ids, rows, text.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace dateline::gazetteer {

static_assert(std::endian::native == std::endian::little, "gazetteer.dat is mapped as it is");

inline constexpr char kMagic[8] = {'D', 'L', 'N', 'A', 'M', 'E', 'S', '\n'};
inline constexpr std::uint32_t kVersion = 4;
inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::int32_t kNowhere = std::numeric_limits<std::int32_t>::min();

// Counts of the parts. `checksum` is XXH3 (64 bits) of everything after the header.
struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t entries;  // free ones included
  std::uint32_t ids;
  std::uint32_t rows;
  std::uint32_t text;  // bytes
  std::uint32_t zero;  // keeps the checksum aligned
  std::uint64_t checksum;
};

// Bytes of the text part.
struct Text {
  std::uint32_t offset;
  std::uint32_t size;
};

// What is known of a word or phrase. The key is folded words joined by blanks; an abbreviation whose capitals
// and dots matter is '=' and its exact form ("=US", "=Calif."). Its places are ids[first, first + count), the
// most prominent first; a demonym has its country there.
//
// Entries stand at home(hash) or as near behind it as there was room, around the end; a free one ends the
// search. `check` tells two keys with one home apart: those alike in it too are one. The keys themselves, in
// the same order, are only for whoever lists them.
struct Entry {
  std::uint32_t check;
  std::uint32_t flags;  // 0: a free entry
  std::uint32_t first;
  std::uint32_t count;
};

// Of XXH3 (64 bits) of the key.
[[nodiscard]] constexpr std::size_t home(std::uint64_t hash, std::size_t entries) {
  return static_cast<std::size_t>((hash >> 32U) * entries >> 32U);
}
[[nodiscard]] constexpr std::uint32_t check(std::uint64_t hash) { return static_cast<std::uint32_t>(hash); }

// A place. `nation` and `region` are rows, kNone where there is none; a country is its own nation.
struct Row {
  Text name;
  Text value;
  Text country;
  Text continent;
  std::int32_t latitude;  // ten-thousandths of a degree; kNowhere: unknown
  std::int32_t longitude;
  std::uint32_t population;  // 0: unknown
  std::uint32_t nation;
  std::uint32_t region;
  std::uint32_t kind;  // PlaceKind, with kCapital and the like added
};

inline constexpr std::uint32_t kCapital = 0x100;
inline constexpr std::uint32_t kMinor = 0x200;      // its bare name needs evidence
inline constexpr std::uint32_t kPreferred = 0x400;  // has its name bare before larger places

// What a word or phrase can be: one row of words.tsv's first column each, and what other sources tell.
enum Flag : std::uint32_t {
  kPlaceName = 1U << 0U,   // the places of the entry bear this name
  kDemonym = 1U << 1U,     // "Turkish"
  kWord = 1U << 2U,        // an English word in lower case
  kCommonWord = 1U << 3U,  // one of the commonest 40,000 or so
  kMaleName = 1U << 4U,    // given names
  kFemaleName = 1U << 5U,
  kSurname = 1U << 6U,
  kHonorific = 1U << 7U,      // "Mr", cut from the span, says that a name follows
  kTitle = 1U << 8U,          // "Foreign Minister"
  kRole = 1U << 9U,           // "spokesman": in lower case before a name
  kOrganisation = 1U << 10U,  // "Ministry", "University": the name that holds it is an organisation's
  kFacility = 1U << 11U,      // "Palace", "Street": neither person nor place of the gazetteer
  kThing = 1U << 12U,         // "Monday", "Islam", "Cup": never a part of a person's name
  kParticle = 1U << 13U,      // "van", "al", "bin"
  kSaying = 1U << 14U,        // "said": what stands before it speaks
  kSuffix = 1U << 15U,        // "Jr", "III"
  kDoubtful = 1U << 16U,      // a place's name that is oftener a word or a surname
  kKnownBody = 1U << 17U,     // an organisation's full name: "European Union"
  kTerrain = 1U << 18U,       // "River", "Mount": part of a natural place's name
  kPart = 1U << 19U,          // "northern", "downtown": before a place's name
  kContinues = 1U << 20U,     // a longer key begins with this one and a blank
  kFunction = 1U << 21U,      // "the", "but": a capital means only that a sentence begins
  kLocative = 1U << 22U,      // "in", "near": a place may follow
  kInner = 1U << 24U,         // "der", "la": a particle that begins no name
  kMinorPlace = 1U << 25U,    // like kPlaceName, where all of them are small towns: it needs evidence
  kFollower = 1U << 23U,      // "administration", "supporters": a person's name may stand before it
};

inline constexpr std::uint32_t kAnyPlace = kPlaceName | kMinorPlace;
inline constexpr std::uint32_t kGivenName = kMaleName | kFemaleName;

}  // namespace dateline::gazetteer
