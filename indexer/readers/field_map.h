// Which value of a record, a JSON object or a row of a table, fills which field of an article. The built-in
// tables and a user's --map FILE are the same kind of text:
//
//   # comment
//   items = data.rows[]            where the articles are
//   headline = title | head.main   the first path that leads to something; a line that begins with | goes on
//   captions = images[type=photo]  only elements whose `type` is photo
//   extra.desk = desk              kept under that name
//   dates = month-first            how to read 01/02/1990
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace dateline {

// What a line of a table can fill: the fields of the article, parts of those that are objects, and `items`.
enum class MapField : std::uint8_t {
  abstract,
  body,
  bylines,
  bylines_name,  // these two inside what `bylines` leads to, where that is an object
  bylines_role,
  captions,
  captions_credit,  // the same for `captions`
  captions_text,
  credit,  // of a caption that is text alone
  dateline,
  dateline_place,
  edition,
  embargo,
  headline,
  id,
  items,
  keywords,
  language,
  organisations,
  page,
  persons,
  places,
  publication,
  published,
  section,
  status,
  subheadlines,
  subjects,
  unused,  // known, and not kept as `extra`
  updated,
  url,
  version
};

inline constexpr std::array kMapFieldNames{"abstract",
                                           "body",
                                           "bylines",
                                           "bylines.name",
                                           "bylines.role",
                                           "captions",
                                           "captions.credit",
                                           "captions.text",
                                           "credit",
                                           "dateline",
                                           "dateline.place",
                                           "edition",
                                           "embargo",
                                           "headline",
                                           "id",
                                           "items",
                                           "keywords",
                                           "language",
                                           "organisations",
                                           "page",
                                           "persons",
                                           "places",
                                           "publication",
                                           "published",
                                           "section",
                                           "status",
                                           "subheadlines",
                                           "subjects",
                                           "unused",
                                           "updated",
                                           "url",
                                           "version"};
static_assert(kMapFieldNames.size() == static_cast<std::size_t>(MapField::version) + 1);

// One step into a value. Lists are entered wherever they stand, so `[]` is read and means nothing more.
struct PathStep {
  std::string key;                  // as fold_key gives it; "*": every member
  std::string filter;               // folded; empty: none
  std::vector<std::string> values;  // of the filter's member, in small letters; one of them must be there
};

struct FieldPath {
  std::string text;  // as written
  std::vector<PathStep> steps;
};

using FieldPaths = std::vector<FieldPath>;

struct FieldMap {
  std::array<FieldPaths, kMapFieldNames.size()> paths;
  std::map<std::string, FieldPaths> extra;
  std::optional<bool> day_first;         // absent: as the run has it
  bool items_stated = false;             // a user said where the articles are
  bool numbered = false;                 // a user named columns by number: there is no header row
  std::unordered_set<std::string> keys;  // the first steps of all paths

  [[nodiscard]] const FieldPaths& operator[](MapField field) const {
    return paths[static_cast<std::size_t>(field)];
  }
};

// What is wrong with a mapping file, as `file:line: what`.
class MapError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// `base` with the lines of `text` in place of its own; a field without a path is read from nowhere. `name`
// is for messages. Throws MapError.
[[nodiscard]] FieldMap parse_field_map(std::string_view text, const std::string& name, const FieldMap& base);

// A user's file on top of default_field_map(). Throws MapError, also where the file cannot be read.
[[nodiscard]] std::shared_ptr<const FieldMap> load_field_map(const std::string& file);

// The tables of the formats `json` (and `csv`) and `ninjs`.
[[nodiscard]] const FieldMap& default_field_map();
[[nodiscard]] const FieldMap& ninjs_field_map();

// How keys and column names are compared: in small letters, without `_`, `-` and blanks, so that
// `date_published`, `datePublished` and `Date Published` are one.
[[nodiscard]] std::string fold_key(std::string_view key);

}  // namespace dateline
