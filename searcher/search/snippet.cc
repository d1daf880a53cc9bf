#include "searcher/search/snippet.h"

#include <algorithm>
#include <map>
#include <set>

#include "dateline/terms.h"

namespace dateline {

namespace {

// A match in a text; `what` tells matches of different words apart.
struct Mark {
  TextSpan span;
  std::size_t what;
};

struct Marked {
  const SplitText* text;
  std::vector<Mark> marks;  // in order, none overlapping
};

// Sorted; of overlapping marks the first stays and takes in the others.
std::vector<Mark> tidy(std::vector<Mark> marks) {
  std::ranges::sort(marks, {}, [](const Mark& m) { return m.span.start; });
  std::vector<Mark> apart;
  for (const Mark& mark : marks) {
    if (!apart.empty() && mark.span.start < apart.back().span.end)
      apart.back().span.end = std::max(apart.back().span.end, mark.span.end);
    else
      apart.push_back(mark);
  }
  return apart;
}

// The entity's mentions in this text. Offsets come from the record and are checked.
void mark_mentions(const Entity& entity, const SplitText& text, std::size_t what, Marked& to) {
  for (const Mention& mention : entity.mentions) {
    const bool here =
        mention.index == text.index &&
        text.field == std::string_view(kTextFieldNames[static_cast<std::size_t>(mention.field)]);
    if (here && mention.start < mention.end && mention.end <= text.text.size())
      to.marks.push_back({{mention.start, mention.end}, what});
  }
}

// Where the names that are filtered by are mentioned. A place is one of them when a place that holds it is.
void mark_names(const Article& article, const Wanted& wanted, const SplitText& text, Marked& to) {
  const auto is_wanted = [&](ValueKind kind, const std::string& name) {
    return wanted.names.contains(kValueKindNames[static_cast<std::size_t>(kind)] +
                                 (' ' + value_key(kind, name)));
  };
  const std::size_t what = wanted.patterns.size();
  for (const Person& person : article.persons.value_or(std::vector<Person>{})) {
    if (is_wanted(ValueKind::person, person.name)) mark_mentions(person, text, what, to);
  }
  for (const Organisation& organisation : article.organisations.value_or(std::vector<Organisation>{})) {
    if (is_wanted(ValueKind::organisation, organisation.name)) mark_mentions(organisation, text, what, to);
  }
  for (const Place& place : article.places.value_or(std::vector<Place>{})) {
    const auto is_wanted_place = [&](const std::string& value) { return is_wanted(ValueKind::place, value); };
    if (is_wanted_place(place.value) || std::ranges::any_of(place.path, is_wanted_place))
      mark_mentions(place, text, what, to);
  }
}

Marked mark(const Article& article, const Wanted& wanted, const SplitText& text) {
  Marked marked{&text, {}};
  for (std::size_t i = 0; i < wanted.patterns.size(); ++i) {
    if (!concerns(wanted.patterns[i], text.field)) continue;
    for (const TextSpan& span : find(wanted.patterns[i], text)) marked.marks.push_back({span, i});
  }
  // A text without words has none to show around a mention.
  if (!wanted.names.empty() && !text.words.empty()) mark_names(article, wanted, text, marked);
  marked.marks = tidy(std::move(marked.marks));
  return marked;
}

// Matches further apart than this leave too little room for the words around them.
constexpr std::size_t kWindowBytes = kSnippetBytes * 2 / 3;

// Marks [first, last) that fit together in one snippet.
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t different = 0;
  [[nodiscard]] std::size_t count() const { return last - first; }
};

bool better(const Window& a, const Window& b) {
  return a.different != b.different ? a.different > b.different : a.count() > b.count();
}

// The window with the most different words, then the most matches, then the earliest. The marks slide through
// it.
Window best_window(const std::vector<Mark>& marks) {
  Window best, at;
  std::map<std::size_t, std::size_t> inside;
  for (at.last = 0; at.last < marks.size();) {
    ++inside[marks[at.last++].what];
    while (at.first + 1 < at.last &&
           marks[at.last - 1].span.end - marks[at.first].span.start > kWindowBytes) {
      const auto gone = inside.find(marks[at.first++].what);
      if (--gone->second == 0) inside.erase(gone);
    }
    at.different = inside.size();
    if (better(at, best)) best = at;
  }
  return best;
}

bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?' || c == '\n'; }

// The first word of the piece: where the sentence of the first match starts, if that is near, else some words
// before.
std::size_t first_word(const SplitText& text, std::size_t word, std::size_t room) {
  std::size_t first = word;
  const std::size_t match = text.words[word].start;
  while (first > 0 && match - text.words[first - 1].start <= room) {
    const std::string_view gap =
        text.text.substr(text.words[first - 1].end, text.words[first].start - text.words[first - 1].end);
    if (std::ranges::any_of(gap, ends_sentence)) break;
    --first;
  }
  return first;
}

std::size_t word_at(const SplitText& text, std::size_t byte) {
  const auto found = std::ranges::upper_bound(text.words, byte, {}, &Word::start);
  return found == text.words.begin() ? 0 : static_cast<std::size_t>(found - text.words.begin()) - 1;
}

// Bytes of the text to show around [from, to): whole words, about kSnippetBytes, never over a paragraph's
// end.
TextSpan piece_around(const SplitText& text, std::size_t from, std::size_t to) {
  if (text.text.size() <= kSnippetBytes + kSnippetBytes / 4) return {0, text.text.size()};
  const std::size_t spare = kSnippetBytes - std::min(kSnippetBytes, to - from);
  const std::size_t first = first_word(text, word_at(text, from), spare / 2);
  TextSpan piece{text.words[first].start, to};
  // What stands before the first word of a text or sentence (a quotation mark, a currency sign) belongs to
  // it.
  if (first == 0)
    piece.start = 0;
  else
    while (piece.start > text.words[first - 1].end &&
           !(static_cast<unsigned char>(text.text[piece.start - 1]) <= ' '))
      --piece.start;
  std::size_t word = word_at(text, to - 1);
  while (word + 1 < text.words.size() && text.words[word + 1].end - piece.start <= kSnippetBytes &&
         text.text.substr(text.words[word].end, text.words[word + 1].start - text.words[word].end)
                 .find("\n\n") == std::string_view::npos)
    ++word;
  piece.end = std::max(to, text.words[word].end);
  while (piece.end < text.text.size() && static_cast<unsigned char>(text.text[piece.end]) > ' ') ++piece.end;
  return piece;
}

Snippet cut_out(const SplitText& text, TextSpan piece, const std::vector<Mark>& marks) {
  Snippet snippet;
  snippet.field = text.field;
  snippet.index = text.index;
  snippet.cut_before = piece.start > 0;
  snippet.cut_after = piece.end < text.text.size();
  std::size_t at = piece.start;
  for (const Mark& mark : marks) {
    if (mark.span.start < at || mark.span.end > piece.end) continue;
    snippet.parts.emplace_back(text.text.substr(at, mark.span.start - at));
    snippet.parts.emplace_back(text.text.substr(mark.span.start, mark.span.end - mark.span.start));
    at = mark.span.end;
  }
  if (at < piece.end || snippet.parts.empty())
    snippet.parts.emplace_back(text.text.substr(at, piece.end - at));
  return snippet;
}

// The headline is one line and stays whole.
Snippet cut_out(const Marked& marked, const Window& window) {
  const SplitText& text = *marked.text;
  if (std::string_view(text.field) == "headline") return cut_out(text, {0, text.text.size()}, marked.marks);
  const std::size_t from = marked.marks[window.first].span.start;
  return cut_out(text, piece_around(text, from, marked.marks[window.last - 1].span.end), marked.marks);
}

struct Candidate {
  Marked marked;
  Window window;
};

std::vector<Snippet> beginning(const std::vector<SplitText>& texts) {
  for (const char* field : {"abstract", "body", "caption"}) {
    for (const SplitText& text : texts) {
      if (text.words.empty() || std::string_view(text.field) != field) continue;
      TextSpan piece = piece_around(text, 0, text.words.front().end);
      piece.start = 0;
      return {cut_out(text, piece, {})};
    }
  }
  return {};
}

}  // namespace

