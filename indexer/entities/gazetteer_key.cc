#include "dateline/text.h"
#include "indexer/entities/gazetteer.h"

namespace dateline {

std::string name_key(std::string_view name) {
  std::string key;
  bool gap = false;
  for (const char c : fold(name)) {
    if (c == '.') continue;
    if (c == ' ' || c == '-' || c == ',') {
      gap = !key.empty();
      continue;
    }
    if (gap) key += ' ';
    gap = false;
    key += c;
  }
  return key;
}

}  // namespace dateline
