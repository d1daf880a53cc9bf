// The gazetteer of the installation with the places of a user's table of GeoNames'.
#pragma once

#include <filesystem>

#include "indexer/entities/gazetteer.h"

namespace dateline {

// `base` is gazetteer.dat, `table` a file of GeoNames' 19 columns. Where `archive` is not empty, what was
// compiled is kept in it as gazetteer-HASH.dat, by the content of both files, and mapped the next time; one
// of another content is removed. Throws std::runtime_error, naming the file and where it can the line.
[[nodiscard]] Gazetteer wider_gazetteer(const std::filesystem::path& base, const std::filesystem::path& table,
                                        const std::filesystem::path& archive);

}  // namespace dateline