std::vector<Snippet> make_snippets(const Article& article, const Wanted& wanted) {
  constexpr std::size_t kMostFields = 2;
  const std::vector<SplitText> texts = split_texts(article);
  std::vector<Snippet> snippets;
  std::vector<Candidate> others;
  for (const SplitText& text : texts) {
    Marked marked = mark(article, wanted, text);
    if (marked.marks.empty()) continue;
    const Window window = best_window(marked.marks);
    if (std::string_view(text.field) == "headline")
      snippets.push_back(cut_out(marked, window));
    else
      others.push_back({std::move(marked), window});
  }
  std::ranges::stable_sort(others, better, &Candidate::window);
  std::set<std::string> shown;
  for (const Candidate& candidate : others) {
    if (shown.size() == kMostFields) break;
    if (shown.insert(candidate.marked.text->field).second)
      snippets.push_back(cut_out(candidate.marked, candidate.window));
  }
  return snippets.empty() ? beginning(texts) : snippets;
}

std::vector<std::string> reasons(const Article& article, const Wanted& wanted) {
  std::vector<std::string> sentences;
  for (const SplitText& text : split_texts(article)) {
    std::map<std::string, std::size_t> found;
    for (const Mark& m : mark(article, wanted, text).marks)
      ++found[std::string(text.text.substr(m.span.start, m.span.end - m.span.start))];
    if (found.empty()) continue;
    std::string sentence =
        std::string(text.field) + (text.index > 0 ? " " + std::to_string(text.index + 1) : "") + ":";
    for (const auto& [words, count] : found)
      sentence += " " + words + (count > 1 ? " ×" + std::to_string(count) : "") + ",";
    sentence.pop_back();
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

}  // namespace dateline
