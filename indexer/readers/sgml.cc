#include "indexer/readers/sgml.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "dateline/text.h"
#include "indexer/readers/encoding.h"

namespace dateline {

namespace {

constexpr std::size_t kMaxDepth = 64, kMaxElements = 10'000;
constexpr std::size_t kLongestReference = 32;
constexpr std::string_view kSpace = " \t\r\n\f";
constexpr auto npos = std::string_view::npos;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name_character(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool begins_with(std::string_view text, std::string_view small_word) {
  return text.size() >= small_word.size() && std::equal(small_word.begin(), small_word.end(), text.begin(),
                                                        [](char a, char b) { return a == small(b); });
}

// A piece of markup at a `<`; `size` is 0 where that is only text.
struct Markup {
  std::size_t size = 0;
  bool end_tag = false;
  std::string_view name;  // empty: a comment or declaration
  std::string_view attributes;
};

// The character behind `mark`, or the text's end.
std::size_t behind(std::string_view text, std::string_view mark) {
  const std::size_t found = text.find(mark);
  return found == npos ? text.size() : found + mark.size();
}

Markup markup_at(std::string_view text) {
  if (text.starts_with("<!--")) return {behind(text, "-->"), false, {}, {}};
  Markup markup;
  std::size_t at = 1;
  if (at < text.size() && text[at] == '/') markup.end_tag = true, ++at;
  const bool declaration = at < text.size() && (text[at] == '!' || text[at] == '?');
  if (at >= text.size() || !(is_letter(text[at]) || declaration)) return {};
  const std::size_t close = text.find_first_of("<>", at);
  if (close == npos || text[close] == '<') return {};
  markup.size = close + 1;
  if (declaration) return markup;
  std::size_t end = at;
  while (end < close && is_name_character(text[end])) ++end;
  markup.name = text.substr(at, end - at);
  markup.attributes = text.substr(end, close - end);
  return markup;
}

std::string small_letters(std::string_view name) {
  std::string out(name);
  std::ranges::transform(out, out.begin(), small);
  return out;
}

// Names of ISO 8879's public sets that collections use and HTML lacks.
constexpr auto kIsoNames = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"apos", "'"},   {"ast", "*"},    {"blank", " "},  {"bull", "•"},  {"cir", "○"},  {"colon", ":"},
    {"commat", "@"}, {"dollar", "$"}, {"equals", "="}, {"hyph", "-"},  {"lpar", "("}, {"lsqb", "["},
    {"num", "#"},    {"percnt", "%"}, {"plus", "+"},   {"quest", "?"}, {"rpar", ")"}, {"rsqb", "]"},
    {"semi", ";"},   {"sol", "/"},    {"verbar", "|"},
});

// The character of a numbered reference ("#233", "#xE9"), control characters as blanks; 0: it is none.
char32_t numbered(std::string_view name) {
  const bool hexadecimal = name.size() > 2 && small(name[1]) == 'x';
  name.remove_prefix(hexadecimal ? 2 : 1);
  std::uint32_t code = 0;
  const auto [end, fault] =
      std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
  if (fault != std::errc() || end != name.data() + name.size()) return 0;
  const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
  if (control) return code == '\n' || code == '\t' ? code : U' ';
  return code > 0x10FFFF || (code >= 0xD800 && code < 0xE000) ? 0 : code;
}

// What stands for the reference of this name, without & and ;. Absent: it is none.
std::optional<std::string> referred(std::string_view name) {
  if (name.empty()) return std::nullopt;
  std::string out;
  if (name[0] == '#') {
    const char32_t character = numbered(name);
    if (character == 0) return std::nullopt;
    return append_utf8(out, character), out;
  }
  for (const std::string& spelt : {std::string(name), small_letters(name)}) {
    const auto* iso = std::ranges::find(kIsoNames, spelt, &decltype(kIsoNames)::value_type::first);
    if (iso != kIsoNames.end()) return std::string(iso->second);
    const auto* html = htmlEntityLookup(reinterpret_cast<const unsigned char*>(spelt.c_str()));
    if (html) return append_utf8(out, static_cast<char32_t>(html->value)), out;
  }
  return std::nullopt;
}

