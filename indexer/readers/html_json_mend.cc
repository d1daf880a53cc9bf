#include "indexer/readers/html_json_mend.h"

#include <array>
#include <string>

namespace dateline::html {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// What a script's JSON stands in: from its first bracket to the last that closes, inside of a CDATA mark.
std::string_view without_wrapping(std::string_view script) {
  constexpr std::string_view kCdata = "CDATA[";
  const std::size_t cdata = script.find(kCdata);
  if (cdata != std::string_view::npos && cdata < script.find('{')) {
    script = script.substr(cdata + kCdata.size());
    script = script.substr(0, script.rfind("]]>"));
  }
  const std::size_t start = script.find_first_of("{[");
  const std::size_t end = script.find_last_of("}]");
  if (start == std::string_view::npos || end == std::string_view::npos || end < start) return {};
  return script.substr(start, end + 1 - start);
}

class Mender {
 public:
  explicit Mender(std::string_view text) : text_(text) {}

  std::string run() {
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"')
        string();
      else if (c == ',' && closes(next_sign(at_ + 1)))
        continue;
      else
        out_ += c;
    }
    return std::move(out_);
  }

 private:
  // The first character from `from` on that is not blank; 0: there is none.
  [[nodiscard]] char next_sign(std::size_t from) const {
    const std::size_t found = text_.find_first_not_of(kBlanks, from);
    return found == std::string_view::npos ? '\0' : text_[found];
  }

  static bool closes(char c) { return c == '}' || c == ']'; }

  void string() {
    out_ += '"';
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\\') {
        escape();
      } else if (c == '"') {
        const char next = next_sign(at_ + 1);
        if (next == ',' || next == ':' || next == '\0' || closes(next)) break;
        out_ += "\\\"";
      } else {
        out_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
      }
    }
    out_ += '"';
  }

  void escape() {
    constexpr std::string_view kKnown = "\"\\/bfnrtu";
    if (++at_ >= text_.size()) return;
    if (kKnown.find(text_[at_]) != std::string_view::npos) out_ += '\\';
    if (static_cast<unsigned char>(text_[at_]) >= 0x20) out_ += text_[at_];
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
};

std::optional<Json> parse(std::string_view text) {
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return std::nullopt;
  return json;
}

}  // namespace

std::optional<Json> parse_mended(std::string_view script) {
  if (auto json = parse(script)) return json;
  const std::string_view bare = without_wrapping(script);
  if (bare.empty()) return std::nullopt;
  if (auto json = parse(bare)) return json;
  if (auto json = parse(Mender(bare).run())) return json;
  // Several objects one behind the other.
  return parse("[" + Mender(bare).run() + "]");
}

}  // namespace dateline::html
