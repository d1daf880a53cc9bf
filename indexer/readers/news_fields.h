// What the readers of marked-up news share: from the values that elements hold to the fields of an article.
// Values are as libxml2 gives them, white space folded; an empty one changes nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.h"
#include "indexer/dates/parse_date.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/xml.h"
#include "indexer/readers/xml_prose.h"

namespace dateline {

// Sets a field that is empty.
void fill(std::string& field, std::string value);

// A date with its rule, `rule` as in `nitf:date.issue`; what is odd goes to the article, with the element's
// line.
[[nodiscard]] std::optional<Date> date_of(Article& article, std::string_view text, const DateOptions& options,
                                          std::string rule, std::uint64_t line);

// Adds who a byline names; its agencies where it names no person; all of it where nothing in it is
// understood.
void add_byline(Article& article, std::string_view text);

// Adds one writer; `role` may be empty. A name that is there already gets the role.
void add_writer(Article& article, std::string name, std::string role = {});

// Adds a caption unless it is there. A credit at the text's end is taken off; without one `credit` is it.
void add_caption(Article& article, std::string_view text, std::string_view credit);

// The dateline from an element: as printed, its place in natural case. `place` may be empty.
void set_dateline(Article& article, std::string_view text, std::string_view place);

// Body and captions. From the first paragraphs go: the headline again, the byline (kept where the article has
// none), and the dateline (kept as printed; the place of an element stays).
void set_body(Article& article, Prose prose);

void add_keyword(Article& article, std::string keyword);
// The keywords of a list with commas or semicolons.
void add_keywords(Article& article, std::string_view list);
void add_subject(Article& article, Subject subject);

// A name that the source tags as a person, place or organisation; a possessive is cut off.
enum class TagKind : std::uint8_t { person, place, organisation };
void add_tag(Article& article, TagKind kind, std::string_view name);

// The leading digits: "5U" is 5. Absent: there are none, or the number is none that a version can be.
[[nodiscard]] std::optional<std::uint32_t> version_of(std::string_view text);

// From the words agencies use: "canceled", "stat:withheld", "Killed", "sig:correction". Absent: it says
// nothing.
[[nodiscard]] std::optional<Status> status_of(std::string_view word);

// Whether a note to editors begins as one about a correction does: "CORRECTS spelling of name in paragraph
// 3".
[[nodiscard]] bool is_correction_note(std::string_view note);

// The embargo of an item that is held without saying until when: it ends with the year 9999.
[[nodiscard]] Date held_for_good(std::string rule);

// What has no field of its own but is useful; long texts are left out.
void add_extra(Article& article, const char* key, std::string value);

// Hands on an article, or the fault `article.empty` where it holds no text and withdraws nothing.
void hand_on(Article article, ArticleSink& sink, std::uint64_t line);

// Hands on that the item `id`, another than the notice itself, is withdrawn in all its versions, for a notice
// does not say which. Nothing where the id is empty or the notice's own.
void withdraw_other(const std::string& id, const Article& notice, ArticleSink& sink);

}  // namespace dateline
