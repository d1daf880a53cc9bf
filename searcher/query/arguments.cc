#include <algorithm>
#include <array>

#include "dateline/text.h"
#include "searcher/query/lexer.h"
#include "searcher/query/parser.h"

namespace dateline {

namespace {

bool has_space(const std::string& text) { return fold_space(text).find(' ') != std::string::npos; }

bool has_quote(const std::string& text) {
  constexpr std::array kQuotes{"\"", "“", "”", "„", "‟", "«", "»"};
  return std::ranges::any_of(kQuotes,
                             [&](const char* quote) { return text.find(quote) != std::string::npos; });
}

// The length of `name:` at the start, 0 where there is no known name or nothing follows.
std::size_t name_size(const std::string& text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos || colon + 1 == text.size()) return 0;
  return is_query_field(lower(text.substr(0, colon))) ? colon + 1 : 0;
}

// Whether a word after the first is an operator, a sign or a field of its own.
bool has_operator(const std::string& text) {
  const std::string folded = fold_space(text);
  if (folded.find_first_of("()") != std::string::npos) return true;
  for (std::size_t at = folded.find(' '); at != std::string::npos; at = folded.find(' ', at + 1)) {
    const std::string word = folded.substr(at + 1, folded.find(' ', at + 1) - at - 1);
    if (word == "AND" || word == "OR" || word == "NOT" || word.starts_with("NEAR") || word.starts_with("ADJ"))
      return true;
    if (name_size(word) > 0 || (word.size() > 1 && (word[0] == '-' || word[0] == '+'))) return true;
  }
  return false;
}

// Quotes what holds white space, after its name where it has one.
std::string quoted(const std::string& argument) {
  if (!has_space(argument) || has_quote(argument)) return argument;
  const std::size_t sign = argument[0] == '-' || argument[0] == '+' ? 1 : 0;
  const std::size_t name = sign + name_size(argument.substr(sign));
  return argument.substr(0, name) + '"' + argument.substr(name) + '"';
}

}  // namespace

std::string join_arguments(const std::vector<std::string>& arguments) {
  if (arguments.size() == 1) {
    const std::string& only = arguments.front();
    return name_size(only) > 0 && !has_operator(only) ? quoted(only) : only;
  }
  std::string text;
  for (const std::string& argument : arguments) text += (text.empty() ? "" : " ") + quoted(argument);
  return text;
}

}  // namespace dateline
