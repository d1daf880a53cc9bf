#include "indexer/readers/encoding.h"

#include <catch2/catch.hpp>

using dateline::decode;
using dateline::is_text;
using dateline::utf16_mark;
using namespace std::string_literals;

TEST_CASE("bytes are read in the encoding that they show") {
  const auto [bytes, declared, encoding, text] =
      GENERATE(table<std::string, std::string, std::string, std::string>({
          {"", "", "UTF-8", ""},
          {"plain", "", "UTF-8", "plain"},
          {"Zürich", "", "UTF-8", "Zürich"},
          {"\xEF\xBB\xBFZürich", "windows-1252", "UTF-8", "Zürich"},
          {"\xFF\xFEZ\0\xFC\0!\0"s, "", "UTF-16LE", "Zü!"},
          {"\xFE\xFF\0Z\0\xFC\0!"s, "", "UTF-16BE", "Zü!"},
          {"\xFF\xFE\0\0Z\0\0\0"s, "", "UTF-32LE", "Z"},
          {"\0\0\xFE\xFF\0\0\0Z"s, "", "UTF-32BE", "Z"},
          {"\xFF\xFE\x3D\xD8\x00\xDE"s, "", "UTF-16LE", "😀"},
          {"Z\xFCrich", "", "windows-1252", "Zürich"},
          {"Z\xFCrich", "ISO-8859-1", "windows-1252", "Zürich"},
          {"He said \x93yes\x94 \x96 twice", "", "windows-1252", "He said “yes” – twice"},
          {"\xA3\xF3\x64\xBC", "ISO-8859-2", "iso-8859-2", "Łódź"},
          {"Z\xFCrich", "utf-8", "windows-1252", "Zürich"},
          {"Z\xFCrich", "no-such-thing", "windows-1252", "Zürich"},
          {"Zürich", "iso-8859-1", "UTF-8", "Zürich"},
          {"plain", "UTF-16", "UTF-8", "plain"},
          {"\x1B$B%K%e!<%9\x1B(B", "ISO-2022-JP", "iso-2022-jp", "ニュース"},
      }));
  CAPTURE(bytes, declared);
  const auto decoded = decode(bytes, declared);
  CHECK(decoded.encoding == encoding);
  CHECK(decoded.text == text);
  CHECK(decoded.diagnostics.empty());
}

TEST_CASE("a declaration of another encoding of many bytes is not believed") {
  // "港の鐘がひとりでに鳴る。" in Shift_JIS, some times over.
  const std::string line =
      "\x8D\x60\x82\xCC\x8F\xE0\x82\xAA\x82\xD0\x82\xC6\x82\xE8\x82\xC5\x82\xC9\x96"
      "\xC2\x82\xE9\x81\x42";
  std::string text;
  for (int i = 0; i < 12; ++i) text += line;
  CHECK(decode(text, "EUC-JP").encoding == "Shift_JIS");
  CHECK(decode(text, "EUC-JP").text.starts_with("港の鐘がひとりでに鳴る。"));
  CHECK(decode(text, "shift_jis").text.starts_with("港の鐘が"));
}

TEST_CASE("long text of another script is told by its statistics") {
  // "Сегодня в столице открылась новая линия" in KOI8-R.
  const std::string koi8 =
      "\xF3\xC5\xC7\xCF\xC4\xCE\xD1 \xD7 \xD3\xD4\xCF\xCC\xC9\xC3\xC5 \xCF\xD4\xCB\xD2\xD9\xCC\xC1\xD3\xD8 "
      "\xCE\xCF\xD7\xC1\xD1 \xCC\xC9\xCE\xC9\xD1";
  const auto decoded = decode(koi8);
  CHECK(decoded.encoding == "KOI8-R");
  CHECK(decoded.text == "Сегодня в столице открылась новая линия");
}

