// The on-disk schema: every prefix, slot and key of an archive, and the one table of fields that drives
// indexing, query parsing, facets and docs/SCHEMA.md. A change of meaning here needs a new kSchemaVersion.
//
// An archive is a directory whose stub file XAPIANDB names one or more ordinary Xapian databases. A document
// is one article. Its terms are
//   WORD              every word of every text field, lower case and NFC (text.h), with positions; captions
//   and
//                     fields lie kFieldGap positions apart, so that no phrase crosses from one into the next
//   text_prefix WORD  the same words again under the prefix of a short field, at the same positions. The body
//   has no
//                     copy: `body:` is checked against the stored record
//   filter_prefix KEY a boolean term for each value of a facet or filter; KEY is value_key(value), see
//   terms.h XFORM:HASH...     the display form of a facet value, see terms.h Q ID              the article's
//   id, Y YYYY, M YYYYMM, D YYYYMMDD its publication date as precisely as it is known XHAS:WHAT `caption`,
//   `byline`, `date`: what the article has
// Document data is the stored record (record.h). Xapian's synonym table maps
//   kFamilyKey LANG:STEM     -> the words of the archive that have this stem in that language; the stem is
//   taken of
//                               the NFC lower-case word and folded afterwards
//   kVariantKey FOLDED       -> the words of the archive that fold to this and are spelled otherwise
//   kNameKey KIND:WORD       -> the keys of kind KIND that hold this folded word
//   kAliasKey KIND:KEY       -> the key of the name that the authority file prefers to the one with this key
// Metadata: kVersionMetadata, and keys of the indexer's own (indexer/archive/manifest.h, writer.h).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dateline {

inline constexpr int kSchemaVersion = 1;
inline constexpr const char* kVersionMetadata = "dateline-schema";

inline constexpr unsigned kFieldGap = 100;    // positions between two fields or captions
inline constexpr std::size_t kMaxTerm = 245;  // bytes; Xapian's limit on disk (zero bytes count twice)
inline constexpr const char* kIdPrefix = "Q";
inline constexpr const char* kYearPrefix = "Y";
inline constexpr const char* kMonthPrefix = "M";
inline constexpr const char* kDayPrefix = "D";
inline constexpr const char* kHasPrefix = "XHAS:";
inline constexpr const char* kFormPrefix = "XFORM:";
inline constexpr const char* kFamilyKey = "family:";
inline constexpr const char* kVariantKey = "variant:";
inline constexpr const char* kNameKey = "name:";
inline constexpr const char* kAliasKey = "alias:";

// Slots of one sortable string each. Facet slots are in the table; 64 and up stay free for copies of facets,
// one value a slot, that Xapian's own ValueCountMatchSpy can count on a remote server.
inline constexpr unsigned kPublishedSlot = 0;  // sortable(Date), calendar.h
inline constexpr unsigned kUpdatedSlot = 1;    // the same
inline constexpr unsigned kIndexedSlot = 2;    // YYYYMMDDhhmmss, UTC
inline constexpr unsigned kEmbargoSlot = 3;    // sortable(Date) as printed: not to be shown before

// Facet values of the same kind share keys: a person named in a caption is the same person.
enum class ValueKind : std::uint8_t {
  none,
  person,
  place,
  organisation,
  byline,
  section,
  publication,
  keyword,
  language
};

// The names that hash into keys and stand in the synonym table; frozen with the schema version.
inline constexpr const char* kValueKindNames[]{"",        "person",      "place",   "organisation", "byline",
                                               "section", "publication", "keyword", "language"};

// One row a queryable field. Absent parts are nullptr or kNoSlot.
struct Field {
  const char* name;           // in queries, options, facets and JSON
  const char* text_prefix;    // words under it are searched by `name:word`
  const char* filter_prefix;  // exact values under it are filtered by `name:value` or `--name value`
  unsigned slot;              // facet values, see terms.h; or the date's own string
  ValueKind kind;
  const char* meaning;  // for docs and --help
};

inline constexpr unsigned kNoSlot = ~0U;

inline constexpr std::array kFields{
    Field{"headline", "S", nullptr, kNoSlot, ValueKind::none, "words of the headline and subheadlines"},
    Field{"abstract", "B", nullptr, kNoSlot, ValueKind::none, "words of the summary"},
    Field{"caption", "XCAPTION:", nullptr, kNoSlot, ValueKind::none, "words of the captions"},
    Field{"credit", "XCREDIT:", nullptr, kNoSlot, ValueKind::none, "words of the captions' credits"},
    Field{"body", "", nullptr, kNoSlot, ValueKind::none, "words of the body"},
    Field{"byline", "A", "XBYLINE:", 8, ValueKind::byline, "who wrote it"},
    Field{"person", nullptr, "XPERSON:", 9, ValueKind::person,
          "persons named in headline, captions, body or tags"},
    Field{"pictured", nullptr, "XPICTURED:", 10, ValueKind::person, "persons named in a caption"},
    Field{"place", nullptr, "XPLACE:", 11, ValueKind::place,
          "places, found under each place that holds them"},
    Field{"city", nullptr, "XCITY:", 12, ValueKind::place, "cities among the places"},
    Field{"country", nullptr, "N", 13, ValueKind::place, "countries of the places"},
    Field{"continent", nullptr, "XCONTINENT:", 14, ValueKind::place, "continents of the places"},
    Field{"organisation", nullptr, "XORG:", 15, ValueKind::organisation, "organisations"},
    Field{"section", nullptr, "XSECTION:", 16, ValueKind::section, "section of the paper"},
    Field{"publication", nullptr, "XPUBLICATION:", 17, ValueKind::publication, "title of the paper"},
    Field{"keyword", nullptr, "K", 18, ValueKind::keyword, "keywords and names of subjects"},
    Field{"language", nullptr, "L", 19, ValueKind::language, "language of the article, BCP 47"},
    Field{"url", nullptr, "U", kNoSlot, ValueKind::none, "the article's address"},
    Field{"id", nullptr, kIdPrefix, kNoSlot, ValueKind::none, "the article's id"},
    Field{"date", nullptr, nullptr, kPublishedSlot, ValueKind::none, "publication date"},
    Field{"updated", nullptr, nullptr, kUpdatedSlot, ValueKind::none, "date of the last change"},
    Field{"indexed", nullptr, nullptr, kIndexedSlot, ValueKind::none, "when the archive took it in, UTC"},
};

// The row of that name (lower case), or nullptr.
[[nodiscard]] constexpr const Field* find_field(std::string_view name) {
  for (const Field& field : kFields) {
    if (name == field.name) return &field;
  }
  return nullptr;
}

// Whether values of the field are counted as a facet (`date` is one of its own making).
[[nodiscard]] constexpr bool is_facet(const Field& field) { return field.kind != ValueKind::none; }

}  // namespace dateline
