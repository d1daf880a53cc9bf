#include "searcher/search/facets.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <unordered_set>
#include <utility>

#include "dateline/schema.h"
#include "searcher/search/names.h"

namespace dateline {

namespace {

struct Counted {
  FacetKey key = 0;
  std::uint64_t count = 0;  // 0: an empty place in the table
};

// Counts keys in one flat table. Keys are hashes already, so their low bits are the place.
class KeyCounts {
 public:
  void add(FacetKey key) {
    if ((used_ + 1) * 2 > table_.size()) grow();
    Counted& place = find(key);
    if (place.count == 0) place.key = key, ++used_;
    ++place.count;
  }

  [[nodiscard]] std::uint64_t of(FacetKey key) { return table_.empty() ? 0 : find(key).count; }

  [[nodiscard]] std::vector<Counted> all() const {
    std::vector<Counted> counted;
    counted.reserve(used_);
    std::ranges::copy_if(table_, std::back_inserter(counted), [](const Counted& c) { return c.count > 0; });
    return counted;
  }

 private:
  Counted& find(FacetKey key) {
    std::size_t at = key & (table_.size() - 1);
    while (table_[at].count > 0 && table_[at].key != key) at = (at + 1) & (table_.size() - 1);
    return table_[at];
  }

  void grow() {
    const std::vector<Counted> old =
        std::exchange(table_, std::vector<Counted>(std::max<std::size_t>(1024, table_.size() * 2)));
    for (const Counted& counted : old) {
      if (counted.count > 0) find(counted.key) = counted;
    }
  }

  std::vector<Counted> table_;
  std::size_t used_ = 0;
};

bool comes_first(const FacetValue& a, const FacetValue& b) {
  return a.count != b.count ? a.count > b.count : a.form.value < b.form.value;
}

// Keeps the values that can be among the `most` first: ties with the last of them are left to their names.
void keep_most_frequent(std::vector<Counted>& counted, std::size_t most) {
  if (counted.size() <= most) return;
  if (most == 0) return counted.clear();
  const auto last = counted.begin() + static_cast<std::ptrdiff_t>(most) - 1;
  std::ranges::nth_element(counted, last, std::ranges::greater{}, &Counted::count);
  const std::uint64_t least = last->count;
  std::erase_if(counted, [&](const Counted& c) { return c.count < least; });
}

// Keeps the values with a word that begins so.
void keep_beginning(const Xapian::Database& database, ValueKind kind, const std::string& beginning,
                    std::vector<Counted>& counted) {
  std::unordered_set<FacetKey> wanted;
  for (const std::string& name : names_with(database, kind, beginning)) wanted.insert(facet_key(kind, name));
  std::erase_if(counted, [&](const Counted& c) { return !wanted.contains(c.key); });
}

}  // namespace

FacetCounts count_values(const Xapian::Database& database, const FacetWish& wish, const DocIds& ids,
                         const std::vector<Selected>& selected, const std::string& prefix) {
  const Field& field = *find_field(wish.name);
  KeyCounts counts;
  std::uint64_t with_value = 0;
  for_each_value(database, field.slot, ids, [&](std::size_t, const std::string& value) {
    ++with_value;
    for_each_facet_key(value, [&](FacetKey key) { counts.add(key); });
  });
  std::vector<Counted> counted = counts.all();
  if (!prefix.empty()) keep_beginning(database, field.kind, prefix, counted);

  FacetCounts facet;
  facet.name = wish.name;
  facet.distinct = counted.size();
  facet.missing = ids.size() - with_value;
  if (wish.count) keep_most_frequent(counted, *wish.count);
  const auto selected_as = [&](FacetKey key) { return std::ranges::find(selected, key, &Selected::key); };
  const auto is_listed = [&](FacetKey key) {
    return selected_as(key) != selected.end() && selected_as(key)->listed;
  };
  for (const Counted& c : counted) {
    if (!is_listed(c.key))
      facet.values.push_back(
          {display_form(database, c.key, "?"), c.count, selected_as(c.key) != selected.end()});
  }
  std::ranges::sort(facet.values, comes_first);
  const auto listed = static_cast<std::size_t>(std::ranges::count(selected, true, &Selected::listed));
  if (wish.count)
    facet.values.resize(std::min(facet.values.size(), *wish.count - std::min(*wish.count, listed)));
  for (const Selected& s : selected) {
    if (s.listed) facet.values.push_back({display_form(database, s.key, s.value), counts.of(s.key), true});
  }
  std::ranges::sort(facet.values, comes_first);
  return facet;
}

}  // namespace dateline
