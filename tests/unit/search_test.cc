#include "searcher/search/search.h"

#include <catch2/catch.hpp>

#include "searcher/query/parser.h"
#include "tests/unit/search_fixture.h"

using namespace dateline;
using dateline::testing::ArchiveFixture;

namespace {

Article article(const std::string& id, const std::string& headline, const std::string& body,
                const std::string& date = {}, const std::string& language = "en") {
  Article a;
  a.id = id;
  a.headline = headline;
  a.body = body;
  a.published = parse_iso(date);
  a.language = language;
  return a;
}

// A few articles with what the tests below ask for.
void fill(ArchiveFixture& fixture) {
  Article a = article("a", "Herring boats stay in port",
                      "The skipper said the well-known reef was closed. Price caps fall.", "2024-02-29");
  a.captions.push_back({"Greta Holm, left, mends nets in Bergen.", "Harbour Press"});
  a.bylines.push_back({"Nils Quist", "Sea correspondent"});
  a.persons = {testing::person("Greta Holm", a)};
  a.places = {{testing::place("Bergen", "Norway")}};
  fixture.add(a);

  Article b = article("b", "Price of salt",
                      "A herring boat sank. The caps were found. Price was high, Caps higher.", "2024-02");
  b.persons = {testing::person("Greta Bergman", b)};
  b.updated = parse_iso("2024-03-05", "10:30");
  fixture.add(b);

  Article c =
      article("c", "Les règles du marché", "Le règlement changé à Bergen; le prix montait.", "1899", "fr");
  c.persons = {testing::person("Édouard Holm", c)};
  fixture.add(c);

  Article d = article("d", "Nothing but salt",
                      "Salt, only salt. Turkey dinners at noon, a turkey each; Erdoğan ate.");
  d.embargo = parse_iso("9990-01-01");
  fixture.add(d);
  fixture.add(article("e", "Die Häuser am Hafen", "Das Haus steht. Um 13:17 kam das Boot in die Straße.",
                      "2024-12-31", "de"));
  fixture.commit();
}

std::string ids(Archive& archive, const Request& request) {
  Search search(archive, request);
  std::vector<std::string> found;
  search.each_hit([&](const Hit& hit) { found.push_back(hit.article.id); });
  std::string text;
  for (const std::string& id : found) text += id;
  CHECK(search.answer().total >= found.size());
  return text;
}

Request request_for(const std::string& query) {
  Request request;
  request.query = parse_query(query, local_today());
  request.include_embargoed = true;
  request.sort = Sort::archive;
  return request;
}

}  // namespace

TEST_CASE("a query finds the articles that its language promises") {
  // In one database and spread over three.
  static ArchiveFixture whole, parts(3);
  static const bool filled = (fill(whole), fill(parts), true);
  REQUIRE(filled);
  const auto [query, found] = GENERATE(table<std::string, std::string>({
      {"*", "abcde"},
      {"herring", "ab"},
      {"boat", "ab"},     // and its plural
      {"\"boat\"", "b"},  // these forms alone
      {"\"boats\"", "a"},
      {"regle", "c"},  // without its accent, by its French family
      {"règle", "c"},
      {"\"regles\"", "c"},
      {"haus", "e"},  // Häuser shares the stem
      {"hauser", "e"},
      {"STRASSE", "e"},
      {"erdogan", "d"},
      {"\"price caps\"", "a"},  // b has them in two sentences the other way round
      {"\"caps price\"", ""},
      {"\"port the skipper\"", ""},  // never across two fields
      {"13:17", "e"},
      {"well-known", "a"},
      {"her*", "ab"},
      {"regl*", "c"},
      {"\"well known reef\"", "a"},
      {"price NEAR/1 caps", "a"},
      {"price NEAR/4 caps", "ab"},
      {"caps ADJ/2 fall", "a"},
      {"fall ADJ/2 caps", ""},
      {"reef NEAR/2 \"well known\"", "a"},
      {"(reef OR boat) NEAR/2 (sank OR closed)", "ab"},
      {"headline:price", "b"},
      {"body:price", "ab"},
      {"body:salt", "d"},  // b has it in the headline alone
      {"body:\"price caps\"", "a"},
      {"headline:(herring OR salt)", "abd"},
      {"caption:nets", "a"},
      {"credit:harbour", "a"},
      {"byline:quist", "a"},
      {"body:nets", ""},
      {"salt -body:salt", "b"},
      {"herring -boats", ""},
      {"herring NOT headline:herring", "b"},
      {"NOT herring", "cde"},
      {"body:salt OR herring", "abd"},
      {"person:\"Greta Holm\"", "a"},
      {"person:greta", "ab"},
      {"person:holm", "ac"},
      {"person:edouard", "c"},
      {"person:Berg*", "b"},
      {"person:(greta OR edouard)", "abc"},
      {"person:greta person:holm", "a"},
      {"pictured:greta", "a"},
      {"person:\"Berg*\"", ""},
      {"place:Norway", "a"},
      {"place:bergen", "a"},
      {"has:caption", "a"},
      {"has:byline", "a"},
      {"undated:yes", "d"},
      {"id:b", "b"},
      {"language:fr", "c"},
      {"date:2024", "abe"},
      {"date:2024-02", "ab"},
      {"date:2024-02-29", "a"},
      {"date:2024-02-01..2024-12-30", "ab"},
      {"date:2024-02-02..", "ae"},  // b may be of the 1st
      {"date:..1899", "c"},
      {"date:..1899-12-30", ""},
      {"date:\"19th century\"", "c"},
      {"date:1890s", "c"},
      {"date:02-29", "a"},
      {"date:03-01~1", "a"},
      {"date:2024-W09", "a"},
      {"updated:2024-03", "b"},
      {"updated:2024-03-05", "b"},
      {"updated:2024-03-06..", ""},
      {"updated:2023..2024-03-04", ""},
  }));
  CAPTURE(query);
  for (const ArchiveFixture* fixture : {&whole, &parts}) {
    Archive archive({fixture->path()});
    std::string all = ids(archive, request_for(query));
    std::ranges::sort(all);
    CHECK(all == found);
  }
}

