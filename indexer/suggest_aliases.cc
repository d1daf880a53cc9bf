#include "indexer/suggest_aliases.h"

#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <unordered_map>
#include <unordered_set>

#include "dateline/terms.h"
#include "indexer/archive/reading.h"
#include "indexer/entities/alias_candidates.h"

namespace dateline {

namespace {

// Articles of a name that are looked at for whom and what it stands beside.
constexpr std::size_t kMostArticles = 100;
constexpr std::size_t kCompanionsShown = 3;
// A name in so many articles stands beside anything.
constexpr Xapian::doccount kTooCommon = 1'000'000;

// The commonest form of a key; empty: none.
std::string form_of(const Xapian::Database& database, FacetKey key, Xapian::doccount* articles = nullptr) {
  const std::string prefix = form_prefix(key);
  std::string best;
  Xapian::doccount most = 0;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    if (articles) *articles += term.get_termfreq();
    if (term.get_termfreq() > most) most = term.get_termfreq(), best = *term;
  }
  return most == 0 ? std::string() : parse_form_term(best).value;
}

std::vector<KnownName> persons_of(const Xapian::Database& database) {
  const std::string prefix = find_field("person")->filter_prefix;
  std::vector<KnownName> names;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    std::string key = (*term).substr(prefix.size());
    std::string form = form_of(database, facet_key(ValueKind::person, key));
    // A key that was too long for a term, or a form that would be read as a comment.
    if (form.empty() || form.find('#') != std::string::npos) continue;
    names.push_back({std::move(key), std::move(form), term.get_termfreq()});
  }
  return names;
}

// What stands beside a name: its articles, and the persons and places in them.
struct Company {
  std::vector<Xapian::docid> articles;  // ascending, at most kMostArticles
  std::unordered_set<FacetKey> keys;
};

class Companies {
 public:
  Companies(const Xapian::Database& database, const std::vector<KnownName>& names)
      : database_(database), names_(names) {}

  // Reads the articles of all these names in one go, in their order.
  void load(const std::set<std::size_t>& wanted) {
    std::map<Xapian::docid, std::vector<std::size_t>> of_article;
    for (const std::size_t name : wanted) {
      const std::string term = find_field("person")->filter_prefix + names_[name].key;
      Company& company = companies_[name];
      for (auto article = database_.postlist_begin(term);
           article != database_.postlist_end(term) && company.articles.size() < kMostArticles; ++article) {
        company.articles.push_back(*article);
        of_article[*article].push_back(name);
      }
    }
    for (const char* field : {"person", "place"}) {
      const unsigned slot = find_field(field)->slot;
      auto value = database_.valuestream_begin(slot);
      for (const auto& [article, members] : of_article) {
        if (value == database_.valuestream_end(slot)) break;
        value.skip_to(article);
        if (value == database_.valuestream_end(slot)) break;
        if (value.get_docid() != article) continue;
        for_each_facet_key(*value, [&, &named = members](FacetKey key) {
          for (const std::size_t name : named) companies_[name].keys.insert(key);
        });
      }
    }
  }

  [[nodiscard]] const Company& of(std::size_t name) const { return companies_.at(name); }

 private:
  const Xapian::Database& database_;
  const std::vector<KnownName>& names_;
  std::unordered_map<std::size_t, Company> companies_;
};

// A candidate with what speaks for it.
struct Suggestion {
  AliasCandidate candidate;
  double score = 0;
  std::vector<std::string> companions;  // the rarest that both have
  std::size_t shared = 0;
};

class Suggester {
 public:
  explicit Suggester(const Xapian::Database& database)
      : database_(database), names_(persons_of(database)), companies_(database_, names_) {}

  void print(std::ostream& out) {
    const std::vector<AliasCandidate> candidates = alias_candidates(names_);
    std::set<std::size_t> wanted;
    for (const AliasCandidate& candidate : candidates) wanted.insert({candidate.name, candidate.alias});
    companies_.load(wanted);
    std::vector<Suggestion> all;
    for (const AliasCandidate& candidate : candidates) weigh(candidate, all);
    std::ranges::stable_sort(all, [&](const Suggestion& a, const Suggestion& b) {
      return a.score != b.score ? a.score > b.score : form(a.candidate.alias) < form(b.candidate.alias);
    });
    print_entries(out, choose(all));
  }

 private:
  using Entries = std::vector<std::pair<std::size_t, std::vector<Suggestion>>>;  // by the preferred name

  [[nodiscard]] const std::string& form(std::size_t name) const { return names_[name].form; }

