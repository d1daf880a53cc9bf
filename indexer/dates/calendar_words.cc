#include "indexer/dates/calendar_words.h"

#include <algorithm>
#include <array>

namespace dateline {

namespace {

struct MonthNames {
  unsigned month;
  std::string_view names;  // each between blanks
};

// Folded, so without accents: "fevrier" is février. A short form that is no beginning of a name stands for
// itself.
constexpr std::array kMonths{
    MonthNames{1, " january januar janner janvier enero gennaio janeiro januari "},
    MonthNames{2, " february februar feber fevrier febrero febbraio fevereiro februari "},
    MonthNames{3, " march marz maerz mars marzo marco maart mrt "},
    MonthNames{4, " april avril abril aprile "},
    MonthNames{5, " may mai mayo maggio maio mei "},
    MonthNames{6, " june juni juin junio giugno junho "},
    MonthNames{7, " july juli juillet julio luglio julho "},
    MonthNames{8, " august aout agosto augustus "},
    MonthNames{9, " september septembre septiembre setiembre settembre setembro "},
    MonthNames{10, " october oktober octobre octubre ottobre outubro "},
    MonthNames{11, " november novembre noviembre novembro "},
    MonthNames{12, " december dezember decembre diciembre dicembre dezembro "},
};

constexpr std::string_view kWeekdays =
    " sunday monday tuesday wednesday thursday friday saturday"
    " sonntag montag dienstag mittwoch donnerstag freitag samstag sonnabend"
    " dimanche lundi mardi mercredi jeudi vendredi samedi"
    " domingo lunes martes miercoles jueves viernes sabado"
    " domenica lunedi martedi mercoledi giovedi venerdi sabato"
    " segunda terca quarta quinta sexta feira"
    " zondag maandag dinsdag woensdag donderdag vrijdag zaterdag ";

bool begins_a_name(std::string_view names, std::string_view word) {
  for (std::size_t at = names.find(word); at != std::string_view::npos; at = names.find(word, at + 1)) {
    if (at > 0 && names[at - 1] == ' ') return true;
  }
  return false;
}

}  // namespace

std::optional<unsigned> month_of(std::string_view word) {
  if (word.size() < 3) return std::nullopt;
  std::optional<unsigned> found;
  for (const MonthNames& row : kMonths) {
    if (!begins_a_name(row.names, word)) continue;
    if (found) return std::nullopt;
    found = row.month;
  }
  return found;
}

bool is_weekday(std::string_view word) { return word.size() >= 2 && begins_a_name(kWeekdays, word); }

}  // namespace dateline
