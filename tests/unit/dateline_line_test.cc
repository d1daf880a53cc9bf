#include "indexer/readers/dateline_line.h"

#include <catch2/catch.hpp>

using dateline::find_dateline;
using dateline::split_dateline;

namespace {

// "text|place|date|agency"
std::string shown(const dateline::Dateline& d) {
  return d.text + '|' + d.place + '|' + d.date + '|' + d.agency;
}

}  // namespace

TEST_CASE("the dateline is taken from the front of the copy") {
  const auto [dateline, place, date, agency] =
      GENERATE(table<std::string, std::string, std::string, std::string>({
          {"EL PASO, Texas (AP) —", "El Paso, Texas", "", "AP"},
          {"SOFIA (Reuters) -", "Sofia", "", "Reuters"},
          {"SOFIA (Reuters)-", "Sofia", "", "Reuters"},
          {"LONDON, Feb 26 (Reuters) -", "London", "Feb 26", "Reuters"},
          {"NEW YORK Dec 18 (Reuters) -", "New York", "Dec 18", "Reuters"},
          {"LOS ANGELES/NEW YORK (Reuters) -", "Los Angeles/New York", "", "Reuters"},
          {"LOS ANGELES/ NEW YORK (Reuters) -", "Los Angeles/New York", "", "Reuters"},
          {"UNITED NATIONS, Oct 3 (Reuters)", "United Nations", "Oct 3", "Reuters"},
          {"DETROIT, Mich., Jan 18 (Reuters) -", "Detroit, Mich.", "Jan 18", "Reuters"},
          {"WASHINGTON, DC (AP) —", "Washington, DC", "", "AP"},
          {"RICHMOND, Va. (AP) —", "Richmond, Va.", "", "AP"},
          {"McALLEN, Texas (AP) —", "McAllen, Texas", "", "AP"},
          {"AUSTIN, TX (AP) --", "Austin, TX", "", "AP"},
          {"ANYTOWN, Ohio (Northern Wire) -", "Anytown, Ohio", "", "Northern Wire"},
          {"VATICAN CITY —", "Vatican City", "", ""},
          {"PORT-AU-PRINCE, Haiti —", "Port-au-Prince, Haiti", "", ""},
          {"ST. PETERSBURG, March 14. —", "St. Petersburg", "March 14", ""},
          {"ST. PETERSBURG, March 14.—", "St. Petersburg", "March 14", ""},
          {"CONSTANTINOPLE. —", "Constantinople", "", ""},
          {"PRAGUE, Feb. 26, 1987 (Tatra Press) —", "Prague", "Feb. 26, 1987", "Tatra Press"},
          {"GLASGOW, Saturday.—", "Glasgow", "Saturday", ""},
          {"NUKU'ALOFA (Reuters) -", "Nuku'alofa", "", "Reuters"},
          {"ANYTOWN, April 18:", "Anytown", "April 18", ""},
          {"ANYTOWN, Thursday.", "Anytown", "Thursday", ""},
          {"ANYTOWN, Oct. 3.", "Anytown", "Oct. 3", ""},
          {"ANYTOWN, August 16.", "Anytown", "August 16", ""},
          {"KAZAN, Jan 21. /TASS/.", "Kazan", "Jan 21", "TASS"},
          {"LEEDS, March 12, 2020 /PRNewswire/ --", "Leeds", "March 12, 2020", "PRNewswire"},
          {"København /ritzau/:", "København", "", "ritzau"},
          {"Bodø (NTB):", "Bodø", "", "NTB"},
          {"MECHELEN 29/01 (BELGA) =", "Mechelen", "29/01", "BELGA"},
          {"Köln (SID)", "Köln", "", "SID"},
          {"Kochi, Mar 12 (PTI)", "Kochi", "Mar 12", "PTI"},
          {"12.03. Białystok (PAP) -", "Białystok", "12.03.", "PAP"},
          {"Тверь. 12 марта. ИНТЕРФАКС -", "Тверь", "12 марта.", "ИНТЕРФАКС"},
          {"ТВЕРЬ, 12 мар - РИА Новости.", "Тверь", "12 мар", "РИА Новости"},
          {"RIJEKA, 12. ožujka 2020. (Hina) -", "Rijeka", "12. ožujka 2020", "Hina"},
          {"Erfurt (epd).", "Erfurt", "", "epd"},
          {"Bozen (bzd) -", "Bozen", "", "bzd"},
          {"London, Monday —", "London", "Monday", ""},
          {"Berlin (dpa) –", "Berlin", "", "dpa"},
          {"Berlin (dpa/afp) –", "Berlin", "", "dpa/afp"},
          {"Frankfurt am Main, 26. Februar (dpa) –", "Frankfurt am Main", "26. Februar", "dpa"},
          {"MÜNCHEN, 12. Februar —", "München", "12. Februar", ""},
          {"MARSEILLE, 11 mars (Agence du Port). —", "Marseille", "11 mars", "Agence du Port"},
          {"Madrid, 3 may (EFE).-", "Madrid", "3 may", "EFE"},
          {"(ANSA) - ROMA, 26 FEB -", "Roma", "26 FEB", "ANSA"},
          {"(Reuters) -", "", "", "Reuters"},
          {"(Northwire) -", "", "", "Northwire"},
          {"CONCORD, N.H. (AP) —", "Concord, N.H.", "", "AP"},
          {"WASHINGTON, D.C. (AP) —", "Washington, D.C.", "", "AP"},
          {"Nov 16 (Reuters) -", "", "Nov 16", "Reuters"},
          {"St. Louis (Reuters) -", "St. Louis", "", "Reuters"},
          {"ST LOUIS, Mo., June 19 -", "St Louis, Mo.", "June 19", ""},
          {"MISSOULA, Mont., Jan. 5 (AP) —", "Missoula, Mont.", "Jan. 5", "AP"},
          {"SANTO DOMINGO (AP) —", "Santo Domingo", "", "AP"},
          {"PARIS,March 16 -", "Paris", "March 16", ""},
          {"LONDON, April 8, Reuter -", "London", "April 8", "Reuter"},
          {"MOSCOW, May 5. /TASS/.", "Moscow", "May 5", "TASS"},
          {"TRAVERSE CITY, Mich./CHICAGO (Reuters) -", "Traverse City, Mich./Chicago", "", "Reuters"},
          {"THE HAGUE, Netherlands —", "The Hague, Netherlands", "", ""},
          {"NEW YORK (AP) _", "New York", "", "AP"},
      }));
  const std::string paragraph = dateline + " The council met.";
  CAPTURE(paragraph);
  const auto split = split_dateline(paragraph);
  REQUIRE(split);
  CHECK(shown(split->dateline) == dateline + '|' + place + '|' + date + '|' + agency);
  CHECK(split->rest == "The council met.");
}

