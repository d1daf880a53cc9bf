#include "indexer/readers/opening.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "dateline/text.h"
#include "dateline/words.h"
#include "indexer/dates/parse_date.h"
#include "indexer/readers/agencies.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/dateline_line.h"
#include "indexer/readers/letters.h"
#include "indexer/readers/news_fields.h"

namespace dateline {

namespace {

// Only so many paragraphs at the front can be furniture, and each is short.
constexpr std::size_t kOpening = 8, kLongestFurniture = 300, kLongestNote = 700;
// A line with a day, and a sign at the end of the copy.
constexpr std::size_t kLongestDateLine = 120, kLongestPlaceLine = 50, kLongestSignOff = 60;

// The word that opens a note to editors in brackets, folded: what was done to the copy, in the languages of
// the larger agencies, or what comes with it.
constexpr auto kNoteWords = std::to_array<std::string_view>(
    {"adds",       "added",           "updates",      "updated",    "updating",     "corrects",
     "corrected",  "correcting",      "correction",   "repeats",    "repeated",     "repeating",
     "refiles",    "refiling",        "recasts",      "releads",    "rewrites",     "removes",
     "deletes",    "fixes",           "clarifies",    "changes",    "drops",        "inserts",
     "restores",   "trims",           "writes",       "eds",        "attn",         "attention",
     "embargoed",  "embargo",         "actualiza",    "amplia",     "anade",        "corrige",
     "repite",     "reitera",         "sustituye",    "ajoute",     "actualise",    "complete",
     "precise",    "repete",          "remplace",     "neu",        "berichtigung", "berichtigt",
     "korrektur",  "korrigiert",      "wiederholung", "wiederholt", "aktualisiert", "erganzt",
     "neufassung", "zusammenfassung", "nieuw",        "herhaling",  "aanvulling",   "correctie",
     "aggiorna",   "corregge",        "ripete",       "atualiza",   "acrescenta",   "oppdatert",
     "utvidet",    "rettelse",        "rattelse",     "photo",      "photos",       "foto",
     "fotos",      "video",           "videos"});

// What opens a note without brackets; a colon, a dash or more capitals follow.
constexpr auto kNoteLabels =
    std::to_array<std::string_view>({"eds", "editors", "attention", "attention editors", "attn", "achtung",
                                     "embargoed", "embargo", "note to editors", "notes to editors", "utl."});

// What closes copy by itself, folded.
constexpr auto kEndWords = std::to_array<std::string_view>(
    {"end", "ends", "enditem", "fim", "fin", "schluss", "more", "endit", "30"});

constexpr std::string_view kLeadMark = "LEAD: ";

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& list) {
  return std::ranges::find(list, word) != list.end();
}

bool is_in_brackets(std::string_view text) {
  return text.size() > 2 && ((text.front() == '(' && text.find(')') == text.size() - 1) ||
                             (text.front() == '[' && text.find(']') == text.size() - 1));
}

bool is_labelled_note(std::string_view text) {
  return std::ranges::any_of(kNoteLabels, [&](std::string_view label) {
    if (lower(text.substr(0, label.size())) != label || text.size() <= label.size()) return false;
    const std::string_view behind = text.substr(label.size());
    const std::string_view rest = trim(behind);
    if (behind.starts_with(':') || rest.starts_with("- ") || rest.starts_with("– ")) return true;
    return behind.starts_with(' ') && is_all_capitals(text.substr(0, label.size())) &&
           is_all_capitals(rest.substr(0, rest.find(' ')));
  });
}

// "3.6.2024 10:00 | The Daily Post".
bool is_date_line(const Article& article, std::string_view text) {
  return text.size() <= kLongestDateLine && article.published &&
         parse_date(text.substr(0, text.find('|'))).date;
}

bool take_byline(Article& article, const std::string& paragraph) {
  if (paragraph.size() > kLongestFurniture) return false;
  const BylineKind kind = byline_kind(paragraph, BylineKind::roled);
  if (kind == BylineKind::labelled) return add_byline(article, paragraph), true;
  // A role below the name.
  if (!article.bylines.empty() && !is_agency(article.bylines.back().name) && is_role(paragraph)) {
    if (article.bylines.back().role.empty()) article.bylines.back().role = paragraph;
    return true;
  }
  if (kind != BylineKind::roled || !article.bylines.empty()) return false;
  return add_byline(article, paragraph), true;
}

// A deck that is a sentence may well be the lead, given twice.
bool repeats_headline(const Article& article, const std::string& paragraph) {
  const auto same = [&](const std::string& line) { return !line.empty() && fold(line) == fold(paragraph); };
  if (paragraph.size() > kLongestFurniture) return false;
  return same(article.headline) ||
         (!ends_sentence(paragraph) && std::ranges::any_of(article.subheadlines, same));
}

// Takes a paragraph that is no part of any story, whatever follows. False: it may be.
bool take_line(Article& article, const std::string& paragraph) {
  if (repeats_headline(article, paragraph) || take_byline(article, paragraph) ||
      is_date_line(article, paragraph))
    return true;
  if (!is_note_to_editors(paragraph)) return false;
  add_extra(article, "ednote", paragraph);
  return true;
}

// The article's own dateline at the front of a paragraph, as an element gives it; it may be in another case.
std::optional<std::string_view> behind_known_dateline(const Article& article, std::string_view paragraph) {
  if (!article.dateline || article.dateline->text.size() < 4) return std::nullopt;
  const std::string& text = article.dateline->text;
  if (paragraph.size() <= text.size() || fold(paragraph.substr(0, text.size())) != fold(text))
    return std::nullopt;
  std::string_view rest = paragraph.substr(text.size());
  rest.remove_prefix(std::min(rest.find_first_not_of(" ."), rest.size()));
  const bool dash = text.ends_with("-") || text.ends_with("–") || text.ends_with("—");
  for (std::string_view mark : {"--", "-", "–", "—"}) {
    if (rest.starts_with(mark)) return trim(rest.substr(mark.size()));
  }
  return dash ? std::optional(rest) : std::nullopt;
}

// Takes the dateline off the paragraph. True: there was one.
bool take_dateline(Article& article, std::string& paragraph) {
  if (auto split = split_dateline(paragraph)) {
    std::string rest(split->rest);
    Dateline& found = split->dateline;
    if (article.dateline && found.place.empty()) found.place = article.dateline->place;
    if (article.dateline && found.date.empty()) found.date = article.dateline->date;
    article.dateline = std::move(found);
    paragraph = std::move(rest);
    return true;
  }
  if (const auto rest = behind_known_dateline(article, paragraph)) {
    const std::string kept(*rest);
    article.dateline->text = std::string(trim(paragraph.substr(0, paragraph.size() - kept.size())));
    paragraph = kept;
    return true;
  }
  return false;
}

// "IZMIR, Turkey" above the copy.
bool take_place_line(Article& article, const std::string& paragraph) {
  if (paragraph.size() > kLongestPlaceLine || paragraph.find(',') == std::string::npos) return false;
  const std::string whole = paragraph + " - x";
  auto split = split_dateline(whole);
  if (!split || split->rest != "x" || split->dateline.place.empty()) return false;
  split->dateline.text = paragraph;
  article.dateline = std::move(split->dateline);
  return true;
}

// Whether a paragraph begins with a dateline that nothing else can be.
bool begins_story(std::string_view paragraph) {
  const auto split = split_dateline(paragraph);
  return split && !split->dateline.agency.empty() && !split->rest.empty();
}

// How many paragraphs from the `front` one stand before a dateline.
std::size_t furniture_before_story(const std::vector<std::string>& paragraphs, std::size_t front) {
  for (std::size_t i = front; i < std::min(kOpening, paragraphs.size()); ++i) {
    if (begins_story(paragraphs[i])) return i - front;
    if (paragraphs[i].size() > kLongestFurniture) break;
  }
  return 0;
}

void take_furniture(Article& article, const std::string& paragraph, bool no_abstract) {
  if (take_line(article, paragraph)) return;
  if (is_in_brackets(paragraph)) return add_extra(article, "ednote", paragraph);
  const bool bullet = paragraph.starts_with("* ") || paragraph.starts_with("- ");
  std::string line = paragraph.substr(bullet ? 2 : 0);
  if (no_abstract && ends_sentence(line))
    article.abstract += (article.abstract.empty() ? "" : "\n\n") + line;
  else
    article.subheadlines.push_back(std::move(line));
}

bool is_initials(std::string_view word) {
  return word.size() <= 4 &&
         std::ranges::all_of(word, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

bool is_sign_off(std::string_view paragraph) {
  if (paragraph.size() > kLongestSignOff) return false;
  const std::string_view bare = trim(paragraph, " ()[]/=-_.#");
  if (bare.empty() || is_wire_agency(bare)) return true;
  std::string spaced(bare);
  const bool stroke = spaced.find('/') != std::string::npos && spaced.find(' ') == std::string::npos;
  std::ranges::replace_if(
      spaced, [](char c) { return c == '/' || c == '(' || c == ')' || c == '-'; }, ' ');
  bool sign = stroke;
  for (std::string_view word : split_at_blanks(spaced)) {
    const bool known = is_wire_agency(word) || is_one_of(fold(word), kEndWords);
    if (!known && !is_initials(word)) return false;
    sign = sign || known;
  }
  return sign;
}

}  // namespace

bool is_note_to_editors(std::string_view text) {
  if (text.size() > kLongestNote) return false;
  if (!is_in_brackets(text)) return is_labelled_note(text);
  const std::string_view inner = trim(text.substr(1, text.size() - 2));
  const std::string first = fold(inner.substr(0, inner.find_first_of(" :,;.-+/)")));
  return is_one_of(first, kNoteWords) || is_wire_agency(inner) ||
         (inner.size() <= 8 && is_all_capitals(inner) && inner.find(' ') == std::string_view::npos);
}

void take_opening(Article& article, std::vector<std::string>& paragraphs) {
  const bool no_abstract = article.abstract.empty();
  std::size_t front = 0;
  for (bool dated = false; front < std::min(kOpening, paragraphs.size()); ++front) {
    std::string& first = paragraphs[front];
    if (take_line(article, first)) continue;
    for (std::size_t more = dated ? 0 : furniture_before_story(paragraphs, front); more > 0; --more)
      take_furniture(article, paragraphs[front++], no_abstract);
    if (dated) break;
    const bool last = front + 1 == paragraphs.size();
    dated = (take_dateline(article, paragraphs[front]) && paragraphs[front].empty()) ||
            (!last && take_place_line(article, paragraphs[front]));
    if (!dated) break;
  }
  // "LEAD: A ferry sank", as some archives mark it.
  if (front < paragraphs.size() && paragraphs[front].starts_with(kLeadMark))
    paragraphs[front].erase(0, kLeadMark.size());
  paragraphs.erase(paragraphs.begin(), paragraphs.begin() + static_cast<std::ptrdiff_t>(front));
}

void take_closing(std::vector<std::string>& paragraphs) {
  while (paragraphs.size() > 1 && is_sign_off(paragraphs.back())) paragraphs.pop_back();
}

}  // namespace dateline
