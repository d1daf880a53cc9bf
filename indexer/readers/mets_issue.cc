#include "indexer/readers/mets_issue.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "dateline/text.h"
#include "indexer/readers/news_fields.h"

namespace dateline {

namespace {

// Links may name one large part of a page again and again.
constexpr std::size_t kMostAreas = 200'000;

// What holds articles and is none.
constexpr auto kContainers = std::to_array<std::string_view>(
    {"", "newspaper", "periodical", "journal", "serial", "publication", "volume", "year", "issue", "edition",
     "supplement", "content", "contents", "section", "part", "chapter", "page"});

// What lies beside the articles and is no news.
constexpr auto kNoNews =
    std::to_array<std::string_view>({"heading", "headline", "title", "title_section", "masthead",
                                     "table_of_contents", "page_number", "running_title"});

constexpr auto kParts =
    std::to_array<std::pair<std::string_view, MetsPart>>({{"author", MetsPart::author},
                                                          {"body", MetsPart::body},
                                                          {"body_content", MetsPart::body},
                                                          {"byline", MetsPart::author},
                                                          {"caption", MetsPart::caption},
                                                          {"heading", MetsPart::heading},
                                                          {"headline", MetsPart::heading},
                                                          {"overline", MetsPart::subheading},
                                                          {"subheading", MetsPart::subheading},
                                                          {"subheadline", MetsPart::subheading},
                                                          {"subtitle", MetsPart::subheading},
                                                          {"title", MetsPart::heading}});

// "np:Issue" -> "issue".
std::string type_of(XmlNode div) {
  const std::string type = div.attribute("TYPE");
  return lower(std::string_view(type).substr(type.rfind(':') + 1));  // npos + 1 is 0
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// A part of the physical structure says by its label what it is.
MetsPart part_of(XmlNode div, MetsPart around) {
  const std::string type = type_of(div);
  const std::string word = type == "pagearea" ? lower(div.attribute("LABEL")) : type;
  const auto* found = std::ranges::find(kParts, word, &std::pair<std::string_view, MetsPart>::first);
  return found == kParts.end() ? around : found->second;
}

std::string without_mark(std::string link) { return link.starts_with('#') ? link.substr(1) : link; }

class IssueReader {
 public:
  explicit IssueReader(XmlNode mets) {
    issue_.id = mets.attribute("OBJID");
    for (XmlNode section : find_all(mets, "dmdSec")) sections_.emplace(section.attribute("ID"), section);
    for (XmlNode file : find_all(find(mets, "fileSec"), "*/file"))
      files_.emplace(file.attribute("ID"), find(file, "FLocat").attribute("href"));
    read_links(find(mets, "structLink"));
    const auto maps = find_all(mets, "structMap");
    for (XmlNode map : maps) look_at(map);
    for (XmlNode map : maps) {
      if (lower(map.attribute("TYPE")).find("physical") == std::string::npos) read_logical(map, {});
    }
    // Some files do not say which description is the issue's.
    for (const auto& section : sections_) {
      if (issue_.date.empty()) describe_issue(section.second);
    }
  }

  MetsIssue take() { return std::move(issue_); }

 private:
  void read_links(XmlNode links) {
    for (XmlNode link : find_all(links, "smLink"))
      links_[without_mark(link.attribute("from"))].push_back(without_mark(link.attribute("to")));
    for (XmlNode group : find_all(links, "smLinkGrp")) {
      const auto locators = find_all(group, "smLocatorLink");
      for (std::size_t i = 1; i < locators.size(); ++i)
        links_[without_mark(locators[0].attribute("href"))].push_back(
            without_mark(locators[i].attribute("href")));
    }
  }

  // Ids of parts, and the numbers of pages.
  void look_at(XmlNode node) {
    for (XmlNode div = node.first(); div; div = div.next()) {
      if (div.name() != "div") continue;
      divs_.emplace(div.attribute("ID"), div);
      if (type_of(div) == "page") number_page(div);
      look_at(div);
    }
  }

  void number_page(XmlNode page) {
    std::string number = page.attribute("ORDERLABEL");
    fill(number, page.attribute("ORDER"));
    for (XmlNode pointer : find_all(page, "fptr")) {
      add_page(pointer, number);
      for (XmlNode area : find_all(pointer, "*/area")) add_page(area, number);
    }
  }

  void add_page(XmlNode pointer, const std::string& number) {
    const auto file = files_.find(pointer.attribute("FILEID"));
    if (file != files_.end()) issue_.pages.emplace(file->second, number);
  }

  void read_logical(XmlNode node, const std::string& section) {
    for (XmlNode div = node.first(); div; div = div.next()) {
      if (div.name() != "div") continue;
      const std::string type = type_of(div);
      if (is_one_of(kNoNews, type)) continue;
      if (!is_one_of(kContainers, type)) {
        add_article(div, type, section);
      } else if (type == "section") {
        std::string name = title_of(descriptions(div));
        fill(name, div.attribute("LABEL"));
        read_logical(div, name);
      } else {
        for (XmlNode description : descriptions(div)) describe_issue(description);
        read_logical(div, section);
      }
    }
  }

  void add_article(XmlNode div, const std::string& type, const std::string& section) {
    MetsArticle article;
    article.id = div.attribute("ID");
    article.kind = type;
    article.section = section;
    article.label = div.attribute("LABEL");
    article.line = div.line();
    const auto described = descriptions(div);
    article.title = title_of(described);
    for (XmlNode description : described) {
      fill(article.subtitle, first_text(description, {"*/mods/titleInfo/subTitle"}));
      fill(article.abstract, first_text(description, {"*/mods/abstract"}));
      fill(article.language, first_text(description, {"*/mods/language/languageTerm"}));
      for (XmlNode name : find_all(description, "*/mods/name")) article.authors.push_back(name_of(name));
    }
    add_areas(article, div, MetsPart::body, true);
    if (!article.areas.empty() || !article.title.empty()) issue_.articles.push_back(std::move(article));
  }

  void add_areas(MetsArticle& article, XmlNode div, MetsPart around, bool follow) {
    const MetsPart part = part_of(div, around);
    for (XmlNode child = div.first(); child; child = child.next()) {
      if (child.name() == "div") add_areas(article, child, part, follow);
      if (child.name() == "fptr") add_pointer(article, child, part);
    }
    const auto targets = follow ? links_.find(div.attribute("ID")) : links_.end();
    if (targets == links_.end()) return;
    for (const std::string& target : targets->second) {
      const auto found = divs_.find(target);
      if (found != divs_.end()) add_areas(article, found->second, part, false);
    }
  }

  void add_pointer(MetsArticle& article, XmlNode pointer, MetsPart part) {
    const auto areas = find_all(pointer, "*/area");
    if (areas.empty()) add_area(article, pointer, part);
    for (XmlNode area : areas) add_area(article, area, part);
  }

  // A rectangle points into the picture of the page.
  void add_area(MetsArticle& article, XmlNode area, MetsPart part) {
    const auto file = files_.find(area.attribute("FILEID"));
    MetsArea found{part, {}, area.attribute("BEGIN"), area.attribute("END")};
    const bool text = !found.begin.empty() || (area.name() == "area" && area.attribute("SHAPE").empty());
    if (file == files_.end() || !text || ++areas_ > kMostAreas) return;
    found.file = file->second;
    article.areas.push_back(std::move(found));
  }

  // The descriptions that a div names.
  std::vector<XmlNode> descriptions(XmlNode div) const {
    std::vector<XmlNode> found;
    const std::string ids = div.attribute("DMDID");
    for (std::size_t at = 0; at < ids.size();) {
      const std::size_t end = std::min(ids.find(' ', at), ids.size());
      const auto section = sections_.find(ids.substr(at, end - at));
      if (section != sections_.end()) found.push_back(section->second);
      at = end + 1;
    }
    return found;
  }

  // An article that libraries sort without its first word has that apart.
  static std::string title_of(const std::vector<XmlNode>& descriptions) {
    for (XmlNode description : descriptions) {
      const XmlNode info = find(description, "*/mods/titleInfo");
      const std::string before = first_text(info, {"nonSort"});
      const std::string title = first_text(info, {"title"});
      if (!title.empty()) return before.empty() ? title : before + " " + title;
    }
    return {};
  }

  // Given and family name may stand apart, in either order; "Roe, Jane" is one part.
  static std::string name_of(XmlNode node) {
    std::string given, name;
    for (XmlNode part : find_all(node, "namePart")) {
      const std::string type = part.attribute("type");
      if (type == "given") given = text_of(part);
      if (type == "family" || type.empty()) fill(name, text_of(part));
    }
    const std::size_t comma = name.find(", ");
    if (given.empty() && comma != std::string::npos) given = name.substr(comma + 2), name.resize(comma);
    return given.empty() || name.empty() ? given + name : given + " " + name;
  }

  void describe_issue(XmlNode description) {
    const XmlNode mods = find(description, "*/mods");
    fill(issue_.title, title_of({description}));
    fill(issue_.title, first_text(mods, {"relatedItem/titleInfo/title"}));
    fill(issue_.date, first_text(mods, {"originInfo/dateIssued", "part/date"}));
    fill(issue_.edition, first_text(mods, {"originInfo/edition"}));
    fill(issue_.language, first_text(mods, {"language/languageTerm"}));
    for (XmlNode detail : find_all(mods, "*/part/detail")) {
      const std::string type = lower(detail.attribute("type"));
      const std::string number = first_text(detail, {"number", "caption"});
      if (type == "edition") fill(issue_.edition, number);
      if (type == "volume") fill(issue_.volume, number);
      if (type == "issue") fill(issue_.number, number);
    }
  }

  MetsIssue issue_;
  std::map<std::string, XmlNode> sections_;  // descriptions by id
  std::unordered_map<std::string, std::string> files_;
  std::unordered_map<std::string, XmlNode> divs_;
  std::unordered_map<std::string, std::vector<std::string>> links_;
  std::size_t areas_ = 0;
};

}  // namespace

MetsIssue mets_issue(XmlNode mets) { return IssueReader(mets).take(); }

}  // namespace dateline
