#include "indexer/readers/agencies.h"

#include <algorithm>
#include <array>
#include <string>

#include "dateline/words.h"

namespace dateline {

namespace {

// As fold_name writes them. Short by intent: what another house prints is known by its layout, not by its
// name.
constexpr auto kAgencies = std::to_array<std::string_view>({"ap",
                                                            "associated press",
                                                            "the associated press",
                                                            "afp",
                                                            "agence france presse",
                                                            "reuters",
                                                            "reuter",
                                                            "upi",
                                                            "united press international",
                                                            "dpa",
                                                            "efe",
                                                            "ansa",
                                                            "pa",
                                                            "pa media",
                                                            "press association",
                                                            "pa wire",
                                                            "xinhua",
                                                            "tass",
                                                            "itar tass",
                                                            "interfax",
                                                            "kyodo",
                                                            "yonhap",
                                                            "apa",
                                                            "aap",
                                                            "anp",
                                                            "belga",
                                                            "keystone",
                                                            "bloomberg",
                                                            "getty images",
                                                            "getty",
                                                            "epa",
                                                            "european pressphoto agency",
                                                            "shutterstock",
                                                            "alamy",
                                                            "magnum",
                                                            "sipa",
                                                            "anadolu",
                                                            "anadolu agency",
                                                            "pti",
                                                            "ians",
                                                            "ani",
                                                            "spa",
                                                            "canadian press",
                                                            "the canadian press",
                                                            "lusa"});

constexpr auto kWires = std::to_array<std::string_view>({"adnkronos",
                                                         "agerpres",
                                                         "agi",
                                                         "antara",
                                                         "askanews",
                                                         "ats",
                                                         "awp",
                                                         "belta",
                                                         "bernama",
                                                         "bss",
                                                         "bta",
                                                         "business wire",
                                                         "cna",
                                                         "cnw",
                                                         "cp",
                                                         "ctk",
                                                         "dapd",
                                                         "ddp",
                                                         "elta",
                                                         "epd",
                                                         "europa press",
                                                         "fena",
                                                         "globe newswire",
                                                         "hina",
                                                         "irna",
                                                         "isna",
                                                         "itar tass",
                                                         "jiji",
                                                         "jiji press",
                                                         "keystone sda",
                                                         "kna",
                                                         "krt",
                                                         "leta",
                                                         "kuna",
                                                         "kyodo news",
                                                         "mti",
                                                         "notimex",
                                                         "ntb",
                                                         "ots",
                                                         "pap",
                                                         "petra",
                                                         "pl",
                                                         "pr newswire",
                                                         "prensa latina",
                                                         "prnewswire",
                                                         "qna",
                                                         "ria novosti",
                                                         "ritzau",
                                                         "rtr",
                                                         "sana",
                                                         "sda",
                                                         "sid",
                                                         "stt",
                                                         "tanjug",
                                                         "telam",
                                                         "tt",
                                                         "ukrinform",
                                                         "unian",
                                                         "vna",
                                                         "wafa",
                                                         "интерфакс",
                                                         "риа новости",
                                                         "тасс",
                                                         "укрінформ",
                                                         "белта"});

bool is_folded_agency(std::string_view folded) {
  return std::ranges::find(kAgencies, folded) != kAgencies.end();
}

}  // namespace

bool is_agency(std::string_view name) { return is_folded_agency(fold_name(name)); }

bool is_wire_agency(std::string_view name) {
  const std::string folded = fold_name(name);
  return is_folded_agency(folded) || std::ranges::find(kWires, folded) != kWires.end();
}

bool names_agency(std::string_view text) {
  const std::string folded = fold_name(text);
  return std::ranges::any_of(kAgencies, [&](std::string_view agency) {
    if (folded.size() <= agency.size()) return folded == agency;
    // The blank beside it first, for that is quickly looked at.
    return (folded[agency.size()] == ' ' && folded.starts_with(agency)) ||
           (folded[folded.size() - agency.size() - 1] == ' ' && folded.ends_with(agency));
  });
}

}  // namespace dateline
