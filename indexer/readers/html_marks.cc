#include "indexer/readers/html_marks.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace dateline::html {

namespace {

// No class or id is read further than this.
constexpr std::size_t kMaxValue = 400;
// Pieces of a word in mixed case are words from this size on; shorter ones come up by chance in generated
// names.
constexpr std::size_t kMinPiece = 4;

// Words as they stand between signs, or two that follow each other written as one.
constexpr auto kBodyWords = std::to_array<std::string_view>(
    {"articlebody",      "articletext",    "articlecontent", "articlecopy",   "articlebodytext",
     "articleparagraph", "storybody",      "storytext",      "storycontent",  "storycopy",
     "bodytext",         "bodycopy",       "bodycontent",    "postcontent",   "postbody",
     "posttext",         "entrycontent",   "entrybody",      "entrytext",     "contentbody",
     "contentarticle",   "newsbody",       "newstext",       "newscontent",   "maintext",
     "blogpost",         "blogcontent",    "singlecontent",  "pagecontent",   "mainbody",
     "textbody",         "richtext",       "detailtext",     "detailcontent", "articledetail",
     "articlemain",      "artikelbody",    "artikeltext",    "artikelinhalt", "articulocuerpo",
     "cuerponoticia",    "cuerpoarticulo", "notacuerpo",     "textonoticia",  "articlecorps",
     "textearticle",     "corpsarticle",   "contenuarticle", "testoarticolo", "articolotesto",
     "bodyarticle",      "fieldbody",      "fieldnamebody",  "storymain",     "contenttext",
     "articlewrapper",   "articlesection", "paragraphs",     "hentrycontent", "econtent"});

constexpr auto kCommentsWords = std::to_array<std::string_view>(
    {"comment", "comments", "commentlist", "disqus", "respond", "commentarea", "commentsection", "kommentare",
     "comentarios", "commentaires", "reactionlist", "forum"});

constexpr auto kFurnitureWords = std::to_array<std::string_view>({"related",
                                                                  "relateds",
                                                                  "relatedposts",
                                                                  "relatedarticles",
                                                                  "relatedstories",
                                                                  "relatedlinks",
                                                                  "relatedcontent",
                                                                  "recommended",
                                                                  "recommendation",
                                                                  "recommendations",
                                                                  "recirc",
                                                                  "recirculation",
                                                                  "share",
                                                                  "sharing",
                                                                  "sharebar",
                                                                  "sharetools",
                                                                  "sharedaddy",
                                                                  "social",
                                                                  "socials",
                                                                  "addthis",
                                                                  "addtoany",
                                                                  "newsletter",
                                                                  "newsletters",
                                                                  "subscribe",
                                                                  "subscription",
                                                                  "signup",
                                                                  "promo",
                                                                  "promos",
                                                                  "promotion",
                                                                  "advert",
                                                                  "adverts",
                                                                  "advertisement",
                                                                  "advertising",
                                                                  "advertisment",
                                                                  "ads",
                                                                  "ad",
                                                                  "adslot",
                                                                  "adunit",
                                                                  "adwrapper",
                                                                  "adcontainer",
                                                                  "sponsored",
                                                                  "sponsor",
                                                                  "outbrain",
                                                                  "taboola",
                                                                  "sidebar",
                                                                  "breadcrumb",
                                                                  "breadcrumbs",
                                                                  "cookie",
                                                                  "cookies",
                                                                  "consent",
                                                                  "gdpr",
                                                                  "modal",
                                                                  "popup",
                                                                  "navigation",
                                                                  "navbar",
                                                                  "nav",
                                                                  "menu",
                                                                  "footer",
                                                                  "pagination",
                                                                  "pager",
                                                                  "trending",
                                                                  "mostread",
                                                                  "mostpopular",
                                                                  "popular",
                                                                  "morestories",
                                                                  "morenews",
                                                                  "morefrom",
                                                                  "readnext",
                                                                  "upnext",
                                                                  "alsoread",
                                                                  "readalso",
                                                                  "seealso",
                                                                  "nextpost",
                                                                  "prevpost",
                                                                  "postnavigation",
                                                                  "tagcloud",
                                                                  "taglist",
                                                                  "articletags",
                                                                  "posttags",
                                                                  "authorbio",
                                                                  "aboutauthor",
                                                                  "authorbox",
                                                                  "authorinfo",
                                                                  "biography",
                                                                  "skiplink",
                                                                  "skip",
                                                                  "toc",
                                                                  "tableofcontents",
                                                                  "reactions",
                                                                  "kommentar",
                                                                  "werbung",
                                                                  "anzeige",
                                                                  "publicidad",
                                                                  "relacionadas",
                                                                  "relacionados",
                                                                  "compartir",
                                                                  "publicite",
                                                                  "partage",
                                                                  "teilen",
                                                                  "correlati",
                                                                  "jprelatedposts",
                                                                  "livechat",
                                                                  "onetrust",
                                                                  "complementary",
                                                                  "masthead",
                                                                  "siteheader",
                                                                  "pageheader",
                                                                  "globalheader",
                                                                  "topbar",
                                                                  "contentinfo",
                                                                  "banner",
                                                                  "search",
                                                                  "dialog",
                                                                  "toolbar",
                                                                  "tooltip",
                                                                  "sharelinks",
                                                                  "inlinepromo",
                                                                  "newsletterform",
                                                                  "mailchimp",
                                                                  "crossposts"});

constexpr auto kAsideWords = std::to_array<std::string_view>(
    {"teaser",      "teasers",  "widget",     "widgets",   "tags",       "topics",      "login",
     "register",    "donate",   "donation",   "follow",    "print",      "rating",      "ratings",
     "poll",        "survey",   "quiz",       "ticker",    "copyright",  "disclaimer",  "carousel",
     "slider",      "overlay",  "callout",    "feedback",  "cta",        "player",      "podcast",
     "bio",         "profile",  "meta",       "metadata",  "postmeta",   "entrymeta",   "kicker",
     "eyebrow",     "byline",   "bylines",    "dateline",  "timestamp",  "author",      "authors",
     "headerinfo",  "category", "categories", "keywords",  "correction", "factbox",     "infobox",
     "infographic", "embed",    "embedded",   "tweet",     "instagram",  "readingtime", "readtime",
     "minread",     "license",  "reprint",    "footnotes", "references", "tool",        "tools",
     "buttons",     "aside",    "more",       "links",     "linklist",   "tip",         "hint"});

constexpr auto kCaptionWords = std::to_array<std::string_view>(
    {"caption",          "captions",         "figcaption",       "imagecaption", "photocaption",
     "captiontext",      "imgcaption",       "picturecaption",   "piccaption",   "caption1",
     "wpcaption",        "bildunterschrift", "bildtext",         "legend",       "legende",
     "cutline",          "imageinfo",        "imginfo",          "imgdesc",      "imagedescription",
     "imgdescription",   "imagedesc",        "bilduntertitel",   "didascalia",   "piedefoto",
     "piefoto",          "mediacaption",     "phototext",        "imagetext",    "pictext",
     "bildbeschreibung", "photodescription", "mediadescription", "boxcaption",   "leadcaption",
     "herocaption",      "picdesc"});

constexpr auto kCreditWords = std::to_array<std::string_view>(
    {"credit",       "credits",       "photocredit",      "imagecredit", "copyright",      "copyrights",
     "photographer", "source",        "imagesource",      "imgsource",   "imagecopyright", "rights",
     "rightsholder", "bildquelle",    "fotograf",         "quelle",      "credito",        "creditos",
     "creditline",   "captioncredit", "photographername", "attribution", "imageauthor",    "photoauthor",
     "agency",       "src",           "photoby",          "fotocredit",  "captionsource",  "fotografo",
     "photosource",  "autorfoto",     "captionauthor"});

constexpr auto kBylineWords = std::to_array<std::string_view>(
    {"byline",     "bylines",      "author",      "authors",     "authorname",   "articleauthor",
     "postauthor", "entryauthor",  "storyauthor", "writer",      "reporter",     "autor",
     "autoren",    "auteur",       "auteurs",     "autore",      "autores",      "signature",
     "authorlink", "bylineauthor", "vcard",       "contributor", "contributors", "redactor",
     "journalist", "columnist",    "firma",       "writtenby",   "articlebyline"});

constexpr auto kDateWords = std::to_array<std::string_view>({"date",
                                                             "dates",
                                                             "datetime",
                                                             "dateline",
                                                             "timestamp",
                                                             "time",
                                                             "published",
                                                             "publishdate",
                                                             "pubdate",
                                                             "publisheddate",
                                                             "datepublished",
                                                             "postdate",
                                                             "entrydate",
                                                             "posted",
                                                             "postedon",
                                                             "articledate",
                                                             "newsdate",
                                                             "storydate",
                                                             "datum",
                                                             "fecha",
                                                             "data",
                                                             "datepub",
                                                             "createdate",
                                                             "created",
                                                             "publicationdate",
                                                             "pubtime",
                                                             "publishtime",
                                                             "publishedat",
                                                             "publishedtime",
                                                             "postmeta",
                                                             "entrymeta",
                                                             "articlemeta",
                                                             "submitted",
                                                             "dateposted",
                                                             "meta",
                                                             "articleinfo",
                                                             "postinfo",
                                                             "info",
                                                             "byline",
                                                             "postdetails",
                                                             "datetimepub",
                                                             "day",
                                                             "veroeffentlicht",
                                                             "dateheader",
                                                             "blogdate",
                                                             "releasedate",
                                                             "publishinfo",
                                                             "authordate",
                                                             "timedate"});

constexpr auto kPublishedWords = std::to_array<std::string_view>(
    {"published", "publishdate", "pubdate", "publisheddate", "datepublished", "postdate", "entrydate",
     "posted", "postedon", "articledate", "newsdate", "storydate", "publicationdate", "publishtime",
     "publishedat", "publishedtime", "dateposted", "created", "createdate"});

constexpr auto kUpdatedWords = std::to_array<std::string_view>(
    {"updated", "modified", "update", "lastupdated", "lastmodified", "datemodified", "modifieddate",
     "updatedate", "dateupdated", "updatedat", "aktualisiert", "revised"});

constexpr auto kHeadlineWords = std::to_array<std::string_view>(
    {"headline", "entrytitle", "posttitle", "articletitle", "storytitle", "newstitle", "articleheadline",
     "contenttitle", "pagetitle", "maintitle", "articleheading"});

constexpr auto kStandfirstWords = std::to_array<std::string_view>(
    {"standfirst",     "subtitle",      "subheadline",       "subheading", "dek",
     "deck",           "lede",          "leadtext",          "intro",      "articleintro",
     "articlelead",    "vorspann",      "chapeau",           "chapo",      "summary",
     "articlesummary", "description",   "excerpt",           "abstract",   "sottotitolo",
     "subtitulo",      "bajada",        "entradilla",        "sumario",    "ingress",
     "lead",           "leadparagraph", "articledescription"});

constexpr auto kHiddenWords =
    std::to_array<std::string_view>({"visuallyhidden", "sronly", "screenreader", "screenreadertext",
                                     "assistivetext", "offscreen", "printonly", "noprint"});

struct WordsOf {
  std::uint32_t mark;
  std::span<const std::string_view> words;
};

constexpr auto kWordLists = std::to_array<WordsOf>({{kBody, kBodyWords},
                                                    {kComments, kCommentsWords},
                                                    {kFurniture, kFurnitureWords},
                                                    {kAside, kAsideWords},
                                                    {kCaption, kCaptionWords},
                                                    {kCredit, kCreditWords},
                                                    {kByline, kBylineWords},
                                                    {kDate, kDateWords},
                                                    {kPublished, kPublishedWords},
                                                    {kUpdated, kUpdatedWords},
                                                    {kHeadline, kHeadlineWords},
                                                    {kStandfirst, kStandfirstWords},
                                                    {kHidden, kHiddenWords}});

using Words = std::unordered_map<std::string_view, std::uint32_t>;

const Words& words() {
  static const Words all = [] {
    Words map;
    for (const auto& [mark, list] : kWordLists) {
      for (std::string_view word : list) map[word] |= mark;
    }
    return map;
  }();
  return all;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_word(char c) { return is_upper(c) || is_lower(c) || (c >= '0' && c <= '9') || (c & 0x80) != 0; }

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(),
                         [](char c) { return is_upper(c) ? static_cast<char>(c | 0x20) : c; });
  return small;
}