TEST_CASE("copy without a dateline is left alone") {
  const auto paragraph = GENERATE(
      "", "-", "(", "—", "The council met on Tuesday.", "UPDATE — The council met.",
      "BREAKING - The council met.", "WHAT NOW — The council met.",
      "A well-known man - and a rich one - died.", "The council (AP) met on Tuesday.",
      "Friday, March 3 - Doors open at eight.", "NEW YORK, NY – NOVEMBER 01: The mayor opens a bridge.",
      "(Corrected) - The council met.", "(Adds) - The council met.", "Jane Roe — a painter — died.",
      "“LONDON — it is,” he said.", "NATO said on Tuesday (local time) that it would meet.",
      "U.S. stocks fell 3-4 percent.", "He said: LONDON — of all places.", "Paris - of all places.",
      "BRIDGES: what to know about them.", "THE MAYOR, MR. ROE. He came.");
  CAPTURE(paragraph);
  CHECK_FALSE(split_dateline(paragraph));
  CHECK_FALSE(find_dateline(paragraph));
}

TEST_CASE("notes and bylines before the dateline are told apart from it") {
  const auto [before, dateline] = GENERATE(table<std::string, std::string>({
      {"", "LONDON (Reuters) -"},
      {"(Corrects the sum in paragraph 3)", "LONDON (Reuters) -"},
      {"(Adds UAW comment) By Jane Roe", "NEW YORK Dec 11 (Reuters) -"},
      {"By Jane A. Roe", "WINSTON-SALEM, North Carolina (Reuters) -"},
      {"Corrects the name in the last paragraph", "LONDON/PARIS, Jan 3 (Reuters) -"},
  }));
  const std::string paragraph = before + (before.empty() ? "" : " ") + dateline + " The council met.";
  CAPTURE(paragraph);
  const auto found = find_dateline(paragraph);
  REQUIRE(found);
  CHECK(found->before == before);
  CHECK(found->split.dateline.text == dateline);
  CHECK(found->split.rest == "The council met.");
}

TEST_CASE("datelines of East Asia are taken with what stands behind them") {
  const auto [printed, place, date, agency] =
      GENERATE(table<std::string, std::string, std::string, std::string>({
          {"新华社成都3月12日电（记者王范例）", "成都", "3月12日", "新华社"},
          {"中新社北京3月2日电", "北京", "3月2日", "中新社"},
          {"【長野共同】", "長野", "", "共同"},
          {"【ワシントン時事】", "ワシントン", "", "時事"},
          {"(춘천=연합뉴스) 김예시 기자 =", "춘천", "", "연합뉴스"},
      }));
  const std::string paragraph = printed + " The council met.";
  const auto split = split_dateline(paragraph);
  CAPTURE(paragraph);
  REQUIRE(split);
  CHECK(shown(split->dateline) == printed + '|' + place + '|' + date + '|' + agency);
  CHECK(split->rest == "The council met.");
}

TEST_CASE("brackets and days of other kinds in East Asian text are no dateline") {
  const auto paragraph = GENERATE(as<std::string>{}, "【写真】港の鐘", "(사진) 항구의 종",
                                  "3月12日电视台播出了这个节目。", "他说：日电");
  CAPTURE(paragraph);
  CHECK_FALSE(split_dateline(paragraph));
}
