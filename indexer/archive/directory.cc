#include "indexer/archive/directory.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

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

[[noreturn]] void throw_errno(const fs::path& path) {
  throw std::system_error(errno, std::generic_category(), path.string());
}

bool is_generation(const std::string& name) {
  return name.size() == 7 && name[0] == 'g' && parse_digits(std::string_view(name).substr(1));
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

void sync_directory(const fs::path& path) {
  const int directory = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) throw_errno(path);
  ::fsync(directory);
  ::close(directory);
}

}  // namespace

ArchiveDirectory::ArchiveDirectory(const fs::path& path, bool create, std::uint32_t wait_seconds)
    : path_(path) {
  const bool there = fs::exists(path_);
  if (!there && !create) throw ArchiveUnusable(path_.string() + ": there is no archive here");
  if (there && !fs::is_directory(path_)) throw ArchiveUnusable(path_.string() + ": not a directory");
  if (there && !fs::exists(path_ / kStub)) {
    // An interrupted first run leaves a lock and generations, nothing else.
    for (const auto& entry : fs::directory_iterator(path_)) {
      const std::string name = entry.path().filename().string();
      if (name != "lock" && name != kNewStub && !is_generation(name) && name != "dateline.conf")
        throw ArchiveUnusable(path_.string() + ": the directory holds something else than an archive (" +
                              name + ")");
    }
  }
  fs::create_directories(path_);
  take_lock(wait_seconds);
  remove_leftovers();
}

ArchiveDirectory::~ArchiveDirectory() { ::close(lock_); }

void ArchiveDirectory::take_lock(std::uint32_t wait_seconds) {
  const fs::path file = path_ / "lock";
  lock_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (lock_ < 0) throw_errno(file);
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(wait_seconds);
  while (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) throw_errno(file);
    if (std::chrono::steady_clock::now() >= deadline) {
      ::close(lock_);
      throw ArchiveLocked(path_.string() + ": another run is writing this archive");
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

fs::path ArchiveDirectory::current() const {
  std::ifstream stub(path_ / kStub);
  std::string line;
  if (!std::getline(stub, line)) return {};
  if (!line.starts_with(kStubType))
    throw ArchiveUnusable((path_ / kStub).string() + ":1:1: not a stub of Dateline's");
  return path_ / line.substr(kStubType.size());
}

fs::path ArchiveDirectory::next() const {
  const fs::path now = current();
  const unsigned number = now.empty() ? 0 : parse_digits(now.filename().string().substr(1)).value_or(0);
  return path_ / ("g" + zero_padded(number + 1, 6));
}

void ArchiveDirectory::switch_to(const fs::path& generation) {
  const fs::path former = current();
  write_durably(path_ / kNewStub, std::string(kStubType) + generation.filename().string() + "\n");
  fs::rename(path_ / kNewStub, path_ / kStub);
  sync_directory(path_);
  if (!former.empty()) fs::remove_all(former);
}

void ArchiveDirectory::remove_leftovers() const {
  const fs::path now = current();
  fs::remove(path_ / kNewStub);
  for (const auto& entry : fs::directory_iterator(path_)) {
    const fs::path& found = entry.path();
    if (found != now && is_generation(found.filename().string())) fs::remove_all(found);
  }
}

}  // namespace dateline
