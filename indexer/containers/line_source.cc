#include "indexer/containers/line_source.h"

#include <cstring>

namespace dateline {

bool LineSource::fill() {
  if (at_ < end_) return true;
  at_ = 0;
  end_ = bytes_.read(buffer_.data(), buffer_.size());
  return end_ > 0;
}

bool LineSource::line(std::string& to) {
  to.clear();
  bool any = false, ended = false;
  while (!ended && fill()) {
    any = true;
    const std::string_view rest(buffer_.data() + at_, end_ - at_);
    const std::size_t line_end = rest.find('\n');
    ended = line_end != std::string_view::npos;
    to.append(rest.substr(0, std::min(line_end, kLongestLine - to.size())));
    const std::size_t used = ended ? line_end + 1 : rest.size();
    at_ += used;
    offset_ += used;
  }
  if (to.ends_with('\r')) to.pop_back();
  return any;
}

std::string_view LineSource::peek(std::size_t size) {
  size = std::min(size, kBuffer);
  if (end_ - at_ < size) {
    std::memmove(buffer_.data(), buffer_.data() + at_, end_ - at_);
    end_ -= at_;
    at_ = 0;
    for (std::size_t got = 1; got > 0 && end_ < size; end_ += got)
      got = bytes_.read(buffer_.data() + end_, buffer_.size() - end_);
  }
  return {buffer_.data() + at_, std::min(size, end_ - at_)};
}

std::size_t LineSource::read(char* to, std::size_t size) {
  if (size == 0 || !fill()) return 0;
  const std::size_t got = std::min(size, end_ - at_);
  std::memcpy(to, buffer_.data() + at_, got);
  at_ += got;
  offset_ += got;
  return got;
}

bool PartSource::finish() {
  constexpr std::size_t kStep = 16U << 10U;
  char passed[kStep];
  while (left_ > 0) {
    if (read(passed, kStep) == 0) return false;
  }
  return true;
}

}  // namespace dateline
