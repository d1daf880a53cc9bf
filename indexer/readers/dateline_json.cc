#include "indexer/readers/dateline_json.h"

#include <array>
#include <string_view>
#include <utility>

#include "dateline/from_json.h"
#include "dateline/text.h"
#include "indexer/readers/json_document.h"
#include "indexer/readers/json_objects.h"
#include "indexer/readers/json_sniff.h"

namespace dateline {

namespace {

// The library looks a key up by comparing it with every one before it, so many keys would take hours.
constexpr std::size_t kMaxKeys = 1000;

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

Confidence sniff_dateline_json(const Head& head) {
  const JsonHead& found = head.json();
  const auto has = [&](std::string_view name) {
    return std::ranges::any_of(found.keys,
                               [&](const auto& key) { return key.depth == 1 && key.name == name; });
  };
  if (!has("headline") && !has("body") && !has("captions")) return Confidence::no;
  if (has("schema")) return Confidence::certain;
  // Other systems have some of these names too, but not these alone.
  const bool own = std::ranges::all_of(
      found.keys, [](const auto& key) { return key.depth > 1 || is_article_key(key.name); });
  return own ? Confidence::likely : Confidence::maybe;
}

void read_dateline_json(Input& input, ArticleSink& sink) {
  JsonObjects objects(input.bytes);
  bool any = false;
  for (; auto slice = objects.next(); any = true) read_slice(*slice, sink);
  if (!any) sink.fault(error("json.empty", "no JSON object", 1, 1));
}

}  // namespace dateline
