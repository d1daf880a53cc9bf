// What must hold for whatever a reader makes of any bytes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "indexer/readers/reader.h"
#include "tests/fuzz/check.h"

namespace dateline {

inline bool is_clean(std::string_view text) {
  return is_valid_utf8(text) &&
         std::ranges::none_of(text, [](char c) { return (c >= 0 && c < ' ' && c != '\n') || c == '\x7F'; });
}

class CheckingSink : public ArticleSink {
 public:
  void article(Article article) override {
    ++given;
    for (std::string_view field : {std::string_view(article.headline), std::string_view(article.abstract),
                                   std::string_view(article.body), std::string_view(article.id),
                                   std::string_view(article.url), std::string_view(article.publication),
                                   std::string_view(article.section), std::string_view(article.language)})
      check(is_clean(field), "fields are clean");
    check(article.headline.find('\n') == std::string::npos, "a headline is one line");
    for (const auto& caption : article.captions)
      check(caption.text.size() + caption.credit.size() > 0 && is_clean(caption.text) &&
                is_clean(caption.credit),
            "captions are clean");
    for (const auto& byline : article.bylines)
      check(is_clean(byline.name) && !byline.name.empty(), "bylines have names");
    if (article.dateline) check(is_clean(article.dateline->place), "a dateline is clean");
    if (article.published) check(is_valid(*article.published), "the date is a real day");
    check(!article.updated || article.published, "what was updated was published");
    for (const auto* list : {&article.persons, &article.organisations}) {
      for (const Entity& entity : list->value_or(std::vector<Entity>()))
        check(!entity.name.empty() && entity.count == 0, "tags have names and no mentions");
    }
  }
  void fault(Diagnostic diagnostic) override {
    ++given;
    check(!diagnostic.code.empty() && is_valid_utf8(diagnostic.message), "faults have codes");
  }

  int given = 0;
};

// Sniffs and reads the bytes; every file gives an article or says why not.
inline int check_reader(const Format& format, std::string_view text, const Companions* companions = nullptr) {
  (void)format.sniff(text.substr(0, kSniffBytes));
  MemorySource source(text);
  Input input{text.substr(0, kSniffBytes), source, {}, {}, nullptr, companions};
  CheckingSink sink;
  format.read(input, sink);
  check(sink.given > 0, "a file gives an article or a fault");
  return 0;
}

inline int check_reader(const Format& format, const std::uint8_t* data, std::size_t size) {
  return check_reader(format, as_text(data, size));
}

}  // namespace dateline
