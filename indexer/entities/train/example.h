// An article whose names are known: what the trainer learns from and what is scored against.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dateline/article.h"
#include "indexer/entities/recognise.h"

namespace dateline {

// The bytes [start, end) of a text field are a name.
struct Span {
  TextField field = TextField::body;
  std::uint32_t index = 0;  // the caption's number, else 0
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  NameKind kind = NameKind::person;
  friend auto operator<=>(const Span&, const Span&) = default;
};

struct Example {
  std::string name;  // of the file, or of the article in it; a copy bears the name of its original
  Article article;
  std::vector<Span> spans;
  std::vector<Person> persons;  // of the corpus: who is meant by which span
  bool only_headline = false;   // learn from its headline alone; the rest is there as evidence
};

}  // namespace dateline
