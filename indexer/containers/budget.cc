#include "indexer/containers/budget.h"

#include <string>
#include <utility>

namespace dateline {

bool Budget::spend(Diagnostic fault) {
  spent_ = true;
  fault_ = std::move(fault);
  return false;
}

bool Budget::take_bytes(std::uint64_t bytes) {
  if (spent_) return false;
  unpacked_ += bytes;
  if (unpacked_ > bounds_.bytes)
    return spend(error("container.too-large", "unpacks to more than " + std::to_string(bounds_.bytes) +
                                                  " bytes; the rest is not read"));
  if (unpacked_ > bounds_.ratio_from && unpacked_ / bounds_.ratio > read_)
    return spend(error("container.too-large", "unpacks to more than " + std::to_string(bounds_.ratio) +
                                                  " times its size; the rest is not read"));
  return true;
}

bool Budget::take_member() {
  if (spent_) return false;
  if (++members_ <= bounds_.members) return true;
  return spend(error("container.too-many-members", "holds more than " + std::to_string(bounds_.members) +
                                                       " members; the rest is not read"));
}

std::optional<Diagnostic> Budget::take_fault() { return std::exchange(fault_, std::nullopt); }

}  // namespace dateline
