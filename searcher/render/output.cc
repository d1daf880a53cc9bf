#include "searcher/render/output.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace dateline {

void Output::write(std::string_view bytes) {
  constexpr std::size_t kBuffer = 64U << 10U;
  buffer_ += bytes;
  if (buffer_.size() >= kBuffer) flush();
}

void Output::flush() {
  std::string_view left = buffer_;
  while (!left.empty()) {
    const ssize_t written = ::write(descriptor_, left.data(), left.size());
    if (written >= 0) {
      left.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      throw ClosedPipe();
    } else if (errno != EINTR) {
      throw std::runtime_error(std::string("cannot write to standard output: ") + std::strerror(errno));
    }
  }
  buffer_.clear();
}

Pager::Pager() : descriptor_(STDOUT_FILENO) {
  const char* chosen = std::getenv("PAGER");
  const std::string command = chosen ? chosen : "less";
  if (command.empty() || command == "cat") return;
  int ends[2];
  // The pager must not hold the writing end, or it would wait for itself.
  if (pipe2(ends, O_CLOEXEC) != 0) return;
  process_ = fork();
  if (process_ == 0) {
    dup2(ends[0], STDIN_FILENO);
    // less: leave at once when all fits, show colours, keep the text on the screen.
    setenv("LESS", "FRX", 0);
    setenv("LESSCHARSET", "utf-8", 0);
    execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    _exit(127);
  }
  close(ends[0]);
  if (process_ > 0)
    descriptor_ = ends[1];
  else
    close(ends[1]);
}

Pager::~Pager() {
  if (process_ < 0) return;
  close(descriptor_);
  waitpid(process_, nullptr, 0);
}

}  // namespace dateline
