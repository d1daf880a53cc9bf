// Words of personal names that are one name in several transliterations of another script. Only names that
// are the same name to those who bear them; Vladimir and Volodymyr, Mehmet and Muhammad are two.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace dateline::detail {

// Groups of folded words without doubled letters ("mohamed" for "Mohammed"); the first stands for all.
inline constexpr std::string_view kNameVariants[]{
    // Arabic
    "muhamad mohamed mohamad muhamed mohd",
    "ahmad ahmed",
    "husein husain husayn hosein husin",
    "hasan",
    "yusuf yousef yousif yusef yousuf youcef yusof",
    "omar umar",
    "osama usama",
    "khaled khalid",
    "mahmoud mahmud",
    "mustafa moustafa mostafa mustapha",
    "ibrahim ebrahim",
    "abdula abdulah abdalah abdala",
    "salah saleh salih",
    "suleiman sulaiman suleyman sulayman soliman",
    "muamar moamar moamer muamer mouamar",
    // The colonel's: g, q, k or kh, then d or dh.
    "gadafi gadhafi gadafy qadafi qadhafi qadafy kadafi kadhafi khadafi khadafy",
    // Russian, Ukrainian, Belarusian, Bulgarian
    "sergei sergey serguei sergej sergeii",
    "serhiy serhi serhij sergiy",
    "andrei andrey andrej",
    "andriy andri andrij",
    "alexei alexey aleksei aleksey alexej aleksej",
    "alexander aleksandr alexandr aleksander",
    "oleksandr olexandr olexander",
    "dmitri dmitry dmitriy dimitri dimitry dmitrij",
    "yevgeny evgeny yevgeni evgeni yevgeniy evgeniy evgenij",
    "mikhail michail",
    "nikolai nikolay nikolaj",
    "vasily vasili vasiliy vasilij",
    "genady genadi genadiy genadij",
    "anatoly anatoli anatoliy anatolij",
    "valery valeri valeriy valerij",
    "arkady arkadi arkadiy arkadij",
    "vitaly vitali vitaliy vitalij",
    "grigory grigori grigoriy grigorij",
    "yuri yury yuriy yurij iouri",
    "dmytro dmitro",
    "viktor victor",
    "maxim maksim",
    "yekaterina ekaterina",
    "yelena elena",
    "yulia julia yuliya iulia",
    "natalia natalya nataliya",
    "tatiana tatyana tatjana",
    "yeltsin eltsin",
    "yushchenko yuschenko iushchenko",
};

// Each letter that stands twice in a row once.
[[nodiscard]] inline std::string without_doubles(std::string_view word) {
  std::string single;
  for (char c : word) {
    if (single.empty() || single.back() != c) single += c;
  }
  return single;
}

// The word that stands for this one; itself where no group holds it.
[[nodiscard]] inline std::string name_variant(const std::string& word) {
  static const auto groups = [] {
    std::unordered_map<std::string, std::string> all;
    for (std::string_view group : kNameVariants) {
      const std::string first(group.substr(0, group.find(' ')));
      for (std::string_view rest = group;;) {
        const std::size_t blank = rest.find(' ');
        all.emplace(rest.substr(0, blank), first);
        if (blank == std::string_view::npos) break;
        rest.remove_prefix(blank + 1);
      }
    }
    return all;
  }();
  const auto found = groups.find(without_doubles(word));
  return found == groups.end() ? word : found->second;
}

}  // namespace dateline::detail
