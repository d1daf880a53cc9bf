#include "indexer/containers/archive_stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <cerrno>
#include <new>
#include <type_traits>

#include "dateline/text.h"

namespace dateline {

namespace {

static_assert(std::is_same_v<la_ssize_t, std::ptrdiff_t>);

// Libarchive turns names into the locale's encoding, and loses what that has not.
class Utf8Names {
 public:
  Utf8Names() {
    static const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    if (utf8) before_ = ::uselocale(utf8);
  }
  ~Utf8Names() {
    if (before_) ::uselocale(before_);
  }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  locale_t before_ = nullptr;
};

// Exactly one layer, the one that was recognised: the library's own guessing takes texts for uuencoded ones
// and starts other programs.
int support(archive* reader, Container kind) {
  switch (kind) {
    case Container::zip:
      return archive_read_support_format_zip_streamable(reader);
    case Container::tar:
      return archive_read_support_format_tar(reader);
    case Container::bzip2:
      archive_read_support_filter_bzip2(reader);
      break;
    case Container::xz:
      archive_read_support_filter_xz(reader);
      break;
    case Container::zstd:
      archive_read_support_filter_zstd(reader);
      break;
    case Container::lz4:
      archive_read_support_filter_lz4(reader);
      break;
    case Container::compress:
      archive_read_support_filter_compress(reader);
      break;
    case Container::gzip:
    case Container::warc:
    case Container::arc:
    case Container::none:
      break;
  }
  archive_read_support_format_empty(reader);
  return archive_read_support_format_raw(reader);
}

}  // namespace

ArchiveStream::ArchiveStream(ByteSource& bytes, Container kind, Budget& budget)
    : bytes_(bytes), kind_(kind), budget_(budget), archive_(archive_read_new(), archive_read_free) {
  if (!archive_) throw std::bad_alloc();
  support(archive_.get(), kind);
  if (archive_read_open(archive_.get(), this, nullptr, pull, nullptr) != ARCHIVE_OK)
    fail_with("the container cannot be opened");
  rethrow();
}

ArchiveStream::~ArchiveStream() = default;

// Called by the library, through which nothing may be thrown.
std::ptrdiff_t ArchiveStream::pull(archive* reader, void* self, const void** block) {
  auto& stream = *static_cast<ArchiveStream*>(self);
  *block = stream.block_.data();
  try {
    return static_cast<std::ptrdiff_t>(stream.bytes_.read(stream.block_.data(), stream.block_.size()));
  } catch (...) {
    stream.thrown_ = std::current_exception();
    archive_set_error(reader, EIO, "cannot be read");
    return -1;
  }
}

void ArchiveStream::rethrow() {
  if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
}

// Messages of the library may quote the archive's bytes and end in a line end.
void ArchiveStream::fail_with(const char* fallback) {
  ended_ = true;
  const char* why = archive_error_string(archive_.get());
  std::string message = why ? why : fallback;
  for (std::size_t at = 0; at < message.size();) {
    const std::size_t start = at;
    if (next_code_point(message, at) == 0xFFFD) message.replace(start, at - start, "?"), at = start + 1;
  }
  fail(error(kUnpackable, fold_space(message)));
}

// Where a zip does not tell a member's packed size in front, the library would unpack it to find its end, and
// nobody would count that. What is damaged in it nobody misses.
void ArchiveStream::pass_over() {
  std::array<char, 16U << 10U> passed;
  while (kind_ == Container::zip && !member_ended_ && read(passed.data(), passed.size()) > 0) {
  }
  if (!ended_) (void)take_fault();
}

bool ArchiveStream::next() {
  pass_over();
  if (ended_ || !budget_.take_member()) return false;
  const Utf8Names names;
  const int code = archive_read_next_header(archive_.get(), &entry_);
  rethrow();
  member_ended_ = false;
  if (code == ARCHIVE_OK || code == ARCHIVE_WARN) return true;
  entry_ = nullptr;
  ended_ = true;
  if (code != ARCHIVE_EOF) fail_with("the container is damaged");
  return false;
}

std::string ArchiveStream::name() const {
  const char* name = archive_entry_pathname(entry_);
  return name ? name : "";
}

bool ArchiveStream::is_file() const {
  const auto type = archive_entry_filetype(entry_);
  return (type == AE_IFREG || type == 0) && !archive_entry_hardlink(entry_);
}

bool ArchiveStream::is_encrypted() const { return archive_entry_is_data_encrypted(entry_) == 1; }

std::size_t ArchiveStream::read(char* to, std::size_t size) {
  if (ended_ || member_ended_) return 0;
  const la_ssize_t got = archive_read_data(archive_.get(), to, size);
  rethrow();
  if (got > 0 && budget_.take_bytes(static_cast<std::uint64_t>(got))) return static_cast<std::size_t>(got);
  member_ended_ = true;
  if (got < 0) {
    fail_with("the member is damaged");
    ended_ = got == ARCHIVE_FATAL;
  }
  return 0;
}

}  // namespace dateline
