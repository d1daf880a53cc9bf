#include "indexer/entities/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace dateline {

namespace {

struct File {
  explicit File(const std::filesystem::path& path) : number(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~File() {
    if (number >= 0) ::close(number);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int number;
};

}  // namespace

void MappedFile::Unmap::operator()(void* bytes) const { ::munmap(bytes, size); }

MappedFile::MappedFile(const std::filesystem::path& path, std::size_t least) {
  const File file(path);
  struct stat facts {};
  if (file.number < 0 || ::fstat(file.number, &facts) != 0) throw std::runtime_error(std::strerror(errno));
  const auto size = static_cast<std::size_t>(facts.st_size);
  if (size < least) throw std::runtime_error("too short");
  void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number, 0);
  if (bytes == MAP_FAILED) throw std::runtime_error(std::strerror(errno));
  bytes_ = {bytes, Unmap{size}};
}

}  // namespace dateline
