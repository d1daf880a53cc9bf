// What an exception that ended a run is to people and to scripts.
#pragma once

#include <string>

namespace dateline {

inline constexpr int kExitTrouble = 2;
inline constexpr int kExitLocked = 75;  // EX_TEMPFAIL

struct Failure {
  std::string why;  // without the program's name
  int exit = kExitTrouble;
};

// Of the exception being handled; call it in a catch block alone.
[[nodiscard]] Failure current_failure();

}  // namespace dateline
