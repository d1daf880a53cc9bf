#include "indexer/readers/html_state.h"

#include <algorithm>
#include <utility>

#include "indexer/readers/json_news.h"
#include "indexer/readers/reader.h"

namespace dateline::html {

namespace {

// Less is a teaser.
constexpr std::size_t kLeastBytes = 250;

class LongestArticle : public ArticleSink {
 public:
  void article(Article article) override {
    if (article.headline.empty() || article.body.size() < std::max(kLeastBytes, size_)) return;
    size_ = article.body.size() + 1;
    found = std::move(article);
  }
  // The data are the page's own affair.
  void fault(Diagnostic /*diagnostic*/) override {}

  std::optional<Article> found;

 private:
  std::size_t size_ = 0;
};

}  // namespace

std::optional<Article> article_in_state(const Page& page, const DateOptions& dates) {
  LongestArticle longest;
  for (NodeIndex i = 1; i < page.size(); ++i) {
    if (!page.is(i, "script") || page.attribute(i, "type") != "application/json") continue;
    const std::string_view text = i + 1 < page[i].end ? page[i + 1].text : page[i].text;
    MemorySource bytes(text);
    Input input{text.substr(0, kSniffBytes), bytes, dates};
    read_json(input, longest);
  }
  return std::move(longest.found);
}

}  // namespace dateline::html
