#include "indexer/readers/dateline_east_asia.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "indexer/readers/letters.h"

namespace dateline {

namespace {

constexpr auto npos = std::string_view::npos;

// In bytes; most of these characters take three.
constexpr std::size_t kLongest = 90, kLongestBracket = 60;

SplitDateline split_at(std::string_view paragraph, std::size_t end, std::string_view place,
                       std::string_view date, std::string_view agency) {
  return {{std::string(trim(paragraph.substr(0, end))), std::string(place), std::string(date),
           std::string(agency)},
          trim(paragraph.substr(end))};
}

// Behind a bracket that opens at `at`; `at` itself where none does.
std::size_t behind_bracket(std::string_view text, std::size_t at) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    if (!text.substr(at).starts_with(open)) continue;
    const std::size_t end = text.find(close, at);
    if (end != npos && end - at <= kLongestBracket) return end + close.size();
  }
  return at;
}

// Agency, place, day, and the sign of a telegram; the reporter in brackets.
std::optional<SplitDateline> chinese(std::string_view text) {
  constexpr std::string_view kSent = "日电", kHouse = "社";
  const std::size_t sent = text.find(kSent);
  if (sent == npos || sent == 0 || sent > kLongest || !has_digit(text.substr(sent - 1, 1)))
    return std::nullopt;
  const std::size_t day = text.find_first_of("0123456789");
  const std::size_t house = text.find(kHouse);
  const std::size_t end = behind_bracket(text, sent + kSent.size());
  // "电" also begins other words.
  if (house >= day && end == sent + kSent.size()) return std::nullopt;
  const std::size_t place = house < day ? house + kHouse.size() : 0;
  return split_at(text, end, text.substr(place, day - place), text.substr(day, sent + 3 - day),
                  text.substr(0, place));
}

std::optional<SplitDateline> japanese(std::string_view text) {
  constexpr std::string_view kOpen = "【", kClose = "】";
  constexpr auto kAgencies = std::to_array<std::string_view>({"共同", "時事", "ロイター", "AFP", "AP"});
  const std::size_t close = text.find(kClose);
  if (!text.starts_with(kOpen) || close == npos || close > kLongestBracket) return std::nullopt;
  const std::string_view inner = text.substr(kOpen.size(), close - kOpen.size());
  for (std::string_view agency : kAgencies) {
    if (!inner.ends_with(agency)) continue;
    const std::string_view place = trim(inner.substr(0, inner.size() - agency.size()), " =");
    return split_at(text, close + kClose.size(), place, {}, agency);
  }
  return std::nullopt;
}

// The reporter and an equals sign may follow the bracket.
std::optional<SplitDateline> korean(std::string_view text) {
  const std::size_t close = text.find(')');
  if (!text.starts_with('(') || close == npos || close > kLongestBracket) return std::nullopt;
  const std::string_view inner = text.substr(1, close - 1);
  const std::size_t equals = inner.find('=');
  if (equals == npos || equals == 0) return std::nullopt;
  std::size_t end = close + 1;
  if (const std::size_t sign = text.find(" = ", end); sign != npos && sign - end <= kLongestBracket)
    end = sign + 3;
  return split_at(text, end, inner.substr(0, equals), {}, inner.substr(equals + 1));
}

}  // namespace

std::optional<SplitDateline> split_east_asian_dateline(std::string_view paragraph) {
  if (auto split = chinese(paragraph)) return split;
  if (auto split = japanese(paragraph)) return split;
  return korean(paragraph);
}

}  // namespace dateline
