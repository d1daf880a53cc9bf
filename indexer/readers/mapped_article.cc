#include "indexer/readers/mapped_article.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "dateline/text.h"
#include "indexer/readers/html_facts.h"
#include "indexer/readers/letters.h"
#include "indexer/readers/news_fields.h"
#include "indexer/readers/nitf.h"

namespace dateline {

namespace {

// A summary that is longer, or has paragraphs, is the story where there is no other.
constexpr std::size_t kLongestSummary = 600;
// Keys that nobody knows are kept up to this many.
constexpr std::size_t kMostExtra = 100;

// Whether a text holds a tag or a character reference.
bool is_markup(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '<' && text[at] != '&') continue;
    const std::string_view rest = text.substr(at + 1, 12);
    const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
    if (rest.empty()) return false;
    if (text[at] == '<' && (is_letter(rest[0]) || rest[0] == '/' || rest[0] == '!') &&
        text.find('>', at) != std::string_view::npos)
      return true;
    if (text[at] == '&' && (is_letter(rest[0]) || rest[0] == '#') && rest.find(';') != std::string_view::npos)
      return true;
  }
  return false;
}

Prose prose_in(std::string_view text) {
  if (!is_markup(text)) return {prose_of_text(text), {}};
  return prose_of_html(text, has_blocks(text) ? EmptyLine::space : EmptyLine::paragraph);
}

std::string line_in(std::string_view text) {
  return is_markup(text) ? html::plain_text(text) : nfc(fold_space(text));
}

std::string joined(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) text += (text.empty() ? "" : "\n\n") + paragraph;
  return text;
}

// A list that stands in one text: `["a", "b"]`, `['a', 'b']`, `a; b`, `a|b`.
std::vector<std::string> listed(std::string_view text) {
  text = trim(text);
  const bool brackets = text.size() > 1 && text.front() == '[' && text.back() == ']';
  if (brackets) text = text.substr(1, text.size() - 2);
  std::vector<std::string> all;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(brackets ? "," : ";|"), text.size());
    std::string one = line_in(trim(text.substr(0, end), brackets ? " '\"" : " "));
    if (!one.empty()) all.push_back(std::move(one));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return all;
}

bool is_nitf(std::string_view text) {
  const std::string_view start = text.substr(0, text.find_first_not_of(" \t\r\n") + 6);
  return (start.find("<?xml") != std::string_view::npos || start.find("<nitf") != std::string_view::npos) &&
         text.find("<nitf") != std::string_view::npos;
}

// The keys of a record, roughly: tables ask for hundreds, of which it has a few.
class KeySet {
 public:
  explicit KeySet(JsonValue record) {
    if (!record.is_object())
      bits_ = ~std::uint64_t{0};
    else
      for (const auto& [key, value] : simdjson::dom::object(record)) bits_ |= bit(fold_key(key));
  }

  // False: the record has no such key.
  [[nodiscard]] bool may_have(std::string_view folded) const {
    return folded == "*" || (bits_ & bit(folded)) != 0;
  }

 private:
  static std::uint64_t bit(std::string_view folded) {
    if (folded.empty()) return 1;
    const auto code = [](char c) { return static_cast<std::size_t>(static_cast<unsigned char>(c)); };
    return std::uint64_t{1} << ((code(folded.front()) * 5 + code(folded.back()) * 3 + folded.size()) % 64);
  }

  std::uint64_t bits_ = 0;
};

class Mapper {
 public:
  Mapper(JsonValue object, const Mapping& mapping, std::uint64_t line)
      : object_(object), keys_(object), mapping_(mapping), line_(line), picture_(is_picture(object)) {}

  Article read() {
    identity();
    article_.headline = line(MapField::headline);
    for (std::string& text : lines(MapField::subheadlines)) {
      if (text != article_.headline) article_.subheadlines.push_back(std::move(text));
    }
    dates();
    if (!picture_) bylines();
    set_dateline(article_, text(MapField::dateline), line(MapField::dateline_place));
    topics();
    captions();
    if (!picture_) copy();
    extra();
    return std::move(article_);
  }

 private:
  const FieldPaths& paths(MapField field) const { return mapping_.map[field]; }

  // An object that is only named by its id.
  JsonValue resolved(JsonValue value) const {
    if (mapping_.by_id.empty() || !value.is_object()) return value;
    const simdjson::dom::object object(value);
    std::string_view id;
    if (object.size() > 2 || object["@id"].get(id) != simdjson::SUCCESS) return value;
    const auto found = mapping_.by_id.find(id);
    return found == mapping_.by_id.end() ? value : found->second;
  }

