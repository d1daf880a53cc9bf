#include "indexer/readers/html_phrases.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <unordered_map>

#include "dateline/text.h"

namespace dateline::html {

namespace {

// How short lines begin that sites put between a story's paragraphs; folded.
constexpr auto kCalls = std::to_array<std::string_view>({"read more",
                                                         "read also",
                                                         "also read",
                                                         "read next",
                                                         "more on this",
                                                         "more from",
                                                         "see also",
                                                         "see more",
                                                         "related:",
                                                         "related article",
                                                         "related stor",
                                                         "related topic",
                                                         "related content",
                                                         "recommended",
                                                         "sign up",
                                                         "subscribe",
                                                         "follow us",
                                                         "follow @",
                                                         "share this",
                                                         "share on",
                                                         "click here",
                                                         "advertisement",
                                                         "story continues",
                                                         "article continues",
                                                         "continue reading",
                                                         "watch:",
                                                         "watch more",
                                                         "watch the",
                                                         "listen to",
                                                         "listen:",
                                                         "don't miss",
                                                         "most read",
                                                         "trending",
                                                         "download the",
                                                         "download our",
                                                         "join our",
                                                         "join the conversation",
                                                         "get the latest",
                                                         "this article was originally",
                                                         "all rights reserved",
                                                         "copyright",
                                                         "©",
                                                         "(c) ",
                                                         "image:",
                                                         "photo:",
                                                         "foto:",
                                                         "advertisment",
                                                         "promoted",
                                                         "sponsored",
                                                         "log in",
                                                         "already a subscriber",
                                                         "support our",
                                                         "support independent",
                                                         "do you have a",
                                                         "have a tip",
                                                         "your email",
                                                         "thank you for",
                                                         "we use cookies",
                                                         "skip to",
                                                         "lesen sie auch",
                                                         "lesen sie mehr",
                                                         "mehr zum thema",
                                                         "mehr dazu",
                                                         "auch interessant",
                                                         "anzeige",
                                                         "werbung",
                                                         "newsletter",
                                                         "quelle:",
                                                         "hier geht es",
                                                         "weiterlesen",
                                                         "lire aussi",
                                                         "a lire aussi",
                                                         "lire la suite",
                                                         "publicite",
                                                         "lea tambien",
                                                         "lee tambien",
                                                         "leer mas",
                                                         "te puede interesar",
                                                         "mas informacion",
                                                         "publicidad",
                                                         "leggi anche",
                                                         "leggi tutto",
                                                         "approfondimenti",
                                                         "pubblicita",
                                                         "leia tambem",
                                                         "leia mais",
                                                         "saiba mais",
                                                         "lees ook",
                                                         "lees meer",
                                                         "les ogsa",
                                                         "les mer",
                                                         "las ocksa",
                                                         "las mer",
                                                         "lue myos",
                                                         "czytaj",
                                                         "zobacz tak",
                                                         "cti dal",
                                                         "читайте также",
                                                         "read the full",
                                                         "print this",
                                                         "comments",
                                                         "leave a",
                                                         "view comments",
                                                         "load comments",
                                                         "tags:",
                                                         "filed under",
                                                         "topics:",
                                                         "reporting by",
                                                         "editing by"});

// Lines above other stories and the like, in the letters of bare_words.
constexpr auto kOthers = std::to_array<std::string_view>({"related",
                                                          "related articles",
                                                          "related stories",
                                                          "related posts",
                                                          "related content",
                                                          "related topics",
                                                          "related news",
                                                          "related links",
                                                          "related coverage",
                                                          "related reading",
                                                          "more on this story",
                                                          "more on this",
                                                          "more stories",
                                                          "more news",
                                                          "more from",
                                                          "more like this",
                                                          "recommended",
                                                          "recommended for you",
                                                          "recommended stories",
                                                          "recommended reading",
                                                          "read next",
                                                          "read more",
                                                          "up next",
                                                          "most read",
                                                          "most popular",
                                                          "popular",
                                                          "trending",
                                                          "trending now",
                                                          "latest",
                                                          "latest news",
                                                          "latest stories",
                                                          "top stories",
                                                          "editors picks",
                                                          "editor s picks",
                                                          "topics",
                                                          "tags",
                                                          "share",
                                                          "share this",
                                                          "share this article",
                                                          "newsletter",
                                                          "watch",
                                                          "current issue",
                                                          "mehr zum thema",
                                                          "mehr zu",
                                                          "mehr dazu",
                                                          "ahnliche artikel",
                                                          "ahnliche beitrage",
                                                          "verwandte artikel",
                                                          "verwandte themen",
                                                          "weitere artikel",
                                                          "weitere beitrage",
                                                          "weitere nachrichten",
                                                          "weitere meldungen",
                                                          "weitere themen",
                                                          "meistgelesen",
                                                          "auch interessant",
                                                          "lesen sie auch",
                                                          "themen",
                                                          "themen in diesem artikel",
                                                          "schlagworte",
                                                          "schlagworter",
                                                          "stichworte",
                                                          "teilen",
                                                          "artikel teilen",
                                                          "diesen artikel teilen",
                                                          "empfohlen",
                                                          "empfehlungen der redaktion",
                                                          "a lire aussi",
                                                          "a decouvrir",
                                                          "sur le meme sujet",
                                                          "articles similaires",
                                                          "articles lies",
                                                          "les plus lus",
                                                          "partager",
                                                          "sujets",
                                                          "noticias relacionadas",
                                                          "articulos relacionados",
                                                          "te puede interesar",
                                                          "lo mas leido",
                                                          "mas noticias",
                                                          "mas informacion",
                                                          "compartir",
                                                          "etiquetas",
                                                          "temas",
                                                          "articoli correlati",
                                                          "leggi anche",
                                                          "condividi",
                                                          "argomenti",
                                                          "leia tambem",
                                                          "artigos relacionados",
                                                          "veja tambem",
                                                          "mais lidas",
                                                          "lees ook",
                                                          "gerelateerde artikelen",
                                                          "meest gelezen",
                                                          "delen",
                                                          "zobacz takze",
                                                          "czytaj takze",
                                                          "powiazane artykuly",
                                                          "udostepnij",
                                                          "tagi",
                                                          "souvisejici clanky",
                                                          "souvisejici",
                                                          "nejctenejsi",
                                                          "sdilet",
                                                          "les ogsa",
                                                          "las ocksa",
                                                          "laes ogsa",
                                                          "mest lest",
                                                          "mest last",
                                                          "lue myos",
                                                          "luetuimmat",
                                                          "ilgili haberler",
                                                          "читайте также",
                                                          "по теме",
                                                          "関連記事",
                                                          "関連ニュース",
                                                          "관련기사",
                                                          "相关新闻",
                                                          "相關新聞"});

// Lines above what stands below a story.
constexpr auto kEnd = std::to_array<std::string_view>({"comments",
                                                       "comment",
                                                       "all comments",
                                                       "view comments",
                                                       "leave a comment",
                                                       "leave a reply",
                                                       "leave your comment",
                                                       "post a comment",
                                                       "add a comment",
                                                       "write a comment",
                                                       "join the conversation",
                                                       "join the discussion",
                                                       "join the debate",
                                                       "responses",
                                                       "about the author",
                                                       "about the authors",
                                                       "about author",
                                                       "author bio",
                                                       "you may like",
                                                       "you might like",
                                                       "you may also like",
                                                       "you might also like",
                                                       "you may also be interested in",
                                                       "people who read this also read",
                                                       "what to read next",
                                                       "recent posts",
                                                       "recent comments",
                                                       "popular posts",
                                                       "archives",
                                                       "post navigation",
                                                       "footer navigation",
                                                       "like this",
                                                       "around the web",
                                                       "from the web",
                                                       "promoted stories",
                                                       "sponsored content",
                                                       "new stories",
                                                       "kommentare",

                                                       "kommentar schreiben",
                                                       "schreibe einen kommentar",
                                                       "schreiben sie einen kommentar",
                                                       "kommentar hinterlassen",
                                                       "kommentar verfassen",
                                                       "hinterlasse eine antwort",
                                                       "hinterlasse einen kommentar",
                                                       "antwort hinterlassen",
                                                       "diskutieren sie mit",
                                                       "uber den autor",
                                                       "uber die autorin",
                                                       "das konnte sie auch interessieren",
                                                       "das konnte dich auch interessieren",
                                                       "das konnte sie interessieren",
                                                       "neueste beitrage",
                                                       "neueste kommentare",
                                                       "letzte kommentare",
                                                       "letzte beitrage",
                                                       "beitragsnavigation",
                                                       "beitrags navigation",
                                                       "stellenmarkt",
                                                       "impressum",
                                                       "commentaires",
                                                       "laisser un commentaire",
                                                       "laissez un commentaire",
                                                       "la redaction vous conseille",
                                                       "vous aimerez aussi",
                                                       "a propos de l auteur",
                                                       "dans la meme rubrique",
                                                       "comentarios",
                                                       "deja un comentario",
                                                       "deja una respuesta",
                                                       "tambien te puede interesar",
                                                       "sobre el autor",
                                                       "commenti",
                                                       "lascia un commento",
                                                       "potrebbe interessarti",
                                                       "ti potrebbe interessare",
                                                       "deixe um comentario",
                                                       "deixe uma resposta",
                                                       "reacties",
                                                       "geef een reactie",
                                                       "komentarze",
                                                       "dodaj komentarz",
                                                       "diskuze",
                                                       "diskuse",
                                                       "komentare",
                                                       "kommentarer",
                                                       "kommentit",
                                                       "yorumlar",
                                                       "yorum yaz",
                                                       "комментарии",
                                                       "コメント",
                                                       "댓글",
                                                       "评论",
                                                       "留言"});

// How lines begin where the text is cut for those who do not pay; folded.
constexpr auto kWalls = std::to_array<std::string_view>({"this content is reserved for subscribers",
                                                         "this article is for subscribers",
                                                         "this story is for subscribers",
                                                         "this article is exclusive to subscribers",
                                                         "to continue reading",
                                                         "to read the full",
                                                         "subscribe to continue",
                                                         "subscribe now to read",
                                                         "already a subscriber",
                                                         "create an account or sign in",
                                                         "register to unlock",
                                                         "dieser artikel ist nur fur",
                                                         "dieser artikel ist abonnenten",
                                                         "jetzt weiterlesen",
                                                         "weiterlesen mit",
                                                         "sie mochten weiterlesen",
                                                         "mehr lesekomfort",
                                                         "cet article est reserve",
                                                         "article reserve aux abonnes",
                                                         "il vous reste",
                                                         "este articulo es solo para",
                                                         "contenido exclusivo para suscriptores",
                                                         "contenuto riservato agli abbonati",
                                                         "dit artikel is exclusief voor"});

// What lines of small print hold; folded.
constexpr auto kSmallPrint = std::to_array<std::string_view>({"all rights reserved",
                                                              "alle rechte vorbehalten",
                                                              "tous droits reserves",
                                                              "todos los derechos reservados",
                                                              "tutti i diritti riservati",
                                                              "todos os direitos reservados",
                                                              "by using this site",
                                                              "terms of use",
                                                              "terms of service",
                                                              "terms & conditions",
                                                              "terms and conditions",
                                                              "user agreement",
                                                              "privacy policy",
                                                              "datenschutzerklarung",
                                                              "nutzungsbedingungen",
                                                              "affiliate",
                                                              "earn a commission",
                                                              "receive compensation",
                                                              "views expressed",
                                                              "subject to copyright",
                                                              "opinions expressed",
                                                              "on google news",
                                                              "newsletter",
                                                              "sign up for",
                                                              "follow us on",
                                                              "nachrichten aufs handy",
                                                              "bei social media",
                                                              "support local journalism",
                                                              "support our journalism",
                                                              "become a member",
                                                              "register / sign in"});

// Folded letters with a blank between words: "Comments (4)" -> "comments".
std::string bare_words(std::string_view line) {
  std::string bare;
  const std::string folded = fold(line);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t start = at;
    const auto c = static_cast<UChar32>(next_code_point(folded, at));
    if (u_isalpha(c))
      bare.append(folded, start, at - start);
    else if (!bare.empty() && bare.back() != ' ')
      bare += ' ';
  }
  if (bare.ends_with(' ')) bare.pop_back();
  return bare;
}

using HeadLines = std::unordered_map<std::string, Heads>;

const HeadLines& head_lines() {
  static const HeadLines all = [] {
    HeadLines map;
    for (std::string_view line : kOthers) map[bare_words(line)] = Heads::others;
    for (std::string_view line : kEnd) map[bare_words(line)] = Heads::end;
    return map;
  }();
  return all;
}

bool begins_with_one(std::string_view folded, std::span<const std::string_view> beginnings) {
  return std::ranges::any_of(beginnings,
                             [&](std::string_view beginning) { return folded.starts_with(beginning); });
}

}  // namespace