// Looks words up one by one and joined with the word before.
class Reader {
 public:
  void word(std::string_view text) {
    std::string small = in_small_letters(text);
    look_up(small);
    look_up(last_ + small);
    last_ = std::move(small);
  }
  void gap() { last_.clear(); }
  [[nodiscard]] std::uint32_t found() const { return found_; }

 private:
  void look_up(const std::string& text) {
    const auto row = words().find(text);
    if (row != words().end()) found_ |= row->second;
  }

  std::string last_;
  std::uint32_t found_ = 0;
};

void read_pieces(std::string_view word, Reader& pieces) {
  for (std::size_t start = 0; start < word.size();) {
    std::size_t end = start + 1;
    while (end < word.size() && !(is_upper(word[end]) && is_lower(word[end - 1]))) ++end;
    if (end - start >= kMinPiece)
      pieces.word(word.substr(start, end - start));
    else
      pieces.gap();
    start = end;
  }
  pieces.gap();
}

// Words of a name that say what its element is not ("not-a-paywall"), or, as its first, that set a look or
// tell of something else ("has-sidebar").
bool negates(std::string_view word, bool is_first) {
  for (std::string_view no : {"no", "not", "non", "without"}) {
    if (word == no) return true;
  }
  return is_first && (word == "has" || word == "with" || word == "is" || word == "js");
}