  // Calls `use` for each value of the first path that leads to something; `Merge::all` for all paths'.
  enum class Merge : std::uint8_t { first, all };
  template <class Use>
  void each(MapField field, Merge merge, Use use) const {
    bool any = false;
    for (const FieldPath& path : paths(field)) {
      if (!keys_.may_have(path.steps.front().key)) continue;
      walk(object_, path, [&](JsonValue value) {
        if (!value.is_null()) any = use(resolved(value)) || any;
      });
      if (any && merge == Merge::first) return;
    }
  }

  // As it stands; of the first path that says something.
  std::string text(MapField field) const {
    std::string found;
    each(field, Merge::first, [&](JsonValue value) {
      if (found.empty()) found = text_of(value);
      return !found.empty();
    });
    return found;
  }

  std::string line(MapField field) const { return line_in(text(field)); }

  std::vector<std::string> lines(MapField field, Merge merge = Merge::first) const {
    std::vector<std::string> all;
    each(field, merge, [&](JsonValue value) {
      std::string one = line_in(text_of(value));
      const bool any = !one.empty();
      if (any) all.push_back(std::move(one));
      return any;
    });
    return all;
  }

  // Of an object inside this one.
  std::string part(JsonValue object, MapField field) const {
    return line_in(first_text(object, paths(field)));
  }

  void identity() {
    article_.id = line(MapField::id);
    article_.url = line(MapField::url);
    article_.version = version_of(line(MapField::version)).value_or(1);
    article_.status = status_of(line(MapField::status)).value_or(Status::usable);
    article_.publication = line(MapField::publication);
    article_.section = line(MapField::section);
    article_.language = line(MapField::language);
    article_.edition = line(MapField::edition);
    article_.page = line(MapField::page);
    fill(article_.id, article_.url);
  }

  std::optional<Date> date(MapField field) {
    for (const FieldPath& path : paths(field)) {
      if (!keys_.may_have(path.steps.front().key)) continue;
      std::optional<Date> found;
      walk(object_, path, [&](JsonValue value) {
        if (!found) found = date_in(value, path);
      });
      if (found) return found;
    }
    return std::nullopt;
  }

