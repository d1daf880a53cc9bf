#include "indexer/dates/calendar_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

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

// Forms of further languages, which stand for themselves alone: cut to three letters, many of them would
// begin a month of another language too. Folded; names that bend are given as dates print them and by
// themselves.
constexpr std::array kWholeMonths{
    MonthNames{
        1,
        " ianuarie gener ledna leden stycznia styczen sty tammikuuta tammikuu ocak oca января январь янв"
        " січня ιανουαριου ιαν sijecnja "},
    MonthNames{
        2,
        " februarie febrer unora unor lutego luty helmikuuta helmikuu subat sub февраля февраль фев февр"
        " лютого φεβρουαριου φεβ veljace "},
    MonthNames{3,
               " marts mrz martie marc marca marzec marcius brezna brezen maaliskuuta maaliskuu mart maret"
               " марта март мар березня μαρτιου μαρ ozujka "},
    MonthNames{
        4,
        " aprilie aprilis dubna duben kwietnia kwiecien kwi huhtikuuta huhtikuu nisan nis апреля апрель"
        " апр квітня απριλιου απρ travnja "},
    MonthNames{
        5, " maj maja majus maig kvetna kveten toukokuuta toukokuu mayis мая май травня μαιου μαι svibnja "},
    MonthNames{6,
               " iunie junius juny juna czerwca czerwiec cze cervna cerven kesakuuta kesakuu haziran haz июня"
               " июнь июн червня ιουνιου ιουν lipnja "},
    MonthNames{7,
               " iulie julius juliol jula lipca lipiec lip cervence cervenec heinakuuta heinakuu temmuz tem"
               " июля июль июл липня ιουλιου ιουλ srpnja "},
    MonthNames{
        8,
        " augusti augusta augusztus agost agustus agu sierpnia sierpien sie srpna srpen elokuuta elokuu"
        " agustos августа август авг серпня αυγουστου αυγ kolovoza "},
    MonthNames{9,
               " septembrie septembra szeptember wrzesnia wrzesien wrz zari syyskuuta syyskuu eylul eyl"
               " сентября сентябрь сен сент вересня σεπτεμβριου σεπ rujna "},
    MonthNames{
        10,
        " octombrie oktobra pazdziernika pazdziernik paz rijna rijen lokakuuta lokakuu ekim eki октября"
        " октябрь окт жовтня οκτωβριου οκτ "},
    MonthNames{11,
               " noiembrie novembra listopada listopad lis listopadu marraskuuta marraskuu kasim kas ноября"
               " ноябрь ноя нояб листопада νοεμβριου νοε studenoga studenog "},
    MonthNames{12,
               " desember des decembrie decembra desembre grudnia grudzien gru prosince prosinec joulukuuta"
               " joulukuu aralik ara декабря декабрь дек грудня δεκεμβριου δεκ prosinca "},
};

constexpr std::string_view kWeekdays =
    " sunday monday tuesday wednesday thursday friday saturday"
    " sonntag montag dienstag mittwoch donnerstag freitag samstag sonnabend"
    " dimanche lundi mardi mercredi jeudi vendredi samedi"
    " domingo lunes martes miercoles jueves viernes sabado"
    " domenica lunedi martedi mercoledi giovedi venerdi sabato"
    " segunda terca quarta quinta sexta feira"
    " zondag maandag dinsdag woensdag donderdag vrijdag zaterdag"
    " hetfo kedd szerda csutortok pentek szombat vasarnap ";

template <class Use>
void for_each_name(std::string_view names, Use use) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    if (end > 0) use(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

// Calls `use` for each name's beginnings of `least` bytes or more.
template <class Use>
void for_each_beginning(std::string_view names, std::size_t least, Use use) {
  for_each_name(names, [&](std::string_view name) {
    for (std::size_t size = least; size <= name.size(); ++size) use(name.substr(0, size));
  });
}

// The months of all words that name one; 0: of more than one month.
using MonthTable = std::unordered_map<std::string_view, unsigned>;

MonthTable month_table() {
  MonthTable table;
  for (const MonthNames& row : kMonths) {
    for_each_beginning(row.names, 3, [&](std::string_view word) {
      const auto [known, fresh] = table.emplace(word, row.month);
      if (!fresh && known->second != row.month) known->second = 0;
    });
  }
  for (const MonthNames& row : kWholeMonths)
    for_each_name(row.names, [&](std::string_view word) { table[word] = row.month; });
  return table;
}

std::unordered_set<std::string_view> weekday_table() {
  std::unordered_set<std::string_view> table;
  for_each_beginning(kWeekdays, 2, [&](std::string_view word) { table.insert(word); });
  return table;
}

}  // namespace

std::optional<unsigned> month_of(std::string_view word) {
  static const MonthTable kTable = month_table();
  const auto found = kTable.find(word);
  return found == kTable.end() || found->second == 0 ? std::nullopt : std::optional(found->second);
}

bool is_weekday(std::string_view word) {
  static const auto kTable = weekday_table();
  return kTable.contains(word);
}

}  // namespace dateline