bool is_call(std::string_view line) {
  constexpr std::size_t kLongest = 220;
  return line.size() <= kLongest && begins_with_one(fold(line), kCalls);
}

Heads heads(std::string_view line) {
  constexpr std::size_t kLongest = 60;
  if (line.size() > kLongest) return Heads::nothing;
  const auto found = head_lines().find(bare_words(line));
  return found == head_lines().end() ? Heads::nothing : found->second;
}

bool begins_wall(std::string_view line) {
  constexpr std::size_t kLongest = 300;
  if (line.size() > kLongest) return false;
  return begins_with_one(fold(line), kWalls) || line.starts_with("この記事は会員限定");
}

bool is_small_print(std::string_view line) {
  constexpr std::size_t kLongest = 500;
  if (line.size() > kLongest) return false;
  const std::string folded = fold(line);
  return std::ranges::any_of(kSmallPrint,
                             [&](std::string_view words) { return folded.find(words) != std::string::npos; });
}

bool asks_consent(std::string_view text) {
  if (text.find("ookie") == std::string_view::npos) return false;
  const std::string folded = fold(text);
  return std::ranges::any_of(
      std::to_array<std::string_view>({"consent", "browser", "we use", "website", "privacy", "zustimm",
                                       "einwillig", "verwenden", "nutzen", "utilis", "utiliz", "gebruik",
                                       "anvand"}),
      [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

}  // namespace dateline::html
