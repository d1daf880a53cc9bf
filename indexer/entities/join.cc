#include "indexer/entities/join.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>

namespace dateline {

using namespace gazetteer;

namespace {

// A name as it is compared.
struct Form {
  std::vector<std::string> words;  // folded, without Jr and the like; particles stay
  std::vector<bool> joined;        // of each word: a hyphen joins it to another, as in "Ki-moon"
  std::string suffix;              // "jr"
  std::size_t weight = 0;          // words that are no particles
  std::uint32_t gender = 0;        // of the honorific or the given name; both or none: unknown
};

struct Cluster {
  Form form;
  Person person;
  bool shouted = true;
  std::size_t latest = 0;  // the number of the latest name that was counted for it
  std::size_t first = 0;   // the number of the first full name of it
};

bool is_both(std::uint32_t gender) { return gender == 0 || gender == kGivenName; }

Form form_of(const Name& name, const std::vector<Token>& tokens) {
  Form form;
  for (std::size_t i = name.first; i < name.last; ++i) {
    const Token& token = tokens[i];
    if (token.has(kSuffix) && i > name.first) {
      form.suffix = token.key;
      continue;
    }
    // "M. Pashitch" is Monsieur's short form as often as an initial.
    if (i == name.first && name.last - i == 2 && token.initial && token.key == "m") continue;
    const bool behind_hyphen = i > name.first && token.gap == Gap::hyphen && !tokens[i - 1].has(kParticle);
    if (behind_hyphen && !form.joined.empty()) form.joined.back() = true;
    form.joined.push_back(behind_hyphen);
    form.words.push_back(token.key);
    if (!token.has(kParticle | kInner) || (token.capital && token.has(kGivenName))) ++form.weight;
  }
  form.gender = name.honorifics;
  if (is_both(form.gender) && form.weight > 1) form.gender = tokens[name.first].flags & kGivenName;
  return form;
}

bool same_word(const std::string& shorter, const std::string& longer) {
  return shorter == longer || (shorter.size() == 1 && longer.starts_with(shorter));
}

// Whether the words stand in the other name in the same order; an initial stands for a word that begins with
// it.
bool is_within(const std::vector<std::string>& words, const std::vector<std::string>& longer) {
  std::size_t at = 0;
  for (const std::string& word : longer) {
    if (at < words.size() && same_word(words[at], word)) ++at;
  }
  return at == words.size();
}

// "Ole Sankale" of "Joseph ole Sankale"
bool is_end(const std::vector<std::string>& words, const std::vector<std::string>& longer) {
  return words.size() < longer.size() && std::equal(words.rbegin(), words.rend(), longer.rbegin());
}

// Whether the lone word is but a part of such as "Ki-moon" in the person's name.
bool is_half(const std::string& word, const Form& person) {
  for (std::size_t i = 0; i < person.words.size(); ++i) {
    if (person.words[i] == word && !person.joined[i]) return false;
  }
  return true;
}

// How well a shorter name stands for the person: 0 not at all. The last name alone is the usual short form,
// the first name alone is rarer, half a name the rarest.
int likeness(const Form& name, const Form& person) {
  if (!name.suffix.empty() && !person.suffix.empty() && name.suffix != person.suffix) return 0;
  const bool opposed = !is_both(name.gender) && !is_both(person.gender) && name.gender != person.gender;
  if (opposed || name.words.empty() || !is_within(name.words, person.words)) return 0;
  if (name.weight > 1) {
    // A full name is another's short form only if both ends agree: "Recep Erdogan", "J. Smith".
    const bool ends_agree =
        name.words.back() == person.words.back() && same_word(name.words.front(), person.words.front());
    const bool inner = name.words.front().size() > 1 && person.weight > name.weight;
    return ends_agree ? 5 : inner || is_end(name.words, person.words) ? 3 : 0;
  }
  if (name.words.size() == 1 && is_half(name.words.front(), person)) return 1;
  if (name.words.back() == person.words.back()) return 4;
  return name.words.front() == person.words.front() ? 2 : 3;
}

class Joiner {
 public:
  explicit Joiner(const std::vector<Passage>& passages) : passages_(passages) {}

  std::vector<Person> run(const std::vector<Name>& names) {
    for (const Name& name : names) {
      if (name.kind == NameKind::person) names_.push_back(&name);
    }
    for (const Name* name : names_) forms_.push_back(form_of(*name, passages_[name->passage].tokens));
    found_full_names();
    for (std::size_t i = 0; i < names_.size(); ++i) count(i);
    return persons();
  }

 private:
  // Each full name that is no shorter form of another founds a cluster, the longest first.
  void found_full_names() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (forms_[i].weight > 1) order.push_back(i);
    }
    const auto rank = [&](std::size_t i) {
      const auto letters =
          std::accumulate(forms_[i].words.begin(), forms_[i].words.end(), std::size_t{0},
                          [](std::size_t sum, const std::string& word) { return sum + word.size(); });
      return std::tuple(forms_[i].weight, forms_[i].suffix.size(), letters);
    };
    std::ranges::stable_sort(order, std::greater(), rank);
    for (const std::size_t i : order) {
      std::optional<std::size_t> c = best_cluster(i);
      if (!c) c = found(i);
      clusters_[*c].first = std::min(clusters_[*c].first, i);
    }
    for (Cluster& cluster : clusters_) cluster.latest = kUnseen;
  }

  std::size_t found(std::size_t name) {
    for (const std::string& word : forms_[name].words) by_word_[word].push_back(clusters_.size());
    clusters_.push_back({forms_[name], {}, true, name, name});
    return clusters_.size() - 1;
  }