TEST_CASE("damaged UTF-8 keeps what is whole and tells where the damage begins") {
  const auto [bytes, text, line, column] =
      GENERATE(table<std::string, std::string, std::uint64_t, std::uint64_t>({
          {"ü\xFFü", "ü\uFFFDü", 1, 3},
          {"Zürich\nZ\xFCrich und Köln", "Zürich\nZ\uFFFDrich und Köln", 2, 2},
          {"\xEF\xBB\xBF"
           "a\xC3",
           "a\uFFFD", 1, 5},
          {"Köln \xED\xA0\xBD\xED\xB8\x80", "Köln \uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", 1, 7},
          {"\xED\xA0\xBD", "\uFFFD\uFFFD\uFFFD", 1, 1},
      }));
  CAPTURE(bytes);
  const auto decoded = decode(bytes);
  CHECK(decoded.text == text);
  REQUIRE(decoded.diagnostics.size() == 1);
  CHECK(decoded.diagnostics[0].code == "text.invalid-utf8");
  CHECK(decoded.diagnostics[0].line == line);
  CHECK(decoded.diagnostics[0].column == column);
}

TEST_CASE("a replacement character of the source is not damage") {
  CHECK(decode("a\uFFFDb").diagnostics.empty());
  CHECK(decode("a\uFFFDb").text == "a\uFFFDb");
}

TEST_CASE("half a character at the end of UTF-16 is told") {
  const auto decoded = decode(
      "\xFF\xFE"
      "a\0b"s);
  CHECK(decoded.text == "a\uFFFD");
  REQUIRE(decoded.diagnostics.size() == 1);
  CHECK(decoded.diagnostics[0].code == "text.invalid-bytes");
}

TEST_CASE("control characters and marks of layout are left out, white space stays") {
  CHECK(decode("a\x01"
               "b\x7F"
               "c\r\n\td\x1A")
            .text == "abc\r\n\td");
  CHECK(decode("in\u00ADvis\u200Bible \u202Emarks\u202C\uFEFF").text == "invisible marks");
  CHECK(decode("می\u200Cخواهم").text == "می\u200Cخواهم");
}

TEST_CASE("a control character is left out wherever it stands") {
  const auto before = GENERATE(range(0U, 20U)), behind = GENERATE(range(0U, 20U));
  const std::string front(before, '~'), back(behind, ' ');
  CAPTURE(before, behind);
  CHECK(decode(front + "\x1F" + back).text == front + back);
  CHECK(decode(front + "\n\x7F" + back).text == front + "\n" + back);
  CHECK(decode(front + "é" + back).text == front + "é" + back);
}

TEST_CASE("zero bytes are dropped and told") {
  const auto decoded = decode("a\nb\0\0c"s);
  CHECK(decoded.text == "a\nbc");
  REQUIRE(decoded.diagnostics.size() == 1);
  CHECK(decoded.diagnostics[0].code == "text.nul-bytes");
  CHECK(decoded.diagnostics[0].line == 2);
  CHECK(decoded.diagnostics[0].column == 2);
}

TEST_CASE("text is told from what is none") {
  CHECK(is_text(""));
  CHECK(is_text("A line.\r\nAnother.\f\n"));
  CHECK(is_text("Z\xFCrich"));
  CHECK(is_text("\xFF\xFEZ\0\xFC\0"s));
  CHECK(is_text("one stray \0 byte"s));
  CHECK_FALSE(is_text("%PDF-1.7\nplain so far"));
  CHECK_FALSE(is_text("{\\rtf1\\ansi plain so far}"));
  CHECK_FALSE(is_text("\x89PNG\r\n"));
  CHECK_FALSE(is_text("Z\0\xFC\0r\0i\0c\0h\0"s));
  CHECK_FALSE(is_text(std::string(100, '\0')));
}

TEST_CASE("UTF-16 is known by its mark, or where bytes make text in no other way") {
  const auto [bytes, mark] = GENERATE(table<std::string, std::string>({
      {"\xFF\xFEZ\0"s, "\xFF\xFE"},
      {"\xFE\xFF\0Z"s, "\xFE\xFF"},
      {"\xFF\xFE\0\0Z\0\0\0"s, ""},
      {"<\0p\0>\0Z\0u\0g\0"s, "\xFF\xFE"},
      {"\0<\0p\0>\0Z\0u\0g"s, "\xFE\xFF"},
      {"plain text"s, ""},
      {"plain\0text, and a zero byte in it"s, ""},
      {"\0\0\0\0\1\0\0\0\2\0\0\0"s, ""},
      {"Z\0u\0g\0\0\xDCs\0"s, ""},
      {""s, ""},
  }));
  CAPTURE(bytes);
  CHECK(utf16_mark(bytes) == mark);
}
