#include "indexer/entities/train/noise.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "dateline/text.h"

namespace dateline {

namespace {

// Where the first sentence ends, more or less: an abbreviation does no harm.
std::size_t first_sentence(std::string_view text) {
  constexpr std::size_t kShortest = 40;
  constexpr std::size_t kLongest = 240;
  for (std::size_t at = kShortest; at + 1 < text.size(); ++at) {
    if (text[at] == '\n' || (text[at] == '.' && text[at + 1] == ' ')) return at;
    if (at > kLongest && text[at] == ' ') return at;
  }
  return text.size();
}

// Where the next sentence or paragraph after `at` begins; the text's size where none does.
std::size_t sentence_behind(std::string_view text, std::size_t at) {
  for (; at + 2 < text.size(); ++at) {
    if (text[at] == '\n' && text[at + 1] == '\n') return at + 2;
    if (text[at] == '.' && text[at + 1] == ' ') return at + 2;
  }
  return text.size();
}

std::string dressed(std::string_view text, Dress dress) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    std::string_view rest = text.substr(start);
    const bool opens = start == 0 || text[start - 1] == ' ';
    const bool long_word = std::min(rest.find(' '), rest.size()) > 3;
    std::string capital;
    append_utf8(capital, static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))));
    const bool change = (dress == Dress::capitals || (opens && long_word)) && capital.size() == at - start;
    out += change ? capital : std::string(rest.substr(0, at - start));
  }
  return out;
}

}  // namespace

Example dressed_copy(const Example& example, Dress dress) {
  Example copy{example.name, example.article, {}, {}, true};
  Article& article = copy.article;
  const auto cut = static_cast<std::uint32_t>(first_sentence(article.body));
  article.headline = dressed(std::string_view(article.body).substr(0, cut), dress);
  article.body.erase(0, cut);
  for (Span span : example.spans) {
    if (span.field == TextField::headline) continue;
    if (span.field == TextField::body) {
      if (span.start < cut && span.end > cut) continue;
      if (span.end <= cut) {
        span.field = TextField::headline;
      } else {
        span.start -= cut;
        span.end -= cut;
      }
    }
    copy.spans.push_back(span);
  }
  return copy;
}

Example snippet_of(const Example& example) {
  constexpr std::size_t kSize = 300;
  const std::string& body = example.article.body;
  Example snippet{example.name, {}, {}, {}, false};
  const std::size_t first = sentence_behind(body, body.size() / 2);
  const std::size_t last = sentence_behind(body, std::min(first + kSize, body.size()));
  if (first >= last) return snippet;
  snippet.article.language = example.article.language;
  snippet.article.body = body.substr(first, last - first);
  for (Span span : example.spans) {
    if (span.field != TextField::body || span.start < first || span.end > last) continue;
    span.start -= static_cast<std::uint32_t>(first);
    span.end -= static_cast<std::uint32_t>(first);
    snippet.spans.push_back(span);
  }
  return snippet;
}

}  // namespace dateline
