#include "searcher/search/cursor.h"

#include <charconv>
#include <vector>

#include "dateline/terms.h"
#include "searcher/query/parser.h"

namespace dateline {

namespace {

// Names what was asked for, so that a cursor is never applied to something else.
std::string request_hash(const Request& request, Sort sort) {
  std::string asked = print(request.query) + '\n' + std::to_string(static_cast<int>(request.match)) +
                      std::to_string(static_cast<int>(sort)) + (request.exact ? "e" : "") +
                      (request.include_embargoed ? "i" : "");
  for (const auto& [name, values] : request.filters) {
    for (const std::string& value : values) asked += '\n' + name + ':' + value;
  }
  for (const DateRange& range : request.dates) asked += '\n' + print(range);
  return hex_hash(asked).substr(0, 12);
}

}  // namespace

std::string print(const Cursor& cursor, const Request& request, Sort sort) {
  std::string text = request_hash(request, sort);
  for (std::uint64_t number : {cursor.rank, std::uint64_t{cursor.id}, cursor.time, cursor.revision})
    text += '.' + std::to_string(number);
  return text;
}

Cursor read_cursor(const std::string& text, const Request& request, Sort sort) {
  std::vector<std::uint64_t> numbers;
  std::size_t at = text.find('.');
  const std::string hash = text.substr(0, at);
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('.', at + 1), text.size());
    std::uint64_t number = 0;
    const auto [stop, fault] = std::from_chars(text.data() + at + 1, text.data() + end, number);
    if (fault != std::errc{} || stop != text.data() + end) break;
    numbers.push_back(number);
    at = end;
  }
  if (numbers.size() != 4 || at < text.size())
    throw QueryError("the cursor is damaged; take `next` of an answer as it stands");
  if (hash != request_hash(request, sort)) throw QueryError("the cursor belongs to another query or order");
  return {numbers[0], static_cast<Xapian::docid>(numbers[1]), numbers[2], numbers[3]};
}

}  // namespace dateline
