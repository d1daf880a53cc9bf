#include "indexer/readers/html_dates.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "dateline/text.h"
#include "indexer/readers/html_marks.h"
#include "indexer/readers/html_printed_dates.h"
#include "indexer/readers/letters.h"

namespace dateline::html {

namespace {

constexpr std::size_t kLongestLine = 220;
constexpr const char* kLineRule = "html:line";
// Dates before are placeholders of the site's program.
constexpr int kFirstYear = 1750;

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

// The last part of the host of an address ("de", "com"); empty: it has none.
std::string_view top_domain(std::string_view url) {
  const std::size_t slashes = url.find("//");
  if (slashes == std::string_view::npos) return {};
  const std::string_view host = url.substr(slashes + 2, url.find_first_of("/?#:", slashes + 2) - slashes - 2);
  return host.substr(host.rfind('.') + 1);
}

// Whether `03/12/2016` is 12 March on a page: where it is in American English, or in English of no country on
// a host of no country.
bool prints_month_first(const PageFacts& facts) {
  constexpr std::size_t kCountry = 2;
  const std::string language = fold(facts.language);
  if (language == "en-us" || language == "en_us") return true;
  if (language != "en") return false;
  return std::ranges::none_of(facts.urls,
                              [](const std::string& url) { return top_domain(url).size() == kCountry; });
}

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
    if (!dates_.published) from_lines_near();
    if (!dates_.published) from_address();
    if (!dates_.published) from_scripts();
    if (!is_settled()) from_markup(0, page_.size());
    if (!dates_.published) from_lines_told();
    if (!dates_.published) dates_.published = dates_.updated;
    if (!dates_.published) from_lines_far();
    if (!dates_.published) from_pictures();
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
      // The foot of an entry may hold its date.
      const bool foot = page_.is(i, "footer") && (marks_[i] & (kDate | kByline)) == 0;
      if (foot || page_.is(i, "nav")) return true;
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

  // Of the page itself, in its metadata, in the link that its headline is, in other forms of it.
  void from_address() {
    for (const std::string& url : facts_.urls) {
      if (take_address(url)) return;
    }
    for (NodeIndex i = headline_; headline_ != 0 && i < page_[headline_].end; ++i) {
      if (page_.is(i, "a") && take_address(page_.attribute(i, "href"))) return;
    }
    for (NodeIndex i = 1; i < page_.size() && !page_.is(i, "body"); ++i) {
      const std::string_view relation = page_.attribute(i, "rel");
      if (page_.is(i, "link") && (relation == "amphtml" || relation == "alternate") &&
          take_address(page_.attribute(i, "href")))
        return;
    }
  }

  bool take_address(std::string_view url) {
    if (auto date = date_in_address(url)) dates_.published = std::move(date);
    return dates_.published.has_value();
  }

  void from_scripts() {
    for (NodeIndex i = 1; i < page_.size() && !dates_.published; ++i) {
      if (!page_.is(page_[i].parent, "script")) continue;
      auto date = read_date(date_in_script(page_[i].text), options_, "html:script");
      if (date && is_day(*date)) dates_.published = std::move(date);
    }
  }

  // A title's last part: "Bell returned | The Post | 28.04.2023".
  void from_title() {
    for (std::string_view divider : {" | ", " - ", " – ", " — ", " (", ", "}) {
      const std::size_t at = facts_.title.rfind(divider);
      if (at == std::string::npos || dates_.published) continue;
      const std::string_view part = trim(std::string_view(facts_.title).substr(at + divider.size()), " ()-");
      auto date = read_date(part, options_, "html:title");
      if (date && is_day(*date)) dates_.published = std::move(date);
    }
  }

  // Lines below the headline or shortly above it that hold a date that is told, or little else.
  void from_lines_near() {
    constexpr std::size_t kBelow = 15, kAbove = 12;
    const std::size_t start = at_headline();
    const std::size_t below = std::min(start + kBelow, blocks_.size()),
                      above = start - std::min(start, kAbove);
    for (const Wanted wanted : {Wanted::told, Wanted::alone}) {
      if (try_lines(start, below, wanted) || try_lines_back(start, above, wanted)) return;
    }
  }

  void from_lines_told() { try_lines(at_headline(), far(), Wanted::told); }

  void from_lines_far() {
    const std::size_t start = at_headline();
    if (try_lines(start, far(), Wanted::alone) || try_lines(0, start, Wanted::alone)) return;
    try_lines(start, far(), Wanted::any);
  }

  // The address of a picture in the text: such files lie in a folder of the day.
  void from_pictures() {
    for (NodeIndex i = headline_; i < page_.size() && !dates_.published; ++i) {
      if (!page_.is(i, "img") || is_elsewhere(i)) continue;
      take_address(page_.attribute(i, "src"));
    }
  }

  [[nodiscard]] std::size_t at_headline() const {
    std::size_t start = 0;
    while (start < blocks_.size() && blocks_[start].first < headline_) ++start;
    return start;
  }

  [[nodiscard]] std::size_t far() const {
    constexpr std::size_t kFar = 2000;
    return std::min(at_headline() + kFar, blocks_.size());
  }

  // What a line must be to be taken: one that says that it tells a date of publication; a fifth of it a date;
  // any with a date.
  enum class Wanted : std::uint8_t { told, alone, any };

  bool try_lines(std::size_t from, std::size_t to, Wanted wanted) {
    while (from < to) {
      if (try_line(from++, wanted)) return true;
    }
    return false;
  }

  bool try_lines_back(std::size_t from, std::size_t to, Wanted wanted) {
    while (from > to) {
      if (try_line(--from, wanted)) return true;
    }
    return false;
  }

  bool try_line(std::size_t block, Wanted wanted) {
    // Dates beside the page's own date of change tell nothing of it by themselves.
    if (wanted == Wanted::alone && dates_.updated && dates_.updated->rule == kLineRule) return false;
    const auto& line = line_of(block);
    if (!line || is_elsewhere(blocks_[block].owner)) return false;
    const std::size_t size = blocks_[block].text.size();
    const bool alone = line->bytes * 5 >= size, told = line->told && line->bytes * 12 >= size;
    if (wanted == Wanted::told && !told && !line->changed) return false;
    if (wanted != Wanted::any && !alone && !told) return false;
    auto& slot = line->changed ? dates_.updated : dates_.published;
    if (!slot) slot = line->date, slot->rule = kLineRule;
    return !line->changed;
  }

  const std::optional<FoundDate>& line_of(std::size_t block) {
    const auto [row, added] = lines_.try_emplace(block);
    if (added && has_digit(blocks_[block].text))
      row->second = date_in_line(text_apart(page_, blocks_[block]), options_);
    return row->second;
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
  std::unordered_map<std::size_t, std::optional<FoundDate>> lines_;  // of the blocks asked so far
};

}  // namespace

PageDates find_dates(const Page& page, const std::vector<std::uint32_t>& marks,
                     const std::vector<Block>& blocks, const PageFacts& facts, NodeIndex headline,
                     const DateOptions& options) {
  DateOptions of_page = options;
  of_page.day_first = options.day_first && !prints_month_first(facts);
  return DateFinder(page, marks, blocks, facts, headline, of_page).find();
}

}  // namespace dateline::html
