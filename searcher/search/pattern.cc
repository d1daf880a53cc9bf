#include "searcher/search/pattern.h"

#include <algorithm>
#include <optional>

#include "dateline/terms.h"

namespace dateline {

namespace {

// Words [first, last] of a text.
struct Stretch {
  std::size_t first;
  std::size_t last;
  [[nodiscard]] std::size_t size() const { return last - first + 1; }
};

bool matches(const WordTest& test, const SplitText& text, const Word& word) {
  if (!test.exact) return test.terms.contains(word.term);
  const std::string surface = nfc(std::string(text.text.substr(word.start, word.end - word.start)));
  return test.beginning ? surface.starts_with(test.surface) : surface == test.surface;
}

bool run_at(const Run& run, const SplitText& text, std::size_t at) {
  if (run.empty() || at + run.size() > text.words.size()) return false;
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (!matches(run[i], text, text.words[at + i])) return false;
  }
  return true;
}

std::vector<Stretch> stretches(const std::vector<Run>& alternatives, const SplitText& text) {
  std::vector<Stretch> found;
  for (std::size_t at = 0; at < text.words.size(); ++at) {
    for (const Run& run : alternatives) {
      if (run_at(run, text, at)) found.push_back({at, at + run.size() - 1});
    }
  }
  return found;
}

using Steps = std::vector<std::vector<Stretch>>;

// The first stretch of a step from the word `from` on that shares no word with those chosen before.
std::optional<Stretch> next_stretch(const std::vector<Stretch>& step, std::size_t from,
                                    const std::vector<Stretch>& chosen) {
  for (auto at = std::ranges::lower_bound(step, from, {}, &Stretch::first); at != step.end(); ++at) {
    const auto overlaps = [&](const Stretch& other) {
      return at->first <= other.last && other.first <= at->last;
    };
    if (std::ranges::none_of(chosen, overlaps)) return *at;
  }
  return std::nullopt;
}

// One stretch of each step, none before the word `from`, within the pattern's distance; empty: there are
// none.
std::vector<Stretch> together_from(const Pattern& pattern, const Steps& steps, std::size_t from) {
  std::vector<Stretch> chosen;
  std::size_t length = pattern.distance - 1, last = from, at = from;
  for (const std::vector<Stretch>& step : steps) {
    const auto stretch = next_stretch(step, at, chosen);
    if (!stretch) return {};
    chosen.push_back(*stretch);
    length += stretch->size();
    last = std::max(last, stretch->last);
    if (pattern.ordered) at = stretch->last + 1;
  }
  if (last - from + 1 > length) return {};
  return chosen;
}

std::vector<Stretch> near_stretches(const Pattern& pattern, const SplitText& text) {
  Steps steps;
  std::vector<std::size_t> starts;
  for (const auto& alternatives : pattern.steps) {
    steps.push_back(stretches(alternatives, text));
    for (const Stretch& stretch : steps.back()) starts.push_back(stretch.first);
  }
  sort_unique(starts);
  std::vector<Stretch> all;
  for (std::size_t start : starts) {
    const auto chosen = together_from(pattern, steps, start);
    all.insert(all.end(), chosen.begin(), chosen.end());
  }
  std::ranges::sort(all, {}, &Stretch::first);
  return all;
}

// Calls `use(field, index, text)` with each text that is searched, in the order of TextField.
template <class Use>
void for_each_text(const Article& a, Use use) {
  use("headline", std::size_t{0}, a.headline);
  for (std::size_t i = 0; i < a.subheadlines.size(); ++i) use("headline", i + 1, a.subheadlines[i]);
  use("abstract", std::size_t{0}, a.abstract);
  for (std::size_t i = 0; i < a.captions.size(); ++i) use("caption", i, a.captions[i].text);
  use("body", std::size_t{0}, a.body);
  if (a.dateline) use("dateline", std::size_t{0}, a.dateline->text);
  for (std::size_t i = 0; i < a.captions.size(); ++i) use("credit", i, a.captions[i].credit);
  for (std::size_t i = 0; i < a.bylines.size(); ++i) {
    use("byline", i, a.bylines[i].name);
    use("byline", i, a.bylines[i].role);
  }
}

SplitText split(const char* field, std::size_t index, std::string_view text) {
  SplitText made{field, static_cast<std::uint32_t>(index), text, {}};
  for_each_word(text, [&](Word word) {
    if (!word.term.empty()) made.words.push_back(std::move(word));
  });
  return made;
}

bool is_one_word(const Pattern& pattern) {
  return pattern.steps.size() == 1 &&
         std::ranges::all_of(pattern.steps.front(), [](const Run& run) { return run.size() == 1; });
}

// A word never reaches over a paragraph's end, so paragraph by paragraph will do, and the rest need not be
// read once it is found. A phrase may.
bool holds(const Pattern& pattern, const char* field, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = is_one_word(pattern) ? std::min(text.find('\n'), text.size()) : text.size();
    if (!find(pattern, split(field, 0, text.substr(0, end))).empty()) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

}  // namespace

std::vector<SplitText> split_texts(const Article& article) {
  std::vector<SplitText> all;
  for_each_text(article, [&](const char* field, std::size_t index, const std::string& text) {
    if (!text.empty()) all.push_back(split(field, index, text));
  });
  return all;
}

std::vector<TextSpan> find(const Pattern& pattern, const SplitText& text) {
  if (pattern.steps.empty()) return {};
  const auto found =
      pattern.steps.size() == 1 ? stretches(pattern.steps.front(), text) : near_stretches(pattern, text);
  std::vector<TextSpan> spans;
  for (const Stretch& stretch : found)
    spans.push_back({text.words[stretch.first].start, text.words[stretch.last].end});
  return spans;
}

bool concerns(const Pattern& pattern, std::string_view field) {
  return pattern.field.empty() || pattern.field == field;
}

bool holds(const Pattern& pattern, const Article& article) {
  bool found = false;
  for_each_text(article, [&](const char* field, std::size_t, const std::string& text) {
    found = found || (concerns(pattern, field) && holds(pattern, field, text));
  });
  return found;
}

}  // namespace dateline