  // Names that stand side by side in one article are two persons' there.
  void weigh(const AliasCandidate& candidate, std::vector<Suggestion>& all) {
    const Company& name = companies_.of(candidate.name);
    const Company& alias = companies_.of(candidate.alias);
    std::vector<Xapian::docid> together;
    std::ranges::set_intersection(name.articles, alias.articles, std::back_inserter(together));
    if (!together.empty() && candidate.likeness != Likeness::order) return;
    Suggestion suggestion{candidate, base(candidate.likeness), {}, 0};
    std::vector<std::pair<Xapian::doccount, FacetKey>> shared;
    for (const FacetKey key : alias.keys) {
      if (name.keys.contains(key)) shared.emplace_back(articles_of(key), key);
    }
    std::ranges::sort(shared);
    for (const auto& [articles, key] : shared) suggestion.score += 1 / std::log2(2.0 + articles);
    suggestion.shared = shared.size();
    // Spelled nearly alike is not enough.
    if (candidate.likeness == Likeness::spelling && shared.size() < 2) return;
    for (std::size_t i = 0; i < std::min(kCompanionsShown, shared.size()); ++i)
      suggestion.companions.push_back(form_of(database_, shared[i].second));
    all.push_back(std::move(suggestion));
  }

  static double base(Likeness likeness) {
    switch (likeness) {
      case Likeness::split:
        return 3;
      case Likeness::order:
      case Likeness::initial:
        return 2;
      case Likeness::middle:
        return 1.5;
      case Likeness::surname:
      case Likeness::spelling:
        return 1;
    }
    return 0;
  }

  // In how many articles a companion is named.
  Xapian::doccount articles_of(FacetKey key) {
    auto [known, fresh] = articles_.try_emplace(key, 0);
    if (fresh) form_of(database_, key, &known->second);
    return std::min(known->second, kTooCommon);
  }

  // Each alias once, for the best of those it may be; what is an alias is no preferred name.
  [[nodiscard]] static Entries choose(const std::vector<Suggestion>& all) {
    std::unordered_set<std::size_t> aliases;
    std::unordered_map<std::size_t, std::size_t> entry_of;
    Entries entries;
    for (const Suggestion& suggestion : all) {
      const auto [name, alias, likeness, fitting, preferred] = suggestion.candidate;
      if (aliases.contains(name) || aliases.contains(alias) || entry_of.contains(alias)) continue;
      aliases.insert(alias);
      const auto [at, fresh] = entry_of.try_emplace(name, entries.size());
      if (fresh) entries.push_back({name, {}});
      entries[at->second].second.push_back(suggestion);
    }
    return entries;
  }

  void print_entries(std::ostream& out, const Entries& entries) const {
    for (const auto& [name, suggestions] : entries) {
      out << "person " << form(name) << "  # " << count(names_[name].articles) << '\n';
      for (const Suggestion& suggestion : suggestions)
        out << "  # " << evidence(suggestion) << "\n  alias " << form(suggestion.candidate.alias) << '\n';
    }
  }

  static std::string count(std::uint64_t number, const char* what = "article") {
    return std::to_string(number) + ' ' + what + (number == 1 ? "" : "s");
  }

  [[nodiscard]] std::string evidence(const Suggestion& suggestion) const {
    const AliasCandidate& candidate = suggestion.candidate;
    std::string text = count(names_[candidate.alias].articles) + "; " + reason(candidate);
    if (suggestion.shared == 0) return text + "; nobody and no place in common";
    text += "; " + count(suggestion.shared, "name") + " in common:";
    for (std::size_t i = 0; i < suggestion.companions.size(); ++i)
      text += (i > 0 ? ", " : " ") + suggestion.companions[i];
    return text;
  }

  static std::string reason(const AliasCandidate& candidate) {
    const std::string share = ": " + std::to_string(candidate.preferred) + " of " + count(candidate.fitting) +
                              " with a full name that fits";
    switch (candidate.likeness) {
      case Likeness::initial:
        return "initial and surname agree" + share;
      case Likeness::middle:
        return "first name and surname agree";
      case Likeness::order:
        return "the same words in another order";
      case Likeness::split:
        return "the same letters";
      case Likeness::spelling:
        return "spelled nearly alike";
      case Likeness::surname:
        return "the surname alone" + share;
    }
    return {};
  }

  const Xapian::Database& database_;
  std::vector<KnownName> names_;
  Companies companies_;
  std::unordered_map<FacetKey, Xapian::doccount> articles_;
};

}  // namespace

int run_suggest_aliases(const IndexOptions& options) {
  std::string suggestions;
  follow_commits([&] {
    const Xapian::Database database = open_to_read(options.db);
    std::ostringstream out;
    Suggester(database).print(out);
    suggestions = out.str();
  });
  std::cout << suggestions;
  return 0;
}

}  // namespace dateline
