#include "indexer/readers/text.h"

#include <algorithm>
#include <utility>

#include "dateline/text.h"

namespace dateline {

Confidence sniff_text(std::string_view head) {
  return head.find('\0') == std::string_view::npos ? Confidence::maybe : Confidence::no;
}

void read_text(Input& input, ArticleSink& sink) {
  const Bytes bytes = read_all(input.bytes);
  if (bytes.cut) return sink.fault(error("article.too-large", "the file is larger than an article may be"));
  Article article;
  std::string_view rest = bytes.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string line = nfc(fold_space(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty()) continue;
    if (article.headline.empty())
      article.headline = line;
    else
      article.body += (article.body.empty() ? "" : "\n\n") + line;
  }
  if (article.headline.empty()) return sink.fault(error("text.empty", "the file holds no text"));
  sink.article(std::move(article));
}

}  // namespace dateline