  // The persons that bear the rarest word of the name: all that can match. An initial stands for many words.
  [[nodiscard]] std::span<const std::size_t> namesakes(std::size_t name) const {
    std::optional<std::span<const std::size_t>> fewest;
    for (const std::string& word : forms_[name].words) {
      if (word.size() == 1 && forms_[name].words.size() > 1) continue;
      const auto found = by_word_.find(word);
      if (found == by_word_.end()) return {};
      if (!fewest || found->second.size() < fewest->size()) fewest = found->second;
    }
    if (!fewest) return {};
    return fewest->first(std::min(fewest->size(), kMostNamesakes));
  }

  // The likeliest person. A bare name means the one whom the article is about rather than a relative; then
  // the one named last before, else the first to be named.
  [[nodiscard]] std::optional<std::size_t> best_cluster(std::size_t name) const {
    std::optional<std::size_t> best;
    std::tuple<int, bool, std::size_t, std::size_t> most{0, false, 0, 0};
    for (const std::size_t c : namesakes(name)) {
      const Cluster& cluster = clusters_[c];
      const int like = likeness(forms_[name], cluster.form);
      if (like == 0) continue;
      const bool central = forms_[name].weight == 1 && cluster.person.count >= kCentral;
      const std::size_t nearness = cluster.latest == kUnseen ? 0 : cluster.latest + 1;
      const std::tuple rank(like, central, nearness, names_.size() - cluster.first);
      if (!best || rank > most) best = c, most = rank;
    }
    return best;
  }

  void count(std::size_t i) {
    std::optional<std::size_t> best = best_cluster(i);
    if (!best) best = found(i);
    Cluster& cluster = clusters_[*best];
    cluster.latest = i;
    Mention mention = mention_of(*names_[i], passages_);
    prefer(cluster, i, mention.text);
    if (is_both(cluster.form.gender)) cluster.form.gender = forms_[i].gender;
    add_mention(cluster.person, std::move(mention));
  }

  // The fullest form names the person; one in capitals only if there is no other.
  void prefer(Cluster& cluster, std::size_t i, const std::string& text) const {
    const auto& tokens = passages_[names_[i]->passage].tokens;
    const bool shouted = tokens[names_[i]->last - 1].shouted && tokens[names_[i]->first].styled;
    const auto fullness = [](const std::string& name) {
      return std::pair(std::ranges::count(name, ' ') + std::ranges::count(name, '-'), name.size());
    };
    std::string& name = cluster.person.name;
    const bool better = name.empty() ||
                        (cluster.shouted && !shouted && fullness(text).first >= fullness(name).first) ||
                        (cluster.shouted == shouted && fullness(text) > fullness(name));
    if (!better) return;
    name = text;
    cluster.shouted = shouted;
  }

  [[nodiscard]] std::vector<Person> persons() {
    std::vector<Person> all;
    std::erase_if(clusters_, [](const Cluster& cluster) { return cluster.person.mentions.empty(); });
    std::ranges::stable_sort(clusters_, std::less(), [](const Cluster& cluster) {
      const Mention& first = cluster.person.mentions.front();
      return std::tuple(first.field, first.index, first.start);
    });
    for (Cluster& cluster : clusters_) all.push_back(std::move(cluster.person));
    return all;
  }

  static constexpr std::size_t kUnseen = static_cast<std::size_t>(-1);
  static constexpr std::uint32_t kCentral = 3;        // mentions that make a person the article's subject
  static constexpr std::size_t kMostNamesakes = 256;  // keeps the time linear for any text

  const std::vector<Passage>& passages_;
  std::vector<const Name*> names_;
  std::vector<Form> forms_;
  std::vector<Cluster> clusters_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_word_;  // clusters by the words of their names
};

}  // namespace

bool is_company_suffix(const std::string& word) {
  static constexpr std::array<std::string_view, 18> kSuffixes{
      "inc", "co", "cos", "corp", "corporation", "company", "ltd", "plc",  "llc",
      "llp", "ag", "nv",  "sa",   "spa",         "ab",      "asa", "gmbh", "group"};
  return std::ranges::find(kSuffixes, word) != kSuffixes.end();
}

std::string joined_keys(const std::vector<Token>& tokens, std::size_t first, std::size_t last) {
  std::string key;
  for (std::size_t i = first; i < last; ++i) key += (key.empty() ? "" : " ") + tokens[i].key;
  return key;
}

Mention mention_of(const Name& name, const std::vector<Passage>& passages) {
  const Passage& passage = passages[name.passage];
  const std::uint32_t start = passage.tokens[name.first].start;
  const std::uint32_t end = passage.tokens[name.last - 1].end;
  return {passage.field, passage.index, start, end, std::string(passage.text.substr(start, end - start))};
}

void add_mention(Entity& entity, Mention mention) {
  ++entity.count;
  if (std::ranges::find(entity.in, mention.field) == entity.in.end()) entity.in.push_back(mention.field);
  entity.mentions.push_back(std::move(mention));
}

std::vector<Person> join_persons(const std::vector<Name>& names, const std::vector<Passage>& passages) {
  return Joiner(passages).run(names);
}

std::vector<Organisation> join_organisations(const std::vector<Name>& names,
                                             const std::vector<Passage>& passages) {
  std::vector<Organisation> all;
  std::map<std::string, std::size_t> known;
  for (const Name& name : names) {
    if (name.kind != NameKind::organisation) continue;
    Mention mention = mention_of(name, passages);
    const auto& tokens = passages[name.passage].tokens;
    const bool formal = name.last - name.first > 1 && is_company_suffix(tokens[name.last - 1].key);
    const std::string key = joined_keys(tokens, name.first, name.last - formal);
    const auto [at, fresh] = known.try_emplace(key, all.size());
    if (fresh) all.emplace_back().name = mention.text;
    add_mention(all[at->second], std::move(mention));
  }
  return all;
}

}  // namespace dateline
