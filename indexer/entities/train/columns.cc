#include "indexer/entities/train/columns.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string_view>

namespace dateline {

namespace {

std::optional<NameKind> kind_of_tag(std::string_view tag) {
  if (tag.ends_with("-PER")) return NameKind::person;
  if (tag.ends_with("-LOC")) return NameKind::place;
  if (tag.ends_with("-ORG")) return NameKind::organisation;
  return std::nullopt;
}

bool is_closing(std::string_view token) {
  static constexpr std::array<std::string_view, 24> kClosing{
      ".", ",", ";",   ":",   "!",   "?",   ")",  "]",  "}",  "%",  "'s", "'S",
      "”", "’", "n't", "'re", "'ve", "'ll", "'d", "'m", "''", "’s", "…",  "..."};
  return std::ranges::find(kClosing, token) != kClosing.end();
}

bool is_opening(std::string_view token) {
  static constexpr std::array<std::string_view, 9> kOpening{"(", "[", "{", "$", "£", "€", "#", "``", "“"};
  return std::ranges::find(kOpening, token) != kOpening.end();
}

// Puts the tokens of one article together.
class Builder {
 public:
  explicit Builder(std::string name) { example_.name = std::move(name); }

  void add(std::string_view token, std::string_view tag) {
    const bool quote = token == "\"";
    const bool glued = glue_ || is_closing(token) || (quote && quoted_);
    if (!text().empty() && !glued && !text().ends_with('\n')) text() += ' ';
    glue_ = is_opening(token) || (quote && !quoted_);
    if (quote) quoted_ = !quoted_;
    const auto start = static_cast<std::uint32_t>(text().size());
    text() += token;
    mark(start, tag);
    ended_ = token == "." || token == "!" || token == "?";
  }

  void end_sentence() {
    if (!ended_ && !text().empty() && !text().ends_with('\n')) text() += "\n\n";
    inside_ = false;
    quoted_ = glue_ = false;
  }

  Example finish() { return std::move(example_); }
  [[nodiscard]] bool empty() const { return example_.article.body.empty(); }

 private:
  std::string& text() { return example_.article.body; }

  void mark(std::uint32_t start, std::string_view tag) {
    const auto end = static_cast<std::uint32_t>(text().size());
    const auto kind = kind_of_tag(tag);
    const bool goes_on = inside_ && kind && tag.starts_with('I') && example_.spans.back().kind == *kind;
    if (goes_on)
      example_.spans.back().end = end;
    else if (kind)
      example_.spans.push_back({TextField::body, 0, start, end, *kind});
    inside_ = kind.has_value();
  }

  Example example_;
  bool glue_ = false;    // the next token stands close to the last
  bool quoted_ = false;  // between straight quotation marks
  bool inside_ = false;  // the last token was part of a name
  bool ended_ = true;    // the last token ended a sentence
};

}  // namespace

std::vector<Example> read_columns(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<Example> examples;
  const auto next_name = [&] { return file.stem().string() + "#" + std::to_string(examples.size()); };
  Builder builder(next_name());
  const auto finish = [&] {
    if (!builder.empty()) examples.push_back(builder.finish());
    builder = Builder(next_name());
  };
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with("-DOCSTART-"))
      finish();
    else if (tab == std::string::npos)
      builder.end_sentence();
    else
      builder.add(std::string_view(line).substr(0, tab), std::string_view(line).substr(tab + 1));
  }
  finish();
  if (examples.empty()) throw std::runtime_error(file.string() + ": no tagged article can be read");
  return examples;
}

}  // namespace dateline
