#include "indexer/walk.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>

#include "scratch.h"

using namespace dateline;
namespace fs = std::filesystem;

namespace {

// The files that were found, relative to the scratch directory.
std::vector<std::string> names(const Walk& found, const ScratchDirectory& scratch) {
  std::vector<std::string> all;
  for (const FoundFile& file : found.files)
    all.push_back(file.path.lexically_relative(scratch.path()).string());
  return all;
}

// Each fault as `name code`.
std::vector<std::string> faults(const Walk& found, const ScratchDirectory& scratch) {
  std::vector<std::string> all;
  for (const auto& [path, fault] : found.faults)
    all.push_back(fs::path(path).lexically_relative(scratch.path()).string() + " " + fault.code);
  return all;
}

using Names = std::vector<std::string>;
using Row = std::tuple<std::string, std::string, bool, bool>;

}  // namespace

TEST_CASE("files are found in byte order, hidden ones left out") {
  const ScratchDirectory scratch;
  for (const char* name :
       {"b.txt", "a/z.txt", "a/B.txt", "a-b.txt", ".hidden", ".git/config", "a/.x/y.txt", "é.txt"})
    scratch.write(name, "text");
  const Walk found = walk({scratch.path()}, {});
  CHECK(names(found, scratch) == Names{"a-b.txt", "a/B.txt", "a/z.txt", "b.txt", "é.txt"});
  CHECK(found.ignored == 0);
  CHECK(found.faults.empty());
  for (const FoundFile& file : found.files) {
    CHECK(file.size == 4);
    CHECK(file.modified > 1'600'000'000'000'000'000);
    CHECK_FALSE(file.named);
  }
}

TEST_CASE("a PATH may be a file, a hidden one too, and is read once") {
  const ScratchDirectory scratch;
  scratch.write("in/a.txt", "text");
  scratch.write("in/b.txt", "text");
  const fs::path hidden = scratch.write(".hidden", "text");
  const Walk found = walk({(scratch / "in").string() + "/", scratch / "in/a.txt", hidden,
                           scratch / "in/../in", (scratch / "in").string() + "//b.txt"},
                          {});
  CHECK(found.files.size() == 3);
}

TEST_CASE("a PATH that is not there ends the run and is named") {
  const ScratchDirectory scratch;
  CHECK_THROWS_WITH(walk({scratch / "none"}, {}), Catch::Contains("none") && Catch::Contains("No such file"));
  CHECK_THROWS_AS(walk({""}, {}), std::runtime_error);
}

TEST_CASE("pictures and the like are counted in a walk and failures as PATH") {
  const ScratchDirectory scratch;
  for (const char* name : {"a.txt", "b.jpg", "c.JPEG", "d.svg", "e.css", "f.mp3", "g.woff2"})
    scratch.write(name, "text");
  const Walk walked = walk({scratch.path()}, {});
  CHECK(names(walked, scratch) == Names{"a.txt"});
  CHECK(walked.ignored == 6);
  const Walk named = walk({scratch / "b.jpg", scratch / "e.css"}, {});
  CHECK(named.files.empty());
  CHECK(faults(named, scratch) == Names{"b.jpg file.no-articles", "e.css file.no-articles"});
}

TEST_CASE("an archive is counted in a walk and a failure as PATH") {
  const ScratchDirectory scratch;
  scratch.write("archive/XAPIANDB", "auto g000001\n");
  scratch.write("archive/g000001/docdata.glass", "x");
  scratch.write("glass/iamglass", "x");
  scratch.write("a.txt", "text");
  const Walk walked = walk({scratch.path()}, {});
  CHECK(names(walked, scratch) == Names{"a.txt"});
  CHECK(walked.ignored == 2);
  CHECK(faults(walk({scratch / "archive"}, {}), scratch) == Names{"archive file.no-articles"});
}

TEST_CASE("links to files are read, links to directories on demand") {
  const ScratchDirectory scratch;
  scratch.write("in/a.txt", "text");
  const fs::path out = scratch.write("out/b.txt", "text").parent_path();
  fs::create_symlink(out / "b.txt", scratch / "in/file");
  fs::create_directory_symlink(out, scratch / "in/directory");
  const Walk plain = walk({scratch / "in"}, {});
  CHECK(names(plain, scratch) == Names{"in/a.txt", "in/file"});
  CHECK(faults(plain, scratch) == Names{"in/directory walk.link"});
  CHECK(plain.faults[0].second.severity == Severity::warning);
  const Walk followed = walk({scratch / "in"}, {{}, {}, true, 0});
  CHECK(names(followed, scratch) == Names{"in/a.txt", "in/directory/b.txt", "in/file"});
  CHECK(followed.faults.empty());
}

TEST_CASE("a directory that holds itself is named and ends") {
  const ScratchDirectory scratch;
  scratch.write("in/sub/a.txt", "text");
  fs::create_directory_symlink(scratch / "in", scratch / "in/sub/up");
  CHECK(faults(walk({scratch / "in"}, {}), scratch) == Names{"in/sub/up walk.link"});
  const Walk found = walk({scratch / "in"}, {{}, {}, true, 0});
  CHECK(names(found, scratch) == Names{"in/sub/a.txt"});
  CHECK(faults(found, scratch) == Names{"in/sub/up walk.loop"});
}

TEST_CASE("pipes and dangling links are named, not opened") {
  const ScratchDirectory scratch;
  scratch.write("a.txt", "text");
  REQUIRE(::mkfifo((scratch / "pipe").c_str(), 0600) == 0);
  fs::create_symlink("nowhere", scratch / "dangling");
  fs::create_symlink("circle", scratch / "circle");
  const Walk found = walk({scratch.path()}, {});
  CHECK(names(found, scratch) == Names{"a.txt"});
  CHECK(faults(found, scratch) ==
        Names{"circle file.unreadable", "dangling file.unreadable", "pipe file.not-regular"});
  CHECK(faults(walk({scratch / "pipe"}, {}), scratch) == Names{"pipe file.not-regular"});
}

