// A data file mapped into memory for reading: the gazetteer, the model.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

namespace dateline {

class MappedFile {
 public:
  MappedFile() = default;
  // Throws std::runtime_error with the system's reason, or where the file has less than `least` bytes.
  MappedFile(const std::filesystem::path& path, std::size_t least);

  [[nodiscard]] const char* data() const { return static_cast<const char*>(bytes_.get()); }
  [[nodiscard]] std::size_t size() const { return bytes_.get_deleter().size; }

 private:
  struct Unmap {
    std::size_t size;
    void operator()(void* bytes) const;
  };
  std::unique_ptr<void, Unmap> bytes_{nullptr, Unmap{0}};
};

// The next `count` values of a mapped file, behind which `at` is moved. The file's layout keeps them aligned.
template <class T>
[[nodiscard]] std::span<const T> take(const char*& at, std::size_t count) {
  const auto* first = reinterpret_cast<const T*>(at);
  at += count * sizeof(T);
  return {first, count};
}

}  // namespace dateline
