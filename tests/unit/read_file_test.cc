#include "indexer/read_file.h"

#include <catch2/catch.hpp>

#include "dateline/terms.h"
#include "scratch.h"
#include "tests/unit/delivery_fixture.h"

using namespace dateline;

namespace {

std::vector<ReadPiece> read(
    const std::filesystem::path& file, const std::function<bool()>& stopped = [] { return false; }) {
  std::vector<ReadPiece> pieces;
  read_file(
      {file, 0, 0, false}, "remembered", {"dateline-json", {}},
      [&](ReadPiece piece) { pieces.push_back(std::move(piece)); }, stopped);
  return pieces;
}

std::string lines(int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += "{\"headline\":\"" + std::to_string(i) + "\"}\n";
  return all;
}

}  // namespace

TEST_CASE("every article of a file comes once, in order, with its source") {
  const ScratchDirectory scratch;
  const int count = GENERATE(1, 2, 3, 32, 33, 100, 1000);
  CAPTURE(count);
  const std::string bytes = lines(count);
  const auto pieces = read(scratch.write("a.jsonl", bytes));
  std::uint64_t ordinal = 0;
  for (const ReadPiece& piece : pieces) {
    CHECK(piece.last == (&piece == &pieces.back()));
    CHECK(piece.one_of_many == (count > 1));
    for (const Article& article : piece.articles) {
      CHECK(article.headline == std::to_string(ordinal));
      CHECK(article.source.path == "remembered");
      CHECK(article.source.format == "dateline-json");
      CHECK(article.source.ordinal == ordinal++);
    }
  }
  CHECK(ordinal == static_cast<std::uint64_t>(count));
  CHECK(pieces.back().bytes == bytes.size());
  CHECK(pieces.back().content == hex_hash(bytes));
}

TEST_CASE("each member's articles come in pieces of their own") {
  const ScratchDirectory scratch;
  const std::string tar = tar_of({{"one", lines(1)}, {"Z\xFCrich", lines(2)}, {"last", lines(1)}});
  const auto pieces = read(scratch.write("a.tar.gz", gzip_of(tar)));
  REQUIRE(pieces.size() == 3);
  const auto [piece, member, count] = GENERATE(table<std::size_t, std::string, std::size_t>({
      {0, "one", 1},
      {1, "Z\\xFCrich", 2},
      {2, "last", 1},
  }));
  CAPTURE(piece);
  REQUIRE(pieces[piece].articles.size() == count);
  CHECK(pieces[piece].one_of_many == (count > 1));
  CHECK(pieces[piece].last == (piece == 2));
  CHECK(pieces[piece].articles.back().source.member == member);
  CHECK(pieces[piece].articles.back().source.ordinal == count - 1);
}

TEST_CASE("a compressed file has no member, and is known by its own bytes") {
  const ScratchDirectory scratch;
  const std::string bytes = gzip_of(lines(1));
  const auto pieces = read(scratch.write("a.gz", bytes));
  REQUIRE(pieces.size() == 1);
  CHECK_FALSE(pieces[0].articles.at(0).source.member);
  CHECK(pieces[0].content == hex_hash(bytes));
  CHECK(pieces[0].bytes == bytes.size());
}

TEST_CASE("a file that gives nothing has one piece that says why") {
  const ScratchDirectory scratch;
  scratch.write("empty", "");
  scratch.write("blank", " \n");
  const auto [name, code] = GENERATE(table<std::string, std::string>({
      {"empty", "file.empty"},
      {"none", "file.unreadable"},
      {".", "file.unreadable"},
      {"blank", "json.empty"},
  }));
  CAPTURE(name);
  const auto pieces = read(scratch / name);
  REQUIRE(pieces.size() == 1);
  CHECK(pieces[0].last);
  CHECK(pieces[0].articles.empty());
  REQUIRE(pieces[0].faults.size() == 1);
  CHECK(pieces[0].faults[0].diagnostic.code == code);
}

TEST_CASE("of very many faults the first are listed and the rest counted") {
  const ScratchDirectory scratch;
  std::string bytes;
  for (int i = 0; i < 5'000; ++i) bytes += "{oops}\n";
  const auto pieces = read(scratch.write("a.jsonl", bytes + lines(1)));
  REQUIRE(pieces.size() == 1);
  CHECK(pieces[0].articles.size() == 1);
  REQUIRE(pieces[0].faults.size() == 1'001);
  CHECK(pieces[0].faults.back().diagnostic.code == "file.many-faults");
  CHECK(pieces[0].faults.back().diagnostic.message == "4000 more faults are not listed");
}

TEST_CASE("a reader that is stopped ends soon") {
  const ScratchDirectory scratch;
  const auto file = scratch.write("a.jsonl", lines(200'000));
  int asked = 0;
  const auto pieces = read(file, [&] { return ++asked > 3; });
  REQUIRE_FALSE(pieces.empty());
  CHECK(pieces.back().last);
  CHECK(pieces.back().bytes < 1'000'000);
}
