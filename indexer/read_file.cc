#include "indexer/read_file.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <memory>
#include <optional>
#include <system_error>

#include "dateline/terms.h"
#include "indexer/containers/delivery.h"

namespace dateline {

namespace {

// Large enough to keep workers busy, small enough that few pieces wait in memory.
constexpr std::size_t kArticlesPerPiece = 32;
constexpr std::size_t kBytesPerPiece = 1U << 20U;

// A file with more faults than this is not what its reader takes it for; the rest are only counted.
constexpr std::size_t kMostFaults = 1000;

// A file's bytes, hashed as they pass.
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

  [[nodiscard]] std::uint64_t count() const { return count_; }

  std::size_t read(char* to, std::size_t size) override {
    if (!wait_for_bytes()) return 0;
    ssize_t got = -1;
    do got = ::read(file_, to, size);
    while (got < 0 && errno == EINTR);
    if (got < 0) fail();
    count_ += static_cast<std::uint64_t>(got);
    XXH3_128bits_update(state_.get(), to, static_cast<std::size_t>(got));
    return static_cast<std::size_t>(got);
  }

  [[nodiscard]] std::string hash() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(state_.get());
    return hex_hash(hash);
  }

 private:
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
  std::uint64_t count_ = 0;
};

// Gathers articles into pieces, each of one member. The first article of a member waits until it is known
// whether it is the only one.
class PieceSink : public DeliverySink {
 public:
  PieceSink(const std::string& remembered, const std::function<void(ReadPiece)>& emit)
      : path_(source_path(remembered)), emit_(emit) {}

  void begin(const std::string& member, const Format& format) override {
    member_ = member.empty() ? std::nullopt : std::optional(source_path(member));
    format_ = format.name;
    ordinal_ = 0;
  }

  void article(Article article) override {
    const bool is_full = piece_.articles.size() >= kArticlesPerPiece || bytes_ >= kBytesPerPiece;
    if (!piece_.articles.empty() && (ordinal_ == 0 || (ordinal_ > 1 && is_full))) flush();
    article.source = {path_, member_, ordinal_++, format_};
    piece_.one_of_many = ordinal_ > 1;
    bytes_ += article.body.size();
    piece_.articles.push_back(std::move(article));
  }

  void fault(const std::string& member, Diagnostic diagnostic) override {
    if (++faults_ <= kMostFaults) piece_.faults.push_back({source_path(member), std::move(diagnostic)});
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
    bytes_ = 0;
  }

  const std::string path_;
  const std::function<void(ReadPiece)>& emit_;
  std::optional<std::string> member_;
  const char* format_ = "";
  std::uint64_t ordinal_ = 0;  // in the member
  ReadPiece piece_;
  std::size_t faults_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace

void read_file(const FoundFile& file, const std::string& remembered, const ReadSettings& settings,
               const std::function<void(ReadPiece)>& emit, const std::function<bool()>& stopped) {
  PieceSink sink(remembered, emit);
  try {
    FileBytes bytes(file.path, stopped);
    const FileCompanions companions(file.path, settings.issues);
    const bool has_neighbours = file.path != kStandardInput;
    try {
      read_delivery(bytes,
                    {find_format(settings.format),
                     settings.dates,
                     settings.map.get(),
                     has_neighbours ? &companions : nullptr,
                     {}},
                    sink);
    } catch (const std::system_error& fault) {
      sink.fault({}, error(kUnreadable, fault.code().message()));
    }
    sink.finish(bytes.hash(), bytes.count());
  } catch (const std::system_error& fault) {
    sink.fault({}, error(kUnreadable, fault.code().message()));
    sink.finish({}, 0);
  }
}

}  // namespace dateline
