#include "indexer/archive/manifest.h"

#include "dateline/json.h"
#include "dateline/terms.h"

namespace dateline {

void ManifestRow::add_id(const std::string& id) {
  if (ids.size() < kMostIds)
    ids.push_back(id);
  else
    ++further;
}

std::string encode_row(const ManifestRow& row) {
  Json json{{"path", row.path},       {"size", row.size}, {"modified", row.modified},
            {"content", row.content}, {"ids", row.ids},   {"further", row.further}};
  Json& failures = json["failures"] = Json::array();
  for (const FileFault& fault : row.failures) {
    const Diagnostic& d = fault.diagnostic;
    failures.push_back({fault.member, d.code, d.message, d.line, d.column});
  }
  return dump(json);
}

ManifestRow decode_row(const std::string& text) {
  ManifestRow row;
  try {
    const Json json = Json::parse(text);
    row.path = json.at("path");
    row.size = json.at("size");
    row.modified = json.at("modified");
    row.content = json.at("content");
    row.ids = json.at("ids").get<std::vector<std::string>>();
    row.further = json.value("further", std::uint64_t{0});
    for (const Json& f : json.at("failures"))
      row.failures.push_back({f.at(0), error(f.at(1), f.at(2), f.at(3), f.at(4))});
  } catch (const Json::exception&) {
    return {};
  }
  return row;
}

std::string file_key(const std::string& path) { return kFileKey + hex_hash(path); }

std::string source_path(const std::string& remembered) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string path;
  for (std::size_t at = 0; at < remembered.size();) {
    const std::size_t start = at;
    const bool bad =
        next_code_point(remembered, at) == 0xFFFD && remembered.substr(start, at - start) != "\uFFFD";
    for (std::size_t i = start; i < at; ++i) {
      const auto byte = static_cast<unsigned char>(remembered[i]);
      if (bad)
        path.append("\\x").append(1, kHex[byte >> 4]).append(1, kHex[byte & 15]);
      else
        path += remembered[i];
    }
  }
  return path;
}

}  // namespace dateline
