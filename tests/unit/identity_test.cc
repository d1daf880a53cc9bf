#include "indexer/archive/identity.h"

#include <catch2/catch.hpp>
#include <set>

using namespace dateline;

namespace {

Article article(const std::string& path, const std::string& body, std::uint32_t version = 1,
                const std::string& updated = {}) {
  Article a;
  a.id = "urn:test:1";
  a.version = version;
  a.source.path = path;
  a.headline = "Harbour";
  a.body = body;
  if (!updated.empty()) a.updated = parse_iso(updated);
  return a;
}

}  // namespace

TEST_CASE("the highest version wins, then the latest update, else both stay") {
  const auto [first, second, stays] = GENERATE(table<Article, Article, std::string>({
      {article("a", "x", 1), article("b", "y", 2), "b"},
      {article("a", "x", 2), article("b", "x", 1), "a"},
      {article("a", "x", 2, "2025-01-01"), article("b", "y", 1, "2025-12-31"), "a"},
      {article("a", "x", 1, "2025-01-01"), article("b", "y", 1, "2025-01-02"), "b"},
      {article("a", "x", 1, "2025-01-01"), article("b", "y", 1, "2025-01-01"), "ab"},
      {article("a", "x", 1, "2025-01-01"), article("b", "y", 1), "a"},
      {article("a", "x"), article("b", "y"), "ab"},
      {article("a", "x"), article("a", "y"), "aa"},
      {article("a", "x"), article("b", "x"), "a"},
  }));
  CAPTURE(first.version, first.body, second.version, second.body);
  const auto shown = [](const std::vector<Article>& claimants) {
    std::string all;
    for (const Settled& s : settle("i", claimants)) all += claimants[s.claimant].source.path;
    return all;
  };
  CHECK(shown({first, second}) == stays);
  CHECK(shown({second, first}) == stays);
}

TEST_CASE("ids, places, times of indexing and faults do not make texts differ") {
  Article a = article("a", "x"), b = article("b", "x");
  b.id = "urn:test:2";
  b.source = {"c", "member", 7, "text"};
  b.indexed = "2026-01-02T03:04:05Z";
  b.diagnostics.push_back(warning("x.y", "z"));
  CHECK(same_content(a, b));
  b.keywords.push_back("port");
  CHECK_FALSE(same_content(a, b));
  b = a;
  b.persons.emplace();
  CHECK_FALSE(same_content(a, b));
}

TEST_CASE("a made-up id hangs on path and member, of many on headline and date too") {
  const Article a = article("a", "x");
  const std::string id = made_up_id(a, false, {});
  CHECK(id.starts_with("x-"));
  CHECK(id.size() == 22);
  Article edited = article("a", "other");
  edited.headline = "Other";
  edited.source.ordinal = 9;
  CHECK(made_up_id(edited, false, {}) == id);
  CHECK(made_up_id(a, false, "salt") != id);
  CHECK(made_up_id(article("b", "x"), false, {}) != id);
  Article member = a;
  member.source.member = "m";
  CHECK(made_up_id(member, false, {}) != id);

  const std::string of_many = made_up_id(a, true, {});
  CHECK(made_up_id(edited, true, {}) != of_many);
  Article moved = a;
  moved.source.ordinal = 9;
  CHECK(made_up_id(moved, true, {}) == of_many);
  Article dated = a;
  dated.published = parse_iso("2025-02-26");
  CHECK(made_up_id(dated, true, {}) != of_many);
}

TEST_CASE("the later path gets an id of its own that edits do not change") {
  const auto second_id = [](const Article& later) {
    const std::vector<Article> claimants{later, article("a", "x")};
    const auto settled = settle("urn:test:1", claimants);
    REQUIRE(settled.size() == 2);
    CHECK(settled[0].id == "urn:test:1");
    CHECK(settled[0].claimant == 1);
    return settled[1].id;
  };
  const std::string id = second_id(article("b", "y"));
  CHECK(id.starts_with("urn:test:1~"));
  CHECK(id.size() == 19);
  CHECK(second_id(article("b", "edited")) == id);
  CHECK(second_id(article("c", "y")) != id);
}

TEST_CASE("items of one file are told apart by what they hold") {
  const std::vector<Article> claimants{article("b", "x"), article("b", "y"), article("b", "z"),
                                       article("a", "v")};
  std::set<std::string> ids;
  for (const Settled& s : settle("i", claimants)) ids.insert(s.id);
  CHECK(ids.size() == 4);
}
