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

bool is_folded_agency(std::string_view folded) {
  return std::ranges::find(kAgencies, folded) != kAgencies.end();
}

}  // namespace

bool is_agency(std::string_view name) { return is_folded_agency(fold_name(name)); }

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
