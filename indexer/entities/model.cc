#include "indexer/entities/model.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "dateline/text.h"

namespace dateline {

using model::Clusters;
using model::Header;
using model::TableSize;

namespace {

// A file descriptor that closes itself.
struct File {
  explicit File(const std::filesystem::path& path) : number(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~File() {
    if (number >= 0) ::close(number);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int number;
};

// `count` objects at `at`, which moves past them.
template <class Object>
std::span<const Object> take(const char*& at, std::size_t count) {
  const std::span<const Object> part(reinterpret_cast<const Object*>(at), count);
  at += part.size_bytes();
  return part;
}

bool is_plausible(TableSize size) { return size.bits >= 1 && size.bits <= 24; }

std::size_t table_bytes(TableSize size) {
  return ((std::size_t{1} << size.bits) + 1 + size.keys) * sizeof(std::uint32_t);
}

// Of the parts behind the header.
std::size_t body_bytes(const Header& header) {
  std::size_t bytes = table_bytes(header.words) + header.words.keys * sizeof(Clusters);
  bytes += table_bytes(header.features);
  bytes += (std::size_t{header.features.keys} * model::kPasses + 1) * sizeof(std::uint32_t);
  bytes += header.weights * sizeof(model::Weight);
  bytes += model::kPasses * kLabels * kLabels * sizeof(std::int16_t);
  return (bytes + 3) / 4 * 4;
}

void check_header(const Header& header, std::size_t file_size) {
  if (!std::ranges::equal(header.magic, model::kMagic)) throw std::runtime_error("not a model");
  if (header.version != model::kVersion || header.labels != kLabels)
    throw std::runtime_error("of another version");
  if (!is_plausible(header.words) || !is_plausible(header.features)) throw std::runtime_error("inconsistent");
  if (body_bytes(header) != file_size - sizeof(Header)) throw std::runtime_error("truncated");
}

}  // namespace

void Model::Unmap::operator()(void* bytes) const { ::munmap(bytes, size); }

Model::Model(const std::filesystem::path& file) {
  try {
    map(file);
    check();
  } catch (const std::runtime_error& fault) {
    throw std::runtime_error("model " + file.string() + ": " + fault.what());
  }
}

void Model::map(const std::filesystem::path& path) {
  const File file(path);
  struct stat facts {};
  if (file.number < 0 || ::fstat(file.number, &facts) != 0) throw std::runtime_error(std::strerror(errno));
  const auto size = static_cast<std::size_t>(facts.st_size);
  if (size < sizeof(Header)) throw std::runtime_error("too short");
  void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number, 0);
  if (bytes == MAP_FAILED) throw std::runtime_error(std::strerror(errno));
  bytes_ = {bytes, Unmap{size}};

  const char* at = static_cast<const char*>(bytes);
  const Header& header = take<Header>(at, 1)[0];
  check_header(header, size);
  if (XXH3_64bits(at, size - sizeof(Header)) != header.checksum)
    throw std::runtime_error("checksum does not match");
  const auto take_table = [&at](TableSize of) {
    Table table;
    table.bits = of.bits;
    table.directory = take<std::uint32_t>(at, (std::size_t{1} << of.bits) + 1);
    table.keys = take<std::uint32_t>(at, of.keys);
    return table;
  };
  words_ = take_table(header.words);
  clusters_ = take<Clusters>(at, header.words.keys);
  features_ = take_table(header.features);
  firsts_ = take<std::uint32_t>(at, std::size_t{header.features.keys} * model::kPasses + 1);
  weights_ = take<model::Weight>(at, header.weights);
  for (auto& transitions : transitions_) transitions = take<std::int16_t>(at, kLabels * kLabels);
}

bool Model::Table::consistent() const {
  return std::ranges::is_sorted(directory) && directory.front() == 0 && directory.back() == keys.size();
}

// The checksum tells of damage; this tells of a writer's fault before anything is read out of bounds.
void Model::check() const {
  bool good = words_.consistent() && features_.consistent() && std::ranges::is_sorted(firsts_);
  good &= firsts_.front() == 0 && firsts_.back() == weights_.size();
  good &= std::ranges::all_of(
      weights_, [](model::Weight w) { return static_cast<std::size_t>(model::label(w)) < kLabels; });
  if (!good) throw std::runtime_error("inconsistent");
}

std::uint32_t Model::Table::find(std::uint64_t key) const {
  const std::uint32_t bucket = model::bucket(key, bits);
  const std::uint32_t wanted = model::remainder(key, bits);
  for (std::uint32_t at = directory[bucket]; at < directory[bucket + 1]; ++at) {
    if (keys[at] == wanted) return at;
  }
  return kAbsent;
}

Clusters Model::clusters(std::string_view word) const {
  std::uint32_t at = words_.find(cluster_key(word));
  if (at == Table::kAbsent && word.size() > 3 && is_ascii(word) &&
      std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; })) {
    std::string other = lower(word);
    other[0] = word[0];
    at = words_.find(cluster_key(other));
    if (at == Table::kAbsent) at = words_.find(cluster_key(lower(word)));
  }
  return at == Table::kAbsent ? Clusters{} : clusters_[at];
}

void Model::add(std::uint64_t feature, PassScores& scores) const {
  const std::uint32_t at = features_.find(feature);
  if (at == Table::kAbsent) return;
  for (std::size_t pass = 0; pass < model::kPasses; ++pass) {
    const std::size_t row = std::size_t{at} * model::kPasses + pass;
    for (std::uint32_t i = firsts_[row]; i < firsts_[row + 1]; ++i) {
      scores[pass][static_cast<std::size_t>(model::label(weights_[i]))] += model::value(weights_[i]);
    }
  }
}

std::uint64_t cluster_key(std::string_view word) {
  char plain[kMaxWordBytes];
  const std::size_t size = std::min(word.size(), sizeof plain);
  std::ranges::transform(word.substr(0, size), plain, [](char c) { return c >= '0' && c <= '9' ? '0' : c; });
  return XXH3_64bits(plain, size);
}

}  // namespace dateline