TEST_CASE("exact counts case and accents") {
  ArchiveFixture fixture;
  fill(fixture);
  Archive archive({fixture.path()});
  const auto [query, found] = GENERATE(table<std::string, std::string>({
      {"Turkey", "d"},
      {"turkey", "d"},
      {"TURKEY", ""},
      {"Erdoğan", "d"},
      {"Erdogan", ""},
      {"boat", "b"},
      {"boats", "a"},
      {"\"Price caps\"", "a"},
      {"\"price caps\"", ""},
      {"Turk*", "d"},
      {"TURK*", ""},
  }));
  CAPTURE(query);
  Request request = request_for(query);
  request.exact = true;
  CHECK(ids(archive, request) == found);
}

TEST_CASE("an article under embargo is out of hits, counts and --show until its time") {
  ArchiveFixture fixture;
  fill(fixture);
  Archive archive({fixture.path()});
  Request request = request_for("salt");
  CHECK(ids(archive, request) == "bd");
  request.include_embargoed = false;
  CHECK(ids(archive, request) == "b");
  CHECK_FALSE(find_article(archive, "d", false));
  CHECK(find_article(archive, "d", true));
  CHECK_FALSE(find_article(archive, "nobody", true));
}

TEST_CASE("the order is by date with undated articles last, or as asked") {
  ArchiveFixture fixture;
  fill(fixture);
  Archive archive({fixture.path()});
  const auto [sort, order] = GENERATE(
      table<Sort, std::string>({{Sort::newest, "eabcd"}, {Sort::oldest, "cbaed"}, {Sort::archive, "abcde"}}));
  Request request = request_for("*");
  request.sort = sort;
  CHECK(ids(archive, request) == order);

  // The pages of a cursor put together are the whole, without doubles.
  request.limit = 2;
  std::string pages;
  for (std::optional<std::string> next = ""; next;) {
    request.cursor = *next;
    pages += ids(archive, request);
    next = Search(archive, request).answer().next;
  }
  CHECK(pages == order);
  request.cursor.clear();
  request.offset = 3;
  CHECK(ids(archive, request) == order.substr(3, 2));
  request.offset = 9;
  CHECK(ids(archive, request).empty());
}

TEST_CASE("what is rarer in the archive and denser in the article ranks first") {
  ArchiveFixture fixture;
  fixture.add(article("once", "Salt",
                      std::string("Herring. ") + "Long talk of many other things at sea and on land."));
  fixture.add(article("twice", "Salt", "Herring, herring."));
  fixture.add(article("none", "Salt", "Cod."));
  fixture.commit();
  Archive archive({fixture.path()});
  Request request = request_for("herring");
  request.sort.reset();
  CHECK(ids(archive, request) == "twiceonce");
  request = request_for("herring cod salt");
  request.match = Match::any;
  request.sort.reset();
  CHECK(ids(archive, request).size() == 13);
}

