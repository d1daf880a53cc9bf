#include "indexer/containers/delivery.h"

#include <unicode/unistr.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <system_error>

#include "tests/unit/delivery_fixture.h"

using namespace dateline;

namespace {

constexpr std::size_t kMegabyte = 1U << 20U;

// Text whose reader streams, so that a bound is met.
std::string blanks(std::size_t size) { return line_of("First") + std::string(size, ' '); }

std::string in_utf16(const std::string& text, bool big) {
  std::string wide;
  const auto units = icu::UnicodeString::fromUTF8(text);
  for (int i = 0; i < units.length(); ++i) {
    const char16_t unit = units[i];
    const char low = static_cast<char>(unit & 0xFFU), high = static_cast<char>(unit >> 8U);
    wide += big ? high : low;
    wide += big ? low : high;
  }
  return wide;
}

}  // namespace

TEST_CASE("a compressed text is as good as the text itself") {
  const auto [name, filter] = GENERATE(table<const char*, int (*)(archive*)>({
      {"gzip", archive_write_add_filter_gzip},
      {"bzip2", archive_write_add_filter_bzip2},
      {"xz", archive_write_add_filter_xz},
      {"zstd", archive_write_add_filter_zstd},
      {"lz4", archive_write_add_filter_lz4},
      {"compress", archive_write_add_filter_compress},
      {"none", archive_write_add_filter_none},
  }));
  CAPTURE(name);
  const std::string once = packed(line_of("Harbour opens"), filter);
  CHECK(told_of(once) == "- dateline-json Harbour opens\n");
  CHECK(told_of(packed(once, filter)) == "- dateline-json Harbour opens\n");
  // Compress knows no second stream.
  if (filter == archive_write_add_filter_compress) return;
  CHECK(told_of(packed(line_of("One"), filter) + packed(line_of("Two"), filter)) ==
        "- dateline-json One\n- dateline-json Two\n");
}

TEST_CASE("UTF-16 is read in every format, with its byte order mark or without") {
  const std::string text =
      GENERATE(as<std::string>(), "{\"title\": \"Zug hält\", \"body\": \"Er hält in Ulm.\"}",
               "title;body\nZug hält;Er hält in Ulm.\n",
               "<DOC><DOCNO>A1</DOCNO><HEAD>Zug hält</HEAD><TEXT>Er hält in Ulm.</TEXT></DOC>",
               "<rss><channel><item><title>Zug hält</title></item></channel></rss>",
               "渔民回到港口\n\n渔民星期一早上回到了港口, 船长说发动机坏了。第二天无线电也坏了, "
               "他们等了四天, 吃的是生鱼, "
               "喝的是雨水。码头上的家人都哭了, 船长也哭了。\n");
  const std::string expected = told_of(text);
  CHECK(expected.find(" text ") == (text[0] == '\xE6' ? 1 : std::string::npos));
  for (const bool big : {false, true}) {
    CAPTURE(text, big);
    CHECK(told_of(in_utf16(text, big)) == expected);
    CHECK(told_of(in_utf16("\uFEFF" + text, big)) == expected);
  }
}

TEST_CASE("half a character at the end of a delivery in UTF-16 is told") {
  CHECK(
      told_of("\xFF\xFE" + in_utf16("<p>Zug</p>", false) + "x").ends_with("- warning text.invalid-bytes\n"));
}

TEST_CASE("members are read in their order, each by its own content") {
  const auto [name, format] = GENERATE(table<const char*, int (*)(archive*)>({
      {"zip", archive_write_set_format_zip},
      {"ustar", archive_write_set_format_ustar},
      {"pax", archive_write_set_format_pax},
      {"gnutar", archive_write_set_format_gnutar},
      {"v7tar", archive_write_set_format_v7tar},
  }));
  CAPTURE(name);
  const Members members{{"b/", ""},
                        {"b/two.json", line_of("Two")},
                        {"../../etc/one", line_of("One")},
                        {"three.feed", "<rss><channel><item><title>Three</title></item></channel></rss>"}};
  CHECK(told_of(pack(format, archive_write_add_filter_none, members)) ==
        "b/two.json dateline-json Two\n"
        "../../etc/one dateline-json One\n"
        "three.feed rss Three\n");
}

