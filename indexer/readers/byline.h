// Who wrote an article, from the line that says so.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.h"

namespace dateline {

// Persons and agencies apart; roles and names in natural case. An affiliation printed like a role ("Jane Roe,
// Associated Press") is the role.
struct ParsedByline {
  std::vector<Byline> persons;
  std::vector<std::string> agencies;
  bool labelled = false;  // "By", "Von", "From our ..." stood before it
  bool whole = false;     // every part was understood: nothing but names, roles and places
};

// Reads a byline with or without its "By": `By Jane Roe and John Doe`, `By JANE ROE, Political
// correspondent`, `Von Hanna Roe in Berlin`, `Jane Roe | The Daily Post`. Parts that are neither names nor
// roles are left out.
[[nodiscard]] ParsedByline parse_byline(std::string_view text);

// The same as the contract's list: the persons, or the agencies where no person is named.
[[nodiscard]] std::vector<Byline> bylines_of(const ParsedByline& parsed);

// Whether a line only says how the copy came: "By Telegraph", "By Wireless to The Daily Post".
[[nodiscard]] bool is_transmission(std::string_view line);

// Whether the text is or holds an agency's name or a word of the names of papers and stations ("The Daily
// Post").
[[nodiscard]] bool names_house(std::string_view text);

// How much a line by itself looks like a byline.
enum class BylineKind : std::uint8_t {
  no,
  names,     // nothing but one to four names: a byline only where its neighbours say so
  roled,     // a name with its role: `Jane Roe, Political correspondent`
  labelled,  // `By Jane Roe`
};

// `no` may also be a kind below `least`, for then a line need not be read to its end.
[[nodiscard]] BylineKind byline_kind(std::string_view line, BylineKind least = BylineKind::names);

// Whether a line is a role or a house alone, as printed below a name: "Political correspondent", "BBC News".
[[nodiscard]] bool is_role(std::string_view line);

}  // namespace dateline