TEST_CASE("a cursor of a changed archive is refused under relevance and goes on otherwise") {
  ArchiveFixture fixture;
  fill(fixture);
  Archive archive({fixture.path()});
  Request request = request_for("herring OR salt");
  request.limit = 1;
  request.sort = GENERATE(Sort::relevance, Sort::newest);
  const auto next = Search(archive, request).answer().next;
  REQUIRE(next);
  request.cursor = *next;
  fixture.add(article("f", "Herring", "Herring", "2025-01-01"));
  fixture.commit();
  archive.reopen();
  if (*request.sort == Sort::relevance) {
    CHECK_THROWS_AS(Search(archive, request), QueryError);
  } else {
    CHECK(ids(archive, request) == "b");  // after "a", though "f" is newer than both
  }
  request.query = parse_query("salt", local_today());
  CHECK_THROWS_WITH(Search(archive, request), Catch::Contains("another query"));
  request.cursor = "x.1";
  CHECK_THROWS_WITH(Search(archive, request), Catch::Contains("damaged"));
}

TEST_CASE("several archives are searched as one") {
  ArchiveFixture one(2), two;
  fill(one);
  two.add(article("z", "Herring again", "Herring", "2024-05-05"));
  two.commit();
  Archive archive({one.path(), two.path()});
  Request request = request_for("herring");
  request.sort = Sort::oldest;
  Search search(archive, request);
  std::string found;
  search.each_hit([&](const Hit& hit) { found += hit.article.id + std::to_string(hit.archive); });
  CHECK(found == "b0a0z1");
  CHECK(search.answer().total == 3);
  CHECK(search.answer().revision ==
        one.database(0).get_revision() + one.database(1).get_revision() + two.database().get_revision());
}

TEST_CASE("notes say whom a name was taken for and what may have been meant") {
  ArchiveFixture fixture;
  fill(fixture);
  Archive archive({fixture.path()});
  const auto [query, note] = GENERATE(table<std::string, std::string>({
      {"person:greta", "person:greta is taken for Greta Bergman, Greta Holm"},
      {"person:holme", "no person \"holme\" in the archive; the nearest is \"Édouard Holm\""},
      {"person:\"Gretta Holm\"", "no person \"Gretta Holm\" in the archive; the nearest is \"Greta Holm\""},
      {"place:Xanadu", "no place \"Xanadu\" in the archive"},
  }));
  CAPTURE(query);
  const Search search(archive, request_for(query));
  CHECK(search.answer().query.notes == std::vector<std::string>{note});
  CHECK(Search(archive, request_for("person:\"greta holm\"")).answer().query.notes.empty());
}

TEST_CASE("where nothing matches, the nearest words of the archive are proposed") {
  ArchiveFixture fixture;
  fill(fixture);
  Archive archive({fixture.path()});
  const auto [query, spelling] = GENERATE(table<std::string, std::string>({
      {"heering", "herring"},
      {"hering boats", "herring AND boats"},
      {"\"prce caps\"", "\"price caps\""},
      {"headline:hering", "headline:herring"},
      {"xyzzyx", ""},
      {"cod", ""},
      {"herring zebra", ""},
      {"herrings person:nobody", ""},
  }));
  CAPTURE(query);
  CHECK(Search(archive, request_for(query)).answer().query.spelling.value_or("") == spelling);
}

TEST_CASE("a search survives commits that replace what it reads") {
  ArchiveFixture fixture;
  const auto add_all = [&](const std::string& word) {
    for (int i = 0; i < 300; ++i) {
      // Hashes do not compress, so the records fill more blocks than a reader holds.
      std::string noise;
      for (int k = 0; k < 20; ++k) noise += " " + hex_hash(word + std::to_string(i * 20 + k));
      fixture.add(article("n" + std::to_string(i), "Herring", word + noise));
    }
    fixture.commit();
  };
  add_all("old");
  Archive archive({fixture.path()});
  Request request = request_for("herring");
  request.limit.reset();
  Search search(archive, request);
  int old_hits = 0, new_hits = 0;
  search.each_hit([&](const Hit& hit) {
    ++(hit.article.body.starts_with("old") ? old_hits : new_hits);
    // Two commits later the blocks that the reader knows of are reused.
    if (old_hits + new_hits == 1) add_all("new"), add_all("newer"), add_all("newest");
  });
  CHECK(old_hits + new_hits == 300);
  CHECK(new_hits > 0);
}

TEST_CASE("what is no archive is refused in one sentence") {
  CHECK_THROWS_WITH(Archive({"/nowhere/at/all"}), Catch::Contains("there is no archive"));
  testing::ScratchDirectory scratch;
  const std::string path = (scratch.path() / "plain").string();
  Xapian::WritableDatabase plain(path, Xapian::DB_CREATE);
  plain.commit();
  CHECK_THROWS_WITH(Archive({path}), Catch::Contains("no Dateline archive"));
  plain.set_metadata(kVersionMetadata, "99");
  plain.commit();
  CHECK_THROWS_WITH(Archive({path}), Catch::Contains("schema version 99"));
  std::filesystem::resize_file(path + "/postlist.glass", 100);
  CHECK_THROWS_AS(Archive({path}), ArchiveError);
}
