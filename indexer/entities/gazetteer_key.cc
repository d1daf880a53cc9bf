#include "dateline/text.h"
#include "indexer/entities/gazetteer.h"

namespace dateline {

std::string name_key(std::string_view name) {
  std::string folded;
  if (!is_ascii(name)) name = folded = fold(name);
  std::string key;
  bool gap = false;
  for (const char c : name) {
    if (c == '.') continue;
    if (c == ' ' || c == '-' || c == ',') {
      gap = !key.empty();
      continue;
    }
    if (gap) key += ' ';
    gap = false;
    key += c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
  }
  return key;
}

}  // namespace dateline