  std::optional<Date> date_in(JsonValue value, const FieldPath& path) {
    std::string stated = line_in(text_of(value));
    const bool digits =
        std::ranges::all_of(stated, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    if (value.is_number() || (digits && stated.size() >= 9 && stated.find('.') >= 9)) {
      if (std::string moment = moment_of(std::strtod(stated.c_str(), nullptr)); !moment.empty())
        stated = std::move(moment);
    }
    return date_of(article_, stated, mapping_.dates, mapping_.format + ":" + path.text, line_);
  }

  void dates() {
    article_.published = date(MapField::published);
    auto changed = date(MapField::updated);
    if (changed && (!article_.published || sortable(*changed) > sortable(*article_.published)))
      article_.updated = changed;
    if (!article_.published) article_.published = std::move(changed);
    article_.embargo = date(MapField::embargo);
  }

  void bylines() {
    each(MapField::bylines, Merge::first, [&](JsonValue value) {
      const std::size_t before = article_.bylines.size();
      if (value.is_object()) {
        std::string name = part(value, MapField::bylines_name);
        add_byline(article_, name.empty() ? line_in(text_of(value)) : name);
        std::string role = part(value, MapField::bylines_role);
        if (article_.bylines.size() == before + 1 && article_.bylines.back().role.empty())
          article_.bylines.back().role = std::move(role);
      } else {
        for (const std::string& one : listed(text_of(value))) add_byline(article_, one);
      }
      return article_.bylines.size() > before;
    });
  }

  void topics() {
    const auto words = lines(MapField::keywords, Merge::all);
    for (const std::string& word : words) {
      if (words.size() > 1 && word.find_first_of(";[") == std::string::npos)
        add_keyword(article_, word);
      else
        for (const std::string& one : listed(word)) add_keywords(article_, one);
    }
    each(MapField::subjects, Merge::all, [&](JsonValue value) { return subject(value), true; });
    for (const auto& [field, kind] :
         {std::pair(MapField::persons, TagKind::person), std::pair(MapField::places, TagKind::place),
          std::pair(MapField::organisations, TagKind::organisation)}) {
      for (const std::string& names : lines(field, Merge::all)) {
        for (const std::string& name : listed(names)) add_tag(article_, kind, name);
      }
    }
  }

  void subject(JsonValue value) {
    if (!value.is_object()) {
      for (std::string& name : listed(text_of(value))) add_subject(article_, {std::move(name), {}, {}});
      return;
    }
    static const FieldMap parts = parse_field_map(
        "headline = name\nid = code | qcode | uri | literal | @id\nsection = scheme", "subject map", {});
    std::string name = line_in(first_text(value, parts[MapField::headline]));
    std::string code = line_in(first_text(value, parts[MapField::id]));
    std::string scheme = line_in(first_text(value, parts[MapField::section]));
    const std::size_t colon = code.find(':');
    if (scheme.empty() && colon != std::string::npos && !code.starts_with("http"))
      scheme = code.substr(0, colon);
    add_subject(article_, {std::move(name), std::move(code), std::move(scheme)});
  }

  void captions() {
    if (picture_) return own_caption();
    const std::string beside = line(MapField::credit);
    each(MapField::captions, Merge::all, [&](JsonValue value) {
      if (value.is_object())
        add_caption(article_, part(value, MapField::captions_text), part(value, MapField::captions_credit));
      else
        for (const std::string& one : texts_of_captions(text_of(value))) add_caption(article_, one, beside);
      return true;
    });
  }

  // A list in a table's cell; a text without blank is a picture's name or address.
  static std::vector<std::string> texts_of_captions(std::string_view text) {
    std::vector<std::string> all;
    if (text.starts_with('['))
      all = listed(text);
    else
      all.push_back(line_in(text));
    std::erase_if(all, [](const std::string& one) { return one.find(' ') == std::string::npos; });
    return all;
  }

  void own_caption() {
    const std::string credit = part(object_, MapField::captions_credit);
    add_caption(article_, part(object_, MapField::captions_text), credit);
    if (article_.captions.empty()) add_caption(article_, article_.headline, credit);
  }

  void copy() {
    Prose prose;
    each(MapField::body, Merge::first, [&](JsonValue value) {
      const std::string text = text_of(value);
      if (is_nitf(text)) return nitf(text), true;
      Prose more = prose_in(text);
      // The same text in another markup.
      if (!prose.paragraphs.empty() && !more.paragraphs.empty() && more.paragraphs[0] == prose.paragraphs[0])
        return true;
      const bool any = !more.paragraphs.empty();
      std::ranges::move(more.paragraphs, std::back_inserter(prose.paragraphs));
      std::ranges::move(more.captions, std::back_inserter(prose.captions));
      return any;
    });
    Prose summary = prose_in(text(MapField::abstract));
    std::string abstract = joined(summary.paragraphs);
    if (prose.paragraphs.empty() && article_.body.empty() &&
        (summary.paragraphs.size() > 1 || abstract.size() > kLongestSummary)) {
      prose.paragraphs = std::move(summary.paragraphs);
      abstract.clear();
    }
    if (abstract != article_.headline && abstract != joined(prose.paragraphs))
      article_.abstract = std::move(abstract);
    set_body(article_, std::move(prose));
  }

  // A whole NITF document as the text.
  void nitf(std::string_view xml) {
    MemorySource source(xml);
    Input input{xml.substr(0, kSniffBytes), source, mapping_.dates};
    struct Ignore : ArticleSink {
      void article(Article) override {}
      void fault(Diagnostic) override {}
    } ignore;
    constexpr std::array<std::string_view, 1> kNames{"nitf"};
    read_items(input, kNames, ignore, [&](XmlNode node) { fill_from_nitf(article_, node, mapping_.dates); });
  }

  void extra() {
    for (const auto& [name, paths] : mapping_.map.extra)
      add_extra(article_, name.c_str(), line_in(first_text(object_, paths)));
    for (const auto& [key, value] : simdjson::dom::object(object_)) {
      if (article_.extra.size() >= kMostExtra) return;
      if (value.is_object() || mapping_.map.keys.contains(fold_key(key))) continue;
      const std::string name = nfc(fold_space(key));
      if (!name.empty() && name.size() <= kMaxWordBytes)
        add_extra(article_, name.c_str(), nfc(fold_space(text_of(value))));
    }
  }

  JsonValue object_;
  KeySet keys_;
  const Mapping& mapping_;
  std::uint64_t line_;
  bool picture_;
  Article article_;
};

}  // namespace

bool has(JsonValue object, const FieldMap& map, MapField field) {
  return !first_text(object, map[field]).empty();
}

bool is_picture(JsonValue object) {
  static const PathStep kind{
      {}, "type", {"picture", "photo", "image", "graphic", "video", "audio", "animated"}};
  return passes(object, kind);
}

Article mapped_article(JsonValue object, const Mapping& mapping, std::uint64_t line) {
  return Mapper(object, mapping, line).read();
}

}  // namespace dateline
