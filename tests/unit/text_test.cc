#include "dateline/text.h"

#include <catch2/catch.hpp>

using namespace dateline;

namespace {

using Row = std::tuple<std::string, std::string>;

}  // namespace

TEST_CASE("folding takes away case and accents") {
  const auto [text, folded] = GENERATE(table<std::string, std::string>({
      Row{"", ""},
      Row{"Ankara", "ankara"},
      Row{"Erdoğan", "erdogan"},
      Row{"ERDOĞAN", "erdogan"},
      Row{"İstanbul", "istanbul"},
      Row{"Diyarbakır", "diyarbakir"},
      Row{"Łódź", "lodz"},
      Row{"Straße", "strasse"},
      Row{"GROẞE", "grosse"},
      Row{"Ærø", "aero"},
      Row{"Þórður", "thordur"},
      Row{"Đà Nẵng", "da nang"},
      Row{"e\u0301te\u0301", "ete"},
      Row{"O’Brien", "o'brien"},
      Row{"ʻOkina", "'okina"},
      Row{"ﬁnal", "final"},
      Row{"Αθήνας", "αθηνασ"},
      Row{"Москва", "москва"},
      Row{"北京", "北京"},
  }));
  CAPTURE(text);
  CHECK(fold(text) == folded);
}

TEST_CASE("folding what is folded changes nothing") {
  const auto text = GENERATE("Erdoğan", "Straße", "Ærø", "ﷺ", "Þórður", "½ ™ ﬁ", "한국", "\xFF\xFE");
  CAPTURE(text);
  CHECK(fold(fold(text)) == fold(text));
}

TEST_CASE("NFC composes and leaves case and accents alone") {
  const auto [text, composed] = GENERATE(table<std::string, std::string>({
      Row{"", ""},
      Row{"Plain ASCII.", "Plain ASCII."},
      Row{"e\u0301", "é"},
      Row{"É", "É"},
      Row{"A\u030A", "Å"},
      Row{"\u1112\u1161\u11AB", "한"},
      Row{"ﬁ", "ﬁ"},
      Row{"😀", "😀"},
  }));
  CAPTURE(text);
  CHECK(nfc(text) == composed);
}

TEST_CASE("lower case keeps accents") {
  const auto [text, small] = GENERATE(table<std::string, std::string>({
      Row{"", ""},
      Row{"ÉCOLE", "école"},
      Row{"Erdoğan", "erdoğan"},
      Row{"ΑΘΗΝΑ", "αθηνα"},
      Row{"МОСКВА", "москва"},
      Row{"U.S. 1,000", "u.s. 1,000"},
      Row{"東京", "東京"},
  }));
  CAPTURE(text);
  CHECK(lower(text) == small);
}

TEST_CASE("white space and control characters of any script fold to one blank") {
  const auto [text, spaced] = GENERATE(table<std::string, std::string>({
      Row{"", ""},
      Row{" \t\r\n ", ""},
      Row{"one two", "one two"},
      Row{"  one\t\ttwo \n", "one two"},
      Row{"one\u00A0two", "one two"},
      Row{"one\u2003\u2028two", "one two"},
      Row{"一\u3000二", "一 二"},
      Row{std::string("a\0b\x1B[31mc\x7F", 10), "a b [31mc"},
      Row{"a\u0085b\u009Bc", "a b c"},
      Row{"\u00A0x", "x"},
  }));
  CAPTURE(text);
  CHECK(fold_space(text) == spaced);
}

TEST_CASE("one odd character is seen wherever it stands") {
  const auto before = GENERATE(range(0U, 20U)), behind = GENERATE(range(0U, 20U));
  const std::string front(before, 'A'), back(behind, 'z');
  CAPTURE(before, behind);
  CHECK_FALSE(is_ascii(front + "\x80" + back));
  CHECK(fold(front + "é" + back) == lower(front) + "e" + back);
  CHECK(nfc(front + "e\u0301" + back) == front + "é" + back);
  CHECK(fold_space(front + "x \t y\x7F" + back) == front + "x y" + (behind > 0 ? " " : "") + back);
  CHECK(fold_space(front + "\u2003y" + back) == front + (before > 0 ? " y" : "y") + back);
}

TEST_CASE("invalid UTF-8 becomes U+FFFD and is never passed on") {
  const auto bytes = GENERATE(as<std::string>{}, "a\xFF", "a\xC3", "a\xE2\x82", "a\x80z", "a\xED\xA0\x80z",
                              "a\xC0\xAFz", "a\xF4\x90\x80\x80z", "a\xF0\x9F\x98");
  CAPTURE(bytes);
  for (const std::string& result : {fold(bytes), nfc(bytes), lower(bytes), fold_space(bytes)}) {
    CAPTURE(result);
    CHECK(result.starts_with("a"));
    CHECK(result.find("\uFFFD") != std::string::npos);
    for (std::size_t at = 0; at < result.size();) {
      const std::size_t start = at;
      if (next_code_point(result, at) == 0xFFFD) CHECK(result.substr(start, at - start) == "\uFFFD");
    }
  }
}

TEST_CASE("code points are read one after the other up to the very end") {
  const std::string text = "aé€😀";
  std::vector<char32_t> all;
  std::vector<std::size_t> ends;
  for (std::size_t at = 0; at < text.size();) {
    all.push_back(next_code_point(text, at));
    ends.push_back(at);
  }
  CHECK(all == std::vector<char32_t>{U'a', U'é', U'€', U'😀'});
  CHECK(ends == std::vector<std::size_t>{1, 3, 6, 10});
}
