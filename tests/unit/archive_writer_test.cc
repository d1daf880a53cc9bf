#include "indexer/archive/writer.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <map>

#include "dateline/record.h"
#include "dateline/schema.h"
#include "scratch.h"

using namespace dateline;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kEnoughForBulk = 1'000'000'000;

Article article(const std::string& id, const std::string& path, const std::string& body = "text") {
  Article a;
  a.id = id;
  a.source = {path, {}, 0, "dateline-json"};
  a.headline = "Headline of " + id;
  a.body = body;
  a.language = "en";
  a.persons.emplace();
  a.places.emplace();
  a.organisations.emplace();
  return a;
}

Article versioned(Article a, std::uint32_t version) { return a.version = version, a; }
Article updated(Article a, const char* date) { return a.updated = parse_iso(date), a; }
Article withdrawn(Article a) { return a.status = Status::withdrawn, a; }

// How a run puts articles in: each in a file of its own.
class Load {
 public:
  explicit Load(const fs::path& archive, bool bulk = false)
      : directory_(archive, true, 0), writer_(directory_) {
    if (bulk) writer_.expect(kEnoughForBulk, 2);
  }
  void add(const Article& article) {
    ReadyArticle ready{article, build_document(article, forms_)};
    writer_.add(std::move(ready), [this](const AddResult& result) { results.push_back(result); });
    writer_.end_file({article.source.path, 1, 2, "c" + article.source.path, {article.id}, {}});
  }
  ArchiveWriter& writer() { return writer_; }

  std::vector<AddResult> results;

 private:
  ArchiveDirectory directory_;
  ArchiveWriter writer_;
  WordForms forms_;
};

// All articles of the last commit by id, as JSON.
std::map<std::string, std::string> contents(const fs::path& archive) {
  const Xapian::Database database(archive.string());
  std::map<std::string, std::string> all;
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting) {
    const auto read = decode_record(database.get_document(*posting).get_data());
    REQUIRE(read);
    CHECK(all.emplace(read->id, dump(to_json(*read, Mentions::list))).second);
  }
  CHECK(all.size() == database.get_doccount());
  return all;
}

std::map<std::string, std::string> load(const fs::path& archive, const std::vector<Article>& articles,
                                        bool bulk) {
  Load load(archive, bulk);
  for (const Article& a : articles) load.add(a);
  load.writer().finish();
  return contents(archive);
}

std::vector<std::string> ids(const fs::path& archive) {
  std::vector<std::string> all;
  for (const auto& [id, json] : contents(archive)) all.push_back(id);
  return all;
}

std::vector<Article> many(std::size_t count, const std::string& body = "text") {
  std::vector<Article> all;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    all.push_back(article("urn:n:" + number, "/in/" + number, body + " " + number));
  }
  return all;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("articles that were added are there, and the archive is an ordinary database") {
  const ScratchDirectory scratch;
  load(scratch / "A", many(3), false);
  CHECK(ids(scratch / "A") == Ids{"urn:n:0", "urn:n:1", "urn:n:2"});
  const Xapian::Database database((scratch / "A").string());
  CHECK(database.get_metadata(kVersionMetadata) == std::to_string(kSchemaVersion));
  CHECK(database.get_termfreq("Qurn:n:1") == 1);
  CHECK(database.get_termfreq("headline") == 3);
}

TEST_CASE("an edited file replaces its article, what is the same changes nothing") {
  const ScratchDirectory scratch;
  load(scratch / "A", {article("urn:a", "/in/a", "old")}, false);
  const std::string before = Xapian::Database((scratch / "A").string()).get_uuid();
  {
    Load again(scratch / "A");
    again.add(article("urn:a", "/in/a", "old"));
    again.writer().finish();
    CHECK(again.results.at(0).outcome == Added::unchanged);
  }
  {
    Load edit(scratch / "A");
    edit.add(article("urn:a", "/in/a", "new"));
    edit.writer().finish();
    CHECK(edit.results.at(0).outcome == Added::updated);
  }
  CHECK(contents(scratch / "A").at("urn:a").find("\"new\"") != std::string::npos);
  const Xapian::Database database((scratch / "A").string());
  CHECK(database.get_doccount() == 1);
  CHECK_FALSE(database.term_exists("old"));
  CHECK(database.get_uuid() == before);
}

