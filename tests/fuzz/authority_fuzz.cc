#include <cstring>
#include <string>

#include "dateline/terms.h"
#include "indexer/entities/authority.h"
#include "indexer/entities/link.h"
#include "tests/fuzz/check.h"

using namespace dateline;

// A file of any bytes; then its own names, linked by it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Gazetteer gazetteer(DATELINE_DATA_DIR "/gazetteer.dat");
  const std::string_view text = as_text(data, size);
  Diagnostics faults;
  const Authority authority(text, gazetteer, faults);
  for (const Diagnostic& fault : faults) {
    check(is_valid_utf8(fault.message), "messages are UTF-8");
    check(fault.line > 0 && fault.column > 0, "a fault has its place");
  }
  for (const auto& [key, value] : authority.expansions())
    check(!key.empty() && !value.empty(), "an alias leads to a name");

  Article article;
  article.persons.emplace();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string name = fold_space(text.substr(at, end - at));
    if (!name.empty()) article.persons->emplace_back().name = name;
    const std::string key = person_key(name);
    check(person_key(key) == key, "a key is its own key");
    at = end + 1;
  }
  link_names(article, authority);
  const auto once = article.persons;
  link_names(article, authority);
  check(article.persons == once, "linking twice is linking once");
  return 0;
}
