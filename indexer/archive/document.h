// An article as a Xapian document: schema.h's terms, slots and record.
#pragma once

#include <xapian.h>

#include <vector>

#include "dateline/article.h"
#include "indexer/archive/word_forms.h"

namespace dateline {

// What one article adds to a database.
struct BuiltDocument {
  Xapian::Document document;
  std::vector<Expansion> expansions;  // entries for the synonym table
};

// The article must be whole: id, source, `indexed` and entities. `forms` belongs to the calling thread.
[[nodiscard]] BuiltDocument build_document(const Article& article, WordForms& forms);

// The unique term of an id.
[[nodiscard]] std::string id_term(const std::string& id);

}  // namespace dateline
