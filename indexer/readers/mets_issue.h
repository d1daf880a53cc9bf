// What a METS file says of a newspaper's issue: its title and day, its articles, and where on the pages each
// lies. The words themselves are in the pages' own files.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/readers/xml.h"

namespace dateline {

enum class MetsPart : std::uint8_t { body, heading, subheading, author, caption };

// Part of a page: from the element `begin` to the end of `end` (span_of() of ocr_page.h).
struct MetsArea {
  MetsPart part = MetsPart::body;
  std::string file;  // as the METS file names it
  std::string begin;
  std::string end;
};

// What is empty is not told.
struct MetsArticle {
  std::string id;    // of its div; unique in the file alone
  std::string kind;  // "article", "advertisement": its type in small letters
  std::string section;
  std::string title;
  std::string label;  // what the div is called, often its title
  std::string subtitle;
  std::string abstract;
  std::string language;
  std::vector<std::string> authors;
  std::vector<MetsArea> areas;  // in reading order
  std::uint64_t line = 0;
};

struct MetsIssue {
  std::string id;
  std::string title;
  std::string date;
  std::string edition;
  std::string volume;
  std::string number;
  std::string language;
  std::map<std::string, std::string> pages;  // a page's file and the page's number
  std::vector<MetsArticle> articles;
};

// Articles are what the logical structure holds below issues, supplements and sections, whatever their type;
// mastheads and tables of contents are none. An article's areas are those of its div and of the parts of the
// physical structure that it is linked to. After 200,000 areas the rest are left out.
[[nodiscard]] MetsIssue mets_issue(XmlNode mets);

}  // namespace dateline
