#include "indexer/prepare.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "dateline/text.h"
#include "indexer/entities/link.h"

namespace dateline {

namespace {

// Shorter texts are guessed wrong too often; the beginning of a long one tells as much as all of it.
constexpr std::size_t kLeastForLanguage = 80;
constexpr std::size_t kMostForLanguage = 4096;

constexpr std::size_t kLongestLanguageTag = 35;  // RFC 5646, 4.4.1

bool is_language_tag(const std::string& tag) {
  return tag.size() >= 2 && tag.size() <= kLongestLanguageTag && std::ranges::all_of(tag, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
         });
}

bool is_guid(std::string_view id) {
  if (id.size() != 36) return false;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const bool hex = (id[i] >= '0' && id[i] <= '9') || ((id[i] | 0x20) >= 'a' && (id[i] | 0x20) <= 'f');
    if (dash ? id[i] != '-' : !hex) return false;
  }
  return true;
}

void fill(std::string& field, const std::map<std::string, std::string>& set, const char* key) {
  const auto found = set.find(key);
  if (field.empty() && found != set.end()) field = found->second;
}

void settle_language(Article& article) {
  std::ranges::replace(article.language, '_', '-');
  if (!article.language.empty() && !is_language_tag(article.language)) {
    article.diagnostics.push_back(
        warning("language.not-a-tag", "'" + article.language.substr(0, 40) + "' is no language tag"));
    article.language.clear();
  }
  if (article.language.empty()) article.language = detect_language(article.body);
}

}  // namespace

std::string detect_language(const std::string& text) {
  if (text.size() < kLeastForLanguage) return {};
  std::size_t size = std::min(text.size(), kMostForLanguage);
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  bool reliable = false;
  const auto language = CLD2::DetectLanguage(text.data(), static_cast<int>(size), true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
  return CLD2::LanguageCode(language);
}

std::string qualified_id(const Article& article) {
  const std::string& id = article.id;
  if (id.empty() || article.source.format == "dateline-json" || is_guid(id)) return id;
  for (std::string_view scheme : {"urn:", "tag:", "http:", "https:"}) {
    if (id.starts_with(scheme)) return id;
  }
  return (article.publication.empty() ? article.source.format : article.publication) + ":" + id;
}

void prepare(Article& article, const PrepareSettings& settings, const EntityFinder& finder) {
  fill(article.publication, settings.set, "publication");
  fill(article.section, settings.set, "section");
  fill(article.edition, settings.set, "edition");
  fill(article.language, settings.set, "language");
  settle_language(article);
  article.id = qualified_id(article);
  article.indexed = settings.indexed;
  finder.find(article, settings.entities, settings.home, settings.explain);
  link_names(article, settings.authority);
}

}  // namespace dateline