TEST_CASE("containers inside containers name the way to each member") {
  const std::string inner = zip_of({{"x.json", line_of("X")}});
  const std::string tar = tar_of({{"inner.zip", inner}, {"y.json.gz", gzip_of(line_of("Y"))}});
  CHECK(told_of(zip_of({{"a.tar.gz", gzip_of(tar)}, {"z.json", line_of("Z")}})) ==
        "a.tar.gz!inner.zip!x.json dateline-json X\n"
        "a.tar.gz!y.json.gz dateline-json Y\n"
        "z.json dateline-json Z\n");
  CHECK(told_of(gzip_of(tar)) == "inner.zip!x.json dateline-json X\ny.json.gz dateline-json Y\n");
}

TEST_CASE("members that a walk would pass over are passed over") {
  const std::string name =
      GENERATE(".hidden", "a/.git/x", "__MACOSX/a/._b.txt", "__MACOSX/b.txt", "a/photo.JPG", "a/style.css");
  CAPTURE(name);
  CHECK(told_of(zip_of({{name, line_of("Hidden")}, {"./a/seen.json", line_of("Seen")}})) ==
        "./a/seen.json dateline-json Seen\n");
  CHECK(told_of(zip_of({{name, line_of("Hidden")}})) == "- warning container.no-articles\n");
}

TEST_CASE("a member that gives nothing is named and the others are read") {
  const std::string known = line_of("Known");
  CHECK(
      told_of(tar_of(
          {{"a.bin", std::string("\x01\x02\x03\x04", 4)}, {"b", ""}, {"c", known}, {"d.gz", gzip_of("")}})) ==
      "a.bin error format.unknown\nb error file.empty\nc dateline-json Known\nd.gz error file.empty\n");
}

TEST_CASE("a document that is a zip is one unknown file, not one for each part") {
  const std::string first = GENERATE("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF");
  CAPTURE(first);
  CHECK(told_of(zip_of({{first, "x"}, {"word/document.xml", "<x/>"}})) == "- error format.unknown\n");
}

TEST_CASE("names are kept as they are in whatever encoding") {
  CHECK(told_of(tar_of({{"Z\xC3\xBCrich", line_of("A")}})) == "Z\xC3\xBCrich dateline-json A\n");
  CHECK(told_of(tar_of({{"Z\xFCrich", line_of("B")}})) == "Z\xFCrich dateline-json B\n");
}

TEST_CASE("a forced format is that of the members") {
  const auto read = deliver(zip_of({{"a", line_of("A")}, {"b", line_of("B")}}), {}, find_format("text"));
  CHECK(read.told.find("a text ") == 0);
  CHECK(read.told.find("b text ") != std::string::npos);
}

TEST_CASE("what is whole before damage is kept, whatever is cut off") {
  const std::string lines = line_of("One") + line_of("Two");
  SECTION("gzip") {
    const std::string whole = gzip_of(lines);
    CHECK(told_of(whole.substr(0, whole.size() - 4)) ==
          "- dateline-json One\n- dateline-json Two\n- error container.unreadable\n");
  }
  SECTION("gzip with a checksum that is another text's") {
    std::string whole = gzip_of(lines);
    whole[whole.size() - 8] = static_cast<char>(whole[whole.size() - 8] ^ 1);
    CHECK(told_of(whole) == "- dateline-json One\n- dateline-json Two\n- error container.unreadable\n");
  }
  SECTION("xz") {
    const std::string whole = packed(lines, archive_write_add_filter_xz);
    CHECK(told_of(whole.substr(0, 30)).find("error container.unreadable") != std::string::npos);
  }
  SECTION("tar") {
    const std::string whole = tar_of({{"a", line_of("One")}, {"b", std::string(5000, ' ') + line_of("Two")}});
    const std::string told = told_of(whole.substr(0, 4000));
    CHECK(told.find("a dateline-json One\n") == 0);
    CHECK(told.find("b error container.unreadable\n") != std::string::npos);
  }
  SECTION("zip, every length") {
    const std::string whole = zip_of({{"a", line_of("One")}, {"b", line_of("Two")}});
    for (std::size_t size = 1; size < whole.size(); ++size) {
      CAPTURE(size);
      CHECK_FALSE(told_of(whole.substr(0, size)).empty());
    }
  }
}

TEST_CASE("bytes after a gzip stream are passed over") {
  CHECK(told_of(gzip_of(line_of("One")) + std::string(512, '\0')) == "- dateline-json One\n");
  CHECK(told_of(gzip_of(line_of("One")) + "\x1F") == "- dateline-json One\n");
}

