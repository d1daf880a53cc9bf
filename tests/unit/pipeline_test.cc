#include "indexer/pipeline.h"

#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <stdexcept>
#include <string>

using namespace dateline;
using namespace std::chrono_literals;

namespace {

using Numbers = Pipeline<std::size_t>;

// Ends the whole program, loudly, where a test would hang for ever.
class Watchdog {
 public:
  Watchdog() { ::alarm(60); }
  ~Watchdog() { ::alarm(0); }
};

// `pieces(file)` pieces a file, numbered file * 1000 + place.
Numbers::Read read_pieces(std::size_t (*pieces)(std::size_t)) {
  return [pieces](std::size_t file, const Numbers::Emit& emit) {
    for (std::size_t i = 0; i < pieces(file); ++i) emit([=](unsigned) { return file * 1000 + i; });
  };
}

std::size_t uneven(std::size_t file) { return file % 7 == 3 ? 150 : file % 5; }

std::vector<std::size_t> expected(std::size_t files) {
  std::vector<std::size_t> all;
  for (std::size_t file = 0; file < files; ++file) {
    for (std::size_t i = 0; i < uneven(file); ++i) all.push_back(file * 1000 + i);
  }
  return all;
}

}  // namespace

TEST_CASE("pieces come in order whatever the number of threads") {
  const Watchdog watchdog;
  const unsigned threads = GENERATE(1U, 2U, 3U, 4U, 8U);
  CAPTURE(threads);
  Numbers pipeline(600, threads, read_pieces(uneven));
  std::vector<std::size_t> got;
  bool right_file = true;
  pipeline.run([&](std::size_t file, std::size_t piece) {
    right_file = right_file && piece / 1000 == file;
    got.push_back(piece);
    return true;
  });
  CHECK(got == expected(600));
  CHECK(right_file);
}

TEST_CASE("slow readers, slow preparation and a slow user change nothing") {
  const Watchdog watchdog;
  const unsigned threads = GENERATE(1U, 4U);
  const std::size_t slow = GENERATE(0U, 1U, 2U);
  CAPTURE(threads, slow);
  Numbers pipeline(20, threads, [&](std::size_t file, const Numbers::Emit& emit) {
    for (std::size_t i = 0; i < uneven(file); ++i) {
      if (slow == 0 && i % 50 == 0) std::this_thread::sleep_for(1ms);
      emit([=](unsigned) {
        if (slow == 1 && (file + i) % 10 == 0) std::this_thread::sleep_for(1ms);
        return file * 1000 + i;
      });
    }
  });
  std::vector<std::size_t> got;
  pipeline.run([&](std::size_t, std::size_t piece) {
    if (slow == 2 && piece % 20 == 0) std::this_thread::sleep_for(1ms);
    got.push_back(piece);
    return true;
  });
  CHECK(got == expected(20));
}

TEST_CASE("no files, and files without pieces, end at once") {
  const Watchdog watchdog;
  const std::size_t files = GENERATE(0U, 1U, 1000U);
  Numbers pipeline(files, 4, [](std::size_t, const Numbers::Emit&) {});
  bool used = false;
  pipeline.run([&](std::size_t, std::size_t) { return used = true; });
  CHECK_FALSE(used);
}

TEST_CASE("the pieces of one large file are prepared by several workers") {
  const Watchdog watchdog;
  std::array<std::atomic<int>, 4> by{};
  Numbers pipeline(1, 4, [&](std::size_t, const Numbers::Emit& emit) {
    for (std::size_t i = 0; i < 400; ++i) {
      emit([&by, i](unsigned worker) {
        ++by.at(worker);
        std::this_thread::sleep_for(1ms);
        return i;
      });
    }
  });
  std::size_t next = 0;
  pipeline.run([&](std::size_t, std::size_t piece) { return piece == next++; });
  CHECK(next == 400);
  CHECK(std::ranges::count_if(by, [](int count) { return count > 0; }) > 1);
}

TEST_CASE("no more is read ahead than the bounds allow") {
  const Watchdog watchdog;
  std::atomic<std::size_t> made = 0;
  std::size_t used = 0, most = 0;
  Numbers pipeline(1000, 4, [&](std::size_t, const Numbers::Emit& emit) {
    for (std::size_t i = 0; i < 20; ++i) {
      emit([&](unsigned) { return ++made; });
    }
  });
  pipeline.run([&](std::size_t, std::size_t) {
    if (used == 0) std::this_thread::sleep_for(300ms);
    most = std::max(most, made - used);
    ++used;
    return true;
  });
  CHECK(used == 20'000);
  CHECK(most <= 200);
}

TEST_CASE("what a reader throws comes out after the pieces before it") {
  const Watchdog watchdog;
  const unsigned threads = GENERATE(1U, 4U);
  CAPTURE(threads);
  Numbers pipeline(50, threads, [](std::size_t file, const Numbers::Emit& emit) {
    emit([=](unsigned) { return file; });
    if (file == 30) throw std::runtime_error("reader");
  });
  std::vector<std::size_t> got;
  const auto run = [&] {
    pipeline.run([&](std::size_t, std::size_t piece) {
      got.push_back(piece);
      return true;
    });
  };
  CHECK_THROWS_WITH(run(), "reader");
  CHECK(got.size() == 31);
  CHECK(pipeline.stopped());
}

TEST_CASE("what a preparation throws comes out in its place") {
  const Watchdog watchdog;
  const unsigned threads = GENERATE(1U, 4U);
  CAPTURE(threads);
  Numbers pipeline(5, threads, [](std::size_t file, const Numbers::Emit& emit) {
    for (std::size_t i = 0; i < 100; ++i) {
      emit([=](unsigned) {
        if (file == 2 && i == 60) throw std::runtime_error("preparation");
        return i;
      });
    }
  });
  std::size_t used = 0;
  CHECK_THROWS_WITH(pipeline.run([&](std::size_t, std::size_t) { return ++used > 0; }), "preparation");
  CHECK(used == 260);
}

TEST_CASE("what the user throws comes out, and the workers end") {
  const Watchdog watchdog;
  Numbers pipeline(1000, 4, read_pieces(uneven));
  CHECK_THROWS_WITH(pipeline.run([](std::size_t file, std::size_t) -> bool {
    if (file == 21) throw std::runtime_error("user");
    return true;
  }),
                    "user");
}

TEST_CASE("a user that has enough ends the run, endless readers included") {
  const Watchdog watchdog;
  const unsigned threads = GENERATE(1U, 4U);
  CAPTURE(threads);
  const Numbers* running = nullptr;
  Numbers pipeline(10, threads, [&](std::size_t file, const Numbers::Emit& emit) {
    for (std::size_t i = 0; !running->stopped(); ++i) emit([=](unsigned) { return file * 1000 + i; });
  });
  running = &pipeline;
  std::size_t used = 0;
  pipeline.run([&](std::size_t, std::size_t) { return ++used < 500; });
  CHECK(used == 500);
}
