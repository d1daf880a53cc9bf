#include "indexer/entities/alias_candidates.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <unordered_map>
#include <utility>

#include "dateline/nearest.h"
#include "dateline/person_key.h"

namespace dateline {

namespace {

using Words = std::vector<std::string>;
using Block = std::vector<std::size_t>;

// Of a block only the most frequent names are compared: keeps the time linear.
constexpr std::size_t kMostInBlock = 64;
// An initial or a surname is one person's where so many of a hundred articles are.
constexpr std::uint64_t kLeastShare = 90;
// Shorter names differ by a letter too often.
constexpr std::size_t kLeastForOneEdit = 8;
constexpr std::size_t kLeastForTwoEdits = 14;

// A name cut up: "george w bush jr".
struct Parts {
  Words words;  // without the suffix
  std::string suffix;
  [[nodiscard]] bool is_full() const { return words.size() > 1; }
  [[nodiscard]] const std::string& first() const { return words.front(); }
  [[nodiscard]] const std::string& last() const { return words.back(); }
};

Parts parts_of(const std::string& key) {
  Parts parts{key_words(key), {}};
  if (parts.words.size() > 1 && !detail::suffix_of(parts.last()).empty()) {
    parts.suffix = parts.last();
    parts.words.pop_back();
  }
  return parts;
}

// Initials stand together in a key: "jrr".
bool is_initials(const std::string& word) {
  return word.size() <= 3 && word.find_first_of("aeiouy") == std::string::npos;
}

// The letters that spellings of a name share: no vowels, like sounds as one.
std::string skeleton(const std::string& word) {
  std::string bones;
  for (char c : word) {
    switch (c) {
      case 'a':
      case 'e':
      case 'i':
      case 'o':
      case 'u':
      case 'y':
      case 'h':
      case 'w':
      case 'j':
        continue;
      case 'c':
      case 'q':
      case 'g':
        c = 'k';
        break;
      case 'z':
        c = 's';
        break;
      case 'f':
      case 'b':
        c = 'v';
        break;
      case 'd':
        c = 't';
        break;
      default:
        break;
    }
    if (bones.empty() || bones.back() != c) bones += c;
  }
  return bones;
}

std::string joined(const Words& words) {
  std::string all;
  for (const std::string& word : words) all += word;
  return all;
}

std::string sorted_words(Words words) {
  std::ranges::sort(words);
  std::string all;
  for (const std::string& word : words) all += word + ' ';
  return all;
}

// Whether all words of the shorter name stand in the longer one in order, the first and last at its ends.
bool is_shortened(const Words& shorter, const Words& longer) {
  if (shorter.front() != longer.front() || shorter.back() != longer.back()) return false;
  std::size_t at = 0;
  for (const std::string& word : longer) {
    if (at < shorter.size() &&
        (shorter[at] == word || (shorter[at].size() == 1 && word.starts_with(shorter[at]))))
      ++at;
  }
  return at == shorter.size();
}

// Whether a few letters differ, in one word each, and neither is an initial.
bool is_respelled(const Words& a, const Words& b) {
  if (a.size() != b.size()) return false;
  std::size_t letters = 0, edits = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    letters += std::min(a[i].size(), b[i].size());
    if (a[i] == b[i]) continue;
    if (std::min(a[i].size(), b[i].size()) < 3) return false;
    edits += edit_distance(a[i], b[i]);
  }
  return edits == 1 ? letters >= kLeastForOneEdit : edits == 2 && letters >= kLeastForTwoEdits;
}

class Finder {
 public:
  explicit Finder(const std::vector<KnownName>& names) : names_(names) {
    for (const KnownName& name : names) parts_.push_back(parts_of(name.key));
  }

