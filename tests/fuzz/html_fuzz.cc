#include <algorithm>

#include "indexer/readers/html.h"
#include "tests/fuzz/check.h"

using dateline::check;

namespace {

bool is_clean(std::string_view text) {
  return dateline::is_valid_utf8(text) &&
         std::ranges::none_of(text, [](char c) { return (c >= 0 && c < ' ' && c != '\n') || c == '\x7F'; });
}

class CheckingSink : public dateline::ArticleSink {
 public:
  void article(dateline::Article article) override {
    ++given;
    check(is_clean(article.headline) && is_clean(article.body) && is_clean(article.abstract),
          "text is clean");
    check(!article.headline.empty() || !article.body.empty(), "an article says something");
    for (const auto& caption : article.captions)
      check(is_clean(caption.text) && is_clean(caption.credit) && !caption.text.empty(),
            "captions are clean");
    for (const auto& byline : article.bylines)
      check(is_clean(byline.name) && !byline.name.empty(), "bylines have names");
    for (const auto& keyword : article.keywords) check(is_clean(keyword), "keywords are clean");
    check(is_clean(article.section) && is_clean(article.publication), "metadata are clean");
    check(is_clean(article.url) && is_clean(article.language), "addresses are clean");
    if (article.published) check(is_valid(*article.published), "the date is a real day");
    check(!article.updated || article.published, "what was updated was published");
  }
  void fault(dateline::Diagnostic fault) override { given += fault.severity == dateline::Severity::error; }

  int given = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  CheckingSink sink;
  dateline::read_html_page(dateline::as_text(data, size), {}, {}, sink);
  check(sink.given == 1, "a page gives one article or one fault");
  return 0;
}
