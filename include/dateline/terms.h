// How values become Xapian terms, slot strings and back: the code side of schema.h, used by indexer and
// searcher alike.
#pragma once

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/person_key.h"
#include "dateline/schema.h"
#include "dateline/words.h"

namespace dateline {

namespace detail {

inline void append_hex(std::string& out, std::uint64_t value) {
  constexpr char kHex[] = "0123456789abcdef";
  for (int shift = 60; shift >= 0; shift -= 4) out += kHex[(value >> shift) & 15];
}

}  // namespace detail

// 32 hex digits of XXH3's 128 bits: names content and over-long keys. Not cryptographic.
[[nodiscard]] inline std::string hex_hash(XXH128_hash_t hash) {
  std::string hex;
  detail::append_hex(hex, hash.high64);
  detail::append_hex(hex, hash.low64);
  return hex;
}

[[nodiscard]] inline std::string hex_hash(std::string_view bytes) {
  return hex_hash(XXH3_128bits(bytes.data(), bytes.size()));
}

// prefix + key, or prefix + '#' + hash of the key where that would be longer than a term may be.
[[nodiscard]] inline std::string term_of(std::string_view prefix, std::string_view key) {
  std::string term(prefix);
  const auto zeros = static_cast<std::size_t>(std::ranges::count(key, '\0'));
  if (prefix.size() + key.size() + zeros <= kMaxTerm) return term.append(key);
  return term + '#' + hex_hash(key);
}

// The form under which values of a kind are equal: person_key of a person, fold_name of all else. A key is
// its own key.
[[nodiscard]] inline std::string value_key(ValueKind kind, std::string_view value) {
  return kind == ValueKind::person ? person_key(value) : fold_name(value);
}

// The boolean term of a facet or filter value: term_of(prefix, value_key); ids and URLs stay as they are.
[[nodiscard]] inline std::string filter_term(const Field& field, std::string_view value) {
  return term_of(field.filter_prefix, is_facet(field) ? value_key(field.kind, value) : std::string(value));
}

// A facet value in a slot: 8 bytes, big-endian hash of kind and value_key, so the same in every archive.
using FacetKey = std::uint64_t;

[[nodiscard]] inline FacetKey facet_key(ValueKind kind, std::string_view value) {
  const std::string text =
      std::string(kValueKindNames[static_cast<std::size_t>(kind)]) + '\t' + value_key(kind, value);
  return XXH3_64bits(text.data(), text.size());
}

// Sorts and leaves each value once.
template <class T>
void sort_unique(std::vector<T>& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// A slot's string: the keys of all values, each once, ascending, 8 bytes each, big-endian. Empty: none.
[[nodiscard]] inline std::string facet_slot(std::vector<FacetKey> keys) {
  sort_unique(keys);
  std::string slot;
  slot.reserve(keys.size() * 8);
  for (FacetKey key : keys) {
    for (int shift = 56; shift >= 0; shift -= 8) slot += static_cast<char>((key >> shift) & 0xFF);
  }
  return slot;
}

// Calls `use(FacetKey)` for each key of a slot's string; a torn last key is left out.
template <class Use>
void for_each_facet_key(std::string_view slot, Use use) {
  for (; slot.size() >= 8; slot.remove_prefix(8)) {
    FacetKey key = 0;
    for (int i = 0; i < 8; ++i)
      key = (key << 8) | static_cast<unsigned char>(slot[static_cast<std::size_t>(i)]);
    use(key);
  }
}

// How the value of a key is shown. For places `name`, `kind` and `country` are as in Place; else they are
// empty.
struct DisplayForm {
  std::string value;
  std::string name;
  std::string kind;
  std::string country;
};

// All forms of a key have terms that begin so. Each article carries the form it shows, so the frequencies of
// these terms are the counts of the forms: the commonest one, ties by text, is what a facet shows, whatever
// the order of runs, and deletions and merges of databases keep the counts right by themselves.
[[nodiscard]] inline std::string form_prefix(FacetKey key) {
  std::string term(kFormPrefix);
  detail::append_hex(term, key);
  return term;
}

// form_prefix(key) + value, or + value TAB name TAB kind TAB country for a place; values hold no control
// characters. Cut at kMaxTerm bytes, between characters: a value that long is shown short.
[[nodiscard]] inline std::string form_term(FacetKey key, const DisplayForm& form) {
  std::string term = form_prefix(key) + form.value;
  if (!form.kind.empty()) term += '\t' + form.name + '\t' + form.kind + '\t' + form.country;
  if (term.size() > kMaxTerm) {
    std::size_t end = kMaxTerm;
    while ((static_cast<unsigned char>(term[end]) & 0xC0) == 0x80) --end;
    term.resize(end);
  }
  return term;
}

// Reads back what form_term wrote; `term` must begin with form_prefix of its key.
[[nodiscard]] inline DisplayForm parse_form_term(std::string_view term) {
  term.remove_prefix(std::string_view(kFormPrefix).size() + 16);
  std::array<std::string, 4> parts;
  for (std::size_t i = 0; i < parts.size() && !term.empty(); ++i) {
    const std::size_t tab = std::min(term.find('\t'), term.size());
    parts[i] = term.substr(0, tab);
    term.remove_prefix(std::min(tab + 1, term.size()));
  }
  return {parts[0], parts[1], parts[2], parts[3]};
}

}  // namespace dateline
