// What tests of readers share: bytes in, articles and faults out.
#pragma once

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/reader.h"

namespace dateline {

struct ReadResult : ArticleSink {
  std::vector<Article> articles;
  Diagnostics faults;
  void article(Article article) override { articles.push_back(std::move(article)); }
  void fault(Diagnostic fault) override { faults.push_back(std::move(fault)); }
};

inline ReadResult read_with(const Format& format, std::string_view text) {
  MemorySource source(text);
  Input input{text.substr(0, kSniffBytes), source, {}};
  ReadResult result;
  format.read(input, result);
  return result;
}

// "code:line:column " for each; without a place the code alone.
inline std::string shown(const Diagnostics& diagnostics) {
  std::string all;
  for (const Diagnostic& d : diagnostics) {
    all += d.code;
    if (d.line > 0) all += ":" + std::to_string(d.line) + ":" + std::to_string(d.column);
    all += ' ';
  }
  return all;
}

// "2003-05-14 16:15:00 +02:00 rule"; empty: no date.
inline std::string shown(const std::optional<Date>& date) {
  if (!date) return {};
  return iso_date(*date) + (iso_time(*date) ? " " + *iso_time(*date) : "") +
         (date->zone ? " " + *date->zone : "") + " " + date->rule;
}

// "Jane Roe (Staff Writer), John Doe".
inline std::string shown(const std::vector<Byline>& bylines) {
  std::string all;
  for (const Byline& b : bylines)
    all += (all.empty() ? "" : ", ") + b.name + (b.role.empty() ? "" : " (" + b.role + ")");
  return all;
}

// "text | credit" a line.
inline std::string shown(const std::vector<Caption>& captions) {
  std::string all;
  for (const Caption& c : captions) all += (all.empty() ? "" : "\n") + c.text + " | " + c.credit;
  return all;
}

// "text | place | date | agency".
inline std::string shown(const std::optional<Dateline>& d) {
  return d ? d->text + " | " + d->place + " | " + d->date + " | " + d->agency : "";
}

// "Jane Roe, John Doe"; "-" where the source tags none.
template <class List>
std::string names_in(const List& list) {
  if (!list) return "-";
  std::string all;
  for (const auto& entity : *list) all += (all.empty() ? "" : ", ") + entity.name;
  return all;
}

inline std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

// "name code scheme" each, in brackets.
inline std::string shown(const std::vector<Subject>& subjects) {
  std::string all;
  for (const Subject& s : subjects) all += "[" + s.name + "|" + s.code + "|" + s.scheme + "]";
  return all;
}

// The bytes of a file below the source tree.
inline std::string source_file(const std::string& path) {
  std::ifstream file(DATELINE_SOURCE_DIR "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace dateline
