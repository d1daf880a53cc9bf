#include "indexer/archive/identity.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <tuple>
#include <utility>

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

// Version and time of the last update; greater is newer.
using Rank = std::pair<std::uint32_t, std::string>;

Rank rank_of(const Article& article) {
  return {article.version, article.updated ? sortable(*article.updated) : std::string()};
}

struct Claim {
  std::size_t number;
  Rank rank;
  std::string place;
  std::string content;
};

}  // namespace

std::string made_up_id(const Article& article, bool one_of_many, const std::string& salt) {
  std::string of = place_of(article) + '\n' + salt;
  if (one_of_many)
    of += '\n' + article.headline + '\n' + (article.published ? sortable(*article.published) : "");
  return kMadeUp + hex_hash(of).substr(0, kIdDigits);
}

bool same_content(const Article& a, const Article& b) { return content_of(a) == content_of(b); }

std::vector<Settled> settle(const std::string& id, std::span<const Article> claimants) {
  std::vector<Claim> claims;
  for (std::size_t i = 0; i < claimants.size(); ++i)
    claims.push_back({i, rank_of(claimants[i]), place_of(claimants[i]), content_of(claimants[i])});
  const Rank highest = std::ranges::max(claims, {}, &Claim::rank).rank;
  std::erase_if(claims, [&](const Claim& claim) { return claim.rank != highest; });
  std::ranges::sort(claims, {}, [](const Claim& c) { return std::tie(c.place, c.content, c.number); });
  std::vector<Settled> settled;
  std::set<std::string> texts, places;
  for (const Claim& claim : claims) {
    if (!texts.insert(claim.content).second) continue;
    const bool first_there = places.insert(claim.place).second;
    const std::string of = first_there ? claim.place : claim.place + '\n' + claim.content;
    settled.push_back({claim.number, settled.empty() ? id : id + "~" + hex_hash(of).substr(0, kLaterDigits)});
  }
  return settled;
}

}  // namespace dateline
