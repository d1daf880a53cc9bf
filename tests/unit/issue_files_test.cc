#include "indexer/issue_files.h"

#include <catch2/catch.hpp>

#include "scratch.h"

using namespace dateline;
namespace fs = std::filesystem;

TEST_CASE("companions are files of the same tree and no others") {
  const ScratchDirectory scratch;
  scratch.write("out.xml", "out");
  const fs::path root = scratch.write("in/a_mets.xml", "mets").parent_path();
  scratch.write("in/page.xml", "page");
  scratch.write("in/text/1.xml", "one");
  fs::create_symlink("../out.xml", root / "leads-out.xml");
  fs::create_symlink("page.xml", root / "leads-in.xml");
  const auto [name, bytes] = GENERATE(table<std::string, std::optional<std::string>>({
      {"page.xml", "page"},
      {"text/1.xml", "one"},
      {"leads-in.xml", "page"},
      {"leads-out.xml", std::nullopt},
      {"../out.xml", std::nullopt},
      {"text/../page.xml", std::nullopt},
      {"/etc/passwd", std::nullopt},
      {"text", std::nullopt},
      {"none.xml", std::nullopt},
      {"", std::nullopt},
  }));
  CAPTURE(name);
  CHECK(FileCompanions(root / "a_mets.xml", nullptr).read(name) == bytes);
}

TEST_CASE("a file has the METS files of its directory and of two above") {
  const ScratchDirectory scratch;
  std::vector<FoundFile> files;
  for (const char* name : {"a-METS.XML", "d/b_mets.xml", "d/e/f/1.xml", "x/c_mets.xml", "d/mets.txt"})
    files.push_back({scratch.write(name, name), 1, 1, false});
  const IssueFiles issues = join_issues(files);
  const auto names = [&](std::size_t i) {
    std::string all;
    for (const auto& issue : FileCompanions(files[i].path, &issues).issues())
      all += issue.mets + ">" + issue.name + " ";
    return all;
  };
  CHECK(names(2) == "d/b_mets.xml>e/f/1.xml ");
  CHECK(names(1) == "a-METS.XML>d/b_mets.xml ");
  CHECK(names(3) == "a-METS.XML>x/c_mets.xml ");
}

TEST_CASE("an issue has changed when a page of it has changed, come or gone") {
  const std::vector<FoundFile> issue{{"in/a_mets.xml", 1, 5, false},
                                     {"in/1.xml", 10, 100, false},
                                     {"in/t/2.xml", 20, 200, false},
                                     {"other/3.xml", 30, 300, false}};
  const auto time_of = [](std::vector<FoundFile> files) {
    (void)join_issues(files);
    return files[0].modified;
  };
  const std::int64_t before = time_of(issue);
  CHECK(time_of(issue) == before);
  auto changed = issue;
  changed[1].modified = 101;
  CHECK(time_of(changed) != before);
  changed = issue;
  changed[2].size = 21;
  CHECK(time_of(changed) != before);
  changed = issue;
  changed.erase(changed.begin() + 1);
  CHECK(time_of(changed) != before);
  changed = issue;
  changed[3].modified = 301;
  CHECK(time_of(changed) == before);
}
