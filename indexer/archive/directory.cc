#include "indexer/archive/directory.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <system_error>
#include <thread>

#include "dateline/calendar.h"

namespace dateline {

namespace fs = std::filesystem;

namespace {

constexpr const char* kStub = "XAPIANDB";
constexpr const char* kNewStub = "XAPIANDB.new";
constexpr std::string_view kStubType = "auto ";
constexpr std::size_t kPartDigits = 6;

[[noreturn]] void throw_errno(const fs::path& path) {
  throw std::system_error(errno, std::generic_category(), path.string());
}

bool is_part(const std::string& name) {
  return name.size() == 1 + kPartDigits && name[0] == 'g' && parse_digits(std::string_view(name).substr(1));
}

// Writes the bytes and makes them durable before it returns.
void write_durably(const fs::path& path, const std::string& bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) throw_errno(path);
  const bool written =
      ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) && ::fsync(file) == 0;
  const int fault = errno;
  ::close(file);
  if (!written) throw std::system_error(fault, std::generic_category(), path.string());
}

// Makes a file's bytes, or a directory's entries, durable.
void sync(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw_errno(path);
  const bool synced = ::fsync(file) == 0;
  const int fault = errno;
  ::close(file);
  if (!synced) throw std::system_error(fault, std::generic_category(), path.string());
}

}  // namespace

ArchiveDirectory::ArchiveDirectory(const fs::path& path, bool create, std::uint32_t wait_seconds)
    : path_(path) {
  const bool there = fs::exists(path_);
  if (!there && !create) throw ArchiveUnusable(path_.string() + ": there is no archive here");
  if (there && !fs::is_directory(path_)) throw ArchiveUnusable(path_.string() + ": not a directory");
  if (there && !fs::exists(path_ / kStub)) {
    // An interrupted first run leaves a lock and parts, nothing else.
    for (const auto& entry : fs::directory_iterator(path_)) {
      const std::string name = entry.path().filename().string();
      if (name != "lock" && name != kNewStub && !is_part(name) && name != "segments" &&
          !name.starts_with("gazetteer-") && name != "dateline.conf")
        throw ArchiveUnusable(path_.string() + ": the directory holds something else than an archive (" +
                              name + ")");
    }
  }
  fs::create_directories(path_);
  take_lock(wait_seconds);
  remove_leftovers();
}

ArchiveDirectory::File::~File() {
  if (descriptor >= 0) ::close(descriptor);
}

void ArchiveDirectory::take_lock(std::uint32_t wait_seconds) {
  const fs::path file = path_ / "lock";
  lock_.descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (lock_.descriptor < 0) throw_errno(file);
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(wait_seconds);
  while (::flock(lock_.descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) throw_errno(file);
    if (std::chrono::steady_clock::now() >= deadline)
      throw ArchiveLocked(path_.string() + ": another run is writing this archive");
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

std::vector<fs::path> ArchiveDirectory::parts() const {
  std::vector<fs::path> parts;
  std::ifstream stub(path_ / kStub);
  for (std::string line; std::getline(stub, line);) {
    const std::string name = line.starts_with(kStubType) ? line.substr(kStubType.size()) : std::string();
    if (!is_part(name)) throw ArchiveUnusable((path_ / kStub).string() + ": not a stub of Dateline's");
    parts.push_back(path_ / name);
  }
  // What no stub names is removed: an unreadable one must not be taken for an empty archive's.
  if (parts.empty() && fs::exists(path_ / kStub))
    throw ArchiveUnusable((path_ / kStub).string() + ": names no database, or cannot be read");
  return parts;
}

fs::path ArchiveDirectory::next_part() const {
  unsigned last = 0;
  for (const auto& entry : fs::directory_iterator(path_)) {
    const std::string name = entry.path().filename().string();
    if (is_part(name)) last = std::max(last, *parse_digits(std::string_view(name).substr(1)));
  }
  return path_ / ("g" + zero_padded(last + 1, kPartDigits));
}

void ArchiveDirectory::set_parts(const std::vector<fs::path>& parts) {
  std::string stub;
  for (const fs::path& part : parts) {
    for (const auto& file : fs::directory_iterator(part)) sync(file.path());
    sync(part);
    stub += std::string(kStubType) + part.filename().string() + "\n";
  }
  write_durably(path_ / kNewStub, stub);
  fs::rename(path_ / kNewStub, path_ / kStub);
  sync(path_);
  remove_leftovers();
}

void ArchiveDirectory::remove_leftovers() const {
  const std::vector<fs::path> named = parts();
  fs::remove(path_ / kNewStub);
  fs::remove_all(segments());
  for (const auto& entry : fs::directory_iterator(path_)) {
    const fs::path& found = entry.path();
    if (is_part(found.filename().string()) && std::ranges::find(named, found) == named.end())
      fs::remove_all(found);
  }
}

}  // namespace dateline
