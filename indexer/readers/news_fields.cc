#include "indexer/readers/news_fields.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <utility>

#include "dateline/text.h"
#include "dateline/words.h"
#include "indexer/readers/agencies.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/captions.h"
#include "indexer/readers/dateline_line.h"
#include "indexer/readers/letters.h"
#include "indexer/readers/natural_case.h"
#include "indexer/readers/opening.h"

namespace dateline {

namespace {

// A headline, byline or slug is shorter; what is longer is copy.
constexpr std::size_t kLongestBylineText = 300;

std::string folded(std::string_view text) { return nfc(fold_space(text)); }

// Notes to editors can be pages.
constexpr std::size_t kLongestExtra = 500;

constexpr std::size_t kMostDecks = 3, kLongestPlace = 60;

// A line of names has no more words in small letters ("Jane Roe of the Daily Post and ...").
constexpr std::ptrdiff_t kMostSmallWords = 3;

// No article has more captions, keywords or tags; the bound keeps hostile ones from costing the square of it.
constexpr std::size_t kMostOfAKind = 500;

template <class Entry>
void add_entity(std::optional<std::vector<Entry>>& list, const std::string& name) {
  if (!list) list.emplace();
  if (list->size() >= kMostOfAKind || std::ranges::find(*list, name, &Entry::name) != list->end()) return;
  const std::string key = fold_name(name);
  if (std::ranges::any_of(*list, [&](const Entry& known) { return fold_name(known.name) == key; })) return;
  Entry entry;
  entry.name = name;
  entry.in = {TextField::metadata};
  entry.origin = Origin::metadata;
  list->push_back(std::move(entry));
}

// Headings above the copy are its headline once more, or its decks.
void take_decks(Article& article, Prose& prose) {
  if (prose.headings == 0 || prose.paragraphs.size() == prose.headings) return;
  const auto begin = prose.paragraphs.begin();
  const auto most = begin + static_cast<std::ptrdiff_t>(std::min(prose.headings, kMostDecks));
  // A sentence set as a heading is the lead.
  const auto end = std::find_if(begin, most, [](const std::string& line) { return line.ends_with('.'); });
  for (auto deck = begin; deck != end; ++deck) {
    if (article.headline.empty())
      article.headline = std::move(*deck);
    else if (fold(*deck) != fold(article.headline) &&
             std::ranges::find(article.subheadlines, *deck) == article.subheadlines.end())
      article.subheadlines.push_back(std::move(*deck));
  }
  prose.paragraphs.erase(begin, end);
}

}  // namespace

std::optional<Date> date_of(Article& article, std::string_view text, const DateOptions& options,
                            std::string rule, std::uint64_t line) {
  if (text.empty()) return std::nullopt;
  ParsedDate parsed = parse_date(text, options);
  for (Diagnostic& d : parsed.diagnostics) {
    d.line = line;
    article.diagnostics.push_back(std::move(d));
  }
  if (parsed.date) parsed.date->rule = std::move(rule);
  return parsed.date;
}

void add_writer(Article& article, std::string name, std::string role) {
  if (name.empty() || article.bylines.size() >= kMostOfAKind) return;
  const std::string key = fold_name(name);
  const auto known =
      std::ranges::find_if(article.bylines, [&](const Byline& b) { return fold_name(b.name) == key; });
  if (known == article.bylines.end())
    article.bylines.push_back({std::move(name), std::move(role)});
  else if (known->role.empty())
    known->role = std::move(role);
}

void add_byline(Article& article, std::string_view text) {
  const std::string line = folded(text);
  if (line.empty()) return;
  const std::vector<Byline> parsed = bylines_of(parse_byline(line));
  for (const Byline& byline : parsed) add_writer(article, byline.name, byline.role);
  // Editors sign with initials: "gr/bp". Some systems put a deck there.
  const auto words = split_at_blanks(line);
  const auto small = std::ranges::count_if(words, begins_with_small_letter);
  const bool name = (words.size() > 1 || begins_with_capital(line)) && small <= kMostSmallWords;
  if (parsed.empty() && name && line.size() <= kLongestBylineText) add_writer(article, line);
}

void add_caption(Article& article, std::string_view text, std::string_view credit) {
  if (article.captions.size() >= kMostOfAKind) return;
  const std::string line = folded(text);
  ParsedCaption parsed = parse_caption(line);
  // Where the source names a credit, a weak likeness to one at the text's end is no reason to cut it.
  if (!credit.empty() && parsed.evidence == CreditEvidence::weak) parsed.caption = {line, {}};
  Caption caption = std::move(parsed.caption);
  if (caption.credit.empty()) caption.credit = plain_credit(folded(credit));
  if (caption.text.empty()) return;
  const auto same = std::ranges::find(article.captions, caption.text, &Caption::text);
  if (same == article.captions.end())
    article.captions.push_back(std::move(caption));
  else if (same->credit.empty())
    same->credit = std::move(caption.credit);
}

void set_dateline(Article& article, std::string_view text, std::string_view place) {
  std::string line = folded(text);
  // A moment, as some systems put here, is no line of a paper.
  if (!line.empty() && parse_date(line).date) line.clear();
  if (line.empty() && place.empty()) return;
  // The line may be whole ("LONDON, May 5 (AFP) -") or lack its dash; then it takes one to be read.
  Dateline dateline;
  for (const char* end : {" x", " - x"}) {
    const std::string whole = line + end;
    if (const auto split = split_dateline(whole); split && split->rest == "x") {
      dateline = split->dateline;
      break;
    }
  }
  // A place alone, as some systems give it.
  const bool bare = dateline.place.empty() && line.size() <= kLongestPlace && !has_digit(line);
  if (place.empty() && bare && line.find('(') == std::string::npos && !is_wire_agency(line))
    dateline.place = natural_case(trim_marks(line, " .,-"));
  dateline.text = line.empty() ? std::string(place) : std::move(line);
  if (!place.empty()) dateline.place = natural_case(place);
  article.dateline = std::move(dateline);
}

void set_body(Article& article, Prose prose) {
  for (const Caption& caption : prose.captions) add_caption(article, caption.text, caption.credit);
  take_decks(article, prose);
  take_opening(article, prose.paragraphs);
  take_closing(prose.paragraphs);
  for (const std::string& paragraph : prose.paragraphs)
    article.body += (article.body.empty() ? "" : "\n\n") + paragraph;
}

void add_keyword(Article& article, std::string keyword) {
  if (keyword.empty() || article.keywords.size() >= kMostOfAKind) return;
  if (std::ranges::find(article.keywords, keyword) != article.keywords.end()) return;
  article.keywords.push_back(std::move(keyword));
}

void add_keywords(Article& article, std::string_view list) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(",;"), list.size());
    add_keyword(article, folded(list.substr(0, end)));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

