#include "indexer/entities/authority.h"

#include <algorithm>
#include <array>

#include "dateline/nearest.h"
#include "dateline/terms.h"

namespace dateline {

namespace {

constexpr std::array kKinds{ValueKind::person, ValueKind::place, ValueKind::organisation};

const char* name_of(ValueKind kind) { return kValueKindNames[static_cast<std::size_t>(kind)]; }

ValueKind kind_of(std::string_view word) {
  const auto* found = std::ranges::find(kKinds, word, [](ValueKind kind) { return name_of(kind); });
  return found == kKinds.end() ? ValueKind::none : *found;
}

std::string known_key(ValueKind kind, const std::string& key) {
  return std::string(name_of(kind)) + '\t' + key;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// The line without blanks around it and without its comment.
std::string_view content_of(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '#' && (i == 0 || is_blank(line[i - 1]))) line = line.substr(0, i);
  }
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  return line;
}

// Takes the first word off.
std::string_view take_word(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
  const std::string_view word = text.substr(0, end);
  text = content_of(text.substr(end));
  return word;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& names) {
  const std::string near = nearest(word.substr(0, kMaxWordBytes), names);
  return near.empty() ? "" : "; did you mean '" + near + "'?";
}

std::string in_quotes(std::string_view text) { return "'" + fold_space(text) + "'"; }

}  // namespace

// Reads one file.
class AuthorityReader {
 public:
  AuthorityReader(Authority& to, const Gazetteer& gazetteer, Diagnostics& faults)
      : to_(to), gazetteer_(gazetteer), faults_(faults) {}

  void read(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      ++line_;
      whole_ = text.substr(0, end);
      if (const std::string_view content = content_of(whole_); !content.empty()) read_line(content);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

 private:
  using Entry = Authority::Entry;

  void read_line(std::string_view rest) {
    const std::string_view word = take_word(rest);
    if (const ValueKind kind = kind_of(word); kind != ValueKind::none) return begin(kind, rest, false);
    if (word == "hide") return hide(rest);
    if (word == "alias") return alias(rest);
    if (word == "country") return country(rest);
    fault(word, "authority.syntax",
          "a line begins with person, place, organisation, alias, country or hide, not with " +
              in_quotes(word) +
              did_you_mean(word, {"person", "place", "organisation", "alias", "country", "hide"}));
  }

  void hide(std::string_view rest) {
    const std::string_view word = take_word(rest);
    if (const ValueKind kind = kind_of(word); kind != ValueKind::none) return begin(kind, rest, true);
    fault(word, "authority.syntax",
          "hide takes person, place or organisation and a name" +
              did_you_mean(word, {"person", "place", "organisation"}));
  }

  // The name as it is shown; empty, and a fault, where there is none.
  std::string name_in(std::string_view text) {
    std::string name = nfc(fold_space(text));
    if (name.empty()) fault(text, "authority.syntax", "the name is missing");
    if (name.find("\uFFFD") == std::string::npos) return name;
    fault(text, "authority.syntax", "the name is not in UTF-8");
    return {};
  }

  void begin(ValueKind kind, std::string_view text, bool hidden) {
    current_ = kRefused;
    std::string name = name_in(text);
    if (name.empty()) return;
    std::string key = value_key(kind, name);
    const auto [known, fresh] =
        to_.known_.try_emplace(known_key(kind, key), Authority::Known{to_.entries_.size(), line_});
    if (fresh) {
      to_.entries_.push_back({kind, std::move(key), {std::move(name), hidden, std::nullopt}});
    } else if (const Entry& entry = to_.entries_[known->second.entry];
               entry.ruling.hidden != hidden || entry.ruling.name != name) {
      return claimed(text, known->second);
    }
    current_ = hidden ? kNone : known->second.entry;
  }

  void alias(std::string_view text) {
    const std::string name = name_in(text);
    if (name.empty() || !has_entry(text, "alias")) return;
    const ValueKind kind = to_.entries_[current_].kind;
    const auto [known, fresh] =
        to_.known_.try_emplace(known_key(kind, value_key(kind, name)), Authority::Known{current_, line_});
    if (!fresh && known->second.entry != current_) claimed(text, known->second);
  }

  void country(std::string_view code) {
    if (!has_entry(code, "country")) return;
    Entry& entry = to_.entries_[current_];
    if (entry.kind != ValueKind::place) return fault(code, "authority.syntax", "only a place has a country");
    const auto place = gazetteer_.country(code);
    if (!place) return fault(code, "authority.country", "no country has the ISO code " + in_quotes(code));
    Place facts = gazetteer_.facts(*place);
    if (entry.ruling.country && entry.ruling.country->country != facts.country)
      return fault(code, "authority.conflict",
                   in_quotes(entry.ruling.name) + " lies in " + entry.ruling.country->country + " already");
    entry.ruling.country = std::move(facts);
  }

  // An entry that was refused has been told of; what belongs to it is passed over.
  bool has_entry(std::string_view at, const char* what) {
    if (current_ == kNone)
      fault(at, "authority.syntax", std::string(what) + " belongs below a person, place or organisation");
    return current_ < kRefused;
  }

  void claimed(std::string_view text, const Authority::Known& by) {
    const Authority::Ruling& ruling = to_.entries_[by.entry].ruling;
    fault(text, "authority.conflict",
          in_quotes(content_of(text)) +
              (ruling.hidden ? " is hidden" : " is a name of " + in_quotes(ruling.name)) + " by line " +
              std::to_string(by.line));
  }

  void fault(std::string_view at, const char* code, std::string message) {
    const auto column = static_cast<std::uint64_t>(at.data() - whole_.data()) + 1;
    faults_.push_back(error(code, std::move(message), line_, column));
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  static constexpr std::size_t kRefused = kNone - 1;

  Authority& to_;
  const Gazetteer& gazetteer_;
  Diagnostics& faults_;
  std::string_view whole_;  // the line that is read
  std::uint64_t line_ = 0;
  std::size_t current_ = kNone;  // the entry that aliases and a country belong to
};

Authority::Authority(std::string_view text, const Gazetteer& gazetteer, Diagnostics& faults) {
  AuthorityReader(*this, gazetteer, faults).read(text);
}

const Authority::Ruling* Authority::find(ValueKind kind, const std::string& key) const {
  if (known_.empty()) return nullptr;
  const auto found = known_.find(known_key(kind, key));
  return found == known_.end() ? nullptr : &entries_[found->second.entry].ruling;
}

std::vector<std::pair<std::string, std::string>> Authority::expansions() const {
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto& [known, of] : known_) {
    const Entry& entry = entries_[of.entry];
    const std::string key = known.substr(known.find('\t') + 1);
    if (key != entry.key)
      all.emplace_back(term_of(std::string(kAliasKey) + name_of(entry.kind) + ':', key), entry.key);
  }
  return all;
}

}  // namespace dateline
