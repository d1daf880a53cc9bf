#include "dateline/words.h"

#include <catch2/catch.hpp>
#include <sstream>

using namespace dateline;

namespace {

// `term[start,end)` for each word, joined by blanks.
std::string show(const std::string& text) {
  std::ostringstream out;
  for (const Word& word : words(text)) {
    if (out.tellp() > 0) out << ' ';
    out << word.term << '[' << word.start << ',' << word.end << ')';
  }
  return out.str();
}

using Row = std::tuple<std::string, std::string>;

}  // namespace

TEST_CASE("a text is split into words with their bytes") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      Row{"", ""},
      Row{"... -- !", ""},
      Row{"Oil prices rise", "oil[0,3) prices[4,10) rise[11,15)"},
      // Initials lose their dots, the last of which is not part of the word; other dots stay.
      Row{"U.S.", "us[0,3)"},
      Row{"the U.S. said", "the[0,3) us[4,7) said[9,13)"},
      Row{"U.S.-led", "us[0,3) led[5,8)"},
      Row{"U.S.'s", "us[0,3) s[5,6)"},
      Row{"a.m.", "am[0,3)"},
      Row{"Ph.D.", "ph.d[0,4)"},
      Row{"asp.net", "asp.net[0,7)"},
      Row{"end.Next", "end.next[0,8)"},
      // Apostrophes join letters; a possessive s goes, though the word's bytes hold it.
      Row{"O'Brien", "o'brien[0,7)"},
      Row{"O’Brien", "o'brien[0,9)"},
      Row{"Lavrov's", "lavrov[0,8)"},
      Row{"Lavrov’s", "lavrov[0,10)"},
      Row{"LAVROV'S", "lavrov[0,8)"},
      Row{"l'ONU", "l'onu[0,5)"},
      Row{"workers' rights", "workers[0,7) rights[9,15)"},
      Row{"'quoted'", "quoted[1,7)"},
      Row{"don't", "don't[0,5)"},
      // Numbers.
      Row{"3.5", "3.5[0,3)"},
      Row{"1,000", "1000[0,5)"},
      Row{"1,000,000.5", "1000000.5[0,11)"},
      Row{"rose 5, fell", "rose[0,4) 5[5,6) fell[8,12)"},
      Row{"5,a", "5[0,1) a[2,3)"},
      Row{"a,5", "a[0,1) 5[2,3)"},
      Row{"13:17", "13[0,2) 17[3,5)"},
      Row{"3rd", "3rd[0,3)"},
      Row{"G20", "g20[0,3)"},
      Row{"end of 2025.", "end[0,3) of[4,6) 2025[7,11)"},
      Row{"$5m", "5m[1,3)"},
      // Hyphens, slashes and addresses part words.
      Row{"al-Assad", "al[0,2) assad[3,8)"},
      Row{"and/or", "and[0,3) or[4,6)"},
      Row{"snake_case", "snake[0,5) case[6,10)"},
      Row{"a@b.org", "a[0,1) b.org[2,7)"},
      // Scripts: each ideograph and kana is a word, other letters make runs.
      Row{"北京市", "北[0,3) 京[3,6) 市[6,9)"},
      Row{"G7東京", "g7[0,2) 東[2,5) 京[5,8)"},
      Row{"カタ", "カ[0,3) タ[3,6)"},
      Row{"한국 경제", "한국[0,6) 경제[7,13)"},
      Row{"Москва́", "москва́[0,14)"},
      Row{"שלום עולם", "שלום[0,8) עולם[9,17)"},
      Row{"قال الرئيس", "قال[0,6) الرئيس[7,19)"},
      Row{"नमस्ते", "नमस्ते[0,18)"},
      Row{"Škoda", "škoda[0,6)"},
      // Combining marks belong to their word; alone they are none.
      Row{"e\u0301t", "e\u0301t[0,4)"},
      Row{"\u0301 \u0301", ""},
      // No words at all, and bytes that are no characters.
      Row{"😀🎉", ""},
      Row{"win😀loss", "win[0,3) loss[7,11)"},
      Row{"a\xED\xA0\x80z", "a[0,1) z[4,5)"},
      Row{"a\xFFz", "a[0,1) z[2,3)"},
      Row{"a\xC3", "a[0,1)"},
      Row{std::string("a\0b", 3), "a[0,1) b[2,3)"},
  }));
  CAPTURE(text);
  CHECK(show(text) == expected);
}

TEST_CASE("a run longer than a word may be is left out, and what follows it is not") {
  const std::string longest(kMaxWordBytes, 'x');
  CHECK(show(longest + " end") == longest + "[0,64) end[65,68)");
  CHECK(show(std::string(70, 'x') + " end") == "end[71,74)");
  CHECK(show(std::string(100'000, 'x') + "'s end") == "end[100003,100006)");
  std::string dotted;
  for (int i = 0; i < 50'000; ++i) dotted += "ab.";
  CHECK(words(dotted).empty());
}

TEST_CASE("a word's bytes cut the text between characters") {
  const auto text =
      GENERATE(as<std::string>{}, "Erdoğan’s U.S. visit, 1,000 à 3.5", "東京で😀e\u0301", "a\xE2\x82z");
  CAPTURE(text);
  std::size_t last = 0;
  for (const Word& word : words(text)) {
    CAPTURE(word.term, word.start, word.end);
    CHECK(word.start >= last);
    CHECK(word.end > word.start);
    REQUIRE(word.end <= text.size());
    CHECK((static_cast<unsigned char>(text[word.start]) & 0xC0) != 0x80);
    last = word.end;
  }
}

TEST_CASE("names that differ in case, accents, hyphens or possessives have one key") {
  const auto [name, key] = GENERATE(table<std::string, std::string>({
      Row{"Paris, Texas", "paris texas"},
      Row{"al-Assad", "al assad"},
      Row{"AL  ASSAD", "al assad"},
      Row{"Recep Tayyip Erdoğan", "recep tayyip erdogan"},
      Row{"McDonald’s", "mcdonald"},
      Row{"U.S.", "us"},
      Row{"東京", "東 京"},
      Row{"???", "???"},
      Row{" ! ! ", "! !"},
      Row{"", ""},
  }));
  CAPTURE(name);
  CHECK(fold_name(name) == key);
  CHECK(fold_name(fold_name(name)) == key);
}
