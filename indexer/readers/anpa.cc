#include "indexer/readers/anpa.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dateline/text.h"
#include "dateline/words.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/letters.h"
#include "indexer/readers/news_fields.h"
#include "indexer/readers/opening.h"
#include "indexer/readers/wire_copy.h"

namespace dateline {

namespace {

// A message is SOH, header, STX, copy, ETX, the time, EOT.
constexpr char kHeader = '\x01', kCopy = '\x02', kCopyEnd = '\x03', kEnd = '\x04';

// Lines of names or roles are no longer.
constexpr std::size_t kLongestByline = 200;

constexpr auto npos = std::string_view::npos;

struct Message {
  std::string bytes;       // behind its SOH, up to its EOT
  std::uint64_t line = 1;  // of the file, where it begins
  bool too_large = false;  // over kMaxArticleBytes; there are no bytes then
  bool closed = false;     // an EOT ends it
};

// Cuts a stream into its messages; what stands between them is padding.
class Messages {
 public:
  explicit Messages(ByteSource& bytes) : bytes_(bytes) {}

  std::optional<Message> next() {
    for (;;) {
      const auto mark = pass_to_mark(nullptr);
      if (!mark) return std::nullopt;
      ++at_;
      if (*mark == kHeader) break;
    }
    Message message;
    message.line = line_;
    message.closed = pass_to_mark(&message) == kEnd;
    return message;
  }

 private:
  // The next SOH or EOT, which stays; what comes before it is the message's.
  std::optional<char> pass_to_mark(Message* message) {
    for (;;) {
      const auto found = std::find_if(buffer_.begin() + static_cast<std::ptrdiff_t>(at_), buffer_.end(),
                                      [](char c) { return c == kHeader || c == kEnd; });
      pass(static_cast<std::size_t>(found - buffer_.begin()), message);
      if (at_ < buffer_.size()) return buffer_[at_];
      buffer_.clear();
      at_ = 0;
      if (!read_more(bytes_, buffer_)) return std::nullopt;
    }
  }

  void pass(std::size_t to, Message* message) {
    const std::string_view passed = std::string_view(buffer_).substr(at_, to - at_);
    line_ += static_cast<std::uint64_t>(std::ranges::count(passed, '\n'));
    at_ = to;
    if (!message || message->too_large) return;
    message->too_large = message->bytes.size() + passed.size() > kMaxArticleBytes;
    if (message->too_large)
      message->bytes = {};
    else
      message->bytes += passed;
  }

