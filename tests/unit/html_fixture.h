// Reads a page in memory as the format `html` does.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/readers/html.h"

namespace dateline {

struct ReadPage {
  std::optional<Article> article;
  std::vector<std::string> faults;  // their codes
};

inline ReadPage read_page(const std::string& html, const std::string& declared = {}) {
  struct Sink : ArticleSink {
    ReadPage page;
    void article(Article article) override { page.article = std::move(article); }
    void fault(Diagnostic diagnostic) override { page.faults.push_back(diagnostic.code); }
  } sink;
  read_html_page(html, declared, {}, sink);
  return std::move(sink.page);
}

inline constexpr const char* kParagraphs =
    "<p>The harbour office said on Monday that the ferry would sail at noon, and that the gangway would be "
    "mended "
    "by then.</p><p>Nobody was hurt when it gave way, the harbour master said, though two crates of lemons "
    "were "
    "lost.</p><p>The lemons were on their way to the market in the old town, where they were missed.</p>";

// A page with that head, and with `before` between headline and text.
inline std::string page_with(const std::string& head, const std::string& before = {},
                             const std::string& after = {}) {
  return "<!DOCTYPE html><html lang=\"en\"><head><title>Ferry sails at noon</title>" + head +
         "</head><body><article><h1>Ferry sails at noon</h1>" + before + kParagraphs + after +
         "</article></body></html>";
}

}  // namespace dateline
