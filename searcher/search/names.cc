#include "searcher/search/names.h"

#include <algorithm>
#include <iterator>

#include "dateline/nearest.h"
#include "dateline/terms.h"

namespace dateline {

namespace {

using Keys = std::vector<std::string>;  // sorted, each once

std::string name_key(ValueKind kind, const std::string& word) {
  return std::string(kNameKey) + kValueKindNames[static_cast<std::size_t>(kind)] + ":" + word;
}

Keys names_of(const Xapian::Database& database, const std::string& synonym_key) {
  return {database.synonyms_begin(synonym_key), database.synonyms_end(synonym_key)};
}

Keys both(const Keys& a, const Keys& b) {
  Keys common;
  std::ranges::set_intersection(a, b, std::back_inserter(common));
  return common;
}

std::string alias_key(ValueKind kind) {
  return std::string(kAliasKey) + kValueKindNames[static_cast<std::size_t>(kind)] + ":";
}

// The names whose aliases hold all the words, the last one perhaps only begun. Aliases are as many as people
// have written down.
Keys aliased(const Xapian::Database& database, ValueKind kind, const Keys& words, bool begun) {
  const std::string prefix = alias_key(kind);
  Keys names;
  for (auto key = database.synonym_keys_begin(prefix); key != database.synonym_keys_end(prefix); ++key) {
    const Keys alias = key_words((*key).substr(prefix.size()));
    const bool holds_all = std::ranges::all_of(words, [&](const std::string& word) {
      const bool whole = !begun || &word != &words.back();
      return std::ranges::any_of(
          alias, [&](const std::string& of) { return whole ? of == word : of.starts_with(word); });
    });
    if (!holds_all || words.empty()) continue;
    const Keys targets = names_of(database, *key);
    names.insert(names.end(), targets.begin(), targets.end());
  }
  return names;
}

// The names that hold all the words, the last one perhaps only begun.
Keys names_with_all(const Xapian::Database& database, ValueKind kind, const Keys& words, bool begun) {
  Keys common;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool last = i + 1 == words.size();
    Keys names =
        last && begun ? names_with(database, kind, words[i]) : names_of(database, name_key(kind, words[i]));
    sort_unique(names);
    common = i == 0 ? std::move(names) : both(common, names);
  }
  return common;
}

// The known word nearest to this one, sought among those with the same first letter; empty: none is near.
std::string nearest_word(const Xapian::Database& database, ValueKind kind, const std::string& word) {
  const std::string first = word.substr(0, 1);
  const std::string prefix = name_key(kind, first);
  Keys words;
  for (auto key = database.synonym_keys_begin(prefix); key != database.synonym_keys_end(prefix); ++key)
    words.push_back((*key).substr(prefix.size() - first.size()));
  return nearest(word, words);
}

// A name that holds, for each word, the word or the one nearest to it.
std::string nearest_name(const Archive& archive, const Field& field, const Keys& words) {
  const Xapian::Database& database = archive.database();
  Keys known;
  for (const std::string& word : words) {
    const bool exists = !names_of(database, name_key(field.kind, word)).empty();
    const std::string near = exists ? word : nearest_word(database, field.kind, word);
    if (!near.empty()) known.push_back(near);
  }
  const Keys names = names_with_all(database, field.kind, known, false);
  for (const std::string& name : names) {
    if (database.term_exists(term_of(field.filter_prefix, name)))
      return display_form(database, facet_key(field.kind, name), name).value;
  }
  return {};
}

}  // namespace

TakenNames take_names(const Archive& archive, const Field& field, const std::string& value, bool quoted) {
  const Xapian::Database& database = archive.database();
  const bool begun = !quoted && value.ends_with('*');
  TakenNames taken;
  if (!is_facet(field)) {
    if (database.term_exists(filter_term(field, value))) taken = {{value}, true, {}};
    return taken;
  }
  const std::string key = value_key(field.kind, value);
  const auto take = [&](Keys names) {
    std::erase_if(names, [&](const std::string& name) {
      return !database.term_exists(term_of(field.filter_prefix, name));
    });
    taken.keys.insert(taken.keys.end(), names.begin(), names.end());
    sort_unique(taken.keys);
  };
  if (!begun) {
    take({key});
    take(names_of(database, term_of(alias_key(field.kind), key)));
    taken.whole = !taken.keys.empty();
    if (taken.whole) return taken;
  }
  // The words as they are written, and as they stand in keys.
  const Keys words = key_words(fold_name(value));
  for (const Keys& each : {words, key_words(key)}) {
    take(names_with_all(database, field.kind, each, begun));
    take(aliased(database, field.kind, each, begun));
  }
  if (taken.keys.empty()) taken.nearest = nearest_name(archive, field, words);
  return taken;
}

DisplayForm display_form(const Xapian::Database& database, FacetKey key, const std::string& otherwise) {
  const std::string prefix = form_prefix(key);
  std::string best;
  Xapian::doccount most = 0;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    // Terms come in the order of their text, so the first of equals stays.
    if (term.get_termfreq() > most) most = term.get_termfreq(), best = *term;
  }
  return most == 0 ? DisplayForm{otherwise, {}, {}, {}} : parse_form_term(best);
}

std::vector<std::string> names_with(const Xapian::Database& database, ValueKind kind,
                                    const std::string& beginning) {
  const std::string prefix = name_key(kind, fold_name(beginning));
  Keys names;
  for (auto key = database.synonym_keys_begin(prefix); key != database.synonym_keys_end(prefix); ++key) {
    const Keys of_word = names_of(database, *key);
    names.insert(names.end(), of_word.begin(), of_word.end());
  }
  sort_unique(names);
  return names;
}

}  // namespace dateline
