#include "indexer/archive/identity.h"

#include <tuple>

#include "dateline/json.h"
#include "dateline/terms.h"

namespace dateline {

namespace {

// 80 bits: among ten million articles the chance of one collision is below one in ten thousand million.
constexpr std::size_t kIdDigits = 20;
// Only the items that claim one id must differ.
constexpr std::size_t kLaterDigits = 8;

std::string content_of(const Article& article) {
  Article bare = article;
  bare.id.clear();
  bare.indexed.clear();
  bare.source = {};
  bare.diagnostics.clear();
  return dump(to_json(bare, Mentions::list));
}

std::string place_of(const Article& article) {
  return article.source.path + '\n' + article.source.member.value_or("");
}

std::string time_of(const Article& article) { return article.updated ? sortable(*article.updated) : ""; }

}  // namespace

std::string made_up_id(const Article& article, bool one_of_many, const std::string& salt) {
  std::string of = place_of(article) + '\n' + salt;
  if (one_of_many)
    of += '\n' + article.headline + '\n' + (article.published ? sortable(*article.published) : "");
  return kMadeUp + hex_hash(of).substr(0, kIdDigits);
}

bool same_content(const Article& a, const Article& b) { return content_of(a) == content_of(b); }

Claim judge(const Article& holder, const Article& newcomer, bool reread) {
  if (newcomer.version != holder.version)
    return newcomer.version > holder.version ? Claim::replace : Claim::keep;
  if (same_content(holder, newcomer)) return Claim::equal;
  if (reread) return Claim::replace;
  const std::string had = time_of(holder), has = time_of(newcomer);
  if (!had.empty() && !has.empty() && had != has) return has > had ? Claim::replace : Claim::keep;
  return Claim::both;
}

bool comes_first(const Article& a, const Article& b) {
  return std::make_tuple(place_of(a), content_of(a)) < std::make_tuple(place_of(b), content_of(b));
}

std::string id_of_later(const Article& later, const Article& first) {
  std::string of = place_of(later);
  if (of == place_of(first)) of += '\n' + content_of(later);
  return later.id + "~" + hex_hash(of).substr(0, kLaterDigits);
}

}  // namespace dateline
