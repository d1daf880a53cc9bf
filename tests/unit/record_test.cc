#include "dateline/record.h"

#include <catch2/catch.hpp>

using namespace dateline;

namespace {

Article article() {
  Article a;
  a.id = "urn:test:1";
  a.headline = "Harbour reopens";
  a.body = "The harbour opened again on Monday after three weeks of repairs to the northern pier.";
  a.persons = {Person{"Jane Roe", 1, {TextField::body}, Origin::text, {{TextField::body, 0, 3, 7, "Jane"}}}};
  return a;
}

}  // namespace

TEST_CASE("a record gives its article back, mentions included") {
  const auto read = decode_record(encode_record(article()));
  REQUIRE(read);
  CHECK(dump(to_json(*read, Mentions::list)) == dump(to_json(article(), Mentions::list)));
}

TEST_CASE("a record is one zstd frame of the article's JSON") {
  const std::string record = encode_record(article());
  CHECK(ZSTD_findFrameCompressedSize(record.data(), record.size()) == record.size());
  CHECK(record_json(record) == dump(to_json(article(), Mentions::list)));
}

TEST_CASE("a record cut short anywhere is damaged") {
  const std::string record = encode_record(article());
  for (std::size_t size = 0; size < record.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(decode_record(std::string_view(record).substr(0, size)));
  }
}

TEST_CASE("a record with any one byte changed does no harm") {
  const std::string record = encode_record(article());
  std::size_t refused = 0;
  for (std::size_t at = 0; at < record.size(); ++at) {
    std::string damaged = record;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    if (!decode_record(damaged)) ++refused;
  }
  CHECK(refused > 0);
}

TEST_CASE("what claims to be larger than any record is refused without being made") {
  // A frame header: magic, single segment with an 8-byte content size, that size.
  std::string record("\x28\xB5\x2F\xFD\xE0", 5);
  for (int i = 0; i < 8; ++i) record += i == 5 ? '\x01' : '\0';
  CHECK(ZSTD_getFrameContentSize(record.data(), record.size()) > kMaxRecordBytes);
  CHECK_FALSE(record_json(record));
}

TEST_CASE("what is no record, or no object, is refused") {
  CHECK_FALSE(decode_record(""));
  CHECK_FALSE(decode_record("plain text"));
  for (const std::string json : {"", "[]", "null", "{\"headline\":"}) {
    CAPTURE(json);
    std::string record(ZSTD_compressBound(json.size()), '\0');
    record.resize(ZSTD_compress(record.data(), record.size(), json.data(), json.size(), kRecordLevel));
    CHECK_FALSE(decode_record(record));
  }
}
