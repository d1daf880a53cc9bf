// The compiled gazetteer: names of places, and what words and phrases can be. Read-only and shared by
// threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "dateline/article.h"
#include "indexer/entities/gazetteer_format.h"
#include "indexer/entities/mapped_file.h"

namespace dateline {

using PlaceId = std::uint32_t;

class Gazetteer {
 public:
  // What is known of a key; zero flags: nothing.
  struct Entry {
    std::uint32_t flags = 0;
    std::span<const PlaceId> places;
  };

  // Maps the file. Throws std::runtime_error, naming it, where it is missing, damaged or of another version.
  explicit Gazetteer(const std::filesystem::path& file);

  // The same of a file's bytes. Throws likewise.
  [[nodiscard]] static Gazetteer of_bytes(std::string bytes);

  // `key` as in gazetteer::Entry: "new york", "=US".
  [[nodiscard]] Entry find(std::string_view key) const { return find(hash(key)); }
  [[nodiscard]] Entry find(std::uint64_t hash) const;
  // Begins to fetch what find(hash) will read.
  void prefetch(std::uint64_t hash) const {
    __builtin_prefetch(&entries_[gazetteer::home(hash, entries_.size())]);
  }
  // XXH3, 64 bits.
  [[nodiscard]] static std::uint64_t hash(std::string_view key);

  // Calls use(key, entry) for all of it: for those who build upon it.
  template <class Use>
  void for_each(Use use) const {
    for (std::size_t at = 0; at < entries_.size(); ++at) {
      if (entries_[at].flags != 0) use(text(keys_[at]), known(entries_[at]));
    }
  }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] std::uint64_t checksum() const { return checksum_; }

  [[nodiscard]] const gazetteer::Row& row(PlaceId place) const { return rows_[place]; }
  [[nodiscard]] PlaceKind kind(PlaceId place) const {
    return static_cast<PlaceKind>(rows_[place].kind & 0xFFU);
  }
  [[nodiscard]] bool is_capital(PlaceId place) const {
    return (rows_[place].kind & gazetteer::kCapital) != 0;
  }
  [[nodiscard]] std::string_view text(gazetteer::Text text) const { return {text_ + text.offset, text.size}; }
  // Whether the second lies in the first; a county is taken to hold the towns of its state.
  [[nodiscard]] bool contains(PlaceId container, PlaceId place) const;
  // The country with this ISO code ("FR", "FRA"), or with this key of its ISO short name; nothing where there
  // is none.
  [[nodiscard]] std::optional<PlaceId> country(std::string_view code) const;
  // All facts of the place; no mentions.
  [[nodiscard]] Place facts(PlaceId place) const;

 private:
  Gazetteer() = default;
  void map(const char* at, std::size_t size);
  void check() const;
  [[nodiscard]] Entry known(const gazetteer::Entry& entry) const {
    return {entry.flags, ids_.subspan(entry.first, entry.count)};
  }

  MappedFile file_;
  std::string bytes_;  // instead of the file
  std::uint64_t checksum_ = 0;
  std::span<const gazetteer::Entry> entries_;
  std::span<const gazetteer::Text> keys_;  // of each entry
  std::span<const PlaceId> ids_;
  std::span<const gazetteer::Row> rows_;
  const char* text_ = nullptr;
  std::size_t text_size_ = 0;
};

// The key of a name: its folded words joined by single blanks; hyphens part words, dots are dropped. "Xi'an"
// keeps its apostrophe.
[[nodiscard]] std::string name_key(std::string_view name);

}  // namespace dateline
