#include "indexer/archive/manifest.h"

#include <catch2/catch.hpp>

using namespace dateline;

namespace {

ManifestRow row() {
  return {"wire/a.json",
          123,
          1'700'000'000'123'456'789,
          "00ff",
          {"urn:test:1", "x-1"},
          {{"b.xml", error("xml.not-well-formed", "it \"ends\" early", 12, 3)},
           {"", error("file.empty", "empty")}}};
}

}  // namespace

TEST_CASE("a row of the manifest reads back as it was written") {
  const ManifestRow read = decode_row(encode_row(row()));
  CHECK(read.path == "wire/a.json");
  CHECK(read.size == 123);
  CHECK(read.modified == 1'700'000'000'123'456'789);
  CHECK(read.content == "00ff");
  CHECK(read.ids == std::vector<std::string>{"urn:test:1", "x-1"});
  REQUIRE(read.failures.size() == 2);
  CHECK(read.failures[0].member == "b.xml");
  CHECK(read.failures[0].diagnostic.severity == Severity::error);
  CHECK(read.failures[0].diagnostic.code == "xml.not-well-formed");
  CHECK(read.failures[0].diagnostic.message == "it \"ends\" early");
  CHECK(read.failures[0].diagnostic.line == 12);
  CHECK(read.failures[0].diagnostic.column == 3);
  CHECK(read.failures[1].member.empty());
}

TEST_CASE("a row keeps the first ids of a large file and counts the others") {
  ManifestRow large = row();
  large.ids.clear();
  for (int i = 0; i < 1000; ++i) large.add_id("urn:test:" + std::to_string(i));
  const ManifestRow read = decode_row(encode_row(large));
  CHECK(read.articles() == 1000);
  REQUIRE(read.ids.size() == kMostIds);
  CHECK(read.ids.back() == "urn:test:99");
}

TEST_CASE("a row without a count of further articles has none") {
  const ManifestRow read =
      decode_row(R"({"path":"a","size":1,"modified":1,"content":"","ids":["x"],"failures":[]})");
  CHECK(read.path == "a");
  CHECK(read.articles() == 1);
}

TEST_CASE("a damaged row matches no file") {
  const std::string whole = encode_row(row());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    const ManifestRow read = decode_row(whole.substr(0, size));
    CHECK(read.path.empty());
    CHECK(read.ids.empty());
    CHECK(read.failures.empty());
  }
  const auto text =
      GENERATE("[]", "null", R"({"path":5,"size":1,"modified":1,"content":"","ids":[],"failures":[]})",
               R"({"path":"a","size":"1","modified":1,"content":"","ids":[],"failures":[]})",
               R"({"path":"a","size":1,"modified":1,"content":"","ids":[5],"failures":[]})",
               R"({"path":"a","size":1,"modified":1,"content":"","ids":[],"failures":[["m"]]})");
  CAPTURE(text);
  CHECK(decode_row(text).path.empty());
  CHECK(decode_row(text).size == 0);
}

TEST_CASE("keys stay below Xapian's limit whatever the path") {
  CHECK(file_key("a").size() == file_key(std::string(5000, 'a')).size());
  CHECK(file_key("a") != file_key("b"));
  CHECK(file_key(std::string(5000, 'a')).size() < 100);
}

TEST_CASE("a path that is no UTF-8 does not spoil its row") {
  ManifestRow odd = row();
  odd.path = "caf\xE9.txt";
  CHECK(decode_row(encode_row(odd)).size == 123);
}

TEST_CASE("an article shows its path in UTF-8, and no two paths as one") {
  const auto [path, shown] = GENERATE(table<std::string, std::string>({
      {"/in/a.txt", "/in/a.txt"},
      {"/in/café.txt", "/in/café.txt"},
      {"caf\xE9.txt", "caf\\xE9.txt"},
      {"caf\xE8.txt", "caf\\xE8.txt"},
      {"\xF0\x9F\x98", "\\xF0\\x9F\\x98"},
      {"\uFFFD", "\uFFFD"},
      {"", ""},
  }));
  CHECK(source_path(path) == shown);
}
