// A fault found in the input is a value, kept beside the articles that were read; only what ends the whole
// run is an exception. Nothing here prints: the caller that knows the file does.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace dateline {

enum class Severity : std::uint8_t {
  warning,  // the article was kept, something about it is odd
  error,    // the article or file gave nothing
};

// One fault. `line` and `column` count from 1 and are bytes of the file as it was delivered; 0: not known.
// `code` is a stable dotted name (`date.impossible`, `text.not-text`) that scripts may match; `message` is
// for people.
struct Diagnostic {
  Severity severity = Severity::warning;
  std::string code;
  std::string message;
  std::uint64_t line = 0;
  std::uint64_t column = 0;
};

using Diagnostics = std::vector<Diagnostic>;

inline Diagnostic warning(std::string code, std::string message, std::uint64_t line = 0,
                          std::uint64_t column = 0) {
  return {Severity::warning, std::move(code), std::move(message), line, column};
}

inline Diagnostic error(std::string code, std::string message, std::uint64_t line = 0,
                        std::uint64_t column = 0) {
  return {Severity::error, std::move(code), std::move(message), line, column};
}

[[nodiscard]] inline const char* name_of(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

}  // namespace dateline
