// From the bytes of an XML delivery to the text that a strict parser takes: decoded, without the declarations
// that a parser would act on, and with bad references mended.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dateline/diagnostic.h"
#include "indexer/readers/reader.h"

namespace dateline {

// The text comes in pieces, so that a file of any size needs little memory. Lines stay where they were.
//
// The bytes decide the encoding, whatever the declaration says (see decode()). What is mended: white space
// before the XML declaration; HTML's named characters (&eacute;); `&` that begins no reference
// (`xml.bad-reference`). The document type declaration never reaches the parser: references to entities that
// a file declares stay as they are written (`xml.entities-ignored`), so none can grow. The text ends in a tag
// with over 20,000 attributes (`xml.too-many-attributes`).
class XmlText {
 public:
  explicit XmlText(Input& input);

  // The next piece, valid until the next call; empty: the end.
  [[nodiscard]] std::string_view next();

  // What was odd so far, the first of each kind.
  [[nodiscard]] const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  enum class State : std::uint8_t { markup, cdata, comment, instruction };

  void fill();
  [[nodiscard]] std::size_t cut() const;
  [[nodiscard]] std::string decoded(std::string bytes);
  void blank_declarations(std::string& text);
  void mend(std::string_view text);
  [[nodiscard]] std::size_t mend_reference(std::string_view text, std::size_t at);
  [[nodiscard]] std::size_t pass_markup(std::string_view text, std::size_t at);
  [[nodiscard]] std::size_t pass_to(std::string_view text, std::size_t at, std::string_view end);
  // Ends the text here, and what follows it.
  [[nodiscard]] std::size_t give_up(std::string_view text, std::size_t at);
  void tell(Diagnostic diagnostic);
  void tell_at(Diagnostic diagnostic, std::string_view text, std::size_t at);

  ByteSource& bytes_;
  std::string_view mark_;  // the byte order mark of UTF-16, which every piece needs; empty: another encoding
  std::string declared_;   // as the XML declaration names it
  std::string raw_;        // read and not yet given
  bool ended_ = false;
  bool first_ = true;
  State state_ = State::markup;
  std::size_t attributes_ = 0;  // of the tag, at most
  bool told_reference_ = false;
  std::string piece_;
  std::uint64_t lines_ = 0;  // line ends before the piece
  Diagnostics diagnostics_;
};

}  // namespace dateline
