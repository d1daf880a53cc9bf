#include "indexer/entities/entities.h"
#include "tests/fuzz/check.h"

using namespace dateline;

namespace {

const std::string& text_of(const Article& article, TextField field) {
  return field == TextField::headline  ? article.headline
         : field == TextField::caption ? article.captions.at(0).text
                                       : article.body;
}

void check_mentions(const Article& article, const Entity& entity) {
  check(!entity.name.empty(), "an entity has a name");
  check(entity.count > 0 && entity.count == entity.mentions.size(), "all mentions are counted");
  std::size_t last = 0;
  TextField field{};
  for (const Mention& m : entity.mentions) {
    const std::string& text = text_of(article, m.field);
    check(m.start < m.end && m.end <= text.size(), "a mention lies in its field");
    check(text.substr(m.start, m.end - m.start) == m.text, "a mention's text is that of its bytes");
    check(m.field != field || m.start >= last, "mentions of an entity stand in order and apart");
    last = m.end;
    field = m.field;
  }
}

template <class List>
void check_all(const Article& article, const std::optional<List>& entities) {
  check(entities.has_value(), "what is looked for is there");
  for (const auto& entity : *entities) check_mentions(article, entity);
}

}  // namespace

// The first byte chooses language and model. The rest, as bytes, is headline, caption and body, parted by
// lines.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const EntityFinder model(DATELINE_DATA_DIR);
  static const EntityFinder rules(DATELINE_DATA_DIR, "");
  if (size == 0) return 0;
  std::string_view text = as_text(data + 1, size - 1);
  const auto next_line = [&text] {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    return std::string(line);
  };
  Article article;
  article.language = (data[0] & 1) != 0 ? "de" : "en";
  article.headline = next_line();
  article.captions.push_back({next_line(), {}});
  article.body = text;
  ((data[0] & 2) != 0 ? rules : model).find(article, EntityChoice::text, "");
  check_all(article, article.persons);
  check_all(article, article.places);
  check_all(article, article.organisations);
  return 0;
}
