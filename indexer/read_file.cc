#include "indexer/read_file.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <system_error>

#include "dateline/terms.h"
#include "indexer/readers/reader.h"

namespace dateline {

namespace {

// Large enough to keep workers busy, small enough that few pieces wait in memory.
constexpr std::size_t kArticlesPerPiece = 32;
constexpr std::size_t kBytesPerPiece = 1U << 20U;

// A file with more faults than this is not what its reader takes it for; the rest are only counted.
constexpr std::size_t kMostFaults = 1000;

// A file's bytes, hashed as they pass. The first kSniffBytes can be seen before they are read.
class FileBytes : public ByteSource {
 public:
  FileBytes(const std::filesystem::path& path, std::function<bool()> stopped)
      : path_(path), stopped_(std::move(stopped)), state_(XXH3_createState(), XXH3_freeState) {
    XXH3_128bits_reset(state_.get());
    // O_NONBLOCK: what was a file when the walk saw it may be a pipe by now, and opening that would wait for
    // ever.
    file_ = path == kStandardInput ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file_ < 0) fail();
  }
  ~FileBytes() override {
    if (file_ != STDIN_FILENO) ::close(file_);
  }
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;

  // The first bytes, which read() gives again; before the first read().
  std::string_view head() {
    head_.resize(kSniffBytes);
    std::size_t size = 0;
    for (std::size_t got = 1; got > 0 && size < head_.size(); size += got)
      got = read_file(head_.data() + size, head_.size() - size);
    head_.resize(size);
    return head_;
  }

  [[nodiscard]] std::uint64_t count() const { return count_; }

  std::size_t read(char* to, std::size_t size) override {
    const std::size_t from_head = std::min(size, head_.size() - head_used_);
    if (from_head == 0) return read_file(to, size);
    std::memcpy(to, head_.data() + head_used_, from_head);
    head_used_ += from_head;
    return from_head;
  }

  [[nodiscard]] std::string hash() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(state_.get());
    return hex_hash(hash);
  }

 private:
  std::size_t read_file(char* to, std::size_t size) {
    if (!wait_for_bytes()) return 0;
    ssize_t got = -1;
    do got = ::read(file_, to, size);
    while (got < 0 && errno == EINTR);
    if (got < 0) fail();
    count_ += static_cast<std::uint64_t>(got);
    XXH3_128bits_update(state_.get(), to, static_cast<std::size_t>(got));
    return static_cast<std::size_t>(got);
  }

  // False: the run was stopped. A terminal or pipe may give nothing for as long as it likes.
  bool wait_for_bytes() const {
    constexpr int kMilliseconds = 100;
    pollfd waited{file_, POLLIN, 0};
    while (!stopped_()) {
      if (file_ != STDIN_FILENO || ::poll(&waited, 1, kMilliseconds) > 0) return true;
    }
    return false;
  }

  [[noreturn]] void fail() const { throw std::system_error(errno, std::generic_category()); }

  std::filesystem::path path_;
  std::function<bool()> stopped_;
  std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state_;
  int file_ = -1;
  std::string head_;
  std::size_t head_used_ = 0;
  std::uint64_t count_ = 0;
};

// Gathers articles into pieces. The first article waits until it is known whether it is the only one.
class PieceSink : public ArticleSink {
 public:
  PieceSink(const std::string& remembered, const char* format, const std::function<void(ReadPiece)>& emit)
      : path_(source_path(remembered)), format_(format), emit_(emit) {}

  void article(Article article) override {
    article.source.path = path_;
    article.source.ordinal = ordinal_++;
    article.source.format = format_;
    piece_.one_of_many = ordinal_ > 1;
    if (ordinal_ > 2 && (piece_.articles.size() >= kArticlesPerPiece || bytes_ >= kBytesPerPiece)) flush();
    bytes_ += article.body.size();
    piece_.articles.push_back(std::move(article));
  }

  void fault(Diagnostic diagnostic) override {
    if (++faults_ <= kMostFaults) piece_.faults.push_back({{}, std::move(diagnostic)});
  }

  void finish(std::string content, std::uint64_t bytes) {
    if (faults_ > kMostFaults)
      piece_.faults.push_back(
          {{},
           error("file.many-faults", std::to_string(faults_ - kMostFaults) + " more faults are not listed")});
    piece_.last = true;
    piece_.content = std::move(content);
    piece_.bytes = bytes;
    emit_(std::move(piece_));
  }

 private:
  void flush() {
    emit_(std::move(piece_));
    piece_ = {};
    piece_.one_of_many = true;
    bytes_ = 0;
  }

  std::string path_;
  const char* format_;
  const std::function<void(ReadPiece)>& emit_;
  ReadPiece piece_;
  std::uint64_t ordinal_ = 0;
  std::size_t faults_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace

void read_file(const FoundFile& file, const std::string& remembered, const ReadSettings& settings,
               const std::function<void(ReadPiece)>& emit, const std::function<bool()>& stopped) {
  PieceSink failed(remembered, "", emit);
  try {
    FileBytes bytes(file.path, stopped);
    const std::string_view head = bytes.head();
    const Format* format = settings.format.empty() ? sniff_format(head) : find_format(settings.format);
    if (head.empty() || !format) {
      failed.fault(head.empty() ? error("file.empty", "the file is empty")
                                : error("format.unknown", "no reader knows this content"));
      return failed.finish(bytes.hash(), bytes.count());
    }
    PieceSink sink(remembered, format->name, emit);
    const FileCompanions companions(file.path, settings.issues);
    Input input{head, bytes, settings.dates, file.path == kStandardInput ? nullptr : &companions};
    try {
      format->read(input, sink);
    } catch (const std::system_error& fault) {
      sink.fault(error(kUnreadable, fault.code().message()));
    }
    sink.finish(bytes.hash(), bytes.count());
  } catch (const std::system_error& fault) {
    failed.fault(error(kUnreadable, fault.code().message()));
    failed.finish({}, 0);
  }
}

}  // namespace dateline
