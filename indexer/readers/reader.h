// What a format's reader is: a name, a sniffer and a function from bytes to articles. A new format is a new
// file with one `Format` and a row in kFormats (formats.cc).
//
// Readers fill the fields that the source states. They give no ids of their own making, recognise no names,
// and do not touch the file system: bytes come from an Input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.h"
#include "indexer/dates/parse_date.h"
#include "indexer/readers/head.h"

namespace dateline {

// An article over this is refused (`article.too-large`); a reader need not hold more of one article than
// this.
inline constexpr std::size_t kMaxArticleBytes = 16U << 20U;

// How much of the beginning a sniffer sees.
inline constexpr std::size_t kSniffBytes = 16U << 10U;

// Bytes to read once, front to back.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Up to `size` bytes into `to`; 0: the end. Throws std::system_error where reading fails.
  virtual std::size_t read(char* to, std::size_t size) = 0;
};

// Text that is in memory already and outlives this.
class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view text) : rest_(text) {}
  explicit MemorySource(std::string&&) = delete;  // it would be gone at once
  std::size_t read(char* to, std::size_t size) override {
    size = rest_.copy(to, size);
    rest_.remove_prefix(size);
    return size;
  }

 private:
  std::string_view rest_;
};

struct FieldMap;

// The files around the one that is read, for issues that are spread over several.
class Companions {
 public:
  virtual ~Companions() = default;
  // The bytes of a file named relative to the directory of the one that is read, in it or below it. Absent:
  // there is none, it lies elsewhere, or it is no file of bearable size.
  [[nodiscard]] virtual std::optional<std::string> read(const std::string& relative) const = 0;

  // A METS file that is read in the same run, and how a file in its tree is named from there.
  struct Issue {
    std::string mets;
    std::string name;
  };
  // Those in whose tree the file that is read lies, the nearest first.
  [[nodiscard]] virtual std::vector<Issue> issues() const = 0;
};

// One delivery to read. `head` are its first bytes, which `bytes` gives again.
struct Input {
  std::string_view head;
  ByteSource& bytes;
  DateOptions dates;
  // What was said of the bytes' encoding where they came from, as in HTTP's header; empty: nothing.
  std::string_view encoding{};
  const FieldMap* map = nullptr;           // a user's, for the formats that take one; none: the built-in one
  const Companions* companions = nullptr;  // nullptr: the bytes come from nowhere that has neighbours
};

// Takes what a reader finds, as it finds it; the caller fills path, member, ordinal and format.
class ArticleSink {
 public:
  virtual ~ArticleSink() = default;
  virtual void article(Article article) = 0;
  // A fault of the file or of an article that could not be kept. Faults of a kept article go into it.
  virtual void fault(Diagnostic diagnostic) = 0;
};

// How sure a sniffer is.
enum class Confidence : std::uint8_t { no, maybe, likely, certain };

struct Format {
  const char* name;     // as in --format
  const char* summary;  // one line for --list-formats
  Confidence (*sniff)(const Head& head);
  // Never throws for bad input: that is a fault. Reads everything up to the end or the first fault past
  // mending.
  void (*read)(Input& input, ArticleSink& sink);
};

// All formats, the preferred first among equally sure ones.
[[nodiscard]] std::span<const Format> formats();

// nullptr: no format has that name.
[[nodiscard]] const Format* find_format(std::string_view name);

// The surest format by content alone; nullptr: none knows it.
[[nodiscard]] const Format* sniff_format(std::string_view head);

// Appends what comes next, up to `limit` bytes and 64 KB; false: there is no more.
bool read_more(ByteSource& source, std::string& text, std::size_t limit = SIZE_MAX);

// Everything that is left, up to `limit` bytes; `cut` says whether there was more.
struct Bytes {
  std::string text;
  bool cut = false;
};
[[nodiscard]] Bytes read_all(ByteSource& source, std::size_t limit = kMaxArticleBytes);

}  // namespace dateline
