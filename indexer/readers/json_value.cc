#include "indexer/readers/json_value.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>

#include "dateline/text.h"

namespace dateline {

namespace {

// What objects that stand for a text call it, the surest first.
constexpr auto kTextKeys = std::to_array<std::string_view>(
    {"name", "rendered", "value", "@value", "main", "original", "text", "#text", "html", "content", "title",
     "label", "literal", "basic", "$text", "$date", "$oid", "@id"});

std::string scalar(JsonValue value) {
  switch (value.type()) {
    case simdjson::dom::element_type::STRING:
      return std::string(std::string_view(value));
    case simdjson::dom::element_type::INT64:
    case simdjson::dom::element_type::UINT64:
    case simdjson::dom::element_type::DOUBLE:
      return simdjson::minify(value);
    default:
      return {};
  }
}

std::string utc(std::int64_t seconds) {
  const std::time_t moment = seconds;
  std::tm parts{};
  if (!::gmtime_r(&moment, &parts)) return {};
  char text[40];
  const std::size_t size = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text, size};
}

}  // namespace

bool detail::same_key(std::string_view key, std::string_view folded) {
  std::size_t at = 0;
  for (char c : key) {
    if (c == '_' || c == '-' || c == ' ') continue;
    if (at == folded.size() || (c >= 'A' && c <= 'Z' ? (c | 0x20) : c) != folded[at]) return false;
    ++at;
  }
  return at == folded.size();
}

bool passes(JsonValue value, const PathStep& step) {
  if (step.filter.empty()) return true;
  if (!value.is_object()) return false;
  bool found = false;
  const FieldPath filter{{}, {{step.filter, {}, {}}}};
  walk(value, filter, [&](JsonValue member) {
    if (member.is_string())
      found = found || std::ranges::find(step.values, lower(std::string_view(member))) != step.values.end();
  });
  return found;
}

std::string text_of(JsonValue value) {
  if (!value.is_object()) return scalar(value);
  for (std::string_view key : kTextKeys) {
    for (const auto& [name, member] : simdjson::dom::object(value)) {
      if (!same_key(name, key)) continue;
      if (std::string text = scalar(member); !text.empty()) return text;
    }
  }
  return {};
}

std::string first_text(JsonValue from, const FieldPaths& paths) {
  std::string text;
  for (const FieldPath& path : paths) {
    walk(from, path, [&](JsonValue value) {
      if (text.empty()) text = text_of(value);
    });
    if (!text.empty()) return text;
  }
  return text;
}

std::string moment_of(double number) {
  constexpr double kMilliseconds = 1e11, kMicroseconds = 1e14;  // in seconds, the year 5138
  if (!std::isfinite(number) || std::abs(number) > 1e17) return {};
  const bool whole = number == std::floor(number);
  if (whole && ((number >= 1500 && number <= 2200) || (number >= 1500'01'01 && number <= 2200'12'31)))
    return std::to_string(static_cast<std::int64_t>(number));
  if (std::abs(number) >= kMicroseconds)
    number /= 1e6;
  else if (std::abs(number) >= kMilliseconds)
    number /= 1e3;
  return utc(static_cast<std::int64_t>(std::floor(number)));
}

}  // namespace dateline
