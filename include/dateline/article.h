// An article as every reader fills it, the archive stores it and the searcher shows it. Names follow IPTC
// (NITF, NewsML-G2, ninjs). All strings are plain text in UTF-8, NFC, with white space folded to single
// blanks; paragraphs are split by "\n\n". An empty string, list or optional means that the source does not
// say.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/calendar.h"
#include "dateline/diagnostic.h"

namespace dateline {

// Who wrote it. `name` stands without "By"; `role` is the printed title ("Political correspondent").
struct Byline {
  std::string name;
  std::string role;
};

// The line that opens the copy: `EL PASO, Texas (AP) —`. `place` is where the story was filed, not what it is
// about.
struct Dateline {
  std::string text;    // as printed, agency and dash included
  std::string place;   // "El Paso, Texas"
  std::string date;    // as printed ("Feb 26") or, where the source gives it so, ISO 8601
  std::string agency;  // "AP"
};

// The text under a picture, and the picture's source apart from it ("SPA / AFP").
struct Caption {
  std::string text;
  std::string credit;
};

// A controlled topic: `code` in `scheme` ("medtop:11000000"); any part may be empty.
struct Subject {
  std::string name;
  std::string code;
  std::string scheme;
};

// Where the article was read. `member` is the path inside a container, or the address of what a crawl
// fetched; `ordinal` counts the articles of the member, or of the file where there is none, from 0.
struct Source {
  std::string path;
  std::optional<std::string> member;
  std::uint64_t ordinal = 0;
  std::string format;
};

// The text fields in which a name can be mentioned; `metadata` is a tag of the source.
enum class TextField : std::uint8_t { headline, abstract, caption, body, dateline, metadata };

inline constexpr const char* kTextFieldNames[]{"headline", "abstract", "caption",
                                               "body",     "dateline", "metadata"};

// One occurrence of a name: the bytes [start, end) of that field's string; no title, honorific or possessive.
struct Mention {
  TextField field = TextField::body;
  std::uint32_t index = 0;  // the caption's number, else 0
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::string text;
  std::string why{};  // in words, for people who asked; else empty

  friend bool operator==(const Mention&, const Mention&) = default;
};

enum class Origin : std::uint8_t { text, metadata, both };

inline constexpr const char* kOriginNames[]{"text", "metadata", "both"};

// What persons, places and organisations share: one entity with all its mentions after short forms are
// joined.
struct Entity {
  std::string name;           // the preferred form
  std::uint32_t count = 0;    // mentions in the text; 0: only in metadata
  std::vector<TextField> in;  // in the order of TextField, each once
  Origin origin = Origin::text;
  std::vector<Mention> mentions;  // in the order of TextField, then of the text

  friend bool operator==(const Entity&, const Entity&) = default;
};

enum class PlaceKind : std::uint8_t { city, region, country, continent, area };

inline constexpr const char* kPlaceKindNames[]{"city", "region", "country", "continent", "area"};

// Whether the papers of this country (ISO 3166-1 alpha-2) write a town with its state, "Dayton, Ohio": then
// its path has the state before the country. Elsewhere a level between would be noise.
[[nodiscard]] inline bool is_by_state(std::string_view country) {
  return country == "US" || country == "CA" || country == "AU";
}

// A place of the gazetteer. `value` is unique and is what filters take ("Paris, Texas"); `path` holds values
// from the place itself outwards to its country, so that a place is found under each of them.
struct Place : Entity {
  std::string value;
  PlaceKind kind = PlaceKind::city;
  std::string country;    // ISO 3166-1 alpha-2, former states ISO 3166-3 alpha-4; empty above countries
  std::string continent;  // English name; empty where the place spans several
  std::vector<std::string> path;
  std::optional<double> latitude;  // degrees, WGS 84
  std::optional<double> longitude;

  friend bool operator==(const Place&, const Place&) = default;
};

using Person = Entity;
using Organisation = Entity;

// Of each list absent means not looked for, empty looked for and none.
struct Names {
  std::optional<std::vector<Person>> persons;
  std::optional<std::vector<Place>> places;
  std::optional<std::vector<Organisation>> organisations;

  friend bool operator==(const Names&, const Names&) = default;
};

enum class Status : std::uint8_t { usable, corrected, withdrawn };

inline constexpr const char* kStatusNames[]{"usable", "corrected", "withdrawn"};

struct Article {
  std::string id;             // empty until the archive or the reader gives one
  std::uint32_t version = 1;  // a later version of the same id replaces
  Status status = Status::usable;
  std::optional<Date> embargo;  // not to be shown before
  std::string indexed;          // RFC 3339, UTC; empty before the archive has it
  Source source;

  std::string headline;
  std::vector<std::string> subheadlines;
  std::string abstract;
  std::vector<Byline> bylines;
  std::optional<Dateline> dateline;
  std::vector<Caption> captions;
  std::string body;

  std::optional<Date> published;
  std::optional<Date> updated;

  std::string language;  // BCP 47 ("en")
  std::string section;
  std::vector<std::string> keywords;
  std::vector<Subject> subjects;
  std::string publication;
  std::string url;
  std::string edition;
  std::string page;
  std::map<std::string, std::string> extra;  // keys that the reader did not know, returned unchanged

  // Absent: not looked for. Empty: looked for, and none.
  std::optional<std::vector<Person>> persons;
  std::optional<std::vector<Place>> places;
  std::optional<std::vector<Organisation>> organisations;

  // What only the archive keeps, to make the lists above again without the source (record.h).
  std::optional<Names> tagged;  // as the source gave them; absent: it gave none
  std::optional<Names> found;   // as they were before joining and the authority file; absent: just as above

  Diagnostics diagnostics;
};

}  // namespace dateline
