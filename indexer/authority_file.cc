#include "indexer/authority_file.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include "dateline/person_key.h"
#include "dateline/terms.h"
#include "indexer/archive/report.h"
#include "indexer/run_files.h"

namespace dateline {

namespace {

constexpr std::size_t kMaxAuthorityBytes = 16U << 20U;  // half a million names

Authority parse(const std::string& text, const std::string& path) {
  if (text.empty()) return {};
  Diagnostics faults;
  Authority authority(text, Gazetteer(data_directory() / "gazetteer.dat"), faults);
  for (const Diagnostic& fault : faults) std::cerr << to_line({path, {{}, fault}, true}) << '\n';
  if (!faults.empty())
    throw std::runtime_error(path + ": " + std::to_string(faults.size()) +
                             (faults.size() == 1 ? " fault" : " faults") + " in the authority file");
  return authority;
}

std::string mark_of_rules() { return std::to_string(kNameRules) + ":"; }

}  // namespace

AuthorityFile read_authority(const std::string& path) {
  if (path.empty()) return {};
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file) throw std::runtime_error(path + ": the authority file cannot be read");
  if (text.size() > kMaxAuthorityBytes) throw std::runtime_error(path + ": larger than 16 MB");
  Authority authority = parse(text, path);
  return {std::move(text), std::move(authority)};
}

std::string linked_mark(const std::string& text) { return mark_of_rules() + hex_hash(text); }

bool has_present_rules(const std::string& mark) { return mark.starts_with(mark_of_rules()); }

AuthorityFile keep_authority(ArchiveWriter& writer, const std::string& path) {
  std::string kept = writer.metadata(kAuthorityKey);
  if (path.empty()) {
    Authority authority = parse(kept, "authority file of the archive");
    return {std::move(kept), std::move(authority)};
  }
  AuthorityFile given = read_authority(path);
  if (given.text != kept) writer.keep_authority(given.text, given.authority.expansions());
  return given;
}

Authority settle_authority(ArchiveWriter& writer, const std::string& path, bool quiet) {
  AuthorityFile file = keep_authority(writer, path);
  const std::string mark = linked_mark(file.text);
  const std::string former = writer.metadata(kLinkedKey);
  if (writer.article_count() == 0) {
    writer.set_metadata(kLinkedKey, mark);
  } else if (former != mark) {
    if (has_present_rules(former)) writer.set_metadata(kLinkedKey, mark_of_rules());
    if (!quiet)
      std::cerr << "dateline-index: the articles that are in already are not linked by the present authority "
                   "file and rules for names; --relink does it\n";
  }
  return std::move(file.authority);
}

}  // namespace dateline
