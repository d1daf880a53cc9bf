// The sample articles with their gold, as the tests see them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "dateline/article.h"

namespace dateline {

struct GoldArticle {
  std::string file;  // relative to corpus/
  Article gold;
  Article read;  // what the reader makes of the delivery, before entities
};

// Every article that has a gold file, in order. Throws where one of the two files cannot be read.
[[nodiscard]] const std::vector<GoldArticle>& gold_articles();

[[nodiscard]] std::filesystem::path corpus_directory();

}  // namespace dateline
