#include "indexer/archive/identity.h"

#include <catch2/catch.hpp>

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
  const auto [holder, newcomer, claim] = GENERATE(table<Article, Article, Claim>({
      {article("a", "x", 1), article("b", "y", 2), Claim::replace},
      {article("a", "x", 2), article("b", "y", 1), Claim::keep},
      {article("a", "x", 2), article("b", "x", 1), Claim::keep},
      {article("a", "x", 2, "2025-01-01"), article("b", "y", 1, "2025-12-31"), Claim::keep},
      {article("a", "x", 1, "2025-01-01"), article("b", "y", 1, "2025-01-02"), Claim::replace},
      {article("a", "x", 1, "2025-01-02"), article("b", "y", 1, "2025-01-01"), Claim::keep},
      {article("a", "x", 1, "2025-01-01"), article("b", "y", 1, "2025-01-01"), Claim::both},
      {article("a", "x", 1, "2025-01-01"), article("b", "y", 1), Claim::both},
      {article("a", "x"), article("b", "y", 1, "2025-01-01"), Claim::both},
      {article("a", "x"), article("b", "y"), Claim::both},
      {article("a", "x"), article("b", "x"), Claim::equal},
  }));
  CAPTURE(holder.version, holder.body, newcomer.version, newcomer.body);
  CHECK(judge(holder, newcomer, false) == claim);
}

TEST_CASE("a file that has changed replaces its own article unless that is of a later version") {
  CHECK(judge(article("a", "x"), article("a", "y"), true) == Claim::replace);
  CHECK(judge(article("a", "x", 1, "2025-01-02"), article("a", "y", 1, "2025-01-01"), true) ==
        Claim::replace);
  CHECK(judge(article("a", "x", 2), article("a", "y", 1), true) == Claim::keep);
  CHECK(judge(article("a", "x"), article("a", "x"), true) == Claim::equal);
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
  const Article first = article("a", "x"), later = article("b", "y");
  CHECK(comes_first(first, later));
  CHECK_FALSE(comes_first(later, first));
  const std::string id = id_of_later(later, first);
  CHECK(id.starts_with("urn:test:1~"));
  CHECK(id.size() == 19);
  CHECK(id_of_later(article("b", "edited"), first) == id);
  CHECK(id_of_later(article("c", "y"), first) != id);
}

TEST_CASE("two items of one file are told apart by what they hold") {
  const Article x = article("a", "x"), y = article("a", "y"), z = article("a", "z");
  CHECK(comes_first(x, y) != comes_first(y, x));
  CHECK(id_of_later(y, x) != id_of_later(z, x));
}