// Appends what the reference at the front of `text` means, or its `&`; gives the bytes it took.
std::size_t append_reference(std::string& out, std::string_view text) {
  const std::size_t end = text.substr(0, kLongestReference).find(';');
  if (end != npos) {
    if (const auto meant = referred(text.substr(1, end - 1))) return out += *meant, end + 1;
  }
  out += '&';
  return 1;
}

}  // namespace

std::optional<SgmlRecords::Record> SgmlRecords::next() {
  for (;;) {
    const auto tag = pass_to_tag(nullptr);
    if (!tag) return std::nullopt;
    if (*tag == Tag::start) break;
    pass(at_ + 1, nullptr);
  }
  Record record;
  record.line = line_;
  pass(at_ + 1, &record);
  record.closed = pass_to_tag(&record) == Tag::end;
  return record;
}

// Moves to the next tag of a document; absent: the stream ends without one. What is passed goes to `record`.
std::optional<SgmlRecords::Tag> SgmlRecords::pass_to_tag(Record* record) {
  const std::size_t tag_size = name_.size() + 3;  // with `</` and the character behind the name
  for (std::size_t from = at_;;) {
    const std::size_t found = std::min(buffer_.find('<', from), buffer_.size());
    if (found + tag_size > buffer_.size()) {
      pass(found, record);
      if (!fill()) return pass(buffer_.size(), record), std::nullopt;
      from = at_;
      continue;
    }
    if (const auto tag = tag_at(found)) return pass(found, record), tag;
    from = found + 1;
  }
}

std::optional<SgmlRecords::Tag> SgmlRecords::tag_at(std::size_t at) const {
  std::string_view text = std::string_view(buffer_).substr(at + 1);
  const Tag tag = text.starts_with('/') ? Tag::end : Tag::start;
  if (tag == Tag::end) text.remove_prefix(1);
  if (!begins_with(text, name_)) return std::nullopt;
  const char behind = text[name_.size()];
  return behind == '>' || kSpace.find(behind) != npos ? std::optional(tag) : std::nullopt;
}

void SgmlRecords::pass(std::size_t to, Record* record) {
  const std::string_view passed = std::string_view(buffer_).substr(at_, to - at_);
  line_ += static_cast<std::uint64_t>(std::ranges::count(passed, '\n'));
  at_ = to;
  if (!record || record->too_large) return;
  record->too_large = record->text.size() + passed.size() > kMaxArticleBytes;
  if (record->too_large)
    record->text = {};
  else
    record->text += passed;
}

// Reads more behind what is left; false: there is no more.
bool SgmlRecords::fill() {
  buffer_.erase(0, at_);
  at_ = 0;
  return read_more(bytes_, buffer_);
}

std::string SgmlElement::attribute(std::string_view wanted) const {
  for (std::string_view rest = attributes; !rest.empty();) {
    rest.remove_prefix(std::min(rest.find_first_not_of(kSpace), rest.size()));
    const std::size_t equals = std::min(rest.find('='), rest.size());
    const bool found = begins_with(rest.substr(0, equals), wanted) && equals == wanted.size();
    rest.remove_prefix(std::min(equals + 1, rest.size()));
    const bool quoted = rest.starts_with('"') || rest.starts_with('\'');
    const std::size_t end =
        std::min(quoted ? rest.find(rest[0], 1) : rest.find_first_of(kSpace), rest.size());
    if (found) return std::string(rest.substr(quoted, end - quoted));
    rest.remove_prefix(std::min(end + quoted, rest.size()));
  }
  return {};
}

std::string SgmlElement::text() const { return nfc(fold_space(sgml_text(content))); }

