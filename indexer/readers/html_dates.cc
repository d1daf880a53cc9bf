#include "indexer/readers/html_dates.h"

#include <algorithm>
#include <array>

#include "dateline/text.h"
#include "indexer/readers/html_marks.h"
#include "indexer/readers/letters.h"

namespace dateline::html {

namespace {

constexpr std::size_t kLongestLine = 220;
// Dates before are placeholders of the site's program.
constexpr int kFirstYear = 1750;

// Words before a date that is one of change; folded.
constexpr auto kChanged = std::to_array<std::string_view>(
    {"updated",     "update",     "modified",   "edited",     "revised",    "aktualisiert",
     "geandert",    "bearbeitet", "stand",      "mis a jour", "modifie",    "actualizado",
     "actualizada", "modificado", "atualizado", "aggiornato", "modificato", "bijgewerkt",
     "oppdatert",   "uppdaterad", "opdateret",  "gewijzigd",  "обновлено",  "更新"});

bool is_plausible(const Date& date) {
  const bool epoch = date.year == 1970 && date.month == 1 && date.day == 1;
  return date.year >= kFirstYear && !epoch;
}

std::optional<Date> read_date(std::string_view text, const DateOptions& options, std::string rule,
                              Diagnostics* diagnostics = nullptr) {
  if (text.size() > kLongestLine) return std::nullopt;
  ParsedDate parsed = parse_date(text, options);
  if (!parsed.date || !is_plausible(*parsed.date)) return std::nullopt;
  parsed.date->rule = std::move(rule);
  if (diagnostics)
    diagnostics->insert(diagnostics->end(), parsed.diagnostics.begin(), parsed.diagnostics.end());
  return parsed.date;
}

bool is_day(const Date& date) { return date.precision >= Precision::day; }

// Whether a run of words holds what a whole date needs: a year or a third number, and not too much else.
bool may_be_date(std::string_view text) {
  std::size_t digits = 0;
  for (char c : text) digits += c >= '0' && c <= '9';
  return digits >= 3 && digits <= 24;
}

bool says_changed(std::string_view before) {
  const std::string folded = fold(before);
  return std::ranges::any_of(kChanged,
                             [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

}  // namespace

namespace {

// "2025年1月13日 20時01分" -> "2025-01-13 20:01": the signs of East Asian dates as digits are divided
// elsewhere.
std::string with_plain_dividers(std::string_view line) {
  struct Sign {
    std::string_view printed, plain;
  };
  constexpr auto kSigns = std::to_array<Sign>({{"年", "/"},
                                               {"月", "/"},
                                               {"日", " "},
                                               {"時", ":"},
                                               {"时", ":"},
                                               {"分", " "},
                                               {"년 ", "/"},
                                               {"년", "/"},
                                               {"월 ", "/"},
                                               {"월", "/"},
                                               {"일", " "},
                                               {"시 ", ":"}});
  std::string plain;
  for (std::size_t at = 0; at < line.size();) {
    const auto* sign =
        std::ranges::find_if(kSigns, [&](const Sign& s) { return line.substr(at).starts_with(s.printed); });
    const bool behind_digit = at > 0 && line[at - 1] >= '0' && line[at - 1] <= '9';
    if (sign == kSigns.end() || !behind_digit) {
      plain += line[at++];
    } else {
      plain += sign->plain;
      at += sign->printed.size();
    }
  }
  return plain;
}

}  // namespace

std::optional<FoundDate> date_in_line(std::string_view printed, const DateOptions& options) {
  constexpr std::size_t kMostWords = 40, kLongestRun = 9;
  if (printed.size() > kLongestLine || !may_be_date(printed)) return std::nullopt;
  const std::string plain = with_plain_dividers(printed);
  const std::string_view line = plain;
  const auto words = split_at_blanks(line);
  if (words.size() > kMostWords) return std::nullopt;
  std::optional<FoundDate> changed;
  for (std::size_t start = 0; start < words.size(); ++start) {
    for (std::size_t count = std::min(kLongestRun, words.size() - start); count > 0; --count) {
      const std::string_view last = words[start + count - 1];
      const std::string_view run(words[start].data(),
                                 static_cast<std::size_t>(last.data() + last.size() - words[start].data()));
      if (!may_be_date(run)) continue;
      const auto date = read_date(trim(run, "|()[],;:•·/-"), options, {});
      if (!date || !is_day(*date)) continue;
      const std::string_view before =
          line.substr(0, static_cast<std::size_t>(words[start].data() - line.data()));
      const FoundDate found{
          *date, says_changed(before.substr(before.size() - std::min<std::size_t>(before.size(), 40))),
          run.size()};
      if (!found.changed) return found;
      if (!changed) changed = found;
      start += count - 1;
      break;
    }
  }
  return changed;
}

std::optional<Date> date_in_address(std::string_view url) {
  const std::size_t slashes = url.find("//");
  const std::size_t path = url.find('/', slashes == std::string_view::npos ? 0 : slashes + 2);
  if (path == std::string_view::npos) return std::nullopt;
  url.remove_prefix(path);
  const auto digits = [&](std::size_t at, std::size_t count) {
    return at + count <= url.size() ? parse_digits(url.substr(at, count)) : std::nullopt;
  };
  const auto is_digit = [&](std::size_t at) { return at < url.size() && url[at] >= '0' && url[at] <= '9'; };
  for (std::size_t at = 1; at + 8 <= url.size(); ++at) {
    if (is_digit(at - 1) || !is_digit(at)) continue;
    const auto year = digits(at, 4);
    if (!year || *year < 1990 || *year > 2100) continue;
    const bool divided = at + 10 <= url.size() && !is_digit(at + 4) && url[at + 4] == url[at + 7] &&
                         std::string_view("/-_").find(url[at + 4]) != std::string_view::npos;
    const std::size_t step = divided ? 1 : 0;
    const auto month = digits(at + 4 + step, 2), day = digits(at + 6 + 2 * step, 2);
    if (!month || !day || is_digit(at + 8 + 2 * step)) continue;
    Date date{.year = static_cast<int>(*year), .month = *month, .day = *day, .zone = {}, .rule = "html:url"};
    if (is_valid(date)) return date;
  }
  return std::nullopt;
}

namespace {

class DateFinder {
 public:
  DateFinder(const Page& page, const std::vector<std::uint32_t>& marks, const std::vector<Block>& blocks,
             const PageFacts& facts, NodeIndex headline, const DateOptions& options)
      : page_(page),
        marks_(marks),
        blocks_(blocks),
        facts_(facts),
        headline_(headline),
        options_(options),
        head_begin_(head_begin()),
        head_end_(head_end()) {}

  PageDates find() {
    stated(facts_.published, dates_.published);
    stated(facts_.updated, dates_.updated);
    if (!is_settled()) from_markup(head_begin_, head_end_);
    if (!dates_.published) from_title();
    if (!dates_.published) from_lines(true);
    if (!dates_.published) from_address();
    if (!is_settled()) from_markup(0, page_.size());
    if (!dates_.published) from_lines(false);
    if (!dates_.published) dates_.published = dates_.updated;
    return std::move(dates_);
  }

 private:
  [[nodiscard]] bool is_settled() const { return dates_.published && is_day(*dates_.published); }

  // Where the lines below the headline that tell of author and date are over: some paragraphs into the text.
  [[nodiscard]] NodeIndex head_end() const {
    constexpr std::size_t kParagraphs = 3;
    std::size_t seen = 0;
    for (const Block& block : blocks_) {
      if (block.first > headline_ && prose_of(page_, block) > 0 && ++seen == kParagraphs) return block.first;
    }
    return page_.size();
  }

  // The first that is a day, else the first.
  void stated(const std::vector<StatedDate>& list, std::optional<Date>& into) {
    for (const StatedDate& one : list) {
      auto date = read_date(one.text, options_, one.rule, &dates_.diagnostics);
      if (!date) continue;
      if (!into || (!is_day(*into) && is_day(*date))) into = std::move(date);
      if (is_day(*into)) return;
    }
  }

  // Where the lines around the headline begin: some elements up from it.
  [[nodiscard]] NodeIndex head_begin() const {
    NodeIndex node = headline_;
    for (int steps = 0; steps < 3 && page_[node].parent != 0; ++steps) node = page_[node].parent;
    return node;
  }

  // Whether an element is of another story, of what readers wrote, or of the page's frame.
  [[nodiscard]] bool is_elsewhere(NodeIndex node) const {
    const bool in_head = headline_ != 0 && node > head_begin_ && node < head_end_;
    const NodeIndex article = headline_ == 0 ? 0 : page_.closest(headline_, "article");
    const bool with_headline = article != 0 && page_.contains(article, node);
    for (NodeIndex i = node; i != 0; i = page_[i].parent) {
      if (headline_ != 0 && page_.contains(i, headline_)) return false;
      if (page_.is(i, "footer") || page_.is(i, "nav")) return true;
      if ((marks_[i] & kComments) != 0 && (marks_[i] & kDate) == 0) return true;
      if (in_head) continue;
      if ((marks_[i] & kFurniture) != 0) return true;
      if (!with_headline && page_.is(i, "aside")) return true;
      if (page_.is(i, "header") && page_.closest(i, "article") == 0 && page_.closest(i, "main") == 0)
        return true;
    }
    return false;
  }

  [[nodiscard]] std::uint32_t marks_around(NodeIndex node) const {
    std::uint32_t all = marks_[node];
    for (int steps = 0; steps < 2 && page_[node].parent != 0; ++steps)
      node = page_[node].parent, all |= marks_[node];
    return all;
  }

  // `time` elements and whatever is marked as a date: what is marked as the date of publication before
  // others, what stands below the headline before what is above, since a masthead prints today's date.
  void from_markup(NodeIndex from, NodeIndex to) {
    constexpr std::size_t kMostElements = 2000;
    std::optional<Date> published, below, above, changed;
    std::size_t elements = 0;
    for (NodeIndex i = from; i < to && elements < kMostElements; ++i) {
      const bool is_time = page_.is(i, "time") || (page_.is(i, "abbr") && (marks_[i] & kDate) != 0);
      if (!page_.is_element(i) || (!is_time && (marks_[i] & (kDate | kUpdated)) == 0)) continue;
      ++elements;
      bool says_change = (marks_[i] & kUpdated) != 0 && (marks_[i] & kPublished) == 0;
      auto date = element_date(i, is_time, says_change);
      if (!date || is_elsewhere(i)) continue;
      const bool says_published = (marks_around(i) & kPublished) != 0 || page_.has_attribute(i, "pubdate");
      auto& slot = says_change ? changed : says_published ? published : i < headline_ ? above : below;
      if (!slot) slot = std::move(date);
    }
    for (auto* found : {&published, &below, &above}) {
      if (!*found) continue;
      dates_.published = std::move(*found);
      break;
    }
    if (!dates_.updated && changed) dates_.updated = std::move(changed);
  }

  std::optional<Date> element_date(NodeIndex node, bool is_time, bool& says_change) const {
    constexpr NodeIndex kMostNodes = 60;
    const char* rule = is_time ? "html:time" : "html:markup";
    std::optional<Date> stated;
    for (const char* name : {"datetime", "content", "title", "data-datetime", "data-date", "data-time",
                             "publishdate", "data-published"}) {
      const std::string_view value = page_.attribute(node, name);
      if (stated || value.empty() || value.size() > kLongestLine) continue;
      stated = read_date(fold_space(value), options_, rule);
      if (stated && !is_day(*stated)) stated.reset();
    }
    if (page_[node].end - node > kMostNodes) return stated;
    auto line = date_in_line(page_.text(node, Page::Apart::elements), options_);
    if (!line) return stated;
    says_change = says_change || line->changed;
    // The machine's form may be in universal time: the day is the printed one.
    if (stated && iso_date(*stated) == iso_date(line->date)) return stated;
    line->date.rule = rule;
    return std::move(line->date);
  }

  void from_address() {
    for (const std::string& url : facts_.urls) {
      if (auto date = date_in_address(url)) {
        dates_.published = std::move(date);
        return;
      }
    }
  }

  // A title's last part: "Bell returned | The Post | 28.04.2023".
  void from_title() {
    const std::size_t divider = facts_.title.rfind(" | ");
    if (divider != std::string::npos)
      dates_.published =
          read_date(std::string_view(facts_.title).substr(divider + 3), options_, "html:title");
  }

  // Lines of the page that are little but a date: behind the headline, before it. Then, unless `near`, any
  // that holds one; far from the headline only where there is no date of change.
  void from_lines(bool near) {
    constexpr std::size_t kBelow = 15, kAbove = 6, kFar = 2000;
    std::size_t start = 0;
    while (start < blocks_.size() && blocks_[start].first < headline_) ++start;
    const std::size_t below = std::min(start + kBelow, blocks_.size()),
                      above = start - std::min(start, kAbove);
    if (try_lines(start, below, 20) || try_lines(above, start, 20) || near || dates_.updated) return;
    for (std::size_t least : {40U, 0U}) {
      if (try_lines(start, below, least) || try_lines(above, start, least)) return;
      if (try_lines(start, std::min(start + kFar, blocks_.size()), least)) return;
    }
  }

  // `least`: of how many hundredths of its line a date must be.
  bool try_lines(std::size_t from, std::size_t to, std::size_t least) {
    for (std::size_t i = from; i < to; ++i) {
      const auto line = date_in_line(blocks_[i].text, options_);
      if (!line || line->bytes * 100 < least * blocks_[i].text.size() || is_elsewhere(blocks_[i].owner))
        continue;
      auto& slot = line->changed ? dates_.updated : dates_.published;
      if (!slot) slot = line->date, slot->rule = "html:line";
      if (!line->changed) return true;
    }
    return false;
  }

  const Page& page_;
  const std::vector<std::uint32_t>& marks_;
  const std::vector<Block>& blocks_;
  const PageFacts& facts_;
  NodeIndex headline_;
  const DateOptions& options_;
  NodeIndex head_begin_;
  NodeIndex head_end_;
  PageDates dates_;
};

}  // namespace

PageDates find_dates(const Page& page, const std::vector<std::uint32_t>& marks,
                     const std::vector<Block>& blocks, const PageFacts& facts, NodeIndex headline,
                     const DateOptions& options) {
  return DateFinder(page, marks, blocks, facts, headline, options).find();
}

}  // namespace dateline::html
