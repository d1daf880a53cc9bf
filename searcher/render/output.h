// Where bytes go: standard output, or a pager in front of it.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace dateline {

// Whoever read the output wants no more of it.
class ClosedPipe : public std::runtime_error {
 public:
  ClosedPipe() : std::runtime_error("closed pipe") {}
};

class Output {
 public:
  // Writes to the file descriptor, which stays open.
  explicit Output(int descriptor) : descriptor_(descriptor) {}
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // Throws ClosedPipe, or std::runtime_error when writing fails otherwise (a full disk).
  void write(std::string_view bytes);
  // Nothing is written before this or 64 KB.
  void flush();

 private:
  int descriptor_;
  std::string buffer_;
};

// A pager process that shows what is written to its descriptor, for as long as this lives.
class Pager {
 public:
  // Starts `$PAGER`, or `less -FRX`. Where that fails, descriptor() stays standard output.
  Pager();
  // Waits until the reader has left it.
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
  int process_ = -1;
};

}  // namespace dateline
