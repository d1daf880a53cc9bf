#include "indexer/readers/dateline_json.h"

#include <array>
#include <string_view>
#include <utility>

#include "dateline/from_json.h"
#include "dateline/text.h"
#include "indexer/readers/json_objects.h"

namespace dateline {

namespace {

// The library looks a key up by comparing it with every one before it, so many keys would take hours.
constexpr std::size_t kMaxKeys = 1000;

// What a message may quote of the input, in bytes.
constexpr std::size_t kMaxQuoted = 120;

struct TooManyKeys {};

// Throws Json::exception, TooManyKeys.
Json parse(const JsonObjects::Slice& slice) {
  const std::string text = nfc(slice.text);
  if (slice.members <= kMaxKeys) return Json::parse(text);
  std::array<std::size_t, kMaxJsonDepth + 2> keys{};
  return Json::parse(text, [&](int depth, Json::parse_event_t event, const Json&) {
    const auto level = static_cast<std::size_t>(depth);
    if (event == Json::parse_event_t::object_start) keys[level + 1] = 0;
    if (event == Json::parse_event_t::key && ++keys[level] > kMaxKeys) throw TooManyKeys{};
    return true;
  });
}

// --- texts as the contract has them: NFC, white space folded, paragraphs split by an empty line ---

void tidy(std::string& text) { text = nfc(fold_space(text)); }

void tidy_paragraphs(std::string& text) {
  std::string all;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find("\n\n"), rest.size());
    const std::string paragraph = nfc(fold_space(rest.substr(0, end)));
    if (!paragraph.empty()) all += (all.empty() ? "" : "\n\n") + paragraph;
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
  text = std::move(all);
}

template <class List>
void tidy_names(std::optional<List>& entities) {
  if (!entities) return;
  for (auto& entity : *entities) tidy(entity.name);
}

void tidy_places(std::optional<std::vector<Place>>& places) {
  tidy_names(places);
  if (!places) return;
  for (Place& place : *places) {
    for (std::string* part : {&place.value, &place.country, &place.continent}) tidy(*part);
    for (std::string& part : place.path) tidy(part);
  }
}

void tidy(Article& a) {
  for (std::string* line :
       {&a.id, &a.headline, &a.language, &a.section, &a.publication, &a.url, &a.edition, &a.page})
    tidy(*line);
  for (std::string* text : {&a.abstract, &a.body}) tidy_paragraphs(*text);
  for (std::string& line : a.subheadlines) tidy(line);
  for (std::string& word : a.keywords) tidy(word);
  for (Byline& byline : a.bylines) tidy(byline.name), tidy(byline.role);
  for (Caption& caption : a.captions) tidy_paragraphs(caption.text), tidy(caption.credit);
  for (Subject& subject : a.subjects) tidy(subject.name), tidy(subject.code), tidy(subject.scheme);
  if (a.dateline) {
    for (std::string* part : {&a.dateline->text, &a.dateline->place, &a.dateline->date, &a.dateline->agency})
      tidy(*part);
  }
  tidy_names(a.persons);
  tidy_places(a.places);
  tidy_names(a.organisations);
}

bool is_empty(const Article& a) {
  return a.headline.empty() && a.body.empty() && a.captions.empty() && a.abstract.empty() &&
         a.status != Status::withdrawn;
}

// The fault at byte `offset` (from 1; 0: not known) of the slice.
Diagnostic syntax_fault(const JsonObjects::Slice& slice, std::size_t offset, const std::string& what) {
  std::uint64_t line = slice.line, column = slice.column;
  for (std::size_t i = 0; i + 1 < offset && i < slice.text.size(); ++i) {
    if (slice.text[i] == '\n') ++line, column = 0;
    ++column;
  }
  // What nlohmann-json says after its own name and position, which counts from the slice's beginning.
  const std::size_t name_end = std::min(what.find("] ") + 2, what.size());
  const std::size_t colon = what.find(": ", name_end);
  std::string message = what.substr(offset > 0 && colon != std::string::npos ? colon + 2 : name_end);
  if (message.size() > kMaxQuoted) message = fold_space(message.substr(0, kMaxQuoted)) + "...";
  return error("json.syntax", std::move(message), line, column);
}

void read_slice(const JsonObjects::Slice& slice, ArticleSink& sink) {
  if (slice.fault) return sink.fault(*slice.fault);
  try {
    Article article = article_from_json(parse(slice));
    tidy(article);
    if (is_empty(article))
      return sink.fault(error("article.empty", "no headline, caption or body", slice.line, slice.column));
    sink.article(std::move(article));
  } catch (const TooManyKeys&) {
    sink.fault(error("json.too-many-keys", "an object has over 1000 keys", slice.line, slice.column));
  } catch (const Json::parse_error& fault) {
    sink.fault(syntax_fault(slice, fault.byte, fault.what()));
  } catch (const Json::exception& fault) {
    sink.fault(syntax_fault(slice, 0, fault.what()));
  }
}

}  // namespace

Confidence sniff_dateline_json(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::size_t start = head.find_first_not_of(" \t\r\n[");
  if (start == std::string_view::npos || head[start] != '{') return Confidence::no;
  for (const char* key : {"\"headline\"", "\"body\"", "\"captions\""}) {
    if (head.find(key) != std::string_view::npos)
      return head.find("\"schema\"") == std::string_view::npos ? Confidence::likely : Confidence::certain;
  }
  return Confidence::no;
}

void read_dateline_json(Input& input, ArticleSink& sink) {
  JsonObjects objects(input.bytes);
  bool any = false;
  for (; auto slice = objects.next(); any = true) read_slice(*slice, sink);
  if (!any) sink.fault(error("json.empty", "no JSON object", 1, 1));
}

}  // namespace dateline