TEST_CASE("a file dated in the future is read, however old files must be") {
  const ScratchDirectory scratch;
  const fs::path file = scratch.write("a.txt", "text");
  fs::last_write_time(file, fs::file_time_type::clock::now() + std::chrono::hours(1));
  WalkOptions options;
  CHECK(walk({scratch.path()}, options).files.size() == 1);
  options.min_age_seconds = 60;
  CHECK(walk({scratch.path()}, options).files.size() == 1);
}

TEST_CASE("a directory that may not be read is named") {
  if (::geteuid() == 0) return;  // root may read everything
  const ScratchDirectory scratch;
  scratch.write("in/closed/a.txt", "text");
  scratch.write("in/open/b.txt", "text");
  fs::permissions(scratch / "in/closed", fs::perms::none);
  const Walk found = walk({scratch / "in"}, {});
  fs::permissions(scratch / "in/closed", fs::perms::owner_all);
  CHECK(names(found, scratch) == Names{"in/open/b.txt"});
  CHECK(faults(found, scratch) == Names{"in/closed file.unreadable"});
}

TEST_CASE("files that are still being written are left") {
  const ScratchDirectory scratch;
  scratch.write("new.txt", "text");
  const fs::path old = scratch.write("old.txt", "text");
  fs::last_write_time(old, fs::file_time_type::clock::now() - std::chrono::hours(1));
  const Walk found = walk({scratch.path()}, {{}, {}, false, 60});
  CHECK(names(found, scratch) == Names{"old.txt"});
  CHECK(found.ignored == 1);
}

TEST_CASE("include and exclude choose files of a walk") {
  const ScratchDirectory scratch;
  for (const char* name : {"a.txt", "a.xml", "wire/b.txt", "wire/old/c.txt", "wire/old/d.xml"})
    scratch.write(name, "x");
  const auto [include, exclude, expected] = GENERATE(table<Names, Names, Names>({
      {{}, {"*.xml"}, {"a.txt", "wire/b.txt", "wire/old/c.txt"}},
      {{}, {"old/"}, {"a.txt", "a.xml", "wire/b.txt"}},
      {{}, {"/*.txt"}, {"a.xml", "wire/b.txt", "wire/old/c.txt", "wire/old/d.xml"}},
      {{}, {"*.txt", "!c.txt"}, {"a.xml", "wire/old/c.txt", "wire/old/d.xml"}},
      {{"*.txt"}, {}, {"a.txt", "wire/b.txt", "wire/old/c.txt"}},
      {{"wire/"}, {}, {"wire/b.txt", "wire/old/c.txt", "wire/old/d.xml"}},
      {{"old"}, {"*.xml"}, {"wire/old/c.txt"}},
      {{"*", "!*.xml"}, {}, {"a.txt", "wire/b.txt", "wire/old/c.txt"}},
  }));
  CAPTURE(include, exclude);
  CHECK(names(walk({scratch.path()}, {include, exclude, false, 0}), scratch) == expected);
}

TEST_CASE("patterns take what gitignore's take") {
  const auto [pattern, path, is_directory, takes] = GENERATE(table<std::string, std::string, bool, bool>({
      // A name at any depth.
      Row{"a.txt", "a.txt", false, true},
      Row{"a.txt", "x/y/a.txt", false, true},
      Row{"*.txt", "x/a.txt", false, true},
      Row{"?.txt", "x/ab.txt", false, false},
      Row{"[ab].txt", "x/b.txt", false, true},
      Row{"[!ab].txt", "x/b.txt", false, false},
      Row{"a", "a/b", false, false},
      Row{"\\*.txt", "a.txt", false, false},
      Row{"\\*.txt", "*.txt", false, true},
      // Anchored: a slash at the beginning or in the middle.
      Row{"/a.txt", "a.txt", false, true},
      Row{"/a.txt", "x/a.txt", false, false},
      Row{"x/a.txt", "x/a.txt", false, true},
      Row{"x/a.txt", "y/x/a.txt", false, false},
      Row{"x/*", "x/a", false, true},
      Row{"x/*", "x/a/b", false, false},
      Row{"*/b", "x/y/b", false, false},
      // Directories alone.
      Row{"x/", "x", true, true},
      Row{"x/", "y/x", true, true},
      Row{"x/", "x", false, false},
      Row{"/x/", "y/x", true, false},
      Row{"y/x/", "y/x", true, true},
      // Any number of parts.
      Row{"**/a", "a", false, true},
      Row{"**/a", "x/y/a", false, true},
      Row{"**/x/a", "y/x/a", false, true},
      Row{"**/x/*.txt", "x/y/a.txt", false, false},
      Row{"x/**", "x/a/b", false, true},
      Row{"x/**", "x", true, false},
      Row{"x/**/a", "x/a", false, true},
      Row{"x/**/a", "x/y/z/a", false, true},
      Row{"x/**/a", "y/x/a", false, false},
      Row{"x/**/y/*.txt", "x/1/y/a.txt", false, true},
      Row{"x/**/y/*.txt", "x/1/y/2/a.txt", false, false},
      // Hidden names and odd patterns.
      Row{"*", ".a", false, true},
      Row{"", "a", false, false},
      Row{"/", "a", true, false},
      Row{"[", "[", false, true},
  }));
  CAPTURE(pattern, path, is_directory);
  CHECK(matches_pattern(pattern, path, is_directory) == takes);
}
