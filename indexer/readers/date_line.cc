#include "indexer/readers/date_line.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/readers/letters.h"

namespace dateline {

namespace {

constexpr std::size_t kMaxLine = 160;

// In small letters, longer labels before those that begin them.
constexpr auto kUpdatedLabels = std::to_array<std::string_view>({"last updated on",
                                                                 "last updated at",
                                                                 "last updated",
                                                                 "last modified on",
                                                                 "last modified",
                                                                 "updated on",
                                                                 "updated at",
                                                                 "updated",
                                                                 "modified",
                                                                 "mis à jour le",
                                                                 "mise à jour le",
                                                                 "mis à jour",
                                                                 "mise à jour",
                                                                 "actualisé le",
                                                                 "zuletzt aktualisiert am",
                                                                 "zuletzt aktualisiert",
                                                                 "aktualisiert am",
                                                                 "aktualisiert",
                                                                 "stand",
                                                                 "última actualización",
                                                                 "actualizado el",
                                                                 "actualizado",
                                                                 "ultimo aggiornamento",
                                                                 "aggiornato il",
                                                                 "aggiornato",
                                                                 "última atualização",
                                                                 "atualizado em",
                                                                 "atualizado",
                                                                 "laatst bijgewerkt",
                                                                 "bijgewerkt op",
                                                                 "bijgewerkt"});

constexpr auto kPublishedLabels = std::to_array<std::string_view>({"first published on",
                                                                   "first published at",
                                                                   "first published",
                                                                   "originally published on",
                                                                   "originally published",
                                                                   "publication date",
                                                                   "published on",
                                                                   "published at",
                                                                   "published",
                                                                   "posted on",
                                                                   "posted at",
                                                                   "posted",
                                                                   "date of publication",
                                                                   "dated",
                                                                   "issued",
                                                                   "date",
                                                                   "created",
                                                                   "publié le",
                                                                   "publié",
                                                                   "veröffentlicht am",
                                                                   "veröffentlicht",
                                                                   "erstellt am",
                                                                   "erstellt",
                                                                   "erschienen am",
                                                                   "datum",
                                                                   "publicado el",
                                                                   "publicado em",
                                                                   "publicado",
                                                                   "pubblicato il",
                                                                   "pubblicato",
                                                                   "gepubliceerd op",
                                                                   "gepubliceerd",
                                                                   "fecha"});

// What divides two labelled dates of one line.
constexpr auto kDividers =
    std::to_array<std::string_view>({"|", "•", "·", " Updated", " updated", " Last", " (updated"});

struct Label {
  std::string_view behind;
  bool updated;
};

std::optional<Label> take_label(std::string_view text) {
  for (std::string_view label : kUpdatedLabels) {
    if (const auto behind = after_label(text, label)) return Label{*behind, true};
  }
  for (std::string_view label : kPublishedLabels) {
    if (const auto behind = after_label(text, label)) return Label{*behind, false};
  }
  return std::nullopt;
}

// The part of the line up to the next divider.
std::string_view first_part(std::string_view line) {
  std::size_t end = line.size();
  for (std::string_view divider : kDividers) end = std::min(end, line.find(divider, 1));
  return line.substr(0, end);
}

// Reads one labelled part; absent: it is none.
std::optional<LineDate> parse_part(std::string_view part, std::string_view line, const DateOptions& options) {
  const auto label = take_label(part);
  if (!label || !has_digit(label->behind)) return std::nullopt;
  const std::string_view text = trim(label->behind, " ()[],");
  LineDate found{parse_date(text, options), true, label->updated,
                 static_cast<std::size_t>(text.data() - line.data()) + 1};
  const bool colon =
      part.substr(0, static_cast<std::size_t>(text.data() - part.data())).find(':') != std::string_view::npos;
  if (!found.parsed.date && !colon && found.parsed.diagnostics.front().code != "date.impossible")
    return std::nullopt;
  return found;
}

}  // namespace

std::vector<LineDate> parse_date_line(std::string_view line, const DateOptions& options) {
  std::vector<LineDate> dates;
  if (line.size() > kMaxLine || !has_digit(line)) return dates;
  if (auto alone = parse_date(trim(line, " ()[]"), options); alone.date) {
    dates.push_back({std::move(alone), false, false, 1});
    return dates;
  }
  for (std::string_view rest = line; !rest.empty();) {
    const std::string_view part = first_part(rest);
    rest.remove_prefix(part.size());
    rest = rest.starts_with("•") ? rest.substr(3) : rest.starts_with("·") ? rest.substr(2) : rest;
    rest = trim(rest, " |(");
    auto found = parse_part(trim(part), line, options);
    // What follows a date on its line ("| The Daily Post") is let go.
    if (!found) break;
    dates.push_back(std::move(*found));
  }
  return dates;
}

}  // namespace dateline