SgmlDocument::SgmlDocument(std::string_view text, std::uint64_t line) {
  std::vector<std::size_t> open;  // indices of elements
  const auto close_to = [&](std::vector<std::size_t>::difference_type depth, std::size_t at) {
    for (auto i = static_cast<std::size_t>(depth); i < open.size(); ++i) {
      std::string_view& content = elements_[open[i]].content;
      content = content.substr(0, at - static_cast<std::size_t>(content.data() - text.data()));
    }
    open.resize(static_cast<std::size_t>(depth));
  };
  // Where the document's own tag is broken, it is an element without a name.
  if (!text.starts_with('<') || markup_at(text).name.empty()) elements_.push_back({{}, {}, text, line});
  std::size_t counted = 0;
  for (std::size_t at = text.find('<'); at != npos; at = text.find('<', at)) {
    const Markup tag = markup_at(text.substr(at));
    const std::size_t end = at + std::max<std::size_t>(tag.size, 1);
    if (!tag.name.empty()) {
      std::string name = small_letters(tag.name);
      const auto same = std::ranges::find(open, name, [&](std::size_t i) { return elements_[i].name; });
      if (same != open.end()) close_to(same - open.begin(), at);
      if (!tag.end_tag && open.size() < kMaxDepth && elements_.size() < kMaxElements) {
        line += static_cast<std::uint64_t>(std::ranges::count(text.substr(counted, at - counted), '\n'));
        counted = at;
        open.push_back(elements_.size());
        elements_.push_back({std::move(name), tag.attributes, text.substr(end), line});
      }
    }
    at = end;
  }
  close_to(0, text.size());
}

const SgmlElement* SgmlDocument::find(std::string_view name) const {
  const auto found = std::ranges::find(elements_, name, &SgmlElement::name);
  return found == elements_.end() ? nullptr : &*found;
}

std::string SgmlDocument::text(std::string_view name) const {
  const SgmlElement* found = find(name);
  return found ? found->text() : std::string();
}

std::vector<const SgmlElement*> SgmlDocument::all_in(const SgmlElement& outer, std::string_view name) const {
  std::vector<const SgmlElement*> all;
  const char* end = outer.content.data() + outer.content.size();
  for (auto at = elements_.begin() + (&outer - elements_.data()) + 1; at != elements_.end(); ++at) {
    if (at->content.data() > end) break;
    if (at->name == name) all.push_back(&*at);
  }
  return all;
}

std::string sgml_text(std::string_view content) {
  std::string out;
  out.reserve(content.size());
  for (;;) {
    const std::size_t plain = std::min(content.find_first_of("<&"), content.size());
    out += content.substr(0, plain);
    content.remove_prefix(plain);
    if (content.empty()) return out;
    if (content[0] == '&') {
      content.remove_prefix(append_reference(out, content));
      continue;
    }
    const Markup tag = markup_at(content);
    if (tag.size == 0) out += '<';
    if (tag.name == "P" || tag.name == "p") out += "\n\n";
    if (begins_with(tag.name, "br") && tag.name.size() == 2) out += '\n';
    content.remove_prefix(std::max<std::size_t>(tag.size, 1));
  }
}

bool read_documents(Input& input, std::string_view name, ArticleSink& sink,
                    const std::function<void(const SgmlDocument&, Article)>& use) {
  SgmlRecords records(input.bytes, name);
  bool any = false;
  while (const auto record = records.next()) {
    any = true;
    if (record->too_large) {
      sink.fault(error("article.too-large", "the document is over 16 MB", record->line, 1));
      continue;
    }
    DecodedText decoded = decode(record->text);
    Article article;
    article.diagnostics = std::move(decoded.diagnostics);
    for (Diagnostic& fault : article.diagnostics) fault.line += fault.line > 0 ? record->line - 1 : 0;
    if (decoded.encoding != "UTF-8")
      article.diagnostics.push_back(warning("text.encoding", "read as " + decoded.encoding, record->line, 1));
    if (!record->closed)
      article.diagnostics.push_back(warning("sgml.unclosed", "the document has no end tag", record->line, 1));
    use(SgmlDocument(decoded.text, record->line), std::move(article));
  }
  return any;
}

std::string sgml_root(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  for (;;) {
    head.remove_prefix(std::min(head.find_first_not_of(kSpace), head.size()));
    if (!head.starts_with('<')) return {};
    const Markup tag = markup_at(head);
    if (tag.size == 0 || tag.end_tag) return {};
    if (!tag.name.empty()) return small_letters(tag.name);
    head.remove_prefix(tag.size);
  }
}

}  // namespace dateline