void add_subject(Article& article, Subject subject) {
  if ((subject.name.empty() && subject.code.empty()) || article.subjects.size() >= kMostOfAKind) return;
  const auto same = [&](const Subject& known) {
    return known.name == subject.name && known.code == subject.code && known.scheme == subject.scheme;
  };
  if (std::ranges::none_of(article.subjects, same)) article.subjects.push_back(std::move(subject));
}

void add_tag(Article& article, TagKind kind, std::string_view name) {
  std::string plain = folded(name);
  for (std::string_view possessive : {"'s", "’s", "s'", "s’"}) {
    if (!plain.ends_with(possessive)) continue;
    plain.resize(plain.size() - possessive.size() + (possessive[0] == 's' ? 1 : 0));
    break;
  }
  if (plain.empty()) return;
  switch (kind) {
    case TagKind::person:
      return add_entity(article.persons, plain);
    case TagKind::place:
      return add_entity(article.places, plain);
    case TagKind::organisation:
      return add_entity(article.organisations, plain);
  }
}

std::optional<std::uint32_t> version_of(std::string_view text) {
  text = trim(text);
  std::size_t size = 0;
  while (size < text.size() && text[size] >= '0' && text[size] <= '9') ++size;
  return parse_digits(text.substr(0, size));
}

std::optional<Status> status_of(std::string_view word) {
  word = word.substr(word.rfind(':') + 1);  // npos + 1 is 0
  const std::string plain = lower(word);
  for (std::string_view gone : {"cancel", "canceled", "cancelled", "kill", "killed", "withheld", "withdrawn",
                                "withdraw", "retracted"}) {
    if (plain == gone) return Status::withdrawn;
  }
  for (std::string_view mended : {"correction", "corrected", "correct"}) {
    if (plain == mended) return Status::corrected;
  }
  return plain == "usable" ? std::optional(Status::usable) : std::nullopt;
}

bool is_correction_note(std::string_view note) {
  const std::string word = lower(note.substr(0, note.find_first_of(" :;,.-(")));
  constexpr std::string_view kWords[] = {"correct", "corrected", "correcting", "correction", "corrects"};
  return std::ranges::find(kWords, word) != std::end(kWords);
}

Date held_for_good(std::string rule) {
  Date date;
  date.year = 9999;
  date.month = 12;
  date.day = 31;
  date.precision = Precision::day;
  date.rule = std::move(rule);
  return date;
}

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void add_extra(Article& article, const char* key, std::string value) {
  if (!value.empty() && value.size() <= kLongestExtra) article.extra.emplace(key, std::move(value));
}

// ">>>ANSA/Ship found": how urgent it was, and who sent it.
std::string plain_headline(const std::string& headline) {
  const std::size_t marks = std::min(headline.find_first_not_of(">+"), headline.size());
  if (marks < 2 || marks == headline.size()) return headline;
  const std::string_view behind = std::string_view(headline).substr(marks);
  const std::size_t stroke = behind.find('/');
  const bool agency = stroke != std::string_view::npos && is_wire_agency(behind.substr(0, stroke));
  return std::string(trim(agency ? behind.substr(stroke + 1) : behind, " +"));
}

void hand_on(Article article, ArticleSink& sink, std::uint64_t line) {
  article.headline = plain_headline(article.headline);
  const bool text = !article.headline.empty() || !article.body.empty() || !article.captions.empty() ||
                    !article.abstract.empty();
  if (!text && article.status != Status::withdrawn)
    return sink.fault(error("article.empty", "no headline, caption or body", line, 1));
  if (article.status != Status::withdrawn && article.headline.empty())
    article.diagnostics.push_back(warning("article.no-headline", "the article has no headline", line, 1));
  sink.article(std::move(article));
}

void withdraw_other(const std::string& id, const Article& notice, ArticleSink& sink) {
  if (id.empty() || id == notice.id) return;
  Article gone;
  gone.id = id;
  gone.version = std::numeric_limits<std::uint32_t>::max();
  gone.status = Status::withdrawn;
  gone.publication = notice.publication;
  gone.language = notice.language;
  sink.article(std::move(gone));
}

}  // namespace dateline
