#include "indexer/archive/manifest.h"

#include "dateline/json.h"
#include "dateline/terms.h"

namespace dateline {

std::string encode_row(const ManifestRow& row) {
  Json json{{"path", row.path},
            {"size", row.size},
            {"modified", row.modified},
            {"content", row.content},
            {"ids", row.ids}};
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
    for (const Json& f : json.at("failures"))
      row.failures.push_back({f.at(0), error(f.at(1), f.at(2), f.at(3), f.at(4))});
  } catch (const Json::exception&) {
    return {};
  }
  return row;
}

std::string file_key(const std::string& path) { return kFileKey + hex_hash(path); }

}  // namespace dateline
