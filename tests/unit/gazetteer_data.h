// The gazetteer of the build, mapped once for all tests.
#pragma once

#include <unistd.h>

#include "indexer/entities/gazetteer.h"

namespace dateline {

inline constexpr const char* kGazetteerFile = DATELINE_DATA_DIR "/gazetteer.dat";

inline const Gazetteer& test_gazetteer() {
  static const Gazetteer gazetteer(kGazetteerFile);
  return gazetteer;
}

}  // namespace dateline
