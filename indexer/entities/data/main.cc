// dateline-gazetteer: builds gazetteer.dat from the data packages of the system and the tables beside this
// file.
//
//   dateline-gazetteer TABLES OUTPUT
//
// Exit: 0 written, 2 a source is missing or unusable (said on standard error; nothing is written).
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>

#include "indexer/entities/data/facts.h"

namespace {

using namespace dateline::gazetteer;

std::string compile(const Sources& sources) {
  Facts facts;
  add_countries(sources, facts);
  add_regions(sources, facts);
  add_cities(sources, facts);
  add_towns(sources, facts);
  add_city_names(sources, facts);
  add_areas(sources, facts);
  add_wordnet(sources, facts);
  add_words(sources, facts);
  drop_misleading_names(facts);
  name_values(facts);
  return serialise(facts);
}

void write(const std::filesystem::path& file, const std::string& bytes) {
  if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
  const std::filesystem::path fresh = file.string() + ".new";
  std::ofstream out(fresh, std::ios::binary);
  out << bytes;
  out.close();
  if (!out) throw std::runtime_error(fresh.string() + ": cannot be written");
  std::filesystem::rename(fresh, file);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: dateline-gazetteer TABLES OUTPUT\n";
    return 2;
  }
  try {
    Sources sources;
    sources.tables = argv[1];
    write(argv[2], compile(sources));
  } catch (const std::exception& fault) {
    std::cerr << "dateline-gazetteer: " << fault.what() << '\n';
    return 2;
  }
  return 0;
}
