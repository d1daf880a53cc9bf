// Work on files in parallel, results in order. Workers read files; what they find is prepared by whichever
// worker is free, so that one large file keeps all of them busy; the caller gets every piece in the files'
// order and in the order within a file, whatever the number of threads.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace dateline {

template <class Piece>
class Pipeline {
 public:
  // Makes a piece; runs on any worker. The argument is the worker's number, 0..threads-1.
  using Prepare = std::function<Piece(unsigned worker)>;
  using Emit = std::function<void(Prepare)>;
  // Reads file number `file` and emits its pieces. Must end soon once stopped() is true.
  using Read = std::function<void(std::size_t file, const Emit& emit)>;
  // Takes a piece on the caller's thread; false stops the run.
  using Use = std::function<bool(std::size_t file, Piece piece)>;

  Pipeline(std::size_t files, unsigned threads, Read read)
      : files_(files), threads_(threads), read_(std::move(read)) {}

  // Returns when everything was used or `use` said stop. What a reader or a preparation throws comes out of
  // here.
  void run(const Use& use) {
    std::vector<std::jthread> workers;
    const Joiner joiner{*this};
    for (unsigned i = 0; i < threads_; ++i) workers.emplace_back([this, i] { work(i); });
    for (; current_ < files_; next_file()) {
      while (auto slot = next_slot()) {
        if (slot->fault) std::rethrow_exception(slot->fault);
        if (!use(current_, std::move(slot->piece))) return;
      }
    }
  }

  [[nodiscard]] bool stopped() const {
    const std::lock_guard lock(mutex_);
    return stopped_;
  }

 private:
  struct Slot {
    Piece piece{};
    std::exception_ptr fault;
    bool ready = false;
  };
  struct Task {
    Prepare prepare;
    std::shared_ptr<Slot> slot;
  };
  struct File {
    std::deque<std::shared_ptr<Slot>> slots;
    bool closed = false;
  };
  // Stops the workers however run() is left, before they are joined.
  struct Joiner {
    Pipeline& pipeline;
    ~Joiner() {
      const std::lock_guard lock(pipeline.mutex_);
      pipeline.stopped_ = true;
      pipeline.changed_.notify_all();
    }
  };

  // Bounds on what is read ahead, in files, in pieces of one file and in pieces of all: enough to keep all
  // workers busy, few enough for the memory.
  static constexpr std::size_t kFilesAhead = 256;
  static constexpr std::size_t kPiecesAheadPerThread = 3;
  static constexpr std::size_t kPiecesInAll = 128;

  void work(unsigned worker) {
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [&] { return stopped_ || !tasks_.empty() || may_read(); });
      if (stopped_) return;
      if (!tasks_.empty())
        run_task(lock, worker);
      else
        read_next(lock, worker);
    }
  }

  // The file whose turn it is must always be read on, however much of later ones is there already.
  bool may_read() const {
    return next_ < files_ && next_ < current_ + kFilesAhead && (next_ == current_ || pieces_ <= kPiecesInAll);
  }

  bool must_wait(std::size_t file) {
    return open_[file].slots.size() > kPiecesAheadPerThread * threads_ ||
           (file != current_ && pieces_ > kPiecesInAll);
  }

  void push(std::size_t file, std::shared_ptr<Slot> slot) {
    open_[file].slots.push_back(std::move(slot));
    ++pieces_;
  }

  void read_next(std::unique_lock<std::mutex>& lock, unsigned worker) {
    const std::size_t file = next_++;
    open_[file];
    lock.unlock();
    try {
      read_(file, [&](Prepare prepare) { emit(file, worker, std::move(prepare)); });
    } catch (...) {
      auto failed = std::make_shared<Slot>();
      failed->fault = std::current_exception();
      failed->ready = true;
      const std::lock_guard relock(mutex_);
      push(file, std::move(failed));
    }
    lock.lock();
    open_[file].closed = true;
    changed_.notify_all();
  }

  void emit(std::size_t file, unsigned worker, Prepare prepare) {
    std::unique_lock lock(mutex_);
    if (stopped_) return;
    auto slot = std::make_shared<Slot>();
    push(file, slot);
    tasks_.push_back({std::move(prepare), std::move(slot)});
    changed_.notify_all();
    // A reader that is far ahead helps, so that waiting never leaves a task without a worker.
    while (!stopped_ && must_wait(file)) {
      if (!tasks_.empty())
        run_task(lock, worker);
      else
        changed_.wait(lock);
    }
  }

  void run_task(std::unique_lock<std::mutex>& lock, unsigned worker) {
    Task task = std::move(tasks_.front());
    tasks_.pop_front();
    lock.unlock();
    try {
      task.slot->piece = task.prepare(worker);
    } catch (...) {
      task.slot->fault = std::current_exception();
    }
    lock.lock();
    task.slot->ready = true;
    changed_.notify_all();
  }

  // The current file's next piece; nullptr: it has no more.
  std::shared_ptr<Slot> next_slot() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] {
      const auto found = open_.find(current_);
      if (found == open_.end()) return false;
      const File& file = found->second;
      return file.slots.empty() ? file.closed : file.slots.front()->ready;
    });
    File& file = open_[current_];
    if (file.slots.empty()) return nullptr;
    auto slot = std::move(file.slots.front());
    file.slots.pop_front();
    --pieces_;
    changed_.notify_all();
    return slot;
  }

  void next_file() {
    const std::lock_guard lock(mutex_);
    open_.erase(current_++);
    changed_.notify_all();
  }

  const std::size_t files_;
  const unsigned threads_;
  const Read read_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Task> tasks_;
  std::map<std::size_t, File> open_;
  std::size_t pieces_ = 0;   // of all open files
  std::size_t next_ = 0;     // the next file to read
  std::size_t current_ = 0;  // the file whose pieces are used
  bool stopped_ = false;
};

}  // namespace dateline