  std::vector<AliasCandidate> run() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (parts_[i].is_full()) sort_in(i);
    }
    for (auto& [key, block] : blocks_) {
      std::ranges::sort(block, [&](std::size_t a, std::size_t b) {
        return std::pair(names_[b].articles, a) < std::pair(names_[a].articles, b);
      });
      compare_all(key[0], std::span(block).first(std::min(block.size(), kMostInBlock)));
    }
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (parts_[i].is_full())
        find_initial(i);
      else
        find_bearer(i);
    }
    return std::move(found_);
  }

 private:
  // The first letter of a block's key tells what its names are compared for.
  static constexpr char kNamesakes = 'n', kSameWords = 'o', kSameLetters = 'j', kSameSound = 's';

  void sort_in(std::size_t i) {
    const Parts& name = parts_[i];
    const auto into = [&](char kind, const std::string& key) { blocks_[kind + key].push_back(i); };
    into(kNamesakes, name.first() + ' ' + name.last());
    into(kSameWords, sorted_words(name.words));
    into(kSameLetters, joined(name.words));
    into(kSameSound, name.first().substr(0, 1) + ' ' + skeleton(name.last()));
    into(kSameSound, name.first() + ' ' + name.last().substr(0, 3));
    bearers_[name.last()].push_back(i);
  }

  void compare_all(char kind, std::span<const std::size_t> block) {
    for (std::size_t i = 0; i < block.size(); ++i)
      for (std::size_t j = i + 1; j < block.size(); ++j) compare(kind, block[i], block[j]);
  }

  // `more` is at least as frequent as `less`.
  void compare(char kind, std::size_t more, std::size_t less) {
    const Parts& a = parts_[more];
    const Parts& b = parts_[less];
    const bool suffixes_agree = a.suffix.empty() || b.suffix.empty() || a.suffix == b.suffix;
    if (!suffixes_agree) return;
    if (kind == kNamesakes) {
      const bool a_is_longer = a.words.size() > b.words.size();
      if (is_shortened(a_is_longer ? b.words : a.words, a_is_longer ? a.words : b.words))
        add({more, less, Likeness::middle, 0, 0});
    } else if (kind == kSameWords) {
      if (a.words != b.words) add({more, less, Likeness::order, 0, 0});
    } else if (kind == kSameLetters) {
      if (a.words != b.words) add({more, less, Likeness::split, 0, 0});
    } else if (is_respelled(a.words, b.words)) {
      add({more, less, Likeness::spelling, 0, 0});
    }
  }

  void add(const AliasCandidate& candidate) {
    if (told_.emplace(candidate.name, candidate.alias).second) found_.push_back(candidate);
  }

  // "S. Lavrov", where nearly all who bear the surname and the initial are one.
  void find_initial(std::size_t i) {
    const Parts& name = parts_[i];
    if (!is_initials(name.first()) && name.first().size() > 1) return;
    find_owner(i, Likeness::initial, [&](const Parts& other) {
      return !is_initials(other.first()) && other.first().size() > 1 &&
             other.first().starts_with(name.first().substr(0, 1));
    });
  }

  // A bare surname.
  void find_bearer(std::size_t i) {
    if (parts_[i].words.empty() || parts_[i].last().size() < 3) return;
    find_owner(i, Likeness::surname, [](const Parts&) { return true; });
  }

  template <class Fits>
  void find_owner(std::size_t i, Likeness likeness, Fits fits) {
    const auto bearers = bearers_.find(parts_[i].last());
    if (bearers == bearers_.end()) return;
    AliasCandidate candidate{i, i, likeness, 0, 0};
    for (const std::size_t other : bearers->second) {
      if (other == i || !fits(parts_[other])) continue;
      candidate.fitting += names_[other].articles;
      if (names_[other].articles <= candidate.preferred) continue;
      candidate.preferred = names_[other].articles;
      candidate.name = other;
    }
    if (candidate.name != i && candidate.preferred * 100 >= candidate.fitting * kLeastShare) add(candidate);
  }

  const std::vector<KnownName>& names_;
  std::vector<Parts> parts_;
  std::map<std::string, Block> blocks_;
  std::unordered_map<std::string, Block> bearers_;  // full names by their last word
  std::set<std::pair<std::size_t, std::size_t>> told_;
  std::vector<AliasCandidate> found_;
};

}  // namespace

std::vector<AliasCandidate> alias_candidates(const std::vector<KnownName>& names) {
  return Finder(names).run();
}

}  // namespace dateline
