// What libarchive reads: zip and tar member by member, and compressed streams as one member without a name.
// Everything is read front to back; members' names are names, never paths of this machine.
#pragma once

#include <array>
#include <cstddef>
#include <exception>
#include <memory>
#include <string>

#include "indexer/containers/budget.h"
#include "indexer/containers/magic.h"
#include "indexer/containers/unpacked.h"

struct archive;
struct archive_entry;

namespace dateline {

class ArchiveStream : public Unpacked {
 public:
  ArchiveStream(ByteSource& bytes, Container kind, Budget& budget);
  ~ArchiveStream() override;
  ArchiveStream(const ArchiveStream&) = delete;
  ArchiveStream& operator=(const ArchiveStream&) = delete;

  // Goes to the next member; false: there is none, or a fault is in the way. What is left of the one before
  // is passed over.
  [[nodiscard]] bool next();

  // As the archive has it, in any encoding; may be empty.
  [[nodiscard]] std::string name() const;
  // Not a directory, a link or a device.
  [[nodiscard]] bool is_file() const;
  [[nodiscard]] bool is_encrypted() const;
  // Bytes of the member.
  std::size_t read(char* to, std::size_t size) override;

 private:
  static std::ptrdiff_t pull(archive* reader, void* self, const void** block);
  void pass_over();
  void fail_with(const char* fallback);
  void rethrow();

  ByteSource& bytes_;
  const Container kind_;
  Budget& budget_;
  std::unique_ptr<archive, int (*)(archive*)> archive_;
  archive_entry* entry_ = nullptr;  // of the member; owned by archive_
  std::array<char, 64U << 10U> block_;
  std::exception_ptr thrown_;  // by bytes_, on its way through the library
  bool ended_ = false;         // the archive
  bool member_ended_ = true;
};

}  // namespace dateline
