#include "indexer/entities/gazetteer.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "gazetteer_data.h"

using namespace dateline;
using Catch::Contains;

namespace {

std::string joined(const std::vector<std::string>& path) {
  std::string text;
  for (const std::string& value : path) text += (text.empty() ? "" : " < ") + value;
  return text;
}

// The most prominent place of a key.
Place first_place(const std::string& key) {
  const auto entry = test_gazetteer().find(key);
  REQUIRE_FALSE(entry.places.empty());
  return test_gazetteer().facts(entry.places.front());
}

std::string gazetteer_bytes() {
  std::ifstream in(kGazetteerFile, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A file that is gone when the test ends.
struct TemporaryFile {
  explicit TemporaryFile(const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }
  ~TemporaryFile() { std::filesystem::remove(path); }
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("dateline-gazetteer-test-" + std::to_string(::getpid()));
};

}  // namespace

TEST_CASE("the largest holder of a name has it bare, and paths lead outwards to the country") {
  const auto [key, kind, country, path] = GENERATE(table<std::string, PlaceKind, std::string, std::string>({
      {"dayton", PlaceKind::city, "US", "Dayton < Ohio < United States"},
      {"istanbul", PlaceKind::city, "TR", "Istanbul < Turkey"},
      {"constantinople", PlaceKind::city, "TR", "Istanbul < Turkey"},
      {"turkey", PlaceKind::country, "TR", "Turkey"},
      {"georgia", PlaceKind::country, "GE", "Georgia"},
      {"washington", PlaceKind::city, "US", "Washington < District of Columbia < United States"},
      {"new york", PlaceKind::city, "US", "New York < New York, United States < United States"},
      {"oregon", PlaceKind::region, "US", "Oregon < United States"},
      {"quebec", PlaceKind::region, "CA", "Quebec < Canada"},
      {"bombay", PlaceKind::city, "IN", "Mumbai < India"},
      {"kiev", PlaceKind::city, "UA", "Kyiv < Ukraine"},
      {"leningrad", PlaceKind::city, "RU", "Saint Petersburg < Russia"},
      {"peking", PlaceKind::city, "CN", "Beijing < China"},
      {"scotland", PlaceKind::region, "GB", "Scotland < United Kingdom"},
      {"hong kong", PlaceKind::country, "HK", "Hong Kong"},
      {"soviet union", PlaceKind::country, "SUHH", "Soviet Union"},
      {"yugoslavia", PlaceKind::country, "YUCS", "Yugoslavia"},
      {"czechoslovakia", PlaceKind::country, "CSHH", "Czechoslovakia"},
      {"east germany", PlaceKind::country, "DDDE", "East Germany"},
      {"middle east", PlaceKind::area, "", "Middle East"},
      {"asia", PlaceKind::continent, "", "Asia"},
      {"west germany", PlaceKind::country, "DE", "West Germany"},
      {"whitechapel", PlaceKind::city, "GB", "Whitechapel < London < United Kingdom"},
      {"cook county", PlaceKind::region, "US", "Cook County < Illinois < United States"},
      {"readington township", PlaceKind::city, "US", "Readington Township < New Jersey < United States"},
      {"orange county", PlaceKind::region, "US", "Orange County < California < United States"},
      {"muskogee", PlaceKind::city, "US", "Muskogee < Oklahoma < United States"},
      {"county mayo", PlaceKind::region, "IE", "Mayo, Ireland < Ireland"},
      {"volta region", PlaceKind::region, "GH", "Volta, Ghana < Ghana"},
      {"mt everest", PlaceKind::area, "", "Mount Everest"},
      {"juba", PlaceKind::city, "SS", "Juba < South Sudan"},
      {"danube", PlaceKind::area, "", "Danube"},
      {"=US", PlaceKind::country, "US", "United States"},
      {"=Calif.", PlaceKind::region, "US", "California < United States"},
      {"=USSR", PlaceKind::country, "SUHH", "Soviet Union"},
  }));
  CAPTURE(key);
  const Place place = first_place(key);
  CHECK(place.kind == kind);
  CHECK(place.country == country);
  CHECK(joined(place.path) == path);
}

TEST_CASE("each holder of a shared name has a value of its own") {
  const auto name =
      GENERATE("springfield", "paris", "georgia", "san jose", "victoria", "washington", "london");
  CAPTURE(name);
  std::set<std::string> values;
  const auto entry = test_gazetteer().find(name);
  for (const PlaceId place : entry.places) values.insert(test_gazetteer().facts(place).value);
  CHECK(entry.places.size() > 1);
  CHECK(values.size() == entry.places.size());
}

TEST_CASE("places know their continent and where they lie") {
  const auto [key, continent] = GENERATE(table<std::string, std::string>({
      {"nairobi", "Africa"},
      {"riyadh", "Asia"},
      {"lyon", "Europe"},
      {"ohio", "North America"},
      {"lima", "South America"},
      {"suva", "Oceania"},
      {"antarctica", "Antarctica"},
      {"soviet union", "Europe"},
  }));
  CAPTURE(key);
  CHECK(first_place(key).continent == continent);
  const Place istanbul = first_place("istanbul");
  REQUIRE(istanbul.latitude);
  CHECK(*istanbul.latitude == Approx(41.0).margin(0.2));
  CHECK(*istanbul.longitude == Approx(28.9).margin(0.2));
  CHECK_FALSE(first_place("middle east").latitude);
}

TEST_CASE("small towns are held apart, as their names need evidence") {
  using namespace gazetteer;
  const auto [key, flags] = GENERATE(table<std::string, std::uint32_t>({
      {"occidental", 0U},  // a thing: no town by its bare name
      {"quakertown", kMinorPlace},
      {"soho", kMinorPlace},
      {"paris", kPlaceName},
      {"cook county", kPlaceName},
  }));
  CAPTURE(key);
  CHECK((test_gazetteer().find(key).flags & kAnyPlace) == flags);
}

TEST_CASE("what holds a place") {
  const Gazetteer& gazetteer = test_gazetteer();
  const auto first = [&](const char* key) { return gazetteer.find(key).places.front(); };
  const auto [outer, inner, holds] = GENERATE(table<const char*, const char*, bool>({
      {"texas", "dallas", true},
      {"united states", "dallas", true},
      {"ohio", "dallas", false},
      {"taylor county", "abilene", true},
      {"cook county", "abilene", false},
      {"dallas", "texas", false},
      {"texas", "texas", false},
      {"london", "whitechapel", true},
  }));
  CAPTURE(outer, inner);
  CHECK(gazetteer.contains(first(outer), first(inner)) == holds);
}

TEST_CASE("words are known for what they can be") {
  using namespace gazetteer;
  const auto [key, flag] = GENERATE(table<std::string, std::uint32_t>({
      {"turkish", kDemonym},
      {"foreign minister", kTitle},
      {"mr", kHonorific},
      {"maria", kFemaleName},
      {"monday", kThing},
      {"ministry", kOrganisation},
      {"palace", kFacility},
      {"against", kCommonWord},
      {"united nations", kKnownBody},
      {"foreign", kContinues},
  }));
  CAPTURE(key);
  CHECK((test_gazetteer().find(key).flags & flag) != 0);
  CHECK(test_gazetteer().find("no such phrase").flags == 0);
}

TEST_CASE("a name's key ignores case, accents, dots and hyphens") {
  const auto [name, key] = GENERATE(table<std::string, std::string>({
      {"Bobo-Dioulasso", "bobo dioulasso"},
      {"St. Louis", "st louis"},
      {"São  Paulo", "sao paulo"},
      {"Xi’an", "xi'an"},
      {"", ""},
      {"- -", ""},
  }));
  CAPTURE(name);
  CHECK(name_key(name) == key);
}

TEST_CASE("a gazetteer that is missing or damaged is named in the error") {
  const std::string good = gazetteer_bytes();
  REQUIRE(good.size() > 1000);
  std::string other_version = good;
  other_version[8] = 77;
  std::string flipped = good;
  flipped[good.size() / 2] = static_cast<char>(flipped[good.size() / 2] ^ 1);
  const auto [bytes, reason] = GENERATE_COPY(table<std::string, std::string>({
      {"", "too short"},
      {"short", "too short"},
      {std::string(4096, 'x'), "not a gazetteer"},
      {good.substr(0, good.size() - 1), "truncated"},
      {good + "x", "truncated"},
      {other_version, "another version"},
      {flipped, "checksum"},
  }));
  CAPTURE(reason);
  const TemporaryFile file(bytes);
  CHECK_THROWS_WITH(Gazetteer(file.path), Contains(file.path.string()) && Contains(reason));
  CHECK_THROWS_WITH(Gazetteer("/nowhere/gazetteer.dat"), Contains("/nowhere/gazetteer.dat"));
}