// Whether a word says that its name is about the arrangement of a page, not about what is in its parts.
bool arranges(std::string_view word) {
  return word == "grid" || word == "layout" || word == "page" || word == "template";
}

// The marks of one name of a list such as `class`.
std::uint32_t marks_of_name(std::string_view name) {
  Reader whole, pieces;
  std::uint32_t cleared = 0;
  for (std::size_t at = 0; at < name.size();) {
    while (at < name.size() && !is_word(name[at])) ++at;
    std::size_t end = at;
    while (end < name.size() && is_word(name[end])) ++end;
    if (end == at) break;
    const std::string_view word = name.substr(at, end - at);
    if (negates(word, at == 0)) return 0;
    if (arranges(word)) cleared = kFurniture | kAside;
    whole.word(word);
    if (std::ranges::any_of(word, is_upper) && std::ranges::any_of(word, is_lower)) read_pieces(word, pieces);
    at = end;
  }
  return (whole.found() | pieces.found()) & ~cleared;
}

std::uint32_t marks_of_value(std::string_view value) {
  std::uint32_t found = 0;
  value = value.substr(0, kMaxValue);
  while (!value.empty()) {
    const std::size_t end = std::min(value.find_first_of(" \t\n\r"), value.size());
    // Utility classes with brackets, colons and the like set a look, and name other elements.
    const std::string_view name = value.substr(0, end);
    if (name.find_first_of("[]:(") == std::string_view::npos) found |= marks_of_name(name);
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return found;
}

bool is_hidden(const Page& page, NodeIndex node) {
  if (page.has_attribute(node, "hidden")) return true;
  const std::string style = in_small_letters(page.attribute(node, "style").substr(0, kMaxValue));
  return style.find("display:none") != std::string::npos ||
         style.find("display: none") != std::string::npos || page.attribute(node, "aria-hidden") == "true";
}

}  // namespace

std::vector<std::uint32_t> marks_of(const Page& page) {
  std::vector<std::uint32_t> marks(page.size());
  std::unordered_map<std::string_view, std::uint32_t> seen;
  for (NodeIndex i = 1; i < page.size(); ++i) {
    if (!page.is_element(i)) continue;
    for (const char* name :
         {"class", "id", "role", "data-component", "data-testid", "data-type", "itemprop"}) {
      const std::string_view value = page.attribute(i, name);
      if (value.empty()) continue;
      const auto [row, added] = seen.try_emplace(value);
      if (added) row->second = marks_of_value(value);
      marks[i] |= row->second;
    }
    // Elements of a site's own making are named as others are classed.
    if (page[i].name.find('-') != std::string_view::npos) marks[i] |= marks_of_value(page[i].name);
    if (is_hidden(page, i)) marks[i] |= kHidden;
  }
  return marks;
}

}  // namespace dateline::html
