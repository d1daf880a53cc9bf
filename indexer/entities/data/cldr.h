// What is read from CLDR's XML: names by code and the containment of codes.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>

namespace dateline::gazetteer {

// Calls `use` for every element of that name in document order; `attribute` gives "" for what is absent.
// Throws std::runtime_error, naming the file, where it is missing or not well-formed.
struct XmlElement {
  std::function<std::string(const char* attribute)> attribute;
  std::string text;
};
void each_element(const std::filesystem::path& file, const char* name,
                  const std::function<void(const XmlElement&)>& use);

// "US" -> "021"; the first group that is no mere grouping wins.
[[nodiscard]] std::map<std::string, std::string> containers(const std::filesystem::path& cldr);

// The English name of the continent that holds the code; empty where none does.
[[nodiscard]] std::string continent_of(std::string code,
                                       const std::map<std::string, std::string>& containers);

// "Trinidad & Tobago" -> "Trinidad and Tobago", curly apostrophes straight.
[[nodiscard]] std::string plain_name(std::string name);

}  // namespace dateline::gazetteer
