#include "indexer/readers/rcv1.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/readers/natural_case.h"
#include "indexer/readers/news_fields.h"
#include "indexer/readers/xml_sniff.h"

namespace dateline {

namespace {

// Codes of the corpus that are neither names nor ISO 3166. Those that are not here stay subjects.
constexpr auto kCountries = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"ARG", "Argentina"},

     {"BELG", "Belgium"},      {"BRAZ", "Brazil"},
     {"BUL", "Bulgaria"},      {"CANA", "Canada"},
     {"CHIL", "Chile"},        {"CHINA", "China"},
     {"COL", "Colombia"},      {"CZREP", "Czech Republic"},
     {"DEN", "Denmark"},       {"EGYPT", "Egypt"},
     {"FIN", "Finland"},       {"FRA", "France"},
     {"GFR", "Germany"},       {"GREECE", "Greece"},
     {"HKONG", "Hong Kong"},   {"HUNG", "Hungary"},
     {"INDIA", "India"},       {"INDON", "Indonesia"},
     {"IRAN", "Iran"},         {"IRAQ", "Iraq"},
     {"IRE", "Ireland"},       {"ISRAEL", "Israel"},
     {"ITALY", "Italy"},       {"JAP", "Japan"},
     {"MALAY", "Malaysia"},    {"MEX", "Mexico"},
     {"NETH", "Netherlands"},  {"NORW", "Norway"},
     {"NZ", "New Zealand"},    {"PAKIS", "Pakistan"},
     {"PHLNS", "Philippines"}, {"POL", "Poland"},
     {"PORL", "Portugal"},     {"RUSS", "Russia"},
     {"SAFR", "South Africa"}, {"SARAB", "Saudi Arabia"},
     {"SINGP", "Singapore"},   {"SKOREA", "South Korea"},
     {"SPAIN", "Spain"},       {"SWED", "Sweden"},
     {"SWITZ", "Switzerland"}, {"TAIWAN", "Taiwan"},
     {"THAIL", "Thailand"},    {"TURK", "Turkey"},
     {"UK", "United Kingdom"}, {"UKRN", "Ukraine"},
     {"USA", "United States"}, {"VEN", "Venezuela"}});

std::string dublin_core(XmlNode item, std::string_view element) {
  for (XmlNode node : find_all(item, "metadata/dc")) {
    if (node.attribute("element") == element) return node.attribute("value");
  }
  return {};
}

void fill_codes(Article& article, XmlNode item) {
  for (XmlNode codes : find_all(item, "metadata/codes")) {
    const std::string scheme = codes.attribute("class");
    const bool countries = scheme.find("countries") != std::string::npos;
    for (XmlNode node : find_all(codes, "code")) {
      std::string code = node.attribute("code");
      const auto* known =
          std::ranges::find(kCountries, code, &std::pair<std::string_view, std::string_view>::first);
      if (countries && known != kCountries.end())
        add_tag(article, TagKind::place, known->second);
      else
        add_subject(article, {{}, std::move(code), scheme});
    }
  }
}

// The title is the headline behind the country it is about: "MEXICO: Peso steadies". Empty: it is not.
std::string title_prefix(XmlNode item, const std::string& headline) {
  const std::string title = first_text(item, {"title"});
  const std::size_t colon = title.find(": ");
  const bool prefixed = colon != std::string::npos && colon > 0 && title.substr(colon + 2) == headline;
  return prefixed ? title.substr(0, colon) : std::string();
}

// Filed places are printed in capitals, with the date behind them: "MEXICO CITY 1996-08-20".
void fill_dateline(Article& article, XmlNode item) {
  std::string place = dublin_core(item, "dc.creator.location");
  const std::string line = first_text(item, {"dateline"});
  if (place.empty()) place = line.substr(0, line.find_first_of("0123456789,("));
  while (!place.empty() && place.back() == ' ') place.pop_back();
  set_dateline(article, line, place);
}

Article article_of(XmlNode item, const DateOptions& dates) {
  Article article;
  article.id = item.attribute("itemid");
  article.language = item.attribute("lang");
  article.headline = first_text(item, {"headline", "title"});
  add_byline(article, first_text(item, {"byline"}));
  article.published =
      date_of(article, dublin_core(item, "dc.date.published"), dates, "rcv1:dc.date.published", item.line());
  if (!article.published)
    article.published = date_of(article, item.attribute("date"), dates, "rcv1:date", item.line());
  fill_dateline(article, item);
  article.publication = dublin_core(item, "dc.source");
  fill(article.publication, dublin_core(item, "dc.publisher"));
  if (const std::string place = title_prefix(item, article.headline); !place.empty())
    add_tag(article, TagKind::place, natural_case(place));
  fill_codes(article, item);
  set_body(article, prose_of(find(item, "text")));
  return article;
}

}  // namespace

Confidence sniff_rcv1(const Head& head) {
  const XmlRoot& root = head.xml_root();
  return root.name == "newsitem" ? Confidence::certain : Confidence::no;
}

void read_rcv1(Input& input, ArticleSink& sink) {
  constexpr std::string_view kItems[] = {"newsitem"};
  const bool any = read_items(
      input, kItems, sink, [&](XmlNode item) { hand_on(article_of(item, input.dates), sink, item.line()); });
  if (!any) sink.fault(error("rcv1.no-item", "no newsitem", 1, 1));
}

}  // namespace dateline