  ByteSource& bytes_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
};

// Wires of eight bits that do not send UTF-8 send western European.
DecodedText decoded(std::string_view bytes) {
  return decode(bytes, is_ascii(bytes) ? std::string_view() : "ISO-8859-1");
}

// Takes what is before `mark` off the text, and the mark; all of it where there is none.
std::string_view take_until(std::string_view& text, char mark) {
  const std::size_t end = std::min(text.find(mark), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

// The letters and digits of a slug as words: "US--Ethanol, 1st Ld-Writethru" -> us, ethanol, 1st, ld, ...
std::vector<std::string> words_in(std::string_view slug) {
  std::vector<std::string> words(1);
  for (char c : fold(slug)) {
    const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (part)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// "1st Ld-Writethru" is the second version.
std::optional<std::uint32_t> version_in(std::string_view slug) {
  const std::vector<std::string> words = words_in(slug);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    const bool lead = word.ends_with("ld") || (i + 1 < words.size() && words[i + 1].starts_with("ld"));
    const auto number = version_of(prefix(word, 3));
    if (lead && number &&
        (word.find("st") != npos || word.find("nd") != npos || word.find("rd") != npos ||
         word.find("th") != npos))
      return *number + 1;
  }
  return std::nullopt;
}

// What a slug says of the message itself: "BC-Ethanol, Correction", "BC-Ethanol-KILL", "BC-Correction:
// Ethanol". Inside a slug the words may belong to the story.
std::optional<Status> status_in(std::string_view slug) {
  const std::size_t comma = slug.find(','), colon = slug.find(':');
  std::vector<std::string> telling;
  if (comma != npos) telling = words_in(slug.substr(comma));
  for (std::string_view part : {slug.substr(0, comma), slug.substr(0, std::min(colon, slug.size()))}) {
    if (const auto words = words_in(part); !words.empty()) telling.push_back(words.back());
  }
  for (const std::string& word : telling) {
    const auto status = status_of(word);
    if (status && *status != Status::usable) return status;
  }
  return std::nullopt;
}

// Reads the lines of one message's copy into an article.
class CopyReader {
 public:
  explicit CopyReader(Article& article) : article_(article) {}

  void read(std::string_view copy) {
    while (!copy.empty()) read_line(take_until(copy, '\n'));
    end_paragraph();
    set_body(article_, std::move(prose_));
  }

 private:
  // What typesetters' marks say about a line: `^` begins one set by itself, `<` and `=` end it.
  void read_line(std::string_view line) {
    line = trim(line, "\r\f\v");
    const bool indented = line.starts_with('\t') || line.starts_with("  ");
    const std::string text = nfc(fold_space(line));
    if (text.empty()) return end_paragraph();
    if (indented) return end_paragraph(), begin_paragraph(text);
    if (!text.starts_with('^')) return go_on(text);
    end_paragraph();
    for (std::string_view rest = std::string_view(text).substr(1); !rest.empty();)
      read_marked(trim(take_until(rest, '^')));
  }

  void read_marked(std::string_view line) {
    const bool set_off = line.ends_with('<');
    line = trim(line, "<= ");
    if (line.empty() || line.starts_with('*')) return;  // a selector's number
    if (!read_byline(std::string(line))) read_head(std::string(line), set_off);
  }

  bool read_byline(const std::string& line) {
    auto& bylines = article_.bylines;
    if (line.size() > kLongestByline) return false;
    if (bylines.empty()) {
      if (byline_kind(line, BylineKind::labelled) != BylineKind::labelled) return false;
      return add_byline(article_, line), true;
    }
    if (!bylines.back().role.empty() || !is_role(line)) return false;
    return bylines.back().role = line, true;
  }

  // Lines above the copy, in the order in which wires print them.
  void read_head(const std::string& line, bool set_off) {
    if (!prose_.paragraphs.empty()) return prose_.paragraphs.push_back(line);
    if (!slug_seen_ && article_.headline.empty() && is_slug(line)) return take_slug(line);
    const std::string_view bare = trim(line, "()");
    if (after_label(bare, "eds")) return add_extra(article_, "ednote", std::string(bare));
    if (is_note_to_editors(line)) return add_extra(article_, "ednote", line);
    if (after_label(line, "editor's note")) return add_extra(article_, "note", line);
    if (set_off && after_label(line, "ap photo")) return add_extra(article_, "pictures", line);
    if (article_.headline.empty())
      article_.headline = line;
    else if (set_off && article_.abstract.empty() && article_.bylines.empty())
      article_.abstract = line;
    else
      prose_.paragraphs.push_back(line);
  }

  // "BC-US--Ethanol-Losing Grassland, 1st Ld-Writethru,1140", or in Europe "Wahlen/Berlin/".
  static bool is_slug(const std::string& line) {
    const std::string_view first = std::string_view(line).substr(0, line.find(' '));
    const bool cycle = first.size() > 3 && first[2] == '-' && is_all_capitals(first.substr(0, 2));
    return cycle || (line.ends_with('/') && line.size() > 1);
  }

  void take_slug(const std::string& line) {
    slug_seen_ = true;
    const std::size_t comma = line.rfind(',');
    const bool counted = comma != npos && line.find_first_not_of("0123456789", comma + 1) == npos;
    const std::string slug = line.substr(0, counted ? comma : npos);
    article_.extra["slugline"] = slug;
    if (const auto version = version_in(slug)) article_.version = *version;
    if (const auto status = status_in(slug)) article_.status = *status;
  }

  // A line without marks goes on with the paragraph; above the copy it is a headline's, up to a `=`.
  void go_on(const std::string& text) {
    if (!paragraph_.empty()) return void(paragraph_ += ' ' + text);
    if (headline_open_) {
      article_.headline += ' ' + std::string(trim(text, "= "));
      headline_open_ = !text.ends_with('=');
    } else if (prose_.paragraphs.empty() && article_.headline.empty()) {
      read_head(std::string(trim(text, "<= ")), false);
      headline_open_ = !article_.headline.empty() && !text.ends_with('=') && !text.ends_with('<');
    } else {
      begin_paragraph(text);
    }
  }

  void begin_paragraph(const std::string& text) { paragraph_ = trim(text, "^ "); }

  void end_paragraph() {
    headline_open_ = false;
    while (paragraph_.ends_with('<') || paragraph_.ends_with('=')) paragraph_.pop_back();
    // A rule divides parts of the copy.
    const std::string_view text = trim(paragraph_);
    if (text.find_first_not_of("_-") != npos) prose_.paragraphs.emplace_back(text);
    paragraph_.clear();
  }

  Article& article_;
  Prose prose_;
  std::string paragraph_;
  bool slug_seen_ = false;
  bool headline_open_ = false;  // the line above was its first, and another may follow
};

bool are_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == npos;
}

// The time behind the copy: "AP-WF-11-13-13 1509GMT", or in IPTC 7901 "131509 NOV 13". The header has no
// year, so without it there is no date.
void fill_date(Article& article, std::string_view trailer, const DateOptions& dates) {
  const std::string line = nfc(fold_space(prefix(trailer, 200)));
  std::vector<std::string_view> words = split_at_blanks(trim(line, "<= "));
  if (words.size() < 2) return;
  std::string moment;
  const std::string_view first = words[0], second = words[1];
  const auto clock = [](std::string_view digits) {
    return std::string(digits.substr(0, 2)) + ':' + std::string(digits.substr(2, 2)) + ' ';
  };
  if (first.size() >= 8 && second.size() >= 4 && are_digits(second.substr(0, 4))) {
    const std::string_view day = first.substr(first.size() - 8);
    moment = spelt_day(day.substr(6), day.substr(0, 2), day.substr(3, 2)) + ' ' + clock(second) +
             std::string(second.substr(4));
  } else if (first.size() == 6 && are_digits(first) && words.size() > 2) {
    moment = std::string(first.substr(0, 2)) + ' ' + std::string(second) + ' ' + std::string(words[2]) + ' ' +
             clock(first.substr(2));
  }
  article.published = date_of(article, trim(moment), dates, "anpa:trailer", 0);
}

// "V2870\x1fasian" and "f l BC-...   11-13 1049" below it; in IPTC 7901 one line, "dpa0123 4 pl 345".
void fill_header(Article& article, std::string_view header) {
  const std::string first = nfc(fold_space(take_until(header, '\n')));
  if (auto slug = parse_wire_slug(header)) {
    if (!slug->category.empty()) add_subject(article, {{}, slug->category, "anpa-category"});
    add_extra(article, "priority", slug->priority);
    if (const auto version = version_in(slug->slug)) article.version = *version;
    if (const auto status = status_in(slug->slug)) article.status = *status;
    return add_extra(article, "slugline", std::move(slug->slug));
  }
  const auto words = split_at_blanks(first);
  if (words.size() < 3 || words[1].size() != 1 || !are_digits(words[1])) return;
  add_extra(article, "priority", std::string(words[1]));
  add_subject(article, {{}, std::string(words[2]), "iptc7901-category"});
}

Article article_of(const Message& message, const DateOptions& dates) {
  Article article;
  std::string text = message.bytes;
  // A table's line begins with BS; blanks of a fixed width are DLE, RS and US.
  std::ranges::replace(text, '\b', '\t');
  std::ranges::replace_if(
      text, [](char c) { return c == '\x10' || c == '\x1E' || c == '\x1F'; }, ' ');
  std::string_view rest = text;
  fill_header(article, decoded(take_until(rest, kCopy)).text);
  const auto above =
      static_cast<std::uint64_t>(std::ranges::count(text, '\n') - std::ranges::count(rest, '\n'));
  const std::size_t end = rest.rfind(kCopyEnd);
  DecodedText copy = decoded(rest.substr(0, end));
  if (end != npos) fill_date(article, decoded(rest.substr(end + 1)).text, dates);
  if (copy.encoding != "UTF-8")
    article.diagnostics.push_back(warning("text.encoding", "read as " + copy.encoding, message.line, 1));
  if (!message.closed)
    article.diagnostics.push_back(warning("anpa.unclosed", "the message has no end", message.line, 1));
  for (Diagnostic& fault : copy.diagnostics) {
    if (fault.line > 0) fault.line += message.line - 1 + above;
    article.diagnostics.push_back(std::move(fault));
  }
  CopyReader(article).read(printed_copy(copy.text));
  return article;
}

}  // namespace

Confidence sniff_anpa(const Head& beginning) {
  const std::string_view head = beginning.text();
  // Padding, which wires send between messages.
  const std::size_t start = head.find_first_not_of(std::string_view("\0\x16\r\n ", 5));
  if (start == npos || head[start] != kHeader) return Confidence::no;
  // The header between is a line or two of text.
  const std::size_t copy = head.find(kCopy, start);
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  const bool is_wire = copy != npos && head.substr(0, copy).find('\0', start) == npos &&
                       std::ranges::any_of(head.substr(start, copy - start), is_letter);
  return is_wire ? Confidence::certain : Confidence::no;
}

void read_anpa(Input& input, ArticleSink& sink) {
  bool any = false;
  for (Messages messages(input.bytes); auto message = messages.next();) {
    any = true;
    if (message->too_large)
      sink.fault(error("article.too-large", "the message is over 16 MB", message->line, 1));
    else
      hand_on(article_of(*message, input.dates), sink, message->line);
  }
  if (!any) sink.fault(error("anpa.no-message", "no message", 1, 1));
}

}  // namespace dateline