TEST_CASE("containers are read to a depth") {
  std::string nest = line_of("Deep");
  for (int i = 0; i < 3; ++i) nest = zip_of({{"n", nest}});
  CHECK(told_of(nest, {.depth = 3}) == "n!n!n dateline-json Deep\n");
  CHECK(told_of(nest, {.depth = 2}) == "n!n error container.too-deep\n");
  const std::string beside = zip_of({{"n", nest}, {"flat", line_of("Flat")}});
  CHECK(told_of(beside, {.depth = 2}) == "n!n error container.too-deep\nflat dateline-json Flat\n");
}

TEST_CASE("a bomb is read up to a bound and told once") {
  const std::string bomb = gzip_of(blanks(4 * kMegabyte));
  REQUIRE(bomb.size() < 10'000);
  const std::string both = tar_of({{"a.gz", bomb}, {"b.gz", bomb}, {"c", line_of("C")}});
  CHECK(told_of(bomb, {.ratio = 100, .ratio_from = kMegabyte}) ==
        "- dateline-json First\n- error container.too-large\n");
  CHECK(told_of(bomb, {.ratio = 100, .ratio_from = 8 * kMegabyte}) == "- dateline-json First\n");
  CHECK(told_of(bomb, {.ratio = 5'000, .ratio_from = kMegabyte}) == "- dateline-json First\n");
  CHECK(told_of(bomb, {.bytes = kMegabyte}) == "- dateline-json First\n- error container.too-large\n");
  CHECK(told_of(both, {.bytes = kMegabyte}) == "a.gz dateline-json First\na.gz error container.too-large\n");
}

TEST_CASE("what is passed over counts too") {
  const Members members{{"a.jpg", std::string(2 * kMegabyte, ' ')}, {"b", line_of("B")}};
  const std::string zip = zip_of(members);
  CHECK(told_of(zip) == "b dateline-json B\n");
  CHECK(told_of(zip, {.bytes = kMegabyte}) == "- error container.too-large\n");
}

TEST_CASE("members are counted") {
  const std::string tar = tar_of({{"a", line_of("A")}, {"b", line_of("B")}, {"c", line_of("C")}});
  CHECK(told_of(tar, {.members = 2}) ==
        "a dateline-json A\nb dateline-json B\n- error container.too-many-members\n");
  CHECK(deliver(tar, {.members = 2}).messages.back() == "holds more than 2 members; the rest is not read");
}

TEST_CASE("what reading throws comes out of every container") {
  struct Failing : ByteSource {
    explicit Failing(std::string_view text) : source(text) {}
    std::size_t read(char* to, std::size_t size) override {
      const std::size_t got = source.read(to, size);
      if (got == 0) throw std::system_error(EIO, std::generic_category());
      return got;
    }
    MemorySource source;
  };
  const std::string tar = tar_of({{"a", std::string(100'000, ' ') + line_of("A")}});
  const std::string bytes = GENERATE_COPY(std::string(tar), gzip_of(tar),
                                          packed(tar, archive_write_add_filter_xz), zip_of({{"t", tar}}));
  Failing source(std::string_view(bytes).substr(0, bytes.size() * 3 / 4));
  TellingSink sink;
  CHECK_THROWS_AS(read_delivery(source, {}, sink), std::system_error);
}

TEST_CASE("the broken containers come out as their README says") {
  const auto [name, told] = GENERATE(table<const char*, const char*>({
      {"cut-off.txt.gz", "- text Clock runs backwards in Port Alder\n- error container.unreadable\n"},
      {"encrypted-member.zip",
       "bell.txt error container.encrypted\nclock.txt text Clock runs backwards in Port Alder\n"},
      {"damaged-member.zip",
       "bell.txt error container.unreadable\nclock.txt text Clock runs backwards in Port Alder\n"},
      {"cut-off.warc",
       "https://skerrypost.example/islands/gannets html Lighthouse keeper counts the last of the gannets\n"
       "https://skerrypost.example/lost error crawl.bad-record\n"
       "https://skerrypost.example/courts/seagull?from=front html Café owner sues a seagull's landlord\n"
       "https://skerrypost.example/courts/seagull?from=front error crawl.truncated\n"},
  }));
  CAPTURE(name);
  CHECK(told_of(source_file("corpus/broken/" + std::string(name))) == told);
}

TEST_CASE("what only looks like a container is read as what it is") {
  CHECK(told_of("").find("- error file.empty") == 0);
  CHECK(told_of("begin 644 a.txt\nis how a report on a siege should not begin.\n").find("- text ") == 0);
}
