// The SGML of news collections: many documents in one file, hardly any of SGML's rules kept. Nothing here
// needs a DTD, and no file is refused.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/diagnostic.h"
#include "indexer/readers/reader.h"

namespace dateline {

// Cuts a stream into its documents: from `<NAME ...>` up to `</NAME>`, in any case. One that is never closed
// ends before the next start tag, or with the file.
class SgmlRecords {
 public:
  // `name` in small letters.
  SgmlRecords(ByteSource& bytes, std::string_view name) : bytes_(bytes), name_(name) {}

  struct Record {
    std::string text;        // the bytes from the start tag on; empty where it is too large
    std::uint64_t line = 1;  // where it begins
    bool closed = true;
    bool too_large = false;  // over kMaxArticleBytes
  };

  // Absent: the end of the stream.
  std::optional<Record> next();

 private:
  enum class Tag : std::uint8_t { start, end };
  std::optional<Tag> pass_to_tag(Record* record);
  [[nodiscard]] std::optional<Tag> tag_at(std::size_t at) const;
  void pass(std::size_t to, Record* record);
  bool fill();

  ByteSource& bytes_;
  std::string_view name_;
  std::string buffer_;
  std::size_t at_ = 0;      // what is before is given
  std::uint64_t line_ = 1;  // of that byte
};

// An element inside a document. Views point into the document's text, references and tags included.
struct SgmlElement {
  std::string name;  // in small letters
  std::string_view attributes;
  std::string_view content;
  std::uint64_t line = 0;  // in the file

  // The value of an attribute, without quotes; empty: there is none.
  [[nodiscard]] std::string attribute(std::string_view wanted) const;
  // The content as one line: no tags, references decoded, white space folded, in NFC.
  [[nodiscard]] std::string text() const;
};

// The elements of one document in the order of their start tags; the first is always the document itself. One
// that is not closed ends with what holds it, or where another of its name begins. Elements within 64 others,
// and those behind the first 10,000, are text.
class SgmlDocument {
 public:
  // `text` must be UTF-8 and outlive the document; it begins in that line of the file.
  SgmlDocument(std::string_view text, std::uint64_t line);

  [[nodiscard]] const std::vector<SgmlElement>& elements() const { return elements_; }
  // The first of that name; nullptr: there is none.
  [[nodiscard]] const SgmlElement* find(std::string_view name) const;
  // The line of the first of that name; empty: none.
  [[nodiscard]] std::string text(std::string_view name) const;
  // Those of that name inside `outer`, one of elements().
  [[nodiscard]] std::vector<const SgmlElement*> all_in(const SgmlElement& outer, std::string_view name) const;

 private:
  std::vector<SgmlElement> elements_;
};

// What a piece of SGML says, its lines as they stand: tags are left out, `<P>` begins a paragraph behind an
// empty line, references are decoded (HTML's names, a few of ISO 8879, numbers), control characters are
// blanks. A `<` that begins no tag and an `&` that begins no reference stay.
[[nodiscard]] std::string sgml_text(std::string_view content);

// Calls `use` for every document of a delivery, with an article that holds what was odd about its bytes:
// their encoding, or that the document is never closed (`sgml.unclosed`). One over kMaxArticleBytes is
// `article.too-large`. False: there is none.
bool read_documents(Input& input, std::string_view name, ArticleSink& sink,
                    const std::function<void(const SgmlDocument&, Article)>& use);

// The name of the first element behind comments and declarations, in small letters; empty: the text does not
// begin with one.
[[nodiscard]] std::string sgml_root(std::string_view head);

}  // namespace dateline
