#include "dateline/terms.h"

#include <catch2/catch.hpp>

using namespace dateline;

namespace {

bool is_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

TEST_CASE("a key that fits stands in the term, a longer one by its hash") {
  CHECK(term_of("XPERSON:", "jane roe") == "XPERSON:jane roe");
  const std::string fits(kMaxTerm - 1, 'x');
  CHECK(term_of("Q", fits) == "Q" + fits);
  const std::string hashed = term_of("Q", fits + "x");
  CHECK(hashed.size() == 1 + 1 + 32);
  CHECK(hashed.starts_with("Q#"));
  CHECK(is_hex(std::string_view(hashed).substr(2)));
  CHECK(term_of("Q", fits + "y") != hashed);
  CHECK(term_of("Q", fits + "x") == hashed);
}

TEST_CASE("zero bytes count twice towards the length of a term") {
  const std::string key(200, '\0');
  CHECK(term_of("Q", key).starts_with("Q#"));
  CHECK(term_of("Q", std::string("a\0b", 3)) == std::string("Qa\0b", 4));
}

TEST_CASE("filters fold names but neither ids nor addresses") {
  CHECK(filter_term(*find_field("person"), "Recep Tayyip Erdoğan") == "XPERSON:recep tayyip erdogan");
  CHECK(filter_term(*find_field("country"), "Türkiye") == "Nturkiye");
  CHECK(filter_term(*find_field("id"), "urn:X:1") == "Qurn:X:1");
  CHECK(filter_term(*find_field("url"), "https://Example.org/A") == "Uhttps://Example.org/A");
}

TEST_CASE("facet keys depend on kind and folded value alone") {
  CHECK(facet_key(ValueKind::person, "Erdoğan") == facet_key(ValueKind::person, "ERDOGAN"));
  CHECK(facet_key(ValueKind::person, "Paris") != facet_key(ValueKind::place, "Paris"));
  CHECK(facet_key(ValueKind::person, "Jane Roe") != facet_key(ValueKind::person, "Jane Doe"));
  // Archives hold these numbers: they may change with the schema version only.
  CHECK(facet_key(ValueKind::person, "Jane Roe") == 0x9eae77659b195800ULL);
}

TEST_CASE("a facet slot gives back its keys, ascending and each once") {
  const std::vector<FacetKey> keys{7, 0xFFFFFFFFFFFFFFFFULL, 0, 7, 0x0102030405060708ULL};
  const std::string slot = facet_slot(keys);
  CHECK(slot.size() == 4 * 8);
  std::vector<FacetKey> read;
  for_each_facet_key(slot, [&](FacetKey key) { read.push_back(key); });
  CHECK(read == std::vector<FacetKey>{0, 7, 0x0102030405060708ULL, 0xFFFFFFFFFFFFFFFFULL});
  CHECK(slot.substr(16, 8) == "\x01\x02\x03\x04\x05\x06\x07\x08");
  CHECK(facet_slot({}).empty());
}

TEST_CASE("a torn slot gives its whole keys only") {
  const std::string slot = facet_slot({1, 2});
  for (std::size_t size = 0; size <= slot.size(); ++size) {
    std::size_t count = 0;
    for_each_facet_key(std::string_view(slot).substr(0, size), [&](FacetKey) { ++count; });
    CHECK(count == size / 8);
  }
}

TEST_CASE("a display form reads back as it was written") {
  const auto form =
      GENERATE(DisplayForm{"Jane Roe", {}, {}, {}}, DisplayForm{"Paris, Texas", "Paris", "city", "US"},
               DisplayForm{"Europe", "Europe", "continent", ""});
  CAPTURE(form.value);
  const FacetKey key = facet_key(ValueKind::place, form.value);
  const std::string term = form_term(key, form);
  CHECK(term.starts_with(form_prefix(key)));
  const DisplayForm read = parse_form_term(term);
  CHECK(read.value == form.value);
  CHECK(read.name == form.name);
  CHECK(read.kind == form.kind);
  CHECK(read.country == form.country);
}

TEST_CASE("a form that is too long is cut between characters") {
  // Two, three and four bytes a character: wherever the limit falls, no character is torn.
  const auto character = GENERATE(as<std::string>{}, "x", "é", "東", "😀");
  const auto shift = GENERATE(as<std::string>{}, "", "a", "ab", "abc");
  CAPTURE(character, shift);
  std::string name = shift;
  while (name.size() < 400) name += character;
  const std::string term = form_term(1, {name, {}, {}, {}});
  CHECK(term.size() <= kMaxTerm);
  CHECK(term.size() > kMaxTerm - 4);
  const std::string value = parse_form_term(term).value;
  CHECK(name.starts_with(value));
  CHECK((value.size() - shift.size()) % character.size() == 0);
}

TEST_CASE("form terms of damaged archives are read without harm") {
  const std::string prefix = form_prefix(1);
  CHECK(parse_form_term(prefix).value.empty());
  CHECK(parse_form_term(prefix + "\t\t\t\t\t").value.empty());
  CHECK(parse_form_term(prefix + "a\tb").name == "b");
}
