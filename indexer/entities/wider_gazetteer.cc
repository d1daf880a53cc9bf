#include "indexer/entities/wider_gazetteer.h"

#include <xxhash.h>

#include <array>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "indexer/entities/data/facts.h"

namespace dateline {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kPrefix = "gazetteer-";
constexpr std::string_view kSuffix = ".dat";

struct FreeHash {
  void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

std::string content_hash(const Gazetteer& base, const fs::path& table) {
  std::ifstream in(table, std::ios::binary);
  if (!in || fs::is_directory(table)) throw std::runtime_error(table.string() + ": cannot be read");
  const std::unique_ptr<XXH3_state_t, FreeHash> state(XXH3_createState());
  XXH3_64bits_reset_withSeed(state.get(), base.checksum());
  std::array<char, 1 << 16> block{};
  while (in.read(block.data(), block.size()) || in.gcount() > 0)
    XXH3_64bits_update(state.get(), block.data(), static_cast<std::size_t>(in.gcount()));
  constexpr const char* kDigits = "0123456789abcdef";
  std::string digits;
  const std::uint64_t hash = XXH3_64bits_digest(state.get());
  for (unsigned shift = 64; shift > 0; shift -= 4) digits += kDigits[(hash >> (shift - 4)) & 15U];
  return digits;
}

std::string compile(const Gazetteer& base, const fs::path& table) {
  gazetteer::Facts facts = gazetteer::facts_of(base);
  gazetteer::add_geonames(table, facts);
  gazetteer::name_values(facts);
  return gazetteer::serialise(facts);
}

void keep(const std::string& bytes, const fs::path& file) {
  for (const auto& entry : fs::directory_iterator(file.parent_path())) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(kPrefix)) fs::remove(entry.path());
  }
  const fs::path fresh = file.string() + ".new";
  std::ofstream out(fresh, std::ios::binary);
  out << bytes;
  out.close();
  if (!out) throw std::runtime_error(fresh.string() + ": cannot be written");
  fs::rename(fresh, file);
}

}  // namespace

Gazetteer wider_gazetteer(const fs::path& base, const fs::path& table, const fs::path& archive) {
  const Gazetteer narrow(base);
  if (archive.empty()) return Gazetteer::of_bytes(compile(narrow, table));
  const fs::path file = archive / (std::string(kPrefix) + content_hash(narrow, table) + std::string(kSuffix));
  if (fs::exists(file)) {
    try {
      return Gazetteer(file);
    } catch (const std::runtime_error&) {
      // Damaged, or of another version: it is made anew.
    }
  }
  std::string bytes = compile(narrow, table);
  keep(bytes, file);
  return Gazetteer::of_bytes(std::move(bytes));
}

}  // namespace dateline
