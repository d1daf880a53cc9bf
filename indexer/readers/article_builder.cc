#include "indexer/readers/article_builder.h"

#include <algorithm>
#include <utility>

#include "dateline/text.h"
#include "indexer/readers/agencies.h"
#include "indexer/readers/dateline_line.h"
#include "indexer/readers/letters.h"

namespace dateline {

namespace {

// A body of fewer words is told: `text.short`.
constexpr std::size_t kShortBody = 20;

// Paragraphs longer than this are no captions, whatever they end with.
constexpr std::size_t kMaxCaption = 1500;

// An editor's note before the dateline is no longer than this.
constexpr std::size_t kMaxNote = 400;

// A file of nothing but bad dates is not told line by line.
constexpr std::size_t kMaxWarnings = 100;

bool has_words(std::string_view text, std::size_t count) {
  text = prefix(text, count * 64);
  while (count > 0 && !take_word(text).empty()) --count;
  return count == 0;
}

bool is_note(std::string_view text) {
  return text.size() <= kMaxNote && text.starts_with('(') && (text.ends_with(')') || text.ends_with(").)"));
}

}  // namespace

void ArticleBuilder::warn(Diagnostic diagnostic) {
  auto& all = article_.diagnostics;
  if (all.size() == kMaxWarnings) return;
  if (!all.empty() && all.back().line == diagnostic.line && all.back().message == diagnostic.message) return;
  all.push_back(std::move(diagnostic));
}

void ArticleBuilder::set_byline(const ParsedByline& parsed) {
  if (article_.bylines.empty()) article_.bylines = bylines_of(parsed);
}

bool ArticleBuilder::add_role(const std::string& role) {
  if (article_.bylines.empty() || !article_.bylines.back().role.empty()) return false;
  article_.bylines.back().role = role;
  return true;
}

void ArticleBuilder::keep_date(std::optional<Date>& field, ParsedDate parsed, const char* rule,
                               const TextLine& where, std::size_t column) {
  const std::size_t indent = where.raw.find_first_not_of(" \t");
  for (Diagnostic& fault : parsed.diagnostics) {
    fault.line = where.number;
    fault.column = column + (indent == std::string_view::npos ? 0 : indent);
    warn(std::move(fault));
  }
  if (!parsed.date || field) return;
  field = std::move(parsed.date);
  field->rule = rule;
}

void ArticleBuilder::set_published(ParsedDate parsed, const char* rule, const TextLine& where,
                                   std::size_t column) {
  keep_date(article_.published, std::move(parsed), rule, where, column);
}

bool ArticleBuilder::take_date_line(const std::string& text, const TextLine& where, bool bare_too) {
  std::vector<LineDate> dates = parse_date_line(text, dates_);
  if (dates.empty() || (!dates.front().labelled && !bare_too)) return false;
  bool readable = true;
  for (LineDate& found : dates) {
    if (!found.parsed.date && found.parsed.diagnostics.front().code == "date.unreadable") readable = false;
    const char* rule = found.updated    ? "text:updated-line"
                       : found.labelled ? "text:published-line"
                                        : "text:date-line";
    keep_date(found.updated ? article_.updated : article_.published, std::move(found.parsed), rule, where,
              found.column);
  }
  return readable;
}

void ArticleBuilder::add_caption(const ParsedCaption& parsed) {
  const Caption& caption = parsed.caption;
  auto& all = article_.captions;
  if (caption.text.empty()) {
    // The credit of the picture before it, or one printed again.
    if (!all.empty() && all.back().credit.empty())
      all.back().credit = caption.credit;
    else if (std::ranges::none_of(all, [&](const Caption& c) { return c.credit == caption.credit; }))
      all.push_back(caption);
    return;
  }
  printed_captions_.insert(caption.text);
  const auto [known, is_new] = captions_.emplace(caption.text, all.size());
  if (is_new)
    all.push_back(caption);
  else if (all[known->second].credit.empty())
    all[known->second].credit = caption.credit;
}

bool ArticleBuilder::is_caption(const std::string& printed) const {
  return printed_captions_.contains(printed);
}

void ArticleBuilder::add_paragraph(std::string text, std::uint64_t line) {
  if (text.empty() || is_caption(text)) return;
  if (text.size() <= kMaxCaption) {
    const ParsedCaption parsed = parse_caption(text);
    if (parsed.evidence == CreditEvidence::strong || is_caption(parsed.caption.text))
      return add_caption(parsed);
  }
  if (!dateline_taken_ && article_.body.size() <= kMaxNote) take_dateline(text, line);
  append_body(text);
  copy_begun_ = copy_begun_ || !is_note(text);
}

// Cuts the dateline, and what an editor put before it, from the paragraph. Behind copy only one with a known
// agency counts: then the copy was a note without brackets.
void ArticleBuilder::take_dateline(std::string& text, std::uint64_t line) {
  auto found = find_dateline(text);
  if (!found || (copy_begun_ && !names_agency(found->split.dateline.agency))) return;
  dateline_taken_ = true;
  take_note(found->before);
  Dateline& dateline = article_.dateline.emplace(std::move(found->split.dateline));
  // Mostly it lacks the year, which is no fault and makes no date.
  if (ParsedDate parsed = parse_date(dateline.date, dates_); parsed.date)
    keep_date(filed_, std::move(parsed), "text:dateline", {dateline.date, line}, 1);
  text = std::string(found->split.rest);
}

// What precedes a dateline: "(Corrects the name) By Jane Roe". The byline is taken, the note is copy.
void ArticleBuilder::take_note(std::string_view note) {
  std::size_t by = note.rfind("By ");
  if (by == std::string_view::npos && note.starts_with("by ")) by = 0;
  if (by != std::string_view::npos && (by == 0 || note[by - 1] == ' ')) {
    const ParsedByline parsed = parse_byline(note.substr(by));
    if (parsed.whole) set_byline(parsed), note = trim(note.substr(0, by));
  } else if (byline_kind(note) == BylineKind::names) {
    set_byline(parse_byline(note));
    return;
  }
  append_body(note);
}

void ArticleBuilder::append_body(std::string_view text) {
  if (text.empty()) return;
  if (!article_.body.empty()) article_.body += "\n\n";
  article_.body += text;
}

void ArticleBuilder::warn_of_gaps() {
  if (article_.headline.empty()) warn(warning("article.no-headline", "the article has no headline"));
  // A headline without text is the reader's to report: that delivery was cut short.
  if (article_.body.empty()) {
    if (article_.headline.empty()) warn(warning("article.no-body", "the article has no text"));
  } else if (!has_words(article_.body, kShortBody)) {
    warn(warning("text.short", "the text has fewer than " + std::to_string(kShortBody) + " words"));
  }
}

Article ArticleBuilder::finish() {
  if (!article_.published) article_.published = filed_ ? filed_ : article_.updated;
  warn_of_gaps();
  return std::move(article_);
}

}  // namespace dateline
