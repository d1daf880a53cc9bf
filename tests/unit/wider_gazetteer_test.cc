#include "indexer/entities/wider_gazetteer.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "gazetteer_data.h"

using namespace dateline;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

// A folder that is gone when the test ends.
struct Folder {
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  fs::path path = fs::temp_directory_path() / ("dateline-wider-" + std::to_string(::getpid()));
};

std::string row(const std::string& name, const std::string& others, const std::string& where,
                const std::string& code, const std::string& country, const std::string& region,
                const std::string& people) {
  const std::string kind = code.starts_with("P") ? "P" : "A";
  return "1\t" + name + '\t' + name + '\t' + others + '\t' + where + '\t' + kind + '\t' + code + '\t' +
         country + "\t\t" + region + "\t\t\t\t" + people + "\t\t9\tEtc/UTC\t2020-02-02\n";
}

fs::path write(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
  return file;
}

std::string path_of(const Gazetteer& gazetteer, const std::string& key) {
  const auto entry = gazetteer.find(key);
  if (entry.places.empty()) return "";
  std::string text;
  for (const std::string& value : gazetteer.facts(entry.places.front()).path)
    text += (text.empty() ? "" : " < ") + value;
  return text;
}

const std::string kTable =
    row("Quibbleton", "Old Quibble,QUI,Квиббл", "40.5\t-95.5", "PPL", "US", "NE", "812") +
    row("Quillville", "", "45.0\t-75.5", "PPL", "CA", "08", "40") +
    row("Dayton", "", "39.76\t-84.19", "PPL", "US", "OH", "137644") +
    row("Gone Hollow", "", "39\t-84", "PPLH", "US", "OH", "0") +
    row("Quasimark", "", "52\t40", "ADM1", "RU", "99", "") +
    row("Nowheria", "", "0\t0", "PPL", "ZZ", "", "5");

}  // namespace

TEST_CASE("a table of GeoNames' adds its places to those that are known") {
  const Folder folder;
  const auto wider = wider_gazetteer(kGazetteerFile, write(folder.path / "t.tsv", kTable), {});
  const auto [key, path] = GENERATE(table<std::string, std::string>({
      {"quibbleton", "Quibbleton < Nebraska < United States"},
      {"old quibble", "Quibbleton < Nebraska < United States"},
      {"qui", ""},
      {"quillville", "Quillville < Ontario < Canada"},
      {"quasimark", "Quasimark < Russia"},
      {"gone hollow", ""},
      {"nowheria", ""},
      {"istanbul", "Istanbul < Turkey"},
  }));
  CAPTURE(key);
  CHECK(path_of(wider, key) == path);
}

TEST_CASE("what was known keeps its value and its words") {
  const Folder folder;
  const auto wider = wider_gazetteer(kGazetteerFile, write(folder.path / "t.tsv", kTable), {});
  const Gazetteer& narrow = test_gazetteer();
  REQUIRE(wider.size() > narrow.size());
  for (PlaceId id = 0; id < narrow.size(); ++id)
    REQUIRE(wider.text(wider.row(id).value) == narrow.text(narrow.row(id).value));
  narrow.for_each([&](std::string_view key, const Gazetteer::Entry& entry) {
    REQUIRE((wider.find(key).flags & entry.flags) == entry.flags);
  });
  CHECK(wider.find("dayton").places.size() == narrow.find("dayton").places.size());
}

TEST_CASE("what was compiled is kept in the archive and made anew for another table") {
  const Folder folder;
  const fs::path archive = folder.path / "archive";
  fs::create_directories(archive);
  const auto kept = [&] {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(archive)) names.push_back(entry.path().filename());
    return names;
  };
  const fs::path file = write(folder.path / "t.tsv", kTable);
  const auto first = wider_gazetteer(kGazetteerFile, file, archive);
  const auto names = kept();
  REQUIRE(names.size() == 1);
  CHECK(wider_gazetteer(kGazetteerFile, file, archive).checksum() == first.checksum());
  CHECK(kept() == names);
  SECTION("damaged") {
    write(archive / names[0], "no gazetteer");
    CHECK(wider_gazetteer(kGazetteerFile, file, archive).checksum() == first.checksum());
  }
  SECTION("another table") {
    write(file, kTable + row("Quorn Abbas", "", "51\t-1", "PPL", "GB", "ENG", "3"));
    CHECK(path_of(wider_gazetteer(kGazetteerFile, file, archive), "quorn abbas") ==
          "Quorn Abbas < United Kingdom");
    CHECK(kept().size() == 1);
    CHECK(kept() != names);
  }
}

TEST_CASE("a row that is none of GeoNames' is named with its line") {
  const auto [line, fault] = GENERATE(table<std::string, std::string>({
      {"a\tb\n", "t.tsv:2: not GeoNames' 19 columns"},
      {row("X", "", "91\t0", "PPL", "US", "OH", "1"), "t.tsv:2: no latitude: '91'"},
      {row("X", "", "nan\t0", "PPL", "US", "OH", "1"), "t.tsv:2: no latitude: 'nan'"},
      {row("X", "", "1\teast", "PPL", "US", "OH", "1"), "t.tsv:2: no longitude: 'east'"},
      {row("X", "", "1\t1", "PPL", "US", "OH", "-5"), "t.tsv:2: no population: '-5'"},
      {row("", "", "1\t1", "PPL", "US", "OH", "5"), "t.tsv:2: no name"},
  }));
  CAPTURE(line);
  const Folder folder;
  const std::string good = row("Quibbleton", "", "40.5\t-95.5", "PPL", "US", "NE", "812");
  const fs::path file = write(folder.path / "t.tsv", good + line);
  CHECK_THROWS_WITH(wider_gazetteer(kGazetteerFile, file, {}), Contains(fault));
}

TEST_CASE("a table that is not there is named") {
  CHECK_THROWS_WITH(wider_gazetteer(kGazetteerFile, "/nowhere/t.tsv", {}), Contains("/nowhere/t.tsv"));
}
