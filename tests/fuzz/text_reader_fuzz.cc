#include <algorithm>

#include "indexer/readers/text.h"
#include "tests/fuzz/check.h"

using dateline::check;

namespace {

class BytesSource : public dateline::ByteSource {
 public:
  explicit BytesSource(std::string_view text) : rest_(text) {}
  std::size_t read(char* to, std::size_t size) override {
    size = std::min(size, rest_.size());
    std::copy_n(rest_.data(), size, to);
    rest_.remove_prefix(size);
    return size;
  }

 private:
  std::string_view rest_;
};

bool is_clean(std::string_view text) {
  return dateline::is_valid_utf8(text) &&
         std::ranges::none_of(text, [](char c) { return (c >= 0 && c < ' ' && c != '\n') || c == '\x7F'; });
}

class CheckingSink : public dateline::ArticleSink {
 public:
  void article(dateline::Article article) override {
    ++given;
    check(is_clean(article.headline) && is_clean(article.body), "text is clean");
    check(article.headline.find('\n') == std::string::npos, "a headline is one line");
    for (const auto& caption : article.captions) {
      check(is_clean(caption.text) && is_clean(caption.credit), "captions are clean");
      check(!caption.text.empty() || !caption.credit.empty(), "a caption says something");
    }
    for (const auto& byline : article.bylines)
      check(is_clean(byline.name) && !byline.name.empty(), "bylines have names");
    if (article.dateline) check(is_clean(article.dateline->place), "a dateline is clean");
    if (article.published) check(is_valid(*article.published), "the date is a real day");
    check(!article.updated || article.published, "what was updated was published");
  }
  void fault(dateline::Diagnostic) override { ++given; }

  int given = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = dateline::as_text(data, size);
  BytesSource source(text);
  dateline::Input input{text.substr(0, dateline::kSniffBytes), source, {}};
  CheckingSink sink;
  dateline::read_text(input, sink);
  check(sink.given == 1 || sink.given == 2, "a file gives an article, a fault, or both");
  return 0;
}