TEST_CASE("a run that changes nothing commits nothing") {
  const ScratchDirectory scratch;
  load(scratch / "A", many(3), false);
  const auto revision = Xapian::Database((scratch / "A").string()).get_revision();
  Load again(scratch / "A");
  again.writer().set_metadata(kVersionMetadata, std::to_string(kSchemaVersion));
  again.writer().finish();
  CHECK(Xapian::Database((scratch / "A").string()).get_revision() == revision);
}

TEST_CASE("nothing is committed before a commit is due, whatever Xapian's buffer holds") {
  const ScratchDirectory scratch;
  load(scratch / "A", many(1), false);
  const auto revision = Xapian::Database((scratch / "A").string()).get_revision();
  Load in_place(scratch / "A");
  for (const Article& a : many(3'500)) in_place.add(a);
  CHECK(Xapian::Database((scratch / "A").string()).get_revision() == revision);
  CHECK(Xapian::Database((scratch / "A").string()).get_doccount() == 1);
  in_place.writer().finish();
  CHECK(Xapian::Database((scratch / "A").string()).get_revision() == revision + 1);
  CHECK(Xapian::Database((scratch / "A").string()).get_doccount() == 3'500);
}

TEST_CASE("the articles of one huge file are committed before it ends, and read again they are the same") {
  const ScratchDirectory scratch;
  load(scratch / "A", many(1), false);
  const bool bulk = GENERATE(false, true);
  CAPTURE(bulk);
  WordForms forms;
  {
    Load dying(scratch / "A", bulk);
    for (int i = 0; i < 10'100; ++i) {
      const Article a = article("urn:huge:" + std::to_string(i), "/huge");
      dying.writer().add({a, build_document(a, forms)}, [](const AddResult&) {});
    }
  }
  CHECK(contents(scratch / "A").size() == 10'001);
  Load again(scratch / "A");
  CHECK_FALSE(again.writer().row("/huge"));
  again.add(article("urn:huge:5", "/huge"));
  CHECK(again.results.at(0).outcome == Added::unchanged);
}

TEST_CASE("two items that claim one id leave the same archive in whatever order they come") {
  const bool bulk = GENERATE(false, true);
  const auto [a, b, expected] = GENERATE(table<Article, Article, std::size_t>({
      {versioned(article("i", "/a", "x"), 1), versioned(article("i", "/b", "y"), 2), 1},
      {versioned(article("i", "/a", "x"), 2), versioned(article("i", "/b", "y"), 1), 1},
      {updated(article("i", "/a", "x"), "2025-01-01"), updated(article("i", "/b", "y"), "2025-01-02"), 1},
      {updated(article("i", "/a", "x"), "2025-01-01"), article("i", "/b", "y"), 1},
      {article("i", "/a", "x"), article("i", "/b", "y"), 2},
      {article("i", "/a", "x"), article("i", "/a", "y"), 2},
      {article("i", "/a", "x"), article("i", "/b", "x"), 1},
  }));
  CAPTURE(bulk, a.source.path, a.body, a.version, b.source.path, b.body, b.version);
  const ScratchDirectory scratch;
  const auto forth = load(scratch / "forth", {a, b}, bulk);
  const auto back = load(scratch / "back", {b, a}, bulk);
  CHECK(forth == back);
  CHECK(forth.size() == expected);
  // The same in runs of their own, where the first file is known by then.
  if (a.source.path == b.source.path) return;
  load(scratch / "runs", {b}, bulk);
  CHECK(load(scratch / "runs", {a}, bulk) == forth);
}

namespace {

// What an archive of the items in each of their orders holds: one text for each set of `count` items of
// `pool`, with every order's id cut off; empty: two orders of one set differ, and `fault` says which.
class Orders {
 public:
  Orders(std::vector<Article> pool, std::size_t count) : pool_(std::move(pool)) {
    std::vector<char> chosen(pool_.size());
    std::fill_n(chosen.begin(), count, char{1});
    do {
      std::vector<std::size_t> order;
      for (std::size_t i = 0; i < pool_.size(); ++i) {
        if (chosen[i] != 0) order.push_back(i);
      }
      do orders_.push_back(order);
      while (std::ranges::next_permutation(order).found);
    } while (std::ranges::prev_permutation(chosen).found);
  }

  // The item that comes as number `turn` of an order, with that order's own id.
  [[nodiscard]] Article item(std::size_t order, std::size_t turn) const {
    Article item = pool_[orders_[order][turn]];
    item.id = "i" + std::to_string(order);
    return item;
  }
  [[nodiscard]] std::size_t size() const { return orders_.size(); }

  // The first order that leaves something else than another of the same items; empty: none does.
  [[nodiscard]] std::string fault(const std::map<std::string, std::string>& archive) const {
    std::vector<std::string> left(orders_.size());
    for (const auto& [id, text] : archive) {
      std::string of = text;
      const std::string own = id.substr(0, id.find('~'));
      of.replace(of.find(own), own.size(), "i");
      left[std::stoul(own.substr(1))] += of;
    }
    std::map<std::vector<std::size_t>, std::string> known;
    for (std::size_t i = 0; i < orders_.size(); ++i) {
      std::vector<std::size_t> set = orders_[i];
      std::ranges::sort(set);
      const auto [found, is_new] = known.emplace(set, left[i]);
      if (!is_new && found->second != left[i]) return found->second + "\nis not\n" + left[i];
    }
    return {};
  }

 private:
  std::vector<Article> pool_;
  std::vector<std::vector<std::size_t>> orders_;
};

// Newer and older, updated and not, equal and different, of one file and of several, and a kill.
const std::vector<Article> kPool{article("i", "/a", "x"),
                                 article("i", "/b", "y"),
                                 article("i", "/c", "y"),
                                 updated(article("i", "/d", "z"), "2025-01-01"),
                                 updated(article("i", "/e", "v"), "2025-01-02"),
                                 versioned(article("i", "/f", "w"), 2),
                                 versioned(article("i", "/g", "u"), 2)};

}  // namespace

TEST_CASE("three and four items that claim one id leave the same in every order") {
  const std::size_t count = GENERATE(3U, 4U);
  std::vector<Article> pool = kPool;
  SECTION("of one run") {
    pool.push_back(article("i", "/b", "t"));
    pool.push_back(withdrawn(article("i", "/k")));
    const Orders orders(pool, count);
    const ScratchDirectory scratch;
    Load load(scratch / "A");
    for (std::size_t turn = 0; turn < count; ++turn) {
      for (std::size_t i = 0; i < orders.size(); ++i) load.add(orders.item(i, turn));
    }
    load.writer().finish();
    CHECK(orders.fault(contents(scratch / "A")) == "");
  }
  SECTION("each of a run of its own") {
    const Orders orders(pool, count);
    const ScratchDirectory scratch;
    for (std::size_t turn = 0; turn < count; ++turn) {
      Load load(scratch / "A");
      for (std::size_t i = 0; i < orders.size(); ++i) load.add(orders.item(i, turn));
      load.writer().finish();
    }
    CHECK(orders.fault(contents(scratch / "A")) == "");
  }
}

TEST_CASE("a newer version and a kill take all that claimed their id") {
  const ScratchDirectory scratch;
  const std::vector<Article> two{article("i", "/a", "x"), article("i", "/b", "y")};
  load(scratch / "A", two, false);
  CHECK(ids(scratch / "A").size() == 2);
  load(scratch / "A", {versioned(article("i", "/c", "z"), 2)}, false);
  CHECK(ids(scratch / "A") == Ids{"i"});
  load(scratch / "B", two, false);
  load(scratch / "B", {withdrawn(article("i", "/k"))}, false);
  CHECK(ids(scratch / "B").empty());
}

TEST_CASE("an id that is claimed twice is told, and the later path keeps its own through edits") {
  const ScratchDirectory scratch;
  {
    Load twice(scratch / "A");
    twice.add(article("i", "/a", "x"));
    twice.add(article("i", "/b", "y"));
    twice.writer().finish();
    CHECK_FALSE(twice.results.at(0).claimed_twice);
    CHECK(twice.results.at(1).claimed_twice);
    CHECK(twice.results.at(1).id.starts_with("i~"));
  }
  const Ids before = ids(scratch / "A");
  REQUIRE(before.size() == 2);
  load(scratch / "A", {article("i", "/b", "edited")}, false);
  CHECK(ids(scratch / "A") == before);
  CHECK(contents(scratch / "A").at(before[0]).find("\"x\"") != std::string::npos);
  CHECK(contents(scratch / "A").at(before[1]).find("\"edited\"") != std::string::npos);
}

TEST_CASE("three items of one file under an id of an earlier run all stay") {
  const ScratchDirectory scratch;
  load(scratch / "A", {article("i", "/b", "x")}, false);
  load(scratch / "A", {article("i", "/a", "y"), article("i", "/a", "z")}, false);
  CHECK(ids(scratch / "A").size() == 3);
}

TEST_CASE("a killed id is dead until a higher version comes") {
  const bool bulk = GENERATE(false, true);
  CAPTURE(bulk);
  const ScratchDirectory scratch;
  const fs::path archive = scratch / "A";
  load(archive, {versioned(article("i", "/a"), 2), article("j", "/j")}, bulk);
  const auto outcome = [&](const Article& a) {
    Load load(archive, bulk);
    load.add(a);
    load.writer().finish();
    return load.results.at(0).outcome;
  };
  CHECK(outcome(withdrawn(versioned(article("i", "/k"), 1))) == Added::superseded);
  CHECK(ids(archive) == Ids{"i", "j"});
  CHECK(outcome(withdrawn(versioned(article("i", "/k"), 2))) == Added::deleted);
  CHECK(ids(archive) == Ids{"j"});
  CHECK(outcome(versioned(article("i", "/a"), 2)) == Added::killed);
  CHECK(outcome(versioned(article("i", "/a"), 1)) == Added::killed);
  CHECK(ids(archive) == Ids{"j"});
  CHECK(outcome(versioned(article("i", "/a"), 3)) == Added::added);
  CHECK(ids(archive) == Ids{"i", "j"});
}

TEST_CASE("a kill that comes before its article keeps it out") {
  const ScratchDirectory scratch;
  load(scratch / "A", {withdrawn(article("i", "/k")), article("i", "/a"), article("j", "/j")}, false);
  CHECK(ids(scratch / "A") == Ids{"j"});
}

TEST_CASE("a renamed file's articles keep their ids and get its path") {
  const bool bulk = GENERATE(false, true);
  CAPTURE(bulk);
  const ScratchDirectory scratch;
  load(scratch / "A", {article("x-1", "/old"), article("j", "/j")}, false);
  {
    Load renamed(scratch / "A", bulk);
    renamed.writer().end_renamed_file("/old", {"/new", 1, 2, "c/old", {"x-1"}, {}});
    renamed.writer().finish();
    CHECK_FALSE(renamed.writer().row("/old"));
    CHECK(renamed.writer().row("/new")->ids == Ids{"x-1"});
    CHECK(renamed.writer().metadata("content:c/old") == "/new");
  }
  CHECK(ids(scratch / "A") == Ids{"j", "x-1"});
  CHECK(contents(scratch / "A").at("x-1").find("\"path\":\"/new\"") != std::string::npos);
}

TEST_CASE("a renamed file does not move the article of another that has the same id") {
  const ScratchDirectory scratch;
  load(scratch / "A", {article("i", "/a", "x"), article("i", "/b", "y")}, false);
  Load renamed(scratch / "A");
  renamed.writer().end_renamed_file("/b", {"/c", 1, 2, "c/b", {"i"}, {}});
  renamed.writer().finish();
  CHECK(renamed.writer().article("i")->source.path == "/a");
}

TEST_CASE("however often a bulk load commits, its parts stay few") {
  const ScratchDirectory scratch;
  load(scratch / "A", many(1), false);
  ArchiveDirectory directory(scratch / "A", false, 0);
  BulkLoad bulk(directory, 2);
  WordForms forms;
  for (int i = 0; i < 40; ++i) {
    bulk.add(build_document(article("urn:m:" + std::to_string(i), "/m"), forms));
    bulk.set_metadata("last", std::to_string(i));
    bulk.commit();
  }
  // 40 = 2 * 16 + 8
  CHECK(directory.parts().size() == 1 + 2 + 8);
  CHECK(Xapian::Database((scratch / "A").string()).get_doccount() == 41);
  merge_parts(directory);
  const Xapian::Database database((scratch / "A").string());
  CHECK(database.get_doccount() == 41);
  CHECK(database.get_metadata("last") == "39");
  CHECK(decode_record(database.get_document(41).get_data())->id == "urn:m:39");
}

TEST_CASE("a bulk load and a load in place give the same articles and rows") {
  const ScratchDirectory scratch;
  std::vector<Article> all = many(1'800);
  // Ids that others have too have to wait for their turn.
  for (std::size_t i = 0; i < 40; ++i) {
    all.insert(all.begin() + static_cast<std::ptrdiff_t>(i * 30),
               article("urn:n:" + std::to_string(1'700 - i), "/twice/" + std::to_string(i), "twice"));
  }
  const auto in_place = load(scratch / "in-place", all, false);
  const auto bulk = load(scratch / "bulk", all, true);
  CHECK(in_place.size() == 1'840);
  CHECK(in_place == bulk);
  Load a(scratch / "in-place"), b(scratch / "bulk");
  for (const Article& article : all) {
    REQUIRE(a.writer().row(article.source.path));
    CHECK(encode_row(*a.writer().row(article.source.path)) ==
          encode_row(*b.writer().row(article.source.path)));
  }
  const Xapian::Database x((scratch / "in-place").string()), y((scratch / "bulk").string());
  CHECK(std::vector<std::string>(x.allterms_begin(), x.allterms_end()) ==
        std::vector<std::string>(y.allterms_begin(), y.allterms_end()));
  CHECK(std::vector<std::string>(x.synonym_keys_begin(), x.synonym_keys_end()) ==
        std::vector<std::string>(y.synonym_keys_begin(), y.synonym_keys_end()));
}

TEST_CASE("a bulk load on top of an archive updates what is there") {
  const ScratchDirectory scratch;
  load(scratch / "A", many(700), false);
  std::vector<Article> next = many(600, "edited");
  for (const Article& a : many(1'500)) {
    if (next.size() < 1'500 && a.id.size() > 8) next.push_back(a);
  }
  const auto in_place = [&] {
    load(scratch / "B", many(700), false);
    return load(scratch / "B", next, false);
  }();
  CHECK(load(scratch / "A", next, true) == in_place);
}

TEST_CASE("a bulk load of nothing but known ids goes on in place") {
  const ScratchDirectory scratch;
  load(scratch / "A", many(1'500), false);
  Load again(scratch / "A", true);
  for (const Article& a : many(1'500, "edited")) again.add(a);
  // Those over the bound have had their turn before the end.
  CHECK(again.results.size() > 1'000);
  again.writer().finish();
  CHECK(again.results.size() == 1'500);
  CHECK(std::ranges::count(again.results, Added::updated, &AddResult::outcome) == 1'500);
  CHECK(again.writer().article_count() == 1'500);
}

TEST_CASE("one file with very many articles under known ids does not pile them up") {
  const ScratchDirectory scratch;
  load(scratch / "A", many(1'500), false);
  Load again(scratch / "A", true);
  WordForms forms;
  std::size_t done = 0;
  for (const Article& a : many(1'500, "edited"))
    again.writer().add({a, build_document(a, forms)}, [&](const AddResult&) { ++done; });
  CHECK(done > 1'000);
}

TEST_CASE("a bulk load counts its articles before they are committed") {
  const ScratchDirectory scratch;
  load(scratch / "A", many(10), false);
  Load more(scratch / "A", true);
  for (int i = 0; i < 700; ++i) more.add(article("urn:m:" + std::to_string(i), "/m/" + std::to_string(i)));
  CHECK(more.writer().article_count() == 710);
  more.writer().stop();
  CHECK(more.writer().article_count() == 710);
}

TEST_CASE("an interrupted bulk load is merged by the next run") {
  const ScratchDirectory scratch;
  load(scratch / "A", many(10), false);
  {
    Load stopped(scratch / "A", true);
    for (const Article& a : many(1'200)) stopped.add(a);
    stopped.writer().stop();
  }
  // Readers see both parts at once.
  CHECK(Xapian::Database((scratch / "A").string()).get_doccount() == 1'200);
  CHECK(ArchiveDirectory(scratch / "A", false, 0).parts().size() == 2);
  Load next(scratch / "A");
  CHECK(next.writer().article_count() == 1'200);
  CHECK(next.writer().row("/in/1199"));
  next.writer().finish();
  CHECK(contents(scratch / "A").size() == 1'200);
}

TEST_CASE("articles that wait in an interrupted bulk load leave no row, so their file is read again") {
  const ScratchDirectory scratch;
  load(scratch / "A", {article("i", "/a", "old")}, false);
  {
    Load stopped(scratch / "A", true);
    stopped.add(article("i", "/a", "new"));
    stopped.add(article("j", "/b"));
    stopped.writer().stop();
  }
  Load next(scratch / "A");
  CHECK(next.writer().row("/b"));
  next.add(article("i", "/a", "new"));
  next.writer().finish();
  CHECK(next.results.at(0).outcome == Added::updated);
}

TEST_CASE("a run that dies leaves the last commit and nothing else") {
  const ScratchDirectory scratch;
  load(scratch / "A", many(10), false);
  const bool bulk = GENERATE(false, true);
  CAPTURE(bulk);
  {
    Load dying(scratch / "A", bulk);
    for (const Article& a : many(1'200, "edited")) dying.add(a);
  }
  const auto left = contents(scratch / "A");
  CHECK(left.size() == 10);
  CHECK(left.at("urn:n:3").find("edited") == std::string::npos);
  const Load next(scratch / "A");
  CHECK_FALSE(fs::exists(scratch / "A/segments"));
}

TEST_CASE("an archive of another version is refused and left as it is") {
  const ScratchDirectory scratch;
  load(scratch / "A", many(600), false);
  {
    Load stopped(scratch / "A", true);
    for (int i = 0; i < 10; ++i)
      stopped.add(article("urn:m:" + std::to_string(i), "/m/" + std::to_string(i)));
    stopped.writer().stop();
  }
  const auto parts = ArchiveDirectory(scratch / "A", false, 0).parts();
  REQUIRE(parts.size() == 2);
  Xapian::WritableDatabase(parts[0].string(), Xapian::DB_OPEN).set_metadata(kVersionMetadata, "99");
  CHECK_THROWS_AS(Load(scratch / "A"), ArchiveUnusable);
  CHECK_THROWS_WITH(Load(scratch / "A"), Catch::Contains("schema 99"));
  CHECK(ArchiveDirectory(scratch / "A", false, 0).parts() == parts);
}

TEST_CASE("an archive that another run writes is locked") {
  const ScratchDirectory scratch;
  load(scratch / "A", many(1), false);
  const int lock = ::open((scratch / "A/lock").c_str(), O_RDWR);
  REQUIRE(::flock(lock, LOCK_EX) == 0);
  CHECK_THROWS_AS(Load(scratch / "A"), ArchiveLocked);
  const auto start = std::chrono::steady_clock::now();
  CHECK_THROWS_AS(ArchiveDirectory(scratch / "A", true, 1), ArchiveLocked);
  CHECK(std::chrono::steady_clock::now() - start >= std::chrono::seconds(1));
  ::close(lock);
  CHECK_NOTHROW(Load(scratch / "A"));
}

TEST_CASE("a directory that holds something else is refused and left as it is") {
  const ScratchDirectory scratch;
  scratch.write("other/letter.txt", "dear");
  CHECK_THROWS_WITH(Load(scratch / "other"), Catch::Contains("letter.txt"));
  CHECK(read_bytes(scratch / "other/letter.txt") == "dear");
  CHECK_FALSE(fs::exists(scratch / "other/lock"));
  scratch.write("file", "x");
  CHECK_THROWS_AS(Load(scratch / "file"), ArchiveUnusable);
  CHECK_THROWS_AS(ArchiveDirectory(scratch / "none", false, 0), ArchiveUnusable);
  CHECK_FALSE(fs::exists(scratch / "none"));
}

TEST_CASE("an empty directory, one with a configuration, and one that a first run left, become archives") {
  const ScratchDirectory scratch;
  fs::create_directory(scratch / "empty");
  scratch.write("configured/dateline.conf", "");
  scratch.write("interrupted/lock", "");
  scratch.write("interrupted/XAPIANDB.new", "auto g0");
  scratch.write("interrupted/g000001/flintlock", "");
  for (const char* name : {"empty", "configured", "interrupted"}) {
    CAPTURE(name);
    CHECK(load(scratch / name, many(2), false).size() == 2);
  }
}

TEST_CASE("a damaged stub is refused, and no part is removed for it") {
  const ScratchDirectory scratch;
  load(scratch / "A", many(2), false);
  const fs::path stub = scratch / "A/XAPIANDB";
  const std::string whole = read_bytes(stub);
  for (const char* damaged :
       {"", "\n", "auto\n", "auto ../B\n", "auto ./g000001\n", "remote localhost:80\n"}) {
    CAPTURE(damaged);
    scratch.write("A/XAPIANDB", damaged);
    CHECK_THROWS_AS(Load(scratch / "A"), ArchiveUnusable);
    CHECK(fs::exists(scratch / "A/g000001"));
  }
  scratch.write("A/XAPIANDB", whole);
  CHECK(ids(scratch / "A").size() == 2);
}

TEST_CASE("hostile values go into an archive and come out again") {
  const ScratchDirectory scratch;
  const bool bulk = GENERATE(false, true);
  CAPTURE(bulk);
  Article a = article(std::string(200, '\0') + "id", "/a", "text");
  std::string many_words;
  for (int i = 0; i < 100; ++i) many_words += "word" + std::to_string(i) + " ";
  for (int i = 0; i < 21; ++i) a.headline += "\uFDFA";
  a.url = std::string(5'000, 'u');
  a.keywords = {std::string(300, 'x'), std::string(300, '!'), many_words};
  a.persons = {Person{many_words, 1, {TextField::caption}, Origin::text, {}}};
  a.section = many_words;
  const fs::path archive = scratch / (bulk ? "bulk" : "in-place");
  CHECK(load(archive, {a, article("j", "/b")}, bulk).size() == 2);
  std::ostringstream told;
  CHECK(Xapian::Database::check((archive / (bulk ? "g000003" : "g000001")).string(), 0, &told) == 0);
  const Xapian::Database database(archive.string());
  for (auto key = database.synonym_keys_begin(); key != database.synonym_keys_end(); ++key) {
    for (auto value = database.synonyms_begin(*key); value != database.synonyms_end(*key); ++value)
      CHECK_FALSE((*value).empty());
  }
}
