// Puts the lines and paragraphs of a plain text into an article's fields.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "dateline/article.h"
#include "indexer/dates/parse_date.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/captions.h"
#include "indexer/readers/date_line.h"
#include "indexer/readers/text_layout.h"

namespace dateline {

class ArticleBuilder {
 public:
  explicit ArticleBuilder(DateOptions dates) : dates_(dates) {}

  [[nodiscard]] const Article& article() const { return article_; }
  [[nodiscard]] const DateOptions& dates() const { return dates_; }

  void set_headline(std::string headline) { article_.headline = std::move(headline); }
  void add_subheadline(std::string text) { article_.subheadlines.push_back(std::move(text)); }
  void set_abstract(std::string text) { article_.abstract = std::move(text); }
  void set_publication(std::string name) { article_.publication = std::move(name); }
  void set_url(std::string url) { article_.url = std::move(url); }
  // Told once a line, though the line be looked at twice.
  void warn(Diagnostic diagnostic);

  // The first byline stays.
  void set_byline(const ParsedByline& parsed);
  // Gives the last person of the byline a role, where there is one without.
  bool add_role(const std::string& role);

  // Takes the date and what was odd about it. The first of each kind stays.
  void set_published(ParsedDate parsed, const char* rule, const TextLine& where, std::size_t column = 1);
  // Takes all dates of the line if it is one of dates; false: it is not, or must stay in the text because a
  // date could not be read. A date without a label counts only where `bare_too`.
  bool take_date_line(const std::string& text, const TextLine& where, bool bare_too);

  // The place of a line of place and date above the copy. A dateline in the copy itself goes before it.
  void set_dateline(Dateline dateline) { article_.dateline = std::move(dateline); }

  // A caption as printed, credit included; printed again it is the same one. A credit alone goes to the last
  // caption that lacks one.
  void add_caption(const ParsedCaption& parsed);
  [[nodiscard]] bool is_caption(const std::string& printed) const;

  // A headline that the copy begins with again: it is printed there, so it stays, but what stands below it is
  // still the top of the article.
  void repeat_headline() { append_body(article_.headline); }

  // A paragraph of the copy; captions and datelines are taken out of it.
  void add_paragraph(std::string text, std::uint64_t line);

  // The article with what follows from the whole: missing dates, warnings about what is missing.
  [[nodiscard]] Article finish();

 private:
  void keep_date(std::optional<Date>& field, ParsedDate parsed, const char* rule, const TextLine& where,
                 std::size_t column);
  void take_dateline(std::string& text, std::uint64_t line);
  void take_note(std::string_view note);
  void append_body(std::string_view text);
  void warn_of_gaps();

  DateOptions dates_;
  Article article_;
  std::unordered_map<std::string, std::size_t> captions_;  // by text
  std::unordered_set<std::string> printed_captions_;
  std::optional<Date> filed_;    // the dateline's day, where it has its year
  bool dateline_taken_ = false;  // from the copy
  bool copy_begun_ = false;      // the body holds more than notes in brackets
};

}  // namespace dateline
